package city.wayside.road.tally;

import java.util.Arrays;

/// Since when vehicles stand, and on which segment: a table that most vehicles are not in. Guarded
/// by its stripe.
///
/// A vehicle that goes on is taken out; one that is not heard of again, by [#forgetBefore].
final class StandingVehicles {

  private static final int SLOTS_FIRST = 16;

  /// No station has this id.
  private static final long FREE = -1;

  /// How many vehicles are kept; those that are not cannot be seen waiting.
  static final int VEHICLES_MAX = 1 << 16;

  /// A vehicle's pieces of way follow each other without a gap; with one it was elsewhere.
  private static final long GAP_MS_MAX = 1000;

  private long[] stations = free(SLOTS_FIRST);
  private int[] segments = new int[SLOTS_FIRST];
  private long[] sincesMs = new long[SLOTS_FIRST];
  private long[] seensMs = new long[SLOTS_FIRST];
  private int size;

  /// Since when a vehicle that stands has been standing on a segment.
  ///
  /// @param fromMs since when it stands, if it was not known to stand there just before
  /// @param toMs until when it is known to stand
  long since(long stationId, int segment, long fromMs, long toMs) {
    int slot = slotOf(stationId);
    if (stations[slot] == FREE) {
      if (size == VEHICLES_MAX) {
        return fromMs;
      }
      if (2 * (size + 1) > stations.length) {
        rebuild(stations.length * 2, Long.MIN_VALUE);
        slot = slotOf(stationId);
      }
      stations[slot] = stationId;
      size++;
    } else if (segments[slot] == segment && fromMs - seensMs[slot] <= GAP_MS_MAX) {
      seensMs[slot] = toMs;
      return sincesMs[slot];
    }
    segments[slot] = segment;
    sincesMs[slot] = fromMs;
    seensMs[slot] = toMs;
    return fromMs;
  }

  /// The vehicle goes on.
  void remove(long stationId) {
    int slot = slotOf(stationId);
    if (stations[slot] == FREE) {
      return;
    }
    size--;
    // What stands behind the gap moves up, or it would not be found any more.
    int mask = stations.length - 1;
    int gap = slot;
    for (int next = (slot + 1) & mask; stations[next] != FREE; next = (next + 1) & mask) {
      int wanted = hash(stations[next]) & mask;
      if (((next - wanted) & mask) >= ((next - gap) & mask)) {
        move(next, gap);
        gap = next;
      }
    }
    stations[gap] = FREE;
  }

  /// Forgets vehicles that were last seen before a moment.
  void forgetBefore(long timeMs) {
    rebuild(stations.length, timeMs);
  }

  int size() {
    return size;
  }

  private void move(int from, int to) {
    stations[to] = stations[from];
    segments[to] = segments[from];
    sincesMs[to] = sincesMs[from];
    seensMs[to] = seensMs[from];
  }

  private void rebuild(int slotCount, long seenMs) {
    long[] oldStations = stations;
    int[] oldSegments = segments;
    long[] oldSincesMs = sincesMs;
    long[] oldSeensMs = seensMs;
    stations = free(slotCount);
    segments = new int[slotCount];
    sincesMs = new long[slotCount];
    seensMs = new long[slotCount];
    size = 0;
    for (int old = 0; old < oldStations.length; old++) {
      if (oldStations[old] != FREE && oldSeensMs[old] >= seenMs) {
        int slot = slotOf(oldStations[old]);
        stations[slot] = oldStations[old];
        segments[slot] = oldSegments[old];
        sincesMs[slot] = oldSincesMs[old];
        seensMs[slot] = oldSeensMs[old];
        size++;
      }
    }
  }

  private int slotOf(long stationId) {
    int mask = stations.length - 1;
    int slot = hash(stationId) & mask;
    while (stations[slot] != FREE && stations[slot] != stationId) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int hash(long stationId) {
    long mixed = stationId * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }

  private static long[] free(int slotCount) {
    long[] stations = new long[slotCount];
    Arrays.fill(stations, FREE);
    return stations;
  }
}
