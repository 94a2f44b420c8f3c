package city.wayside.edge.endpoint.mqtt.topic;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Children of a node by the names of their levels: two arrays in the order of the names, so that a
/// child costs two references besides its name, and no names that clients choose can make it slow.
///
/// @param <V> what nodes hold
final class NamedNodes<V> {

  private static final int CAPACITY_AT_FIRST = 2;

  private String[] names = new String[CAPACITY_AT_FIRST];
  private @Nullable TopicNode<V>[] nodes = slots(CAPACITY_AT_FIRST);
  private int count;

  /// The child whose name is a piece of a topic; absent when there is none.
  @Nullable TopicNode<V> find(String topic, int start, int end) {
    int place = place(topic, start, end);
    return place < 0 ? null : nodes[place];
  }

  /// The child of this name, made when there is none.
  TopicNode<V> findOrAdd(String topic, int start, int end) {
    int place = place(topic, start, end);
    TopicNode<V> found = place < 0 ? null : nodes[place];
    if (found == null) {
      found = new TopicNode<>();
      insert(-1 - place, topic.substring(start, end), found);
    }
    return found;
  }

  /// Takes a child out.
  void remove(String topic, int start, int end) {
    int place = place(topic, start, end);
    if (place < 0) {
      return;
    }
    count--;
    System.arraycopy(names, place + 1, names, place, count - place);
    System.arraycopy(nodes, place + 1, nodes, place, count - place);
    nodes[count] = null;
    if (count < names.length / 4) {
      names = Arrays.copyOf(names, names.length / 2);
      nodes = Arrays.copyOf(nodes, nodes.length / 2);
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  void forEach(Consumer<TopicNode<V>> consumer) {
    for (int place = 0; place < count; place++) {
      TopicNode<V> node = nodes[place];
      if (node != null) {
        consumer.accept(node);
      }
    }
  }

  private void insert(int place, String name, TopicNode<V> node) {
    if (count == names.length) {
      names = Arrays.copyOf(names, 2 * count);
      nodes = Arrays.copyOf(nodes, 2 * count);
    }
    System.arraycopy(names, place, names, place + 1, count - place);
    System.arraycopy(nodes, place, nodes, place + 1, count - place);
    names[place] = name;
    nodes[place] = node;
    count++;
  }

  /// Where a name stands, or -1 minus the place where it belongs.
  private int place(String topic, int start, int end) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(names[middle], topic, start, end);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1 - low;
  }

  /// Shorter names come first: most comparisons end there.
  private static int compare(String name, String topic, int start, int end) {
    int length = end - start;
    if (name.length() != length) {
      return name.length() - length;
    }
    for (int at = 0; at < length; at++) {
      int order = name.charAt(at) - topic.charAt(start + at);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @SuppressWarnings("unchecked") // Arrays of a generic type can only be made raw.
  private static <V> @Nullable TopicNode<V>[] slots(int length) {
    return (@Nullable TopicNode<V>[]) new TopicNode<?>[length];
  }
}
