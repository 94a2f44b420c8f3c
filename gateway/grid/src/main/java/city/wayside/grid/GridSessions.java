package city.wayside.grid;

import city.wayside.grid.EntryWrites.Write;
import city.wayside.grid.entry.ClaimSession;
import city.wayside.grid.entry.Order;
import city.wayside.grid.entry.PutNewer;
import city.wayside.grid.form.StoredSession;
import city.wayside.model.downlink.DownItem;
import city.wayside.model.downlink.SessionMoved;
import city.wayside.model.session.ClaimedSession;
import city.wayside.model.session.SessionClaim;
import city.wayside.model.session.SessionState;
import city.wayside.model.session.SessionStore;
import com.hazelcast.map.IMap;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// The sessions, in a map by client id.
///
/// Reading a session and giving it to another edge node is one step in the thread of its partition,
/// so of two edge nodes that claim it at once one is the second, finds the other's claim, and gets
/// the higher epoch.
final class GridSessions implements SessionStore {

  private final IMap<String, StoredSession> sessions;
  private final GridDownlink downlink;
  private final InstantSource clock;
  private final long silenceS;

  /// @param silenceS how long a connected session may go unsaved
  GridSessions(
      IMap<String, StoredSession> sessions,
      GridDownlink downlink,
      InstantSource clock,
      long silenceS) {
    this.sessions = sessions;
    this.downlink = downlink;
    this.clock = clock;
    this.silenceS = silenceS;
  }

  @Override
  public CompletionStage<List<ClaimedSession>> claim(String edgeId, List<SessionClaim> claims) {
    return OwnThread.run(
        () -> claimed(edgeId, claims),
        () -> "the claims of %d sessions may not have reached the grid".formatted(claims.size()));
  }

  private List<ClaimedSession> claimed(String edgeId, List<SessionClaim> claims) {
    long nowMs = clock.millis();
    List<Write<String, StoredSession, @Nullable StoredSession>> writes =
        new ArrayList<>(claims.size());
    for (SessionClaim claim : claims) {
      writes.add(new Write<>(claim.clientId(), new ClaimSession(edgeId, claim, nowMs, silenceS)));
    }
    List<@Nullable StoredSession> before = EntryWrites.run(sessions, writes);
    List<ClaimedSession> answers = new ArrayList<>(claims.size());
    List<DownItem> moved = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      ClaimedSession answer = ClaimSession.answer(before.get(i), nowMs);
      answers.add(answer);
      SessionState previous = answer.previous();
      if (previous != null && (previous.isConnected() || !previous.edgeId().equals(edgeId))) {
        moved.add(new SessionMoved(claims.get(i).clientId(), answer.epoch(), edgeId));
      }
    }
    downlink.append(moved);
    return answers;
  }

  @Override
  public CompletionStage<Void> save(List<SessionState> states) {
    return OwnThread.run(
        () -> {
          put(states);
          return null;
        },
        () -> "%d sessions may not have reached the grid".formatted(states.size()));
  }

  private void put(List<SessionState> states) {
    long nowMs = clock.millis();
    List<Write<String, StoredSession, @Nullable StoredSession>> writes =
        new ArrayList<>(states.size());
    for (SessionState state : states) {
      StoredSession session = new StoredSession(state, state.keptUntilMs(nowMs, silenceS));
      writes.add(
          new Write<>(
              state.clientId(), new PutNewer<>(Order.SESSIONS, session, session.ttlMs(nowMs))));
    }
    EntryWrites.run(sessions, writes);
  }

  /// How many there are, those included that ended within the last minute.
  int count() {
    return sessions.size();
  }
}
