package city.wayside.edge.outbound;

import city.wayside.model.downlink.DownMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What waits for one slow client: bounded in count and bytes. Of beacons with the same key only
/// the newest waits, in the place of the first, so that a client that is a little slow sees fewer
/// of them and none that is old; everything else keeps its order and is never left out. When even
/// so a limit is reached, the client is too slow to be served.
///
/// A connection makes one when its socket takes no more, and drops it once it is empty: those that
/// keep up own nothing. One event loop.
///
/// @param <D> what is sent in the end
public final class Conflation<D> {

  private final int countMax;
  private final int bytesMax;

  /// In the order of sending. A key that is put again keeps its place, and only its value is new.
  private final LinkedHashMap<Object, Waiting<D>> waiting = new LinkedHashMap<>();

  private int bytes;

  /// @param countMax how many deliveries may wait
  /// @param bytesMax how many bytes their topics and payloads may have together
  public Conflation(int countMax, int bytesMax) {
    this.countMax = countMax;
    this.bytesMax = bytesMax;
  }

  /// What became of a delivery.
  public enum Taken {
    /// It waits behind all others.
    ADDED,
    /// It waits in the place of an older one, which is not sent any more.
    REPLACED,
    /// A limit is reached and nothing was changed: the client is to be disconnected, with MQTT 5's
    /// code 0x97 (quota exceeded).
    FULL
  }

  /// Has a delivery wait.
  ///
  /// @param delivery what is sent in the end
  /// @param message the message in it
  public Taken offer(D delivery, DownMessage message) {
    Waiting<D> entry = new Waiting<>(delivery, lengthBytes(message));
    boolean isConflated = !message.kind().isAssured() && !message.conflationKey().isEmpty();
    Object key = isConflated ? message.conflationKey() : entry;
    Waiting<D> before = waiting.get(key);
    int bytesAfter = bytes + entry.lengthBytes - (before == null ? 0 : before.lengthBytes);
    if (bytesAfter > bytesMax || (before == null && waiting.size() >= countMax)) {
      return Taken.FULL;
    }
    waiting.put(key, entry);
    bytes = bytesAfter;
    return before == null ? Taken.ADDED : Taken.REPLACED;
  }

  /// Takes the next delivery out; absent when there is none.
  public @Nullable D poll() {
    Map.Entry<Object, Waiting<D>> first = waiting.pollFirstEntry();
    if (first == null) {
      return null;
    }
    bytes -= first.getValue().lengthBytes;
    return first.getValue().delivery;
  }

  /// The next delivery, which stays where it is; absent when there is none.
  public @Nullable D peek() {
    Map.Entry<Object, Waiting<D>> first = waiting.firstEntry();
    return first == null ? null : first.getValue().delivery;
  }

  /// Calls for every delivery, in the order of sending.
  public void forEach(Consumer<D> consumer) {
    waiting.values().forEach(each -> consumer.accept(each.delivery));
  }

  /// True when nothing waits.
  public boolean isEmpty() {
    return waiting.isEmpty();
  }

  /// How many deliveries wait.
  public int count() {
    return waiting.size();
  }

  /// How many bytes their topics and payloads have together.
  public int bytes() {
    return bytes;
  }

  private static int lengthBytes(DownMessage message) {
    return message.topic().length() + message.payload().length;
  }

  /// One delivery; itself the key of those that are not conflated, and so no record, for two that
  /// look alike are two.
  private static final class Waiting<D> {
    private final D delivery;
    private final int lengthBytes;

    Waiting(D delivery, int lengthBytes) {
      this.delivery = delivery;
      this.lengthBytes = lengthBytes;
    }
  }
}
