package city.wayside.edge.endpoint.coap.observe;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Who listens to which branches of the tree of topics. What a message costs depends on the depth
/// of its topic and on who is told, not on how many listen elsewhere. Any thread.
///
/// @param <L> who listens; one that listens to overlapping branches is told once for each
public final class Audience<L> {

  private final ConcurrentHashMap<String, Set<L>> listeners = new ConcurrentHashMap<>();

  /// Has somebody listen.
  ///
  /// @param branches levels with a slash at the end of each
  public void add(L listener, List<String> branches) {
    for (String branch : branches) {
      listeners.compute(
          branch,
          (_, there) -> {
            Set<L> all = there == null ? ConcurrentHashMap.newKeySet(4) : there;
            all.add(listener);
            return all;
          });
    }
  }

  /// Has somebody listen no more.
  ///
  /// @param branches the same as it was added with
  public void remove(L listener, List<String> branches) {
    for (String branch : branches) {
      listeners.computeIfPresent(
          branch,
          (_, there) -> {
            there.remove(listener);
            return there.isEmpty() ? null : there;
          });
    }
  }

  /// Calls for everyone who listens to a branch that a topic is in.
  public void of(String topic, Consumer<L> consumer) {
    for (int slash = topic.indexOf('/'); slash >= 0; slash = topic.indexOf('/', slash + 1)) {
      Set<L> here = listeners.get(topic.substring(0, slash + 1));
      if (here != null) {
        here.forEach(consumer);
      }
    }
  }

  /// How many branches are listened to.
  int branchesCount() {
    return listeners.size();
  }
}
