package city.wayside.kit.crowd;

import city.wayside.kit.latency.Latency;
import city.wayside.kit.latency.LatencyHistogram;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts what becomes of every try to connect. One thread.
final class ArrivalLedger {

  /// Reasons that are told apart; more share one.
  private static final int REASONS_MAX = 32;

  private static final long NS_PER_US = 1000;
  private static final long NS_PER_MS = 1_000_000;

  private final SortedMap<Integer, Long> refusedByCode = new TreeMap<>();
  private final SortedMap<String, Long> failedByReason = new TreeMap<>();
  private final LatencyHistogram latency = new LatencyHistogram();
  private long tries;
  private long accepted;
  private long firstNs;
  private long lastNs;

  void tried(long nowNs) {
    if (tries == 0) {
      firstNs = nowNs;
      lastNs = nowNs;
    }
    tries++;
  }

  /// @param sinceNs when the client first tried
  void accepted(long sinceNs, long nowNs) {
    accepted++;
    lastNs = nowNs;
    latency.record((nowNs - sinceNs) / NS_PER_US);
  }

  void refused(int code) {
    refusedByCode.merge(code, 1L, Long::sum);
  }

  void failed(String reason) {
    boolean isKnown = failedByReason.containsKey(reason) || failedByReason.size() < REASONS_MAX;
    failedByReason.merge(isKnown ? reason : "other", 1L, Long::sum);
  }

  Arrivals arrivals() {
    return new Arrivals(
        tries,
        accepted,
        refusedByCode,
        failedByReason,
        Latency.of(latency),
        (lastNs - firstNs) / NS_PER_MS);
  }
}
