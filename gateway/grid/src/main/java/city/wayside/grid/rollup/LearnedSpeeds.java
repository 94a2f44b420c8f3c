package city.wayside.grid.rollup;

import city.wayside.model.traffic.EdieFigures;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.TravelTimeSketch;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The speeds of undisturbed traffic, learned from closed one-minute windows: for each segment the
/// times that a kilometre took at the windows' space-mean speeds, of windows in which hardly
/// anybody stood. What is learned takes effect when it is settled, so that records between two
/// settlings are made alike. One thread.
final class LearnedSpeeds {

  private static final double M_PER_KM = 1000;
  private static final double MS_PER_S = 1000;

  private final FreeFlowConfig config;
  private final double[] lengthM;
  private final double[] settledMps;
  private final Map<Integer, TravelTimeSketch> paces = new HashMap<>();
  private final Set<Integer> changed = new HashSet<>();

  /// @param lengthM of each segment
  LearnedSpeeds(FreeFlowConfig config, double[] lengthM) {
    this.config = config;
    this.lengthM = lengthM;
    this.settledMps = new double[lengthM.length];
    Arrays.fill(settledMps, Double.NaN);
  }

  /// The learned speed of a segment; `NaN` while it is not known.
  double mps(int segment) {
    return settledMps[segment];
  }

  /// Takes what another member has learned in the place of what was learned here.
  void replace(Map<Integer, TravelTimeSketch> kept) {
    paces.clear();
    changed.clear();
    Arrays.fill(settledMps, Double.NaN);
    kept.forEach((segment, pace) -> {
      if (segment >= 0 && segment < settledMps.length) {
        paces.put(segment, pace);
        settle(segment, pace);
      }
    });
  }

  /// Learns from a closed one-minute window of a segment.
  void learn(SegmentTraffic record) {
    int segment = record.window().segmentIndex();
    EdieFigures edie = record.edie();
    // Less than the segment once is a glimpse of a part of it.
    if (edie.distanceM() < lengthM[segment]
        || !(edie.stoppedTimeS() <= config.stoppedShareMax() * edie.timeS())) {
      return;
    }
    int bin = TravelTimeSketch.bin(M_PER_KM / edie.speedMps() * MS_PER_S);
    TravelTimeSketch one = new TravelTimeSketch(new int[] {bin}, new int[] {1});
    TravelTimeSketch more = paces.getOrDefault(segment, TravelTimeSketch.EMPTY).plus(one);
    paces.put(segment, more.count() < config.windowsKept() ? more : halved(more));
    changed.add(segment);
  }

  /// Lets what was learned take effect.
  ///
  /// @return the paces that have changed since the last time
  Map<Integer, TravelTimeSketch> settle() {
    Map<Integer, TravelTimeSketch> settled = HashMap.newHashMap(changed.size());
    for (int segment : changed) {
      TravelTimeSketch pace = paces.getOrDefault(segment, TravelTimeSketch.EMPTY);
      settle(segment, pace);
      settled.put(segment, pace);
    }
    changed.clear();
    return settled;
  }

  private void settle(int segment, TravelTimeSketch pace) {
    if (pace.count() >= config.windowsMin()) {
      settledMps[segment] = M_PER_KM / pace.percentileS(1 - config.percentile());
    }
  }

  private static TravelTimeSketch halved(TravelTimeSketch pace) {
    int[] bins = new int[pace.bins().length];
    int[] counts = new int[bins.length];
    int size = 0;
    for (int i = 0; i < bins.length; i++) {
      int half = pace.counts()[i] / 2;
      if (half > 0) {
        bins[size] = pace.bins()[i];
        counts[size++] = half;
      }
    }
    return new TravelTimeSketch(Arrays.copyOf(bins, size), Arrays.copyOf(counts, size));
  }
}
