package city.wayside.kit.fake;

import city.wayside.model.account.ClientFigures;
import city.wayside.model.account.ClientFiguresSink;
import city.wayside.model.account.RefusalRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A grid that keeps the clients' figures it is told. It takes them at once, or, after [#hold],
/// waits to be told what becomes of each call.
public final class RecordingFigures implements ClientFiguresSink {

  private final List<List<ClientFigures>> calls = new ArrayList<>();
  private final List<RefusalRecord> refusals = new ArrayList<>();
  private final Queue<CompletableFuture<Void>> held = new ArrayDeque<>();
  private boolean isHolding;

  @Override
  public synchronized CompletionStage<Void> send(
      List<ClientFigures> clients, List<RefusalRecord> newRefusals) {
    calls.add(List.copyOf(clients));
    refusals.addAll(newRefusals);
    if (!isHolding) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> answer = new CompletableFuture<>();
    held.add(answer);
    return answer;
  }

  /// Answers no call from now on until told to.
  public synchronized void hold() {
    isHolding = true;
  }

  /// Takes the calls that wait, and all that come from now on.
  public void release() {
    synchronized (this) {
      isHolding = false;
    }
    while (heldCount() > 0) {
      oldest().complete(null);
    }
  }

  /// Fails the oldest call that waits.
  public void failOne(Throwable cause) {
    oldest().completeExceptionally(cause);
  }

  /// How many calls wait for an answer.
  public synchronized int heldCount() {
    return held.size();
  }

  /// The clients of every call, oldest first.
  public synchronized List<List<ClientFigures>> calls() {
    return List.copyOf(calls);
  }

  /// The newest figures of each client.
  public synchronized Map<String, ClientFigures> newest() {
    Map<String, ClientFigures> newest = new LinkedHashMap<>();
    calls.forEach(call -> call.forEach(client -> newest.put(client.clientId(), client)));
    return newest;
  }

  /// Every refusal, oldest first; one that was told twice is there twice.
  public synchronized List<RefusalRecord> refusals() {
    return List.copyOf(refusals);
  }

  private synchronized CompletableFuture<Void> oldest() {
    return held.remove();
  }
}
