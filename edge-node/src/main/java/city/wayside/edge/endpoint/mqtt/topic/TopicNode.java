package city.wayside.edge.endpoint.mqtt.topic;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One level in a tree of topics or of filters. The digits of tiles, which most levels are, have
/// fields of their own: to find one costs no search, and a node is 48 bytes.
///
/// @param <V> what is kept in a node
final class TopicNode<V> {

  private @Nullable TopicNode<V> northWest;
  private @Nullable TopicNode<V> northEast;
  private @Nullable TopicNode<V> southWest;
  private @Nullable TopicNode<V> southEast;
  private @Nullable TopicNode<V> any;
  private @Nullable NamedNodes<V> named;
  private @Nullable V here;
  private @Nullable V below;

  /// The child of a level that is no wildcard; absent when there is none.
  @Nullable TopicNode<V> child(String topic, int start, int end) {
    if (end - start == 1) {
      switch (topic.charAt(start)) {
        case '0' -> {
          return northWest;
        }
        case '1' -> {
          return northEast;
        }
        case '2' -> {
          return southWest;
        }
        case '3' -> {
          return southEast;
        }
        default -> {}
      }
    }
    return named == null ? null : named.find(topic, start, end);
  }

  /// The child of the wildcard `+`; absent when there is none.
  @Nullable TopicNode<V> any() {
    return any;
  }

  /// The child of a level of a filter, `+` included; absent when there is none.
  @Nullable TopicNode<V> filterChild(String filter, int start, int end) {
    return isAny(filter, start, end) ? any : child(filter, start, end);
  }

  /// The child of a level of a filter, `+` included, made when there is none.
  TopicNode<V> filterChildOrNew(String filter, int start, int end) {
    TopicNode<V> found = filterChild(filter, start, end);
    if (found != null) {
      return found;
    }
    if (end - start == 1 && isSlot(filter.charAt(start))) {
      TopicNode<V> made = new TopicNode<>();
      setSlot(filter.charAt(start), made);
      return made;
    }
    if (named == null) {
      named = new NamedNodes<>();
    }
    return named.findOrAdd(filter, start, end);
  }

  /// Takes the child of a level of a filter out.
  void removeFilterChild(String filter, int start, int end) {
    if (end - start == 1 && isSlot(filter.charAt(start))) {
      setSlot(filter.charAt(start), null);
    } else if (named != null) {
      named.remove(filter, start, end);
      named = named.isEmpty() ? null : named;
    }
  }

  /// What is kept for exactly this level.
  @Nullable V here() {
    return here;
  }

  void setHere(@Nullable V value) {
    here = value;
  }

  /// What is kept for this level and all below it: the wildcard `#`.
  @Nullable V below() {
    return below;
  }

  void setBelow(@Nullable V value) {
    below = value;
  }

  /// True when nothing is kept here nor below: the node may be taken out.
  boolean isEmpty() {
    return here == null
        && below == null
        && northWest == null
        && northEast == null
        && southWest == null
        && southEast == null
        && any == null
        && named == null;
  }

  /// Calls for each child of a level that is no wildcard.
  void forEachChild(Consumer<TopicNode<V>> consumer) {
    accept(northWest, consumer);
    accept(northEast, consumer);
    accept(southWest, consumer);
    accept(southEast, consumer);
    if (named != null) {
      named.forEach(consumer);
    }
  }

  private static <V> void accept(@Nullable TopicNode<V> node, Consumer<TopicNode<V>> consumer) {
    if (node != null) {
      consumer.accept(node);
    }
  }

  private static boolean isAny(String filter, int start, int end) {
    return end - start == 1 && filter.charAt(start) == '+';
  }

  private static boolean isSlot(char letter) {
    return (letter >= '0' && letter <= '3') || letter == '+';
  }

  private void setSlot(char letter, @Nullable TopicNode<V> node) {
    switch (letter) {
      case '0' -> northWest = node;
      case '1' -> northEast = node;
      case '2' -> southWest = node;
      case '3' -> southEast = node;
      default -> any = node;
    }
  }
}
