package city.wayside.edge.pressure;

import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import city.wayside.model.traffic.StationSketch;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/// Leaves beacons out under load, station by station: between two that are taken lies a shortest
/// time, which grows with the level. So load falls, and still every station is heard.
///
/// Beacons with QoS 0 are thinned from level 1 on, those with QoS 1 from level 2 on: whoever asks
/// for an answer wants the message to arrive.
///
/// When a station's last beacon was taken is remembered in a table of fixed size without locks. It
/// errs on the side of taking: a station that found no place in it is not thinned, and when two
/// threads ask for the same station at the same moment both may pass. Any thread.
public final class BeaconThinning {

  /// How many stations are remembered.
  public static final int STATIONS_COUNT_MAX = 1 << 18;

  /// A station's entry may be in any of so many neighbouring places: one cache line on most
  /// machines, together with the next one.
  private static final int WAYS = 4;

  private static final int TIME_BITS = 40;
  private static final long TIME_MASK = (1L << TIME_BITS) - 1;

  /// Each place has a station's tag above [#TIME_BITS] bits of the time of its last beacon.
  private final AtomicLongArray places = new AtomicLongArray(STATIONS_COUNT_MAX);

  private final long intervalMs;
  private final Refused[] answers = new Refused[Pressure.LEVEL_MAX + 1];

  /// A table without stations.
  ///
  /// @param intervalMs the shortest time between two beacons of a station at the first step
  public BeaconThinning(long intervalMs) {
    this.intervalMs = intervalMs;
    for (int step = 0; step <= Pressure.LEVEL_MAX; step++) {
      answers[step] =
          new Refused(
              Refusal.THINNED,
              "there is more than can be taken: of each station one beacon in "
                  + intervalMs(step)
                  + " ms is taken, others are left out");
    }
  }

  /// The key of a station.
  public static long stationKey(long stationId) {
    return StationSketch.hash(stationId);
  }

  /// The key of a client that speaks for a station without naming it beforehand.
  public static long clientKey(String clientId) {
    // Above the 32 bits of a station's id.
    return StationSketch.hash((1L << 32) + (clientId.hashCode() & 0xFFFF_FFFFL));
  }

  /// Asks for one beacon. One that is taken is remembered.
  ///
  /// @param level the pressure, 0 to [Pressure#LEVEL_MAX]
  /// @param qos the quality of service at which it came, 0 or more
  /// @param key the station's [#stationKey], or [#clientKey]
  /// @return why it is left out; nothing when it is taken
  public @Nullable Refused check(int level, int qos, long key, long nowMs) {
    int step = qos == 0 ? level : level - 1;
    if (step <= 0) {
      return null;
    }
    return isTooSoon(key, nowMs, intervalMs(step)) ? answers[step] : null;
  }

  private long intervalMs(int step) {
    return step == 0 ? 0 : intervalMs << (step - 1);
  }

  private boolean isTooSoon(long key, long nowMs, long shortestMs) {
    int first = (int) key & (STATIONS_COUNT_MAX - 1) & -WAYS;
    long tag = key & ~TIME_MASK;
    long entry = tag | (nowMs & TIME_MASK);
    int oldest = first;
    long oldestAgeMs = -1;
    for (int place = first; place < first + WAYS; place++) {
      long found = places.getOpaque(place);
      // Of a clock that was set back comes an age of many years, and so the beacon is taken.
      long ageMs = (nowMs - found) & TIME_MASK;
      if ((found & ~TIME_MASK) == tag) {
        if (ageMs < shortestMs) {
          return true;
        }
        places.setOpaque(place, entry);
        return false;
      }
      if (ageMs > oldestAgeMs) {
        oldest = place;
        oldestAgeMs = ageMs;
      }
    }
    places.setOpaque(oldest, entry);
    return false;
  }
}
