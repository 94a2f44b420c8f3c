package city.wayside.grid.rollup;

import java.util.Arrays;

/// What a counter and the reports on its segment say together: sums in which older counts weigh
/// less.
///
/// @param segmentId the city's id of the segment
/// @param usedUntilMs counts of intervals that begin before are in the sums, or never will be
/// @param weighedAtMs the moment at which the sums have the weights that they have
/// @param probes reporting vehicles that passed, by band of the day
/// @param counted vehicles that were counted, by band of the day
public record CountedPlace(
    String segmentId, long usedUntilMs, long weighedAtMs, double[] probes, double[] counted) {

  /// Nothing counted yet.
  public static CountedPlace fresh(String segmentId, long atMs) {
    return new CountedPlace(
        segmentId, atMs, atMs, new double[DayClock.BANDS], new double[DayClock.BANDS]);
  }

  /// The same with one interval more.
  ///
  /// @param startMs the interval's start, not before [#usedUntilMs]
  /// @param endMs its end
  CountedPlace plus(
      long startMs, long endMs, int band, double passed, double vehicles, double halfLifeMs) {
    long atMs = Math.max(weighedAtMs, startMs);
    double[] moreProbes = weighed(probes, atMs, halfLifeMs);
    double[] moreCounted = weighed(counted, atMs, halfLifeMs);
    moreProbes[band] += passed;
    moreCounted[band] += vehicles;
    return new CountedPlace(segmentId, endMs, atMs, moreProbes, moreCounted);
  }

  /// Sums with the weights of a moment.
  double[] weighed(double[] sums, long atMs, double halfLifeMs) {
    double weight = Math.pow(0.5, (atMs - weighedAtMs) / halfLifeMs);
    return Arrays.stream(sums).map(sum -> sum * weight).toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CountedPlace place
        && segmentId.equals(place.segmentId)
        && usedUntilMs == place.usedUntilMs
        && weighedAtMs == place.weighedAtMs
        && Arrays.equals(probes, place.probes)
        && Arrays.equals(counted, place.counted);
  }

  @Override
  public int hashCode() {
    return 31 * segmentId.hashCode() + Long.hashCode(usedUntilMs);
  }
}
