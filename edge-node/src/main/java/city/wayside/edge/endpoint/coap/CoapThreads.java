package city.wayside.edge.endpoint.coap;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The endpoint's threads: some that work, in the order of what comes, and one for what is done
/// later, such as retransmissions. What waits for the workers is bounded by those who hand it in;
/// what is handed in after the end is about clients that are gone, and is left.
final class CoapThreads extends ScheduledThreadPoolExecutor {

  private static final long END_MS = 2000;

  private final UnderWay underWay = new UnderWay();
  private final ThreadPoolExecutor workers;

  /// Threads that are ready to work.
  ///
  /// @param workersCount how many work
  CoapThreads(int workersCount) {
    super(1, work -> Thread.ofPlatform().daemon().name("coap-timer").unstarted(work));
    setRemoveOnCancelPolicy(true);
    AtomicInteger number = new AtomicInteger();
    workers =
        new ThreadPoolExecutor(
            workersCount,
            workersCount,
            0,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            work ->
                Thread.ofPlatform()
                    .daemon()
                    .name("coap-" + number.incrementAndGet())
                    .unstarted(work),
            new DiscardPolicy()) {

          @Override
          public void execute(Runnable work) {
            underWay.begin();
            super.execute(work);
          }

          @Override
          protected void afterExecute(Runnable work, @Nullable Throwable fault) {
            underWay.end();
          }
        };
    setRejectedExecutionHandler(new DiscardPolicy());
  }

  /// What is under way, this work among it.
  UnderWay underWay() {
    return underWay;
  }

  /// How many pieces of work wait for a thread.
  int waitingCount() {
    return workers.getQueue().size();
  }

  @Override
  public void execute(Runnable work) {
    workers.execute(work);
  }

  @Override
  public Future<?> submit(Runnable work) {
    return workers.submit(work);
  }

  @Override
  public <T> Future<T> submit(Callable<T> work) {
    return workers.submit(work);
  }

  /// Ends the threads; what they are at is finished. Blocks, not for long.
  void end() throws InterruptedException {
    workers.shutdown();
    shutdownNow();
    if (!workers.awaitTermination(END_MS, TimeUnit.MILLISECONDS)) {
      workers.shutdownNow();
    }
  }
}
