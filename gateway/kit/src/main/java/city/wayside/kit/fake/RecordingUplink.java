package city.wayside.kit.fake;

import city.wayside.model.flow.Uplink;
import city.wayside.model.flow.UplinkBatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A grid that keeps the batches it is sent. It takes each at once, or, after [#hold], waits to be
/// told what becomes of it.
public final class RecordingUplink implements Uplink {

  private final List<UplinkBatch> tries = new ArrayList<>();
  private final Queue<CompletableFuture<Void>> held = new ArrayDeque<>();
  private boolean isHolding;

  @Override
  public CompletionStage<Void> send(UplinkBatch batch) {
    synchronized (this) {
      tries.add(batch);
      if (!isHolding) {
        return CompletableFuture.completedFuture(null);
      }
      CompletableFuture<Void> answer = new CompletableFuture<>();
      held.add(answer);
      return answer;
    }
  }

  /// Answers no batch from now on until told to.
  public synchronized void hold() {
    isHolding = true;
  }

  /// Takes the batches that wait, and all that come from now on.
  public void release() {
    synchronized (this) {
      isHolding = false;
    }
    while (heldCount() > 0) {
      takeOne();
    }
  }

  /// Takes the oldest batch that waits.
  public void takeOne() {
    oldest().complete(null);
  }

  /// Fails the oldest batch that waits.
  public void failOne(Throwable cause) {
    oldest().completeExceptionally(cause);
  }

  /// How many batches wait for an answer.
  public synchronized int heldCount() {
    return held.size();
  }

  /// Every batch that was sent, oldest first; one that was sent twice is there twice.
  public synchronized List<UplinkBatch> tries() {
    return List.copyOf(tries);
  }

  private synchronized CompletableFuture<Void> oldest() {
    return held.remove();
  }
}
