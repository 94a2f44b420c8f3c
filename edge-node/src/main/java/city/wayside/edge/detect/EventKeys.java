package city.wayside.edge.detect;

import city.wayside.model.event.EventKey;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Gives keys to events: from what it is, where and when it began, so that two edge nodes that see
/// the same give it the same key. An event that has the place in the numbers of another one, or
/// comes again where one has just ended, has the next number. The thread of reviews only.
final class EventKeys {

  /// Events of one place that begin in the same so many milliseconds have the same key.
  private static final long SLOT_MS = 600_000;

  /// DENM's sequence numbers.
  private static final int NUMBERS = 0x1_0000;

  /// Then the number of the event that ended first is free before its time. There are never so many
  /// events at a time.
  private static final int TAKEN_COUNT_MAX = NUMBERS / 2;

  private static final int FNV_OFFSET = 0x811C9DC5;
  private static final int FNV_PRIME = 0x01000193;

  private final long stationId;

  /// Numbers that are taken, and until when; those taken first are first.
  private final Map<Integer, Long> taken = new LinkedHashMap<>();

  EventKeys(long stationId) {
    this.stationId = stationId;
  }

  /// A key that no other event has.
  ///
  /// @param segmentId where it was first seen
  /// @param sinceMs when it began
  EventKey take(Detected what, String segmentId, long sinceMs) {
    int hash = FNV_OFFSET;
    for (int i = 0; i < segmentId.length(); i++) {
      hash = (hash ^ segmentId.charAt(i)) * FNV_PRIME;
    }
    hash = (hash ^ what.cause().causeCode()) * FNV_PRIME;
    hash = (hash ^ Long.hashCode(Math.floorDiv(sinceMs, SLOT_MS))) * FNV_PRIME;
    int number = (hash ^ (hash >>> 16)) & (NUMBERS - 1);
    if (taken.size() >= TAKEN_COUNT_MAX) {
      freeOldest();
    }
    while (taken.containsKey(number)) {
      number = (number + 1) % NUMBERS;
    }
    taken.put(number, Long.MAX_VALUE);
    return new EventKey(stationId, number);
  }

  /// An event has ended: its number is free again when nobody can mistake another event for it.
  ///
  /// @param validMs how long an event holds after it was told last
  void end(EventKey key, long nowMs, long validMs) {
    taken.replace((int) key.sequence(), nowMs + validMs + SLOT_MS);
  }

  private void freeOldest() {
    Iterator<Long> untilMs = taken.values().iterator();
    while (untilMs.hasNext()) {
      if (untilMs.next() != Long.MAX_VALUE) {
        untilMs.remove();
        return;
      }
    }
  }

  /// Frees numbers.
  void turn(long nowMs) {
    taken.values().removeIf(untilMs -> untilMs <= nowMs);
  }
}
