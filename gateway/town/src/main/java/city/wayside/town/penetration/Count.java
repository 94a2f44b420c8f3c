package city.wayside.town.penetration;

/// What a counter counted.
///
/// @param segmentId the city's id of the counter's segment
/// @param startMs start of the interval, milliseconds since 1970, a full minute
/// @param endMs its end
/// @param vehicles how many vehicles passed
record Count(String segmentId, long startMs, long endMs, double vehicles) {}
