package city.wayside.edge.detect;

import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.Evidence;

/// Something that a detector sees at this moment.
///
/// @param what what it is
/// @param segmentIndex the segment where it is
/// @param offsetM where on it
/// @param position the same as a position
/// @param headingDeg direction of the traffic that meets it; of the vehicle itself on a wrong way
/// @param speedMps how fast it moves; `NaN` when that says nothing
/// @param sinceMs since when
/// @param evidence on what it rests
record Finding(
    Detected what,
    int segmentIndex,
    double offsetM,
    GeoPoint position,
    double headingDeg,
    double speedMps,
    long sinceMs,
    Evidence evidence) {

  /// How sure it is, as DENM's informationQuality: 1 to 7.
  int qualityLevel() {
    return Math.clamp((int) Math.ceil(evidence.confidence() * 7), 1, 7);
  }
}
