package city.wayside.grid.rollup;

import city.wayside.road.network.RoadNetwork;

/// The little that the roll-up has to know of the road.
interface RoadFacts {

  /// The network's version.
  String version();

  /// How many segments; indexes are 0 to this, exclusive.
  int segmentCount();

  /// The city's id of a segment.
  String segmentId(int index);

  /// Length of a segment, above zero.
  double lengthM(int index);

  /// Legal limit of a segment; `NaN` when unknown.
  double speedLimitMps(int index);

  /// Class of a segment in OSM's words; empty when unknown.
  String roadClass(int index);

  /// What a network says.
  static RoadFacts of(RoadNetwork network) {
    return new RoadFacts() {
      @Override
      public String version() {
        return network.version();
      }

      @Override
      public int segmentCount() {
        return network.segmentCount();
      }

      @Override
      public String segmentId(int index) {
        return network.segmentId(index);
      }

      @Override
      public double lengthM(int index) {
        return network.lengthM(index);
      }

      @Override
      public double speedLimitMps(int index) {
        return network.speedLimitMps(index);
      }

      @Override
      public String roadClass(int index) {
        return network.segment(index).roadClass();
      }
    };
  }
}
