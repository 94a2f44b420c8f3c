package city.wayside.model.session;

import java.util.List;
import java.util.concurrent.CompletionStage;

/// The sessions of all clients, over all edge nodes. Never blocks. To be called with batches.
public interface SessionStore {

  /// Gives clients to an edge node. Where another connection was there before, all edge nodes are
  /// told by [city.wayside.model.downlink.SessionMoved].
  ///
  /// @param edgeId the edge node
  /// @param claims one for each client, no client twice
  /// @return the answers in the order of the claims; failed when it is not sure that the grid has
  ///   them
  CompletionStage<List<ClaimedSession>> claim(String edgeId, List<SessionClaim> claims);

  /// Keeps sessions as they are now. One whose epoch is not the newest is passed over; one that is
  /// not connected and has an expiry of 0 is forgotten.
  ///
  /// @return done when the grid and its backups have them
  CompletionStage<Void> save(List<SessionState> sessions);
}
