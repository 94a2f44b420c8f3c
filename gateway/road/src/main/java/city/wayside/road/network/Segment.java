package city.wayside.road.network;

/// One directed road segment, as shown to people and feeds; the hot path reads [RoadNetwork] by
/// index.
///
/// @param index the segment's index in its network
/// @param id the city's own id
/// @param name the street's name; empty when unknown
/// @param roadClass the class in OSM's words (`primary`, `residential`, ...); empty when unknown
/// @param lengthM length along the geometry, above zero
/// @param speedLimitMps legal limit; `NaN` when unknown
/// @param lanes lanes in this direction, 0 when unknown
/// @param latDeg latitudes of the geometry in driving direction, two or more
/// @param lonDeg longitudes of the geometry in driving direction
public record Segment(
    int index,
    String id,
    String name,
    String roadClass,
    double lengthM,
    double speedLimitMps,
    int lanes,
    double[] latDeg,
    double[] lonDeg) {}
