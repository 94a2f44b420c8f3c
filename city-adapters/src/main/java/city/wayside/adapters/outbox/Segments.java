package city.wayside.adapters.outbox;

import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.Segment;

/// What feeds need to know of the road network. Immutable; any thread.
public interface Segments {

  /// The network's version, as in [city.wayside.model.traffic.SegmentWindow].
  String version();

  /// How many segments; indexes are 0 to this, exclusive.
  int count();

  /// The segment with an index.
  Segment segment(int index);

  /// Length of a segment.
  double lengthM(int index);

  /// Those of a road network.
  static Segments of(RoadNetwork network) {
    return new Segments() {
      @Override
      public String version() {
        return network.version();
      }

      @Override
      public int count() {
        return network.segmentCount();
      }

      @Override
      public Segment segment(int index) {
        return network.segment(index);
      }

      @Override
      public double lengthM(int index) {
        return network.lengthM(index);
      }
    };
  }
}
