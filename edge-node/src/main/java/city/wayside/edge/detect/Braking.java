package city.wayside.edge.detect;

/// A vehicle that braked hard.
///
/// @param stationId which; for telling vehicles apart only
/// @param segmentIndex where
/// @param offsetM where on it
/// @param timeMs when
/// @param decelerationMps2 how hard
record Braking(
    long stationId, int segmentIndex, double offsetM, long timeMs, double decelerationMps2) {}
