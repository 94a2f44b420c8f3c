package city.wayside.edge.endpoint.mqtt.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is retained, by topic, so that a client that subscribes gets it at once: one event loop's
/// view of what the log of the grid has brought. A tree of topics, walked along a filter: it costs
/// the branches that the filter names, not what else is retained.
///
/// Bounded in count and bytes; where a limit is reached, what ends first makes room.
public final class RetainedTopics {

  /// So many outdated entries of the queue are no reason to tidy it.
  private static final int OUTDATED_COUNT_MAX = 1024;

  private final int countMax;
  private final long bytesMax;
  private final TopicNode<Retained> root = new TopicNode<>();
  private PriorityQueue<Retained> byEnd = queue();
  private int count;
  private long bytes;
  private long displaced;

  /// @param countMax how many topics may have a message
  /// @param bytesMax how many bytes topics and payloads may have together
  public RetainedTopics(int countMax, long bytesMax) {
    this.countMax = countMax;
    this.bytesMax = bytesMax;
  }

  /// Takes a message that is retained, in the place of an older one of its topic; one without
  /// payload ends what was retained. An older one than what is there is passed over.
  public void put(Retained retained, long nowMs) {
    String topic = retained.message().topic();
    Retained before = find(topic);
    if (before != null && before.sequence() >= retained.sequence()) {
      return;
    }
    if (before != null) {
      remove(root, topic, 0);
    }
    expire(nowMs);
    if (retained.message().payload().length > 0 && !retained.isOver(nowMs)) {
      insert(retained);
      makeRoom();
    }
  }

  /// Calls for each retained message that matches a filter and is not over, in no order.
  public void match(String filter, long nowMs, Consumer<Retained> consumer) {
    boolean isWildAtFirst = filter.startsWith("+") || filter.startsWith("#");
    match(
        root,
        filter,
        0,
        retained -> {
          // Wildcards at the first level do not stand for topics that begin with $.
          boolean isHidden = isWildAtFirst && retained.message().topic().startsWith("$");
          if (!isHidden && !retained.isOver(nowMs)) {
            consumer.accept(retained);
          }
        });
  }

  /// Lets go of what is over.
  public void expire(long nowMs) {
    Retained first = byEnd.peek();
    while (first != null && first.isOver(nowMs)) {
      byEnd.poll();
      forget(first);
      first = byEnd.peek();
    }
  }

  /// How many topics have a message.
  public int count() {
    return count;
  }

  /// How many bytes topics and payloads have together.
  public long bytes() {
    return bytes;
  }

  /// How many messages had to make room for others before they were over.
  public long displaced() {
    return displaced;
  }

  /// True when no branch is left.
  boolean isEmpty() {
    return root.isEmpty();
  }

  /// How many entries the queue has, outdated ones included.
  int queued() {
    return byEnd.size();
  }

  private void insert(Retained retained) {
    String topic = retained.message().topic();
    TopicNode<Retained> node = root;
    int start = 0;
    while (start <= topic.length()) {
      int end = TopicTree.levelEnd(topic, start);
      node = node.filterChildOrNew(topic, start, end);
      start = end + 1;
    }
    node.setHere(retained);
    byEnd.add(retained);
    count++;
    bytes += retained.lengthBytes();
  }

  private void makeRoom() {
    while (count > countMax || bytes > bytesMax) {
      if (forget(byEnd.remove())) {
        displaced++;
      }
    }
    if (byEnd.size() > 2 * count + OUTDATED_COUNT_MAX) {
      // Topics whose message is replaced often leave the older ones behind in the queue.
      List<Retained> current = new ArrayList<>(count);
      match(root, "#", 0, current::add);
      byEnd = queue();
      byEnd.addAll(current);
    }
  }

  /// @return false when another message stands in its place
  private boolean forget(Retained retained) {
    String topic = retained.message().topic();
    Retained there = find(topic);
    if (there == null || there.sequence() != retained.sequence()) {
      return false;
    }
    remove(root, topic, 0);
    return true;
  }

  private @Nullable Retained find(String topic) {
    @Nullable TopicNode<Retained> node = root;
    int start = 0;
    while (node != null && start <= topic.length()) {
      int end = TopicTree.levelEnd(topic, start);
      node = node.child(topic, start, end);
      start = end + 1;
    }
    return node == null ? null : node.here();
  }

  private void remove(TopicNode<Retained> node, String topic, int start) {
    if (start > topic.length()) {
      Retained before = node.here();
      if (before != null) {
        count--;
        bytes -= before.lengthBytes();
      }
      node.setHere(null);
      return;
    }
    int end = TopicTree.levelEnd(topic, start);
    TopicNode<Retained> child = node.child(topic, start, end);
    if (child != null) {
      remove(child, topic, end + 1);
      if (child.isEmpty()) {
        node.removeFilterChild(topic, start, end);
      }
    }
  }

  private static void match(
      TopicNode<Retained> node, String filter, int start, Consumer<Retained> consumer) {
    if (start > filter.length()) {
      accept(node, consumer);
      return;
    }
    if (TopicTree.isBelow(filter, start)) {
      acceptAll(node, consumer);
      return;
    }
    int end = TopicTree.levelEnd(filter, start);
    if (end - start == 1 && filter.charAt(start) == '+') {
      node.forEachChild(child -> match(child, filter, end + 1, consumer));
      return;
    }
    TopicNode<Retained> child = node.child(filter, start, end);
    if (child != null) {
      match(child, filter, end + 1, consumer);
    }
  }

  private static void accept(TopicNode<Retained> node, Consumer<Retained> consumer) {
    Retained here = node.here();
    if (here != null) {
      consumer.accept(here);
    }
  }

  private static void acceptAll(TopicNode<Retained> node, Consumer<Retained> consumer) {
    accept(node, consumer);
    node.forEachChild(child -> acceptAll(child, consumer));
  }

  private static PriorityQueue<Retained> queue() {
    return new PriorityQueue<>(
        Comparator.comparingLong(retained -> retained.message().expiresMs()));
  }
}
