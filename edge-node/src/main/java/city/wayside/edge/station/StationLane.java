package city.wayside.edge.station;

import io.netty.util.collection.LongObjectHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The stations whose ids fall into one lane, and the lock that keeps each of them in order.
public final class StationLane {

  private final LongObjectHashMap<Station> stations = new LongObjectHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicInteger countOfAll;
  private final int countOfAllMax;

  StationLane(AtomicInteger countOfAll, int countOfAllMax) {
    this.countOfAll = countOfAll;
    this.countOfAllMax = countOfAllMax;
  }

  /// Enters the lane; everything else here is for who holds it.
  public void lock() {
    lock.lock();
  }

  /// Leaves the lane.
  public void unlock() {
    lock.unlock();
  }

  /// The memory of a station, made when it is new.
  ///
  /// @return nothing when the station is new and there is no room for it
  public @Nullable Station station(long stationId, long nowMs) {
    Station known = stations.get(stationId);
    if (known != null) {
      return known;
    }
    if (countOfAll.get() >= countOfAllMax) {
      return null;
    }
    countOfAll.incrementAndGet();
    Station made = new Station(nowMs);
    stations.put(stationId, made);
    return made;
  }

  /// The memory of a station, if there is one.
  public @Nullable Station known(long stationId) {
    return stations.get(stationId);
  }

  /// Forgets the stations of which nothing was admitted for longer than a time. Takes the lock.
  void forgetIdle(long nowMs, long idleMsMax) {
    lock.lock();
    try {
      int before = stations.size();
      stations.values().removeIf(station -> station.isIdle(nowMs, idleMsMax));
      countOfAll.addAndGet(stations.size() - before);
    } finally {
      lock.unlock();
    }
  }
}
