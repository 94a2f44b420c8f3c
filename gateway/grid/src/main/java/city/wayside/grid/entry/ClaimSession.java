package city.wayside.grid.entry;

import city.wayside.grid.form.StoredSession;
import city.wayside.model.session.ClaimedSession;
import city.wayside.model.session.SessionClaim;
import city.wayside.model.session.SessionState;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import java.io.Serial;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Gives a session to an edge node, and answers with what was there before, also when that had
/// expired: its epoch counts all the same, see [#answer]. Used once.
@SuppressWarnings("serial") // It travels in its own form, see ClaimSessionForm.
public final class ClaimSession
    implements EntryProcessor<String, StoredSession, @Nullable StoredSession> {

  @Serial private static final long serialVersionUID = 1L;

  private final String edgeId;
  private final SessionClaim claim;
  private final long nowMs;
  private final long silenceS;
  private @Nullable StoredSession taken;

  /// @param edgeId the edge node
  /// @param claim the claim
  /// @param nowMs the time, milliseconds since 1970
  /// @param silenceS how long a connected session may go unsaved
  public ClaimSession(String edgeId, SessionClaim claim, long nowMs, long silenceS) {
    this.edgeId = edgeId;
    this.claim = claim;
    this.nowMs = nowMs;
    this.silenceS = silenceS;
  }

  String edgeId() {
    return edgeId;
  }

  SessionClaim claim() {
    return claim;
  }

  long nowMs() {
    return nowMs;
  }

  long silenceS() {
    return silenceS;
  }

  @Override
  public @Nullable StoredSession process(Map.Entry<String, StoredSession> entry) {
    @Nullable StoredSession before = entry.getValue();
    ClaimedSession answer = answer(before, nowMs);
    SessionState state = claim.taken(edgeId, answer.epoch(), answer.previous());
    taken = new StoredSession(state, state.keptUntilMs(nowMs, silenceS));
    ((ExtendedMapEntry<String, StoredSession>) entry)
        .setValue(taken, taken.ttlMs(nowMs), TimeUnit.MILLISECONDS);
    return before;
  }

  /// The answer to a claim. Epochs ascend; taking the clock for the first one makes them ascend
  /// also when nothing is remembered of the client's last connection.
  public static ClaimedSession answer(@Nullable StoredSession before, long nowMs) {
    if (before == null) {
      return new ClaimedSession(nowMs, null);
    }
    long epoch = Math.max(before.state().epoch() + 1, nowMs);
    return new ClaimedSession(epoch, before.isOfUse(nowMs) ? before.state() : null);
  }

  /// The backups take what the owner made of it.
  @Override
  public @Nullable EntryProcessor<String, StoredSession, @Nullable StoredSession>
      getBackupProcessor() {
    StoredSession result = taken;
    return result == null ? null : new PutNewer<>(Order.SESSIONS, result, result.ttlMs(nowMs));
  }
}
