package city.wayside.edge.outbound;

import city.wayside.model.downlink.LoggedItem;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// An endpoint, as what goes down comes to it. Called by one thread; returns at once.
public interface Outlet {

  /// Takes what is retained, before anything else comes.
  void retained(List<LoggedItem> items);

  /// Takes what is new in the log, in its order; all of it is in the recent log by then.
  ///
  /// @return done when its connections were offered all of it; until then nothing more comes, so
  ///   that what an endpoint is behind waits in the log, which is bounded
  CompletionStage<Void> deliver(List<LoggedItem> items);
}
