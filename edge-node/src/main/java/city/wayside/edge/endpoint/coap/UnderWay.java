package city.wayside.edge.endpoint.coap;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Counts what is under way in the endpoint: requests that wait for the grid, work for its threads,
/// messages that its sockets have not sent yet. Each hands on to the next before it ends, so that
/// nothing is under way only when all is done. Any thread.
final class UnderWay {

  private final AtomicInteger count = new AtomicInteger();
  private volatile @Nullable CountDownLatch awaited;

  /// Something begins.
  void begin() {
    count.incrementAndGet();
  }

  /// Something has ended. What ends twice, as a message that is sent and then failed, counts once.
  void end() {
    if (count.updateAndGet(before -> Math.max(0, before - 1)) == 0) {
      CountDownLatch told = awaited;
      if (told != null) {
        told.countDown();
      }
    }
  }

  /// Waits until for a moment nothing is under way. One thread at a time.
  ///
  /// @return false when something was all the time
  boolean awaitNone(long limitMs) throws InterruptedException {
    CountDownLatch none = new CountDownLatch(1);
    awaited = none;
    return count.get() == 0 || none.await(limitMs, TimeUnit.MILLISECONDS);
  }
}
