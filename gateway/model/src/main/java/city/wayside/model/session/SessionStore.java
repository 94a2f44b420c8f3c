package city.wayside.model.session;

import java.util.List;
import java.util.concurrent.CompletionStage;

/// The sessions of all clients, over all edge nodes. Never blocks. To be called with batches; a
/// single session costs ten times as much.
public interface SessionStore {

  /// Gives clients to an edge node. Where a session was connected, or lay at another edge node, all
  /// edge nodes are told by [city.wayside.model.downlink.SessionMoved]; also this one, which may
  /// have served the client's older connection. A claim that failed may be made again.
  ///
  /// @param edgeId the edge node
  /// @param claims one for each client, no client twice
  /// @return the answers in the order of the claims; failed when it is not sure that the grid has
  ///   them
  CompletionStage<List<ClaimedSession>> claim(String edgeId, List<SessionClaim> claims);

  /// Keeps sessions as they are now. One whose epoch is not the newest is passed over; one that is
  /// not connected and has an expiry of 0 is forgotten. Sessions of connected clients are to be
  /// saved now and then also when nothing changed, for an edge node that dies tells nobody: see
  /// [SessionState#keptUntilMs].
  ///
  /// @param sessions no client twice
  /// @return done when the grid and its backups have them
  CompletionStage<Void> save(List<SessionState> sessions);
}
