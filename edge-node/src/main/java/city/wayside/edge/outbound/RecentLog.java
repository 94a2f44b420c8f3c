package city.wayside.edge.outbound;

import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.LoggedItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The newest part of the log, as this edge node has read it: for clients that return and want what
/// they missed. Bounded by count and bytes; the oldest item makes room. Any thread.
public final class RecentLog {

  /// What an item costs beside its payload and topic.
  private static final int ITEM_BYTES = 64;

  private final int itemsMax;
  private final long bytesMax;
  // Guarded by this.
  private final TreeMap<Long, LoggedItem> items = new TreeMap<>();
  private final Set<Long> messageIds = new HashSet<>();
  private long bytes;
  private long newest = -1;

  /// An empty one.
  ///
  /// @param itemsMax how many items are kept
  /// @param bytesMax how many bytes they may have
  public RecentLog(int itemsMax, long bytesMax) {
    this.itemsMax = itemsMax;
    this.bytesMax = bytesMax;
  }

  /// Takes what was read from the log.
  ///
  /// @return the items that are new: a message that is in the log twice, because it was not sure
  ///   whether the first time had succeeded, is taken once
  public synchronized List<LoggedItem> add(List<LoggedItem> read) {
    List<LoggedItem> fresh = new ArrayList<>(read.size());
    for (LoggedItem each : read) {
      newest = Math.max(newest, each.sequence());
      if (each.item() instanceof DownMessage message && !messageIds.add(message.messageId())) {
        continue;
      }
      items.put(each.sequence(), each);
      bytes += bytes(each);
      fresh.add(each);
    }
    while (items.size() > itemsMax || bytes > bytesMax) {
      LoggedItem oldest = items.pollFirstEntry().getValue();
      bytes -= bytes(oldest);
      if (oldest.item() instanceof DownMessage message) {
        messageIds.remove(message.messageId());
      }
    }
    return fresh;
  }

  private static long bytes(LoggedItem item) {
    return item.item() instanceof DownMessage message
        ? ITEM_BYTES + message.payload().length + 2L * message.topic().length()
        : ITEM_BYTES;
  }

  /// The place of the newest item that was read; -1 before the first.
  public synchronized long newest() {
    return newest;
  }

  /// The items of a part of the log, in its order.
  ///
  /// @param after the place before the first
  /// @param last the place of the last
  public synchronized List<LoggedItem> between(long after, long last) {
    return after >= last
        ? List.of()
        : new ArrayList<>(items.subMap(after, false, last, true).values());
  }

  /// The item at a place, while it is kept.
  public synchronized Optional<LoggedItem> at(long sequence) {
    return Optional.ofNullable(items.get(sequence));
  }

  /// True when everything after a place is still kept, so that nobody who left there misses any.
  public synchronized boolean reachesBackTo(long sequence) {
    return sequence >= newest || (!items.isEmpty() && items.firstKey() <= sequence + 1);
  }
}
