package city.wayside.kit.crowd;

import city.wayside.kit.latency.Latency;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a crowd got in. No try is missing: `tries = accepted + refused + failed + underWay`.
///
/// @param tries connections begun
/// @param accepted connections that the server accepted
/// @param refusedByCode connections that the server refused, by the code of CONNACK
/// @param failedByReason connections that ended without CONNACK, by reason
/// @param latency from a client's first try to its CONNACK, pauses between tries included
/// @param elapsedMs from the first try of all to the last CONNACK
public record Arrivals(
    long tries,
    long accepted,
    SortedMap<Integer, Long> refusedByCode,
    SortedMap<String, Long> failedByReason,
    Latency latency,
    long elapsedMs) {

  private static final int SERVER_UNAVAILABLE = 0x88;
  private static final int SERVER_BUSY = 0x89;
  private static final int RATE_EXCEEDED = 0x9F;

  /// Takes copies.
  public Arrivals {
    refusedByCode = Collections.unmodifiableSortedMap(new TreeMap<>(refusedByCode));
    failedByReason = Collections.unmodifiableSortedMap(new TreeMap<>(failedByReason));
  }

  /// Connections that the server refused.
  public long refused() {
    return sum(refusedByCode);
  }

  /// Connections that ended without CONNACK.
  public long failed() {
    return sum(failedByReason);
  }

  /// Connections refused with a code that does not say "not now": not by pacing (MQTT 5 §3.2.2.2:
  /// server unavailable, server busy, connection rate exceeded), therefore wrongly.
  public long refusedWrongly() {
    return refused() - count(SERVER_UNAVAILABLE) - count(SERVER_BUSY) - count(RATE_EXCEEDED);
  }

  private long count(int code) {
    return refusedByCode.getOrDefault(code, 0L);
  }

  /// Tries that have not ended.
  public long underWay() {
    return tries - accepted - refused() - failed();
  }

  private static long sum(SortedMap<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
