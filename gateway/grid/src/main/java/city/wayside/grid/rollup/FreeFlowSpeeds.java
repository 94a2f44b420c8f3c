package city.wayside.grid.rollup;

import city.wayside.road.network.RoadNetwork;
import java.util.Map;

/// The speed that undisturbed traffic is taken to have before it was learned: the legal limit;
/// where none is known, what is usual in towns for the road's class, else a configured default.
public final class FreeFlowSpeeds {

  private static final String LINK = "_link";
  private static final double MPS_PER_KMH = 1 / 3.6;

  /// Kilometres per hour by the `highway` values of OpenStreetMap.
  private static final Map<String, Integer> USUAL_KMH =
      Map.ofEntries(
          Map.entry("motorway", 110),
          Map.entry("trunk", 80),
          Map.entry("primary", 50),
          Map.entry("secondary", 50),
          Map.entry("tertiary", 50),
          Map.entry("unclassified", 50),
          Map.entry("residential", 30),
          Map.entry("service", 20),
          Map.entry("living_street", 10));

  /// Ramps and slip roads are driven at this share of their road's speed.
  private static final double LINK_SHARE = 0.7;

  private FreeFlowSpeeds() {}

  /// The assumed speed on a segment of a network.
  public static double assumedMps(RoadNetwork network, int segmentIndex, double otherwiseMps) {
    double limitMps = network.speedLimitMps(segmentIndex);
    return limitMps > 0
        ? limitMps
        : usualMps(network.segment(segmentIndex).roadClass(), otherwiseMps);
  }

  /// @param roadClass the class in OSM's words; empty when unknown
  static double usualMps(String roadClass, double otherwiseMps) {
    boolean link = roadClass.endsWith(LINK);
    String name = link ? roadClass.substring(0, roadClass.length() - LINK.length()) : roadClass;
    Integer usualKmh = USUAL_KMH.get(name);
    if (usualKmh == null) {
      return otherwiseMps;
    }
    return usualKmh * MPS_PER_KMH * (link ? LINK_SHARE : 1);
  }
}
