package city.wayside.edge.uplink;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread `uplink`: takes a turn, waits as long as the turn says or until it is woken, and so
/// on.
public final class UplinkThread {

  private static final Logger LOG = LoggerFactory.getLogger(UplinkThread.class);

  private static final long AFTER_FAULT_MS = 1000;

  private final LongSupplier turn;
  private final Thread thread;
  private volatile boolean isStopped;

  /// A thread that is not started yet.
  ///
  /// @param turn what it does each time; says how many milliseconds to wait for the next
  public UplinkThread(LongSupplier turn) {
    this.turn = turn;
    this.thread = Thread.ofPlatform().name("uplink").daemon().unstarted(this::run);
  }

  /// Starts it; once.
  public void start() {
    thread.start();
  }

  /// Has it take a turn now. Any thread.
  public void wake() {
    LockSupport.unpark(thread);
  }

  /// Has it end after the turn that it is in. Any thread.
  public void stop() {
    isStopped = true;
    wake();
  }

  private void run() {
    long waitMs = 1;
    while (!isStopped) {
      LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(waitMs));
      try {
        waitMs = turn.getAsLong();
      } catch (RuntimeException fault) {
        // Without turns nothing would ever be acknowledged again: better to go on, and say so.
        LOG.error("A turn of the uplink failed", fault);
        waitMs = AFTER_FAULT_MS;
      }
    }
  }
}
