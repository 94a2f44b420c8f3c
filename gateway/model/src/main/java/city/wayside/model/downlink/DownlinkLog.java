package city.wayside.model.downlink;

import java.time.Duration;
import java.util.List;

/// Grid to edge nodes: the log of what goes down, bounded in count. May block; for virtual threads.
public interface DownlinkLog {

  /// The items after a place in the log, oldest first; waits for the first one. Items that are no
  /// longer kept are passed over.
  ///
  /// @param sequence the last item that was seen, or -1 for the oldest that is still kept
  /// @param countMax how many at most
  /// @param wait how long to wait for the first
  /// @return empty when nothing came in time
  List<LoggedItem> after(long sequence, int countMax, Duration wait) throws InterruptedException;

  /// All messages that are retained and still valid, in no order.
  List<LoggedItem> retained() throws InterruptedException;
}
