package city.wayside.edge.detect;

import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.Evidence;
import city.wayside.road.network.RoadNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks for places where several vehicles have braked hard. The thread of reviews only.
final class BrakingReview {

  /// How likely it is that one vehicle that brakes says nothing.
  private static final double SAYS_NOTHING = 0.75;

  private final BrakingConfig config;
  private final RoadNetwork network;
  private final Adjoining adjoining;

  BrakingReview(BrakingConfig config, RoadNetwork network, Adjoining adjoining) {
    this.config = config;
    this.network = network;
    this.adjoining = adjoining;
  }

  /// Looks at the brakings of the time that counts.
  void review(List<Braking> brakings, Findings findings) {
    if (brakings.size() < config.vehiclesMin()) {
      return;
    }
    Map<Integer, List<Braking>> bySegment = new HashMap<>();
    for (Braking braking : brakings) {
      bySegment.computeIfAbsent(braking.segmentIndex(), _ -> new ArrayList<>()).add(braking);
    }
    for (Map.Entry<Integer, List<Braking>> segment : bySegment.entrySet()) {
      List<Braking> around = around(segment.getKey(), bySegment);
      if (around.size() >= config.vehiclesMin()) {
        review(segment.getValue(), around, findings);
      }
    }
  }

  /// Every braking on a segment and those that adjoin.
  private List<Braking> around(int segment, Map<Integer, List<Braking>> bySegment) {
    Set<Integer> segments = new HashSet<>();
    segments.add(segment);
    for (int i = 0; i < adjoining.successorsCount(segment); i++) {
      segments.add(adjoining.successor(segment, i));
    }
    for (int i = 0; i < adjoining.predecessorsCount(segment); i++) {
      segments.add(adjoining.predecessor(segment, i));
    }
    List<Braking> around = new ArrayList<>();
    for (int each : segments) {
      around.addAll(bySegment.getOrDefault(each, List.of()));
    }
    return around;
  }

  /// Finds the braking of a segment with the most others near it.
  private void review(List<Braking> brakings, List<Braking> around, Findings findings) {
    Braking middle = brakings.getFirst();
    Set<Long> most = Set.of();
    long sinceMs = Long.MAX_VALUE;
    for (Braking braking : brakings) {
      Set<Long> stations = new HashSet<>();
      long earliestMs = Long.MAX_VALUE;
      for (Braking other : around) {
        if (apartM(braking, other) <= config.withinM()) {
          stations.add(other.stationId());
          earliestMs = Math.min(earliestMs, other.timeMs());
        }
      }
      if (stations.size() > most.size()) {
        most = stations;
        middle = braking;
        sinceMs = earliestMs;
      }
    }
    if (most.size() >= config.vehiclesMin()) {
      double confidence = 1 - Math.pow(SAYS_NOTHING, most.size());
      findings.found(
          finding(middle, sinceMs, new Evidence(most.size(), around.size(), confidence)));
    }
  }

  private double apartM(Braking one, Braking other) {
    return adjoining.apartM(
        one.segmentIndex(), one.offsetM(), other.segmentIndex(), other.offsetM());
  }

  private Finding finding(Braking at, long sinceMs, Evidence evidence) {
    int segment = at.segmentIndex();
    return new Finding(
        Detected.HARD_BRAKING,
        segment,
        at.offsetM(),
        new GeoPoint(network.latDeg(segment, at.offsetM()), network.lonDeg(segment, at.offsetM())),
        network.headingDeg(segment, at.offsetM()),
        Double.NaN,
        sinceMs,
        evidence);
  }
}
