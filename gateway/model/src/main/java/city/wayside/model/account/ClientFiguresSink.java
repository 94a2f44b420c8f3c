package city.wayside.model.account;

import java.util.List;
import java.util.concurrent.CompletionStage;

/// Edge node to grid: what became of the clients' messages. Never blocks. To be called every few
/// seconds, with batches.
@FunctionalInterface
public interface ClientFiguresSink {

  /// Keeps figures, which replace those before of the same client and edge node, and refusals,
  /// which are added in their order.
  ///
  /// @return done when the grid and its backups have all of it; failed when that is not sure, and
  ///   then it may be sent again
  CompletionStage<Void> send(List<ClientFigures> clients, List<RefusalRecord> refusals);
}
