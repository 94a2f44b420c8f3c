package city.wayside.model.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A client connects to an edge node, which asks for its session.
///
/// @param clientId the client's id
/// @param isCleanStart true when a session from before is of no use to it
/// @param expiryS how long the session shall be kept after its connection has ended, 0 or more;
///   [SessionState#FOREVER] for no end
public record SessionClaim(String clientId, boolean isCleanStart, long expiryS) {

  /// The session as it is once it has been claimed: connected, and with what was in it before if
  /// that is still of use.
  ///
  /// @param edgeId the edge node that claims it
  /// @param epoch the number of the new connection
  /// @param previous what was there
  public SessionState taken(String edgeId, long epoch, @Nullable SessionState previous) {
    if (previous == null || isCleanStart) {
      return new SessionState(
          clientId, edgeId, epoch, true, expiryS, -1, List.of(), List.of(), List.of());
    }
    return new SessionState(
        clientId,
        edgeId,
        epoch,
        true,
        expiryS,
        previous.sequence(),
        previous.subscriptions(),
        previous.unacknowledged(),
        previous.unreleasedIds());
  }
}
