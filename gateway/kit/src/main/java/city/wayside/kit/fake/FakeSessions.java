package city.wayside.kit.fake;

import city.wayside.model.downlink.DownItem;
import city.wayside.model.downlink.Downlink;
import city.wayside.model.downlink.SessionMoved;
import city.wayside.model.session.ClaimedSession;
import city.wayside.model.session.SessionClaim;
import city.wayside.model.session.SessionState;
import city.wayside.model.session.SessionStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// The sessions of all clients, in memory, for any number of edge nodes of one test. Where a client
/// was before is told through the log, as the grid does it. It can be told to fail.
public final class FakeSessions implements SessionStore {

  private static final long CONNECTED_KEEP_S = 900;

  /// A session and until when it is kept, milliseconds since 1970.
  private record Kept(SessionState state, long untilMs) {}

  private final Downlink downlink;
  private final InstantSource clock;
  private final Map<String, Kept> sessions = new HashMap<>();
  private final Map<String, Long> epochs = new HashMap<>();
  private @Nullable Throwable failure;

  /// No sessions yet.
  public FakeSessions(Downlink downlink, InstantSource clock) {
    this.downlink = downlink;
    this.clock = clock;
  }

  @Override
  public CompletionStage<List<ClaimedSession>> claim(String edgeId, List<SessionClaim> claims) {
    List<ClaimedSession> claimed = new ArrayList<>(claims.size());
    List<DownItem> moved = new ArrayList<>();
    synchronized (this) {
      if (failure != null) {
        return CompletableFuture.failedFuture(failure);
      }
      for (SessionClaim claim : claims) {
        ClaimedSession answer = claim(edgeId, claim);
        claimed.add(answer);
        SessionState previous = answer.previous();
        if (previous != null && (previous.isConnected() || !previous.edgeId().equals(edgeId))) {
          moved.add(new SessionMoved(claim.clientId(), answer.epoch(), edgeId));
        }
      }
    }
    return downlink.send(moved).thenApply(_ -> claimed);
  }

  private ClaimedSession claim(String edgeId, SessionClaim claim) {
    long nowMs = clock.millis();
    SessionState previous = kept(claim.clientId(), nowMs);
    long epoch = Math.max(epochs.getOrDefault(claim.clientId(), 0L) + 1, nowMs);
    keep(claim.taken(edgeId, epoch, previous), nowMs);
    return new ClaimedSession(epoch, previous);
  }

  @Override
  public synchronized CompletionStage<Void> save(List<SessionState> states) {
    if (failure != null) {
      return CompletableFuture.failedFuture(failure);
    }
    for (SessionState state : states) {
      if (state.epoch() >= epochs.getOrDefault(state.clientId(), 0L)) {
        keep(state, clock.millis());
      }
    }
    return CompletableFuture.completedFuture(null);
  }

  /// Fails what is asked from now on; with nothing, answers again.
  public synchronized void failWith(@Nullable Throwable cause) {
    failure = cause;
  }

  /// A client's session as it is kept now.
  public synchronized Optional<SessionState> session(String clientId) {
    return Optional.ofNullable(kept(clientId, clock.millis()));
  }

  private void keep(SessionState state, long nowMs) {
    epochs.put(state.clientId(), state.epoch());
    sessions.put(state.clientId(), new Kept(state, state.keptUntilMs(nowMs, CONNECTED_KEEP_S)));
  }

  private @Nullable SessionState kept(String clientId, long nowMs) {
    Kept kept = sessions.get(clientId);
    return kept == null || kept.untilMs() <= nowMs ? null : kept.state();
  }
}
