package city.wayside.kit.load;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What became of a load during some time.
///
/// @param byStream each kind of message
/// @param skipped messages that were due and not even looked at, because the generator was too slow
/// @param sentAgain retransmissions (CoAP)
/// @param waiting hazards that wait for room on their connection at the end of the time
/// @param pending messages sent and not answered at the end of the time
/// @param before what waited and what was under way at the start of the time
/// @param open connections that were open at the end of the time
/// @param endedByReason connections that ended without the vehicle's wish, by reason
/// @param lagMsMax how far the generator was behind its own schedule at worst
/// @param elapsedNs how long
public record LoadCounts(
    Map<Stream, StreamCounts> byStream,
    long skipped,
    long sentAgain,
    long waiting,
    long pending,
    Before before,
    int open,
    SortedMap<String, Long> endedByReason,
    long lagMsMax,
    long elapsedNs) {

  private static final double NS_PER_S = 1e9;

  /// What there was already.
  ///
  /// @param waiting hazards that waited for room
  /// @param pending messages sent and not answered
  public record Before(long waiting, long pending) {}

  /// Takes copies.
  public LoadCounts {
    byStream = Map.copyOf(byStream);
    endedByReason = Collections.unmodifiableSortedMap(new TreeMap<>(endedByReason));
  }

  /// No time.
  public static LoadCounts none() {
    return new LoadCounts(Map.of(), 0, 0, 0, 0, new Before(0, 0), 0, new TreeMap<>(), 0, 0);
  }

  /// One kind of message.
  public StreamCounts of(Stream stream) {
    return byStream.getOrDefault(stream, StreamCounts.none());
  }

  /// Some kinds of messages together.
  public StreamCounts of(Stream first, Stream... others) {
    StreamCounts sum = of(first);
    for (Stream other : others) {
      sum = sum.plus(of(other));
    }
    return sum;
  }

  /// All kinds of messages together.
  public StreamCounts all() {
    return of(Stream.BEACON_QOS_0, Stream.BEACON_QOS_1, Stream.HAZARD);
  }

  /// True when no message is missing: each that was due was sent, held back or waits; each that is
  /// answered is acknowledged, refused, lost or under way.
  public boolean isBalanced() {
    StreamCounts all = all();
    StreamCounts answered = of(Stream.BEACON_QOS_1, Stream.HAZARD);
    return all.due() + before.waiting == all.sent() + all.heldBack() + waiting
        && answered.sent() + before.pending
            == answered.acknowledged() + answered.refused() + answered.lost() + pending;
  }

  /// How many seconds.
  public double elapsedS() {
    return elapsedNs / NS_PER_S;
  }

  /// This time and the one right after it together.
  public LoadCounts plus(LoadCounts next) {
    Map<Stream, StreamCounts> sums = new EnumMap<>(Stream.class);
    for (Stream stream : Stream.values()) {
      sums.put(stream, of(stream).plus(next.of(stream)));
    }
    SortedMap<String, Long> ended = new TreeMap<>(endedByReason);
    next.endedByReason.forEach((reason, count) -> ended.merge(reason, count, Long::sum));
    return new LoadCounts(
        sums,
        skipped + next.skipped,
        sentAgain + next.sentAgain,
        next.waiting,
        next.pending,
        before,
        next.open,
        ended,
        Math.max(lagMsMax, next.lagMsMax),
        elapsedNs + next.elapsedNs);
  }
}
