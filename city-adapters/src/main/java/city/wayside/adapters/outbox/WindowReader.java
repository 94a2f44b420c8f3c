package city.wayside.adapters.outbox;

import city.wayside.model.flow.TrafficChange;
import java.util.List;

/// A feed, as [ChangeFollower] sees it.
@FunctionalInterface
public interface WindowReader {

  /// Brings the feed's documents up to date. May block. When it throws, the documents stay as they
  /// are, and it is called again.
  ///
  /// @param changes what was closed or revised since the last call; empty at the start and when
  ///   nothing was heard for a while
  /// @return true when the store had a newer window that no change had told of, which means that
  ///   the stream of changes began anew
  boolean read(List<TrafficChange> changes);
}
