package city.wayside.model.downlink;

import java.time.Duration;
import java.util.List;

/// Grid to edge nodes: the log of what goes down, bounded in count and age. May block; for virtual
/// threads.
///
/// The same message may be in the log twice, with the same id: it was sent again because its sender
/// could not be sure. Every call fails with an [IllegalStateException] while the grid does not
/// answer; the same call may be made again.
public interface DownlinkLog {

  /// The items after a place in the log, oldest first; waits for the first one. Items that are no
  /// longer kept are passed over: then the sequence of the first item is more than one higher. An
  /// item is read only when it cannot be lost any more with one process.
  ///
  /// @param sequence the last item that was seen, or -1 for the oldest that is still kept
  /// @param countMax how many at most
  /// @param wait how long to wait for the first; a few seconds, for only when they are over is it
  ///   noticed that the whole grid was started anew
  /// @return empty when nothing came in time
  List<LoggedItem> after(long sequence, int countMax, Duration wait) throws InterruptedException;

  /// All messages that are retained and still valid, in no order. A message that was sent a moment
  /// ago may be in the log only. So whoever begins reads both: what is retained, and the log from
  /// the oldest item on; of two messages for one topic the one with the higher sequence holds.
  List<LoggedItem> retained() throws InterruptedException;
}
