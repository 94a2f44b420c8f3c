package city.wayside.grid.entry;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import java.io.Serial;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Puts a value, unless a newer one is there. Used once.
///
/// @param <K> the map's key
/// @param <V> the map's value
@SuppressWarnings("serial") // It travels in its own form, see PutNewerForm.
public final class PutNewer<K, V> implements EntryProcessor<K, V, @Nullable V> {

  @Serial private static final long serialVersionUID = 1L;

  private final Order order;
  private final V value;
  private final long ttlMs;
  private boolean isPut;

  /// @param order which of two values is the newer one
  /// @param value the value
  /// @param ttlMs the entry's time to live from then on, 0 for no end
  public PutNewer(Order order, V value, long ttlMs) {
    this.order = order;
    this.value = value;
    this.ttlMs = ttlMs;
  }

  Order order() {
    return order;
  }

  V value() {
    return value;
  }

  long ttlMs() {
    return ttlMs;
  }

  /// Answers with nothing.
  @Override
  public @Nullable V process(Map.Entry<K, V> entry) {
    @Nullable V present = entry.getValue();
    isPut = present == null || order.replaces(value, present);
    if (isPut) {
      ((ExtendedMapEntry<K, V>) entry).setValue(value, ttlMs, TimeUnit.MILLISECONDS);
    }
    return null;
  }

  /// Nothing when the backups have nothing to do.
  @Override
  public @Nullable EntryProcessor<K, V, @Nullable V> getBackupProcessor() {
    return isPut ? this : null;
  }
}
