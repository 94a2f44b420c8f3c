package city.wayside.model.downlink;

import java.util.List;
import java.util.concurrent.CompletionStage;

/// Whoever has something to tell clients, to the grid. Never blocks.
@FunctionalInterface
public interface Downlink {

  /// Appends items to the log, in their order. Two calls are in order when the second begins after
  /// the first is done.
  ///
  /// @return done when the grid and its backups have all of them; failed when that is not sure, and
  ///   then they may be sent again
  CompletionStage<Void> send(List<DownItem> items);
}
