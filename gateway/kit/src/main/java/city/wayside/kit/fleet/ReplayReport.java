package city.wayside.kit.fleet;

import city.wayside.kit.latency.Latency;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The account of a fleet, while it drives or at the end. No message is missing from it: `sent =
/// acknowledged + refused + lost + pending`, and nothing is pending at the end.
///
/// @param sent messages that vehicles had to say
/// @param acknowledged messages the server took: PUBACK with success, a response of 2.xx over CoAP,
///   or for MQTT's QoS 0, which has no acknowledgement, written to an open connection
/// @param refusedByCode messages refused, by the reason code of their PUBACK (MQTT 5 §3.4.2.1,
///   `0x97`) or the code of their response (RFC 7252 §5.9, `4.29`)
/// @param lost messages given up: no connection, no room, no acknowledgement in time, nothing that
///   the format can say
/// @param pending messages on their way
/// @param sentAgain how often a message was sent again over CoAP, since no acknowledgement came;
///   not part of the sum
/// @param noticesByCode refusals told on `v1/refused/{client}`, by their code word; a server may
///   tell fewer than there are, so they are not part of the sum
/// @param latency how long acknowledgements took
/// @param connections what became of the connections
/// @param lagMsMax how far the generator was behind its own schedule at worst: where it is large,
///   latencies are better than a punctual fleet would have seen
/// @param elapsedMs time since the first message was due
public record ReplayReport(
    long sent,
    long acknowledged,
    SortedMap<String, Long> refusedByCode,
    long lost,
    long pending,
    long sentAgain,
    SortedMap<String, Long> noticesByCode,
    Latency latency,
    Connections connections,
    long lagMsMax,
    long elapsedMs) {

  /// Takes copies.
  public ReplayReport {
    refusedByCode = Collections.unmodifiableSortedMap(new TreeMap<>(refusedByCode));
    noticesByCode = Collections.unmodifiableSortedMap(new TreeMap<>(noticesByCode));
  }

  /// Messages refused with whatever code.
  public long refused() {
    return refusedByCode.values().stream().mapToLong(Long::longValue).sum();
  }

  /// True when no message is missing from the account.
  public boolean isBalanced() {
    return sent == acknowledged + refused() + lost + pending;
  }
}
