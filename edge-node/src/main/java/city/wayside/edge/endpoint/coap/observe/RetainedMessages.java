package city.wayside.edge.endpoint.coap.observe;

import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.LoggedItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is retained, by topic, for those who ask later. Bounded in count and bytes; where a limit
/// is reached, what ends first makes room. Any thread.
public final class RetainedMessages {

  private record Kept(long sequence, DownMessage message) {

    int lengthBytes() {
      return message.topic().length() + message.payload().length;
    }
  }

  private final int countMax;
  private final long bytesMax;
  // Guarded by this.
  private final TreeMap<String, Kept> byTopic = new TreeMap<>();
  private final TreeSet<Kept> byEnd =
      new TreeSet<>(
          Comparator.comparingLong((Kept kept) -> kept.message().expiresMs())
              .thenComparingLong(Kept::sequence));
  private long bytes;

  /// Nothing retained.
  ///
  /// @param countMax how many topics may have a message
  /// @param bytesMax how many bytes topics and payloads may have together
  public RetainedMessages(int countMax, long bytesMax) {
    this.countMax = countMax;
    this.bytesMax = bytesMax;
  }

  /// Takes a message if it is retained, in the place of an older one of its topic; one without
  /// payload ends what was retained. An older one than what is there is passed over.
  public synchronized void put(LoggedItem item, long nowMs) {
    if (!(item.item() instanceof DownMessage message) || !message.isRetained()) {
      return;
    }
    Kept before = byTopic.get(message.topic());
    if (before != null && before.sequence() >= item.sequence()) {
      return;
    }
    forget(before);
    expire(nowMs);
    if (message.payload().length > 0 && message.expiresMs() > nowMs) {
      Kept kept = new Kept(item.sequence(), message);
      byTopic.put(message.topic(), kept);
      byEnd.add(kept);
      bytes += kept.lengthBytes();
    }
    while (byEnd.size() > countMax || bytes > bytesMax) {
      forget(byEnd.first());
    }
  }

  /// What is retained for the topics below a branch and still holds, in the order of the topics.
  ///
  /// @param branch the levels above, with a slash at the end
  public synchronized List<DownMessage> below(String branch, long nowMs) {
    // The character after the slash, so that the range is all that begins with the branch.
    String end = branch.substring(0, branch.length() - 1) + (char) ('/' + 1);
    List<DownMessage> messages = new ArrayList<>();
    for (Kept kept : byTopic.subMap(branch, end).values()) {
      if (kept.message().expiresMs() > nowMs) {
        messages.add(kept.message());
      }
    }
    return messages;
  }

  /// Lets go of what is over.
  public synchronized void expire(long nowMs) {
    while (!byEnd.isEmpty() && byEnd.first().message().expiresMs() <= nowMs) {
      forget(byEnd.first());
    }
  }

  /// How many topics have a message.
  public synchronized int count() {
    return byTopic.size();
  }

  private void forget(@Nullable Kept kept) {
    if (kept != null && byTopic.remove(kept.message().topic(), kept)) {
      byEnd.remove(kept);
      bytes -= kept.lengthBytes();
    }
  }
}
