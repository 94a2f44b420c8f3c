package city.wayside.edge.access.bounded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A map of bounded size: when it is full, the entry that was not used for longest is forgotten.
/// Any thread.
///
/// @param <K> the keys
/// @param <V> the values
public final class RecentMap<K, V> {

  private final LinkedHashMap<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final int countMax;

  /// An empty map.
  ///
  /// @param countMax how many entries it holds, 1 or more
  public RecentMap(int countMax) {
    this.countMax = countMax;
  }

  /// The value of a key; nothing when there is none, or it was forgotten.
  public synchronized @Nullable V get(K key) {
    return entries.get(key);
  }

  /// Gives a key a value.
  public synchronized void put(K key, V value) {
    entries.put(key, value);
    if (entries.size() > countMax) {
      K oldest = entries.keySet().iterator().next();
      entries.remove(oldest);
    }
  }

  /// Changes the value of a key in one step.
  ///
  /// @param otherwise where the change begins when the key has no value
  public synchronized V change(K key, V otherwise, UnaryOperator<V> change) {
    V changed = change.apply(entries.getOrDefault(key, otherwise));
    put(key, changed);
    return changed;
  }

  /// Forgets a key.
  public synchronized void remove(K key) {
    entries.remove(key);
  }

  /// Forgets everything.
  public synchronized void clear() {
    entries.clear();
  }

  /// How many entries there are.
  public synchronized int count() {
    return entries.size();
  }

  /// A copy of what there is.
  public synchronized Map<K, V> copy() {
    return Map.copyOf(entries);
  }
}
