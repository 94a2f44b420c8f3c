package city.wayside.model.flow;

import java.util.concurrent.CompletionStage;

/// Edge node to grid. Never blocks.
@FunctionalInterface
public interface Uplink {

  /// Sends one batch. Batches of one edge node are sent one after the other.
  ///
  /// @return done when the grid and its backups have all of it; failed when that is not sure, and
  ///   then the same batch may be sent again
  CompletionStage<Void> send(UplinkBatch batch);
}
