package city.wayside.kit.latency;

/// How long something took: messages of QoS 1 until their acknowledgement, connections until they
/// were accepted.
///
/// @param count how many were measured
/// @param p50Ms the median
/// @param p99Ms 99 of 100 took no longer
/// @param p999Ms 999 of 1,000 took no longer
/// @param maxMs the longest
public record Latency(long count, double p50Ms, double p99Ms, double p999Ms, double maxMs) {

  private static final double US_PER_MS = 1000;

  /// What a histogram says.
  public static Latency of(LatencyHistogram histogram) {
    return new Latency(
        histogram.total(),
        histogram.quantileUs(0.5) / US_PER_MS,
        histogram.quantileUs(0.99) / US_PER_MS,
        histogram.quantileUs(0.999) / US_PER_MS,
        histogram.maxUs() / US_PER_MS);
  }
}
