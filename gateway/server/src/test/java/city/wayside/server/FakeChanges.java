package city.wayside.server;

import city.wayside.model.flow.TrafficChange;
import city.wayside.model.flow.TrafficChanges;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Changes in a list, which can be added to while somebody waits.
final class FakeChanges implements TrafficChanges {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition added = lock.newCondition();
  private final List<TrafficChange> changes = new ArrayList<>();
  private long waits;

  void add(TrafficChange change) {
    lock.lock();
    try {
      changes.add(change);
      added.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return changes.size();
    } finally {
      lock.unlock();
    }
  }

  /// How often somebody asked to wait for more than no time: only a follower that has read
  /// everything does.
  long waits() {
    lock.lock();
    try {
      return waits;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<TrafficChange> after(long cursor, int countMax, Duration wait)
      throws InterruptedException {
    lock.lockInterruptibly();
    try {
      waits += wait.isZero() ? 0 : 1;
      long leftNs = wait.toNanos();
      while (newer(cursor, countMax).isEmpty() && leftNs > 0) {
        leftNs = added.awaitNanos(Math.min(leftNs, TimeUnit.SECONDS.toNanos(1)));
      }
      return newer(cursor, countMax);
    } finally {
      lock.unlock();
    }
  }

  private List<TrafficChange> newer(long cursor, int countMax) {
    return changes.stream().filter(change -> change.cursor() > cursor).limit(countMax).toList();
  }
}
