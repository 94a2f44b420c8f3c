package city.wayside.town.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Shares rows out over threads by station, in bounded batches: when all are busy, the reader
/// waits.
final class MatchingThreads implements AutoCloseable {

  private static final int BATCH_ROWS = 2048;
  private static final int QUEUED_BATCHES_MAX = 8;

  /// What a thread is given: rows, and what to tell when they are done.
  private record Batch(List<Row> rows, @Nullable CountDownLatch done, boolean last) {}

  /// One thread, its queue, and the batch that is being filled for it.
  private static final class Share {
    final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(QUEUED_BATCHES_MAX);
    List<Row> filling = new ArrayList<>(BATCH_ROWS);
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

  /// Has a row matched; waits while its thread has enough to do.
  void take(Row row) throws InterruptedException {
    Share share = shares.get((int) (row.report().stationId() % shares.size()));
    share.filling.add(row);
    if (share.filling.size() == BATCH_ROWS) {
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
    share.filling = new ArrayList<>(BATCH_ROWS);
  }

  private void work(BlockingQueue<Batch> queue) {
    boolean last = false;
    while (!last) {
      try {
        Batch batch = queue.take();
        last = batch.last();
        match(batch.rows());
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
  private void match(List<Row> rows) {
    if (failure != null) {
      return;
    }
    try {
      rows.forEach(stage::take);
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
