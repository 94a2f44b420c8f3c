package city.wayside.town.backtest;

import city.wayside.model.message.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Shares reports out over threads by station, in bounded batches: when all are busy, the reader
/// waits.
final class MatchingThreads implements AutoCloseable {

  private static final int BATCH_REPORTS = 2048;
  private static final int QUEUED_BATCHES_MAX = 8;

  /// What a thread is given: reports, and what to tell when they are done.
  private record Batch(List<Report> reports, @Nullable CountDownLatch done, boolean last) {}

  /// One thread, its queue, and the batch that is being filled for it.
  private static final class Share {
    final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(QUEUED_BATCHES_MAX);
    List<Report> filling = new ArrayList<>(BATCH_REPORTS);
    final Thread thread;

    Share(int number, MatchingThreads owner) {
      thread = Thread.ofPlatform().name("match-" + number).unstarted(() -> owner.work(queue));
    }
  }

  private final MatchingStage stage;
  private final List<Share> shares = new ArrayList<>();
  private volatile @Nullable RuntimeException failure;

  MatchingThreads(MatchingStage stage, int threads) {
    this.stage = stage;
    for (int i = 0; i < threads; i++) {
      shares.add(new Share(i, this));
    }
    shares.forEach(share -> share.thread.start());
  }

  /// Has a report matched; waits while its thread has enough to do.
  void take(Report report) throws InterruptedException {
    Share share = shares.get((int) (report.stationId() % shares.size()));
    share.filling.add(report);
    if (share.filling.size() == BATCH_REPORTS) {
      send(share, null, false);
    }
  }

  /// Waits until everything that was taken is matched.
  void flush() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(shares.size());
    for (Share share : shares) {
      send(share, done, false);
    }
    done.await();
    throwFailure();
  }

  /// Ends the threads, after all that was taken is matched.
  @Override
  public void close() throws InterruptedException {
    for (Share share : shares) {
      send(share, null, true);
    }
    for (Share share : shares) {
      share.thread.join();
    }
    throwFailure();
  }

  private static void send(Share share, @Nullable CountDownLatch done, boolean last)
      throws InterruptedException {
    share.queue.put(new Batch(share.filling, done, last));
    share.filling = new ArrayList<>(BATCH_REPORTS);
  }

  private void work(BlockingQueue<Batch> queue) {
    boolean last = false;
    while (!last) {
      try {
        Batch batch = queue.take();
        last = batch.last();
        match(batch.reports());
        CountDownLatch done = batch.done();
        if (done != null) {
          done.countDown();
        }
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  /// After a failure the rest is read over, so that the reader never waits for a dead thread.
  private void match(List<Report> reports) {
    if (failure != null) {
      return;
    }
    try {
      reports.forEach(stage::take);
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private void throwFailure() {
    RuntimeException thrown = failure;
    if (thrown != null) {
      throw thrown;
    }
  }
}
