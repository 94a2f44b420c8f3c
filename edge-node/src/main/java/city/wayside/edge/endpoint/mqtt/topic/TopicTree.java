package city.wayside.edge.endpoint.mqtt.topic;

import org.jspecify.annotations.Nullable;

/// Who is subscribed to what: the tree of all filters on one event loop, level by level. To find
/// who gets a message costs as many steps as its topic has levels, times the branches that
/// wildcards split off (see [FilterRules]), plus one step for each who gets it; where nobody is
/// interested it ends at the first level that nobody named. Rules for matching: MQTT 5 §4.7.
///
/// @param <S> the kind of subscriber
public final class TopicTree<S extends Subscriber> {

  private final TopicNode<Listeners<S>> root = new TopicNode<>();
  private int count;

  /// Adds a subscription, in the place of an older one of the same subscriber to the same filter.
  ///
  /// @param filter a filter that [FilterRules] grants
  /// @param optionsCode the subscription options of MQTT 5 §3.8.3.1, with the QoS that was granted
  /// @param identifier the subscription identifier, 0 for none
  /// @return true when there was no older one
  public boolean add(String filter, S subscriber, int optionsCode, int identifier) {
    TopicNode<Listeners<S>> node = root;
    int start = 0;
    boolean isBelow = isBelow(filter, start);
    while (!isBelow && start <= filter.length()) {
      int end = levelEnd(filter, start);
      node = node.filterChildOrNew(filter, start, end);
      start = end + 1;
      isBelow = isBelow(filter, start);
    }
    int code = Matches.code(optionsCode, identifier);
    Listeners<S> before = isBelow ? node.below() : node.here();
    int countBefore = before == null ? 0 : before.count();
    Listeners<S> after =
        before == null ? new Listeners.One<>(subscriber, code) : before.with(subscriber, code);
    set(node, isBelow, after);
    boolean isNew = after.count() > countBefore;
    count += isNew ? 1 : 0;
    return isNew;
  }

  /// Ends a subscription; branches that hold nothing any more are taken out.
  ///
  /// @return true when there was one
  public boolean remove(String filter, S subscriber) {
    int countBefore = count;
    remove(root, filter, 0, subscriber);
    return count < countBefore;
  }

  /// Finds who gets a message.
  ///
  /// @param topic its topic, without wildcards
  /// @param matches is emptied, then filled
  public void match(String topic, Matches<S> matches) {
    matches.clear();
    match(root, topic, 0, matches);
  }

  /// How many subscriptions there are.
  public int count() {
    return count;
  }

  /// True when nobody is subscribed to anything, and no branch is left.
  boolean isEmpty() {
    return root.isEmpty();
  }

  private static <S extends Subscriber> void match(
      TopicNode<Listeners<S>> node, String topic, int start, Matches<S> matches) {
    // Wildcards at the first level do not stand for topics that begin with $.
    boolean isWild = start > 0 || topic.isEmpty() || topic.charAt(0) != '$';
    addAll(isWild ? node.below() : null, matches);
    if (start > topic.length()) {
      addAll(node.here(), matches);
      return;
    }
    int end = levelEnd(topic, start);
    TopicNode<Listeners<S>> child = node.child(topic, start, end);
    if (child != null) {
      match(child, topic, end + 1, matches);
    }
    TopicNode<Listeners<S>> any = node.any();
    if (any != null && isWild) {
      match(any, topic, end + 1, matches);
    }
  }

  private static <S extends Subscriber> void addAll(
      @Nullable Listeners<S> listeners, Matches<S> matches) {
    if (listeners != null) {
      listeners.addTo(matches);
    }
  }

  private void remove(TopicNode<Listeners<S>> node, String filter, int start, S subscriber) {
    boolean isBelow = isBelow(filter, start);
    if (isBelow || start > filter.length()) {
      Listeners<S> before = isBelow ? node.below() : node.here();
      if (before != null) {
        int countBefore = before.count();
        Listeners<S> after = before.without(subscriber);
        set(node, isBelow, after);
        count -= countBefore - (after == null ? 0 : after.count());
      }
      return;
    }
    int end = levelEnd(filter, start);
    TopicNode<Listeners<S>> child = node.filterChild(filter, start, end);
    if (child != null) {
      remove(child, filter, end + 1, subscriber);
      if (child.isEmpty()) {
        node.removeFilterChild(filter, start, end);
      }
    }
  }

  private static <S extends Subscriber> void set(
      TopicNode<Listeners<S>> node, boolean isBelow, @Nullable Listeners<S> listeners) {
    if (isBelow) {
      node.setBelow(listeners);
    } else {
      node.setHere(listeners);
    }
  }

  /// True when the rest of a filter is `#`.
  static boolean isBelow(String filter, int start) {
    return start == filter.length() - 1 && filter.charAt(start) == '#';
  }

  /// Where a level ends: at the next slash, or with the text.
  static int levelEnd(String text, int start) {
    int end = text.indexOf('/', start);
    return end < 0 ? text.length() : end;
  }
}
