package city.wayside.kit.load;

import city.wayside.kit.latency.LatencyHistogram;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts what becomes of every message. One thread.
final class LoadLedger {

  /// Reasons that are told apart; more share one.
  private static final int REASONS_MAX = 32;

  private static final long NS_PER_US = 1000;
  private static final long NS_PER_MS = 1_000_000;

  /// Codes from here on are refusals: PUBACK's in MQTT, a response's in CoAP.
  static final int REFUSED = 0x80;

  /// The counts of one kind of message.
  private static final class Counts {
    private final SortedMap<Integer, Long> refusedByCode = new TreeMap<>();
    private final LatencyHistogram latency = new LatencyHistogram();
    private long due;
    private long sent;
    private long heldBack;
    private long acknowledged;
    private long lost;

    StreamCounts taken() {
      return new StreamCounts(due, sent, heldBack, acknowledged, refusedByCode, lost, latency);
    }
  }

  private final EnumMap<Stream, Counts> counts = new EnumMap<>(Stream.class);
  private final SortedMap<String, Long> ended = new TreeMap<>();
  private long skipped;
  private long sentAgain;
  private long underWay;
  private long lagNsMax;
  private long sinceNs;
  private int open;
  private LoadCounts.Before before = new LoadCounts.Before(0, 0);

  LoadLedger(long nowNs) {
    sinceNs = nowNs;
    clear();
  }

  private void clear() {
    for (Stream stream : Stream.values()) {
      counts.put(stream, new Counts());
    }
    ended.clear();
    skipped = 0;
    sentAgain = 0;
    lagNsMax = 0;
  }

  private Counts of(Stream stream) {
    return Objects.requireNonNull(counts.get(stream));
  }

  void due(Stream stream) {
    of(stream).due++;
  }

  void sent(Stream stream) {
    of(stream).sent++;
    underWay += stream.qos();
  }

  void heldBack(Stream stream) {
    of(stream).heldBack++;
  }

  void answered(Stream stream, int code, long latencyNs) {
    underWay--;
    if (code < REFUSED) {
      of(stream).acknowledged++;
      of(stream).latency.record(latencyNs / NS_PER_US);
    } else {
      of(stream).refusedByCode.merge(code, 1L, Long::sum);
    }
  }

  void lost(Stream stream) {
    underWay--;
    of(stream).lost++;
  }

  void sentAgain() {
    sentAgain++;
  }

  void skipped(long count) {
    skipped += count;
  }

  void late(long lagNs) {
    lagNsMax = Math.max(lagNsMax, lagNs);
  }

  void opened() {
    open++;
  }

  void closed() {
    open--;
  }

  void ended(String reason) {
    boolean isKnown = ended.containsKey(reason) || ended.size() < REASONS_MAX;
    ended.merge(isKnown ? reason : "other", 1L, Long::sum);
  }

  /// Messages that wait for an answer, since ever; it paces, and is no part of the account.
  long underWay() {
    return underWay;
  }

  int open() {
    return open;
  }

  /// The counts since they were last taken.
  ///
  /// @param waiting hazards that the vehicles have not said yet
  /// @param pending messages that they have and that are not answered; both are counted by them and
  ///   not from here, so that a message counted twice or never shows
  LoadCounts take(long nowNs, long waiting, long pending) {
    Map<Stream, StreamCounts> byStream = new EnumMap<>(Stream.class);
    for (Stream stream : Stream.values()) {
      byStream.put(stream, of(stream).taken());
    }
    LoadCounts taken =
        new LoadCounts(
            byStream,
            skipped,
            sentAgain,
            waiting,
            pending,
            before,
            open,
            ended,
            lagNsMax / NS_PER_MS,
            nowNs - sinceNs);
    sinceNs = nowNs;
    before = new LoadCounts.Before(waiting, pending);
    clear();
    return taken;
  }
}
