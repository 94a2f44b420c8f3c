package city.wayside.edge.endpoint.mqtt.session;

import city.wayside.model.session.ClaimedSession;
import city.wayside.model.session.SessionClaim;
import city.wayside.model.session.SessionState;
import city.wayside.model.session.SessionStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Claims and saves sessions in batches: while one batch is with the grid the next one gathers, so
/// that batches grow with the load by themselves. Saves go before claims, so that a client that
/// comes right back finds its session as it left it. Any thread.
public final class SessionDesk {

  private static final Logger LOG = LoggerFactory.getLogger(SessionDesk.class);

  /// What goes to the grid at once.
  private static final int BATCH_MAX = 1000;

  private final SessionStore store;
  private final String edgeId;

  // Guarded by this.
  private List<Waiting> claims = new ArrayList<>();
  private final Map<String, Saving> saves = new LinkedHashMap<>();
  private boolean isBusy;
  private boolean hasSaveFailed;

  /// @param waiting for the answer: also those whose save was replaced by this one
  private record Saving(SessionState session, List<CompletableFuture<Void>> waiting) {}

  private record Waiting(SessionClaim claim, CompletableFuture<ClaimedSession> answer) {}

  /// A desk with nothing to do.
  ///
  /// @param edgeId the edge node that sessions are claimed for
  public SessionDesk(SessionStore store, String edgeId) {
    this.store = store;
    this.edgeId = edgeId;
  }

  /// Claims the session of a client that connects.
  ///
  /// @return completes on any thread; fails when the grid does not answer
  public CompletionStage<ClaimedSession> claim(SessionClaim claim) {
    CompletableFuture<ClaimedSession> answer = new CompletableFuture<>();
    synchronized (this) {
      claims.add(new Waiting(claim, answer));
    }
    goOn();
    return answer;
  }

  /// Keeps a session as it is now; a save of the same session that still waits is replaced.
  ///
  /// @return done when the grid has it, on any thread; failed when that is not sure, and then it is
  ///   tried again
  public CompletionStage<Void> save(SessionState session) {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    synchronized (this) {
      Saving before = saves.remove(session.clientId());
      List<CompletableFuture<Void>> waiting =
          before == null ? new ArrayList<>(1) : before.waiting();
      waiting.add(answer);
      saves.put(session.clientId(), new Saving(session, waiting));
    }
    goOn();
    return answer;
  }

  /// How many claims and saves wait.
  public synchronized int waitingCount() {
    return claims.size() + saves.size() + (isBusy ? 1 : 0);
  }

  /// Goes on with what waits. To be called now and then, for what failed is not tried again at
  /// once.
  public void goOn() {
    List<Saving> toSave;
    List<Waiting> toClaim;
    synchronized (this) {
      if (isBusy || (claims.isEmpty() && saves.isEmpty())) {
        return;
      }
      isBusy = true;
      toSave = hasSaveFailed && !claims.isEmpty() ? List.of() : nextSaves();
      hasSaveFailed = false;
      toClaim = toSave.isEmpty() ? nextClaims() : List.of();
    }
    if (toSave.isEmpty()) {
      claim(toClaim);
    } else {
      save(toSave);
    }
  }

  private List<Saving> nextSaves() {
    List<Saving> next = saves.values().stream().limit(BATCH_MAX).toList();
    next.forEach(each -> saves.remove(each.session().clientId()));
    return next;
  }

  /// The oldest claims, none of them of the same client: the second one waits for its turn.
  private List<Waiting> nextClaims() {
    List<Waiting> next = new ArrayList<>();
    List<Waiting> later = new ArrayList<>();
    Set<String> clients = new HashSet<>();
    for (Waiting each : claims) {
      boolean isNext = next.size() < BATCH_MAX && clients.add(each.claim().clientId());
      (isNext ? next : later).add(each);
    }
    claims = later;
    return next;
  }

  private void save(List<Saving> all) {
    List<SessionState> sessions = all.stream().map(Saving::session).toList();
    whenAnswered(
        () -> store.save(sessions),
        (_, failure) -> {
          if (failure != null) {
            LOG.warn("{} sessions may not be kept: {}", sessions.size(), failure.toString());
            again(sessions);
          }
          for (Saving each : all) {
            for (CompletableFuture<Void> waiting : each.waiting()) {
              if (failure == null) {
                waiting.complete(null);
              } else {
                waiting.completeExceptionally(failure);
              }
            }
          }
        });
  }

  /// A save that failed is tried again with the next one, unless there is a newer one by then.
  private synchronized void again(List<SessionState> sessions) {
    // Claims have their turn in between: one session that cannot be kept holds nobody up.
    hasSaveFailed = true;
    if (saves.size() < BATCH_MAX) {
      sessions.forEach(
          each -> saves.putIfAbsent(each.clientId(), new Saving(each, new ArrayList<>(1))));
    }
  }

  private void claim(List<Waiting> waiting) {
    List<SessionClaim> batch = waiting.stream().map(Waiting::claim).toList();
    whenAnswered(
        () -> store.claim(edgeId, batch),
        (answers, failure) -> {
          for (int i = 0; i < waiting.size(); i++) {
            CompletableFuture<ClaimedSession> answer = waiting.get(i).answer();
            if (answers == null) {
              answer.completeExceptionally(
                  failure == null ? new IllegalStateException("no answer") : failure);
            } else {
              answer.complete(answers.get(i));
            }
          }
        });
  }

  private interface Call<T> {
    CompletionStage<T> begin();
  }

  private interface Answer<T> {
    void take(@Nullable T value, @Nullable Throwable failure);
  }

  private <T> void whenAnswered(Call<T> call, Answer<T> answer) {
    CompletionStage<T> begun;
    try {
      begun = call.begin();
    } catch (RuntimeException failure) {
      begun = CompletableFuture.failedFuture(failure);
    }
    CompletionStage<T> _ =
        begun.whenComplete((value, failure) -> {
          answer.take(value, failure);
          boolean hasFailed = failure != null;
          synchronized (this) {
            isBusy = false;
          }
          if (!hasFailed) {
            goOn();
          }
        });
  }
}
