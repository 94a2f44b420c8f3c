package city.wayside.road.network;

/// What is known of each segment besides its geometry, in arrays by index.
///
/// @param words every name and class that occurs, once
/// @param name the street's name, in `words`
/// @param roadClass the class, in `words`
/// @param speedLimitMps legal limit; `NaN` when unknown
/// @param lanes lanes in this direction; 0 when unknown
/// @param level packed [Level]s
record SegmentFacts(
    String[] words,
    int[] name,
    int[] roadClass,
    float[] speedLimitMps,
    byte[] lanes,
    byte[] level) {}
