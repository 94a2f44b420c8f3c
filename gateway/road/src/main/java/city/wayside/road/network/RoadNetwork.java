package city.wayside.road.network;

import city.wayside.model.area.BoundingBox;

/// The directed segments of a city.
public final class RoadNetwork {

  /// A short hash of everything the network holds: the same file gives the same version everywhere.
  public String version() {
    throw new UnsupportedOperationException("not yet");
  }

  /// How many segments; indexes are 0 to this, exclusive.
  public int segmentCount() {
    throw new UnsupportedOperationException("not yet");
  }

  /// The segment with an index.
  public Segment segment(int index) {
    throw new UnsupportedOperationException("segment " + index);
  }

  /// The city's id of a segment.
  public String segmentId(int index) {
    throw new UnsupportedOperationException("segment " + index);
  }

  /// Length of a segment.
  public double lengthM(int index) {
    throw new UnsupportedOperationException("segment " + index);
  }

  /// Legal limit of a segment; `NaN` when unknown.
  public double speedLimitMps(int index) {
    throw new UnsupportedOperationException("segment " + index);
  }

  /// The index of the segment with the city's id, or -1.
  public int indexOf(String id) {
    throw new UnsupportedOperationException("segment " + id);
  }

  /// The box around a segment.
  public BoundingBox bounds(int index) {
    throw new UnsupportedOperationException("segment " + index);
  }

  /// The box around all segments.
  public BoundingBox bounds() {
    throw new UnsupportedOperationException("not yet");
  }
}
