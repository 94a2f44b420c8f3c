package city.wayside.kit.load;

import city.wayside.kit.latency.Latency;
import city.wayside.kit.latency.LatencyHistogram;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What became of one kind of message during some time. `due = sent + heldBack` and, once nothing
/// is under way, `sent = acknowledged + refused + lost` for those that are answered.
///
/// @param due messages that were to be said
/// @param sent messages handed to the network
/// @param heldBack messages not said because the connection was gone, took nothing, or had too many
///   unanswered
/// @param acknowledged messages the server took
/// @param refusedByCode messages it refused, by the code of PUBACK
/// @param lost messages that were not answered before the connection or the patience ended
/// @param latency from when a message was due to its acknowledgement
public record StreamCounts(
    long due,
    long sent,
    long heldBack,
    long acknowledged,
    SortedMap<Integer, Long> refusedByCode,
    long lost,
    LatencyHistogram latency) {

  /// Takes copies.
  public StreamCounts {
    refusedByCode = Collections.unmodifiableSortedMap(new TreeMap<>(refusedByCode));
    latency = copy(latency);
  }

  /// Nothing was said.
  public static StreamCounts none() {
    return new StreamCounts(0, 0, 0, 0, new TreeMap<>(), 0, new LatencyHistogram());
  }

  private static LatencyHistogram copy(LatencyHistogram histogram) {
    LatencyHistogram copy = new LatencyHistogram();
    copy.add(histogram);
    return copy;
  }

  /// Messages refused with whatever code.
  public long refused() {
    return refusedByCode.values().stream().mapToLong(Long::longValue).sum();
  }

  /// How long acknowledgements took.
  public Latency latencies() {
    return Latency.of(latency);
  }

  /// These and those of another time together.
  public StreamCounts plus(StreamCounts other) {
    SortedMap<Integer, Long> codes = new TreeMap<>(refusedByCode);
    other.refusedByCode.forEach((code, count) -> codes.merge(code, count, Long::sum));
    LatencyHistogram both = copy(latency);
    both.add(other.latency);
    return new StreamCounts(
        due + other.due,
        sent + other.sent,
        heldBack + other.heldBack,
        acknowledged + other.acknowledged,
        codes,
        lost + other.lost,
        both);
  }
}
