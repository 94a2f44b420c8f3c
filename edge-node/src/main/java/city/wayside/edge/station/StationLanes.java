package city.wayside.edge.station;

import city.wayside.model.traffic.StationSketch;
import java.util.concurrent.atomic.AtomicInteger;

/// All stations that are remembered, striped into lanes by id, so that a station that is heard over
/// two connections is still taken in order.
///
/// A lane's lock is held for the microseconds that admitting, matching and tallying one report
/// take: nothing inside waits for anything, and with [#COUNT] lanes and a thread or two per
/// processor two of them seldom meet. That is a critical section, not blocking in the sense that
/// event loops must avoid.
public final class StationLanes {

  /// How many lanes; a power of two.
  public static final int COUNT = 64;

  private final StationLane[] lanes = new StationLane[COUNT];
  private final AtomicInteger count = new AtomicInteger();
  private final long idleMsMax;
  private int nextToSweep;

  /// Lanes for a number of stations.
  ///
  /// @param stationsCountMax how many stations are remembered; beyond it new ones have no room.
  ///   Lanes that grow at the same moment may pass it by one each
  /// @param idleMsMax how long a station that is silent is remembered
  public StationLanes(int stationsCountMax, long idleMsMax) {
    this.idleMsMax = idleMsMax;
    for (int i = 0; i < COUNT; i++) {
      lanes[i] = new StationLane(count, stationsCountMax);
    }
  }

  /// The lane of a station.
  public StationLane of(long stationId) {
    // Ids are often given out in sequence or in blocks; the hash spreads them.
    return lanes[(int) StationSketch.hash(stationId) & (COUNT - 1)];
  }

  /// How many stations are remembered.
  public int stationsCount() {
    return count.get();
  }

  /// Forgets the idle stations of one lane, and the next time of the next one: no sweep holds up
  /// more than one lane. One thread.
  public void sweepNextLane(long nowMs) {
    lanes[nextToSweep].forgetIdle(nowMs, idleMsMax);
    nextToSweep = (nextToSweep + 1) & (COUNT - 1);
  }
}
