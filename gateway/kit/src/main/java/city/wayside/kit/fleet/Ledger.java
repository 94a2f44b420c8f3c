package city.wayside.kit.fleet;

import city.wayside.kit.latency.Latency;
import city.wayside.kit.latency.LatencyHistogram;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts what becomes of every message and connection. Event loop.
final class Ledger {

  /// Reasons of failed connections that are told apart; more share one.
  private static final int REASONS_MAX = 32;

  private static final long NS_PER_US = 1000;

  private final SortedMap<String, Long> refusedByCode = new TreeMap<>();
  private final SortedMap<String, Long> noticesByCode = new TreeMap<>();
  private final Map<String, Long> failed = new HashMap<>();
  private final Map<String, Long> dropped = new HashMap<>();
  private final LatencyHistogram latency = new LatencyHistogram();
  private long sent;
  private long acknowledged;
  private long refused;
  private long lost;
  private long sentAgain;
  private int open;
  private long opened;
  private long lagMsMax;

  void sent() {
    sent++;
  }

  /// True when there was anything to say.
  boolean hasSent() {
    return sent > 0;
  }

  void written() {
    acknowledged++;
  }

  void acknowledged(long latencyNs) {
    latency.record(latencyNs / NS_PER_US);
    acknowledged++;
  }

  void refused(String code, long latencyNs) {
    latency.record(latencyNs / NS_PER_US);
    refused++;
    refusedByCode.merge(code, 1L, Long::sum);
  }

  void lost(int count) {
    lost += count;
  }

  void sentAgain() {
    sentAgain++;
  }

  void noticed(String code) {
    count(noticesByCode, code);
  }

  void opened() {
    open++;
    opened++;
  }

  void closed(boolean wasOpen, String reason) {
    if (wasOpen) {
      open--;
    }
    if (!reason.isEmpty()) {
      count(wasOpen ? dropped : failed, reason);
    }
  }

  void late(long lagMs) {
    lagMsMax = Math.max(lagMsMax, lagMs);
  }

  long pending() {
    return sent - acknowledged - refused - lost;
  }

  private static void count(Map<String, Long> counts, String reason) {
    boolean known = counts.containsKey(reason) || counts.size() < REASONS_MAX;
    counts.merge(known ? reason : "other", 1L, Long::sum);
  }

  /// The account as it stands.
  ///
  /// @param pending messages that the connections still hold, counted by them and not from here, so
  ///   that a message counted twice or never shows
  ReplayReport report(long pending, long elapsedMs) {
    return new ReplayReport(
        sent,
        acknowledged,
        refusedByCode,
        lost,
        pending,
        sentAgain,
        noticesByCode,
        Latency.of(latency),
        new Connections(open, opened, failed, dropped),
        lagMsMax,
        elapsedMs);
  }
}
