package city.wayside.kit.fake;

import city.wayside.model.flow.StationLookup;
import city.wayside.model.message.StationState;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The live stations of a grid, as edge nodes ask for them. It answers at once, or, after [#hold],
/// when it is told to.
public final class FakeStations implements StationLookup {

  private record Question(List<Long> stationIds, CompletableFuture<List<StationState>> answer) {}

  private final Map<Long, StationState> states = new HashMap<>();
  private final Queue<Question> held = new ArrayDeque<>();
  private boolean isHolding;
  private long askedCount;

  /// No stations yet.
  public FakeStations() {}

  /// Keeps the newest states, as the grid does with those of a batch.
  public synchronized void put(Collection<StationState> newest) {
    newest.forEach(state -> states.put(state.stationId(), state));
  }

  @Override
  public CompletionStage<List<StationState>> newest(Collection<Long> stationIds) {
    Question question = new Question(List.copyOf(stationIds), new CompletableFuture<>());
    synchronized (this) {
      askedCount += stationIds.size();
      if (isHolding) {
        held.add(question);
        return question.answer;
      }
    }
    answer(question);
    return question.answer;
  }

  /// Answers nothing from now on until told to.
  public synchronized void hold() {
    isHolding = true;
  }

  /// Answers what was asked, and all that is asked from now on.
  public void release() {
    List<Question> waiting;
    synchronized (this) {
      isHolding = false;
      waiting = List.copyOf(held);
      held.clear();
    }
    waiting.forEach(this::answer);
  }

  /// Fails what was asked.
  public void fail(Throwable cause) {
    List<Question> waiting;
    synchronized (this) {
      waiting = List.copyOf(held);
      held.clear();
    }
    waiting.forEach(question -> question.answer.completeExceptionally(cause));
  }

  /// How many stations were asked for.
  public synchronized long askedCount() {
    return askedCount;
  }

  private void answer(Question question) {
    List<StationState> found;
    synchronized (this) {
      found = question.stationIds.stream().map(states::get).filter(Objects::nonNull).toList();
    }
    question.answer.complete(found);
  }
}
