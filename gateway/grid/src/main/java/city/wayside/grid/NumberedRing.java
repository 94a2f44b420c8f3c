package city.wayside.grid;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.ringbuffer.OverflowPolicy;
import com.hazelcast.ringbuffer.ReadResultSet;
import com.hazelcast.ringbuffer.Ringbuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// A ring of a fixed number of items, the oldest of which is overwritten by the newest. Items are
/// read by number.
///
/// **Numbers.** A number is the item's place in the ring plus a base that is taken from the clock
/// when the ring is first used. So when all members have been stopped and a new ring begins at 0,
/// numbers still ascend, and a reader with a number of the old ring is given the new one from its
/// start. A reader looks at the base together with each read, and reads again when it has changed.
///
/// **The bell.** An item is in the ring a moment before its backups have it. Were it read then, and
/// the member lost, its number would be given to another item, which that reader would pass over.
/// So whoever appends rings a bell when the backups have answered, and nothing beyond the number
/// that the bell tells is read. Ring, base and bell lie in one partition: they are lost together.
///
/// **Waiting** costs no looking: a read waits in the bell until it rings. Such a read stays there
/// when the patience of its reader ends, so this process has one at most, which everybody shares
/// who waits here; Hazelcast ends it with the process, and moves it with the partition.
///
/// @param <T> what is in the ring
final class NumberedRing<T> {

  /// How many items travel in one piece, either way.
  static final int ITEMS_AT_ONCE_MAX = 256;

  /// How many rings of the bell are kept: those that may come in another order than the numbers.
  static final int BELLS_KEPT = 256;

  private static final long NUMBERS_PER_MS = 1000;
  private static final long NONE = -1;

  /// An item and its number.
  record Numbered<T>(long number, T item) {}

  private final String name;
  private final Ringbuffer<T> ring;
  private final Ringbuffer<Long> bell;
  private final IMap<String, Long> marks;
  private final InstantSource clock;
  private final LongConsumer passedOver;
  private long bellNext;
  private volatile long base = NONE;
  private volatile long confirmed = NONE;
  private @Nullable CompletableFuture<Void> ringing;

  /// @param passedOver is told how many items a reader came too late for
  NumberedRing(
      HazelcastInstance hazelcast, String name, InstantSource clock, LongConsumer passedOver) {
    this.name = name;
    this.ring = hazelcast.getRingbuffer(name);
    // What follows the @ decides on the partition; the name alone does so for the ring and its
    // base.
    this.bell = hazelcast.getRingbuffer(Store.bellOf(name) + "@" + name);
    this.marks = hazelcast.getMap(Store.MARKS);
    this.clock = clock;
    this.passedOver = passedOver;
  }

  /// Appends items in their order. Blocks until the backups have them.
  ///
  /// @return the items with the numbers that they got
  <S extends T> List<Numbered<S>> append(List<S> items) {
    List<Numbered<S>> numbered = new ArrayList<>(items.size());
    for (int from = 0; from < items.size(); from += ITEMS_AT_ONCE_MAX) {
      List<S> some = items.subList(from, Math.min(items.size(), from + ITEMS_AT_ONCE_MAX));
      CompletableFuture<Long> last =
          ring.addAllAsync(some, OverflowPolicy.OVERWRITE).toCompletableFuture();
      long number = storedBase() + last.join() - some.size();
      for (S item : some) {
        numbered.add(new Numbered<>(++number, item));
      }
      bell.addAsync(number, OverflowPolicy.OVERWRITE).toCompletableFuture().join();
    }
    return numbered;
  }

  /// The items after a number, oldest first; waits for the first one. Items that are no longer kept
  /// are passed over.
  ///
  /// @param number the last item that was seen, or -1 for the oldest that is still kept
  /// @throws IllegalStateException when the grid does not answer
  List<Numbered<T>> after(long number, int countMax, Duration wait) throws InterruptedException {
    if (countMax <= 0) {
      return List.of();
    }
    try {
      if (base == NONE) {
        know(storedBase());
      }
      return isBeyond(number, wait) ? read(number, countMax) : List.of();
    } catch (CompletionException | ExecutionException e) {
      throw new IllegalStateException("the ring of " + name + " cannot be read", e.getCause());
    }
  }

  /// How many items are kept.
  int size() {
    return Math.toIntExact(ring.size());
  }

  /// Whether there are items after a number. Waits in the bell when none are known of.
  private boolean isBeyond(long number, Duration wait)
      throws InterruptedException, ExecutionException {
    long untilMs = clock.millis() + wait.toMillis();
    boolean isPatient = wait.isPositive();
    while (confirmed <= number && isPatient) {
      // Rung in vain for those who have heard of more: a bell of before, or one that was overtaken.
      isPatient = isRung(wait) && clock.millis() < untilMs;
    }
    if (confirmed <= number) {
      // It may be another bell meanwhile, which rang when nobody waited in it.
      know(storedBase());
      listen(0).join();
    }
    return confirmed > number;
  }

  private boolean isRung(Duration wait) throws InterruptedException, ExecutionException {
    try {
      nextRinging().get(wait.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    }
  }

  private List<Numbered<T>> read(long number, int countMax)
      throws InterruptedException, ExecutionException {
    long upTo = confirmed;
    long known = base;
    long first = Math.max(0, number + 1 - known);
    // Reads from the oldest that is kept when the first has been overwritten.
    CompletableFuture<ReadResultSet<T>> read =
        ring.readManyAsync(first, 0, atOnce(countMax), null).toCompletableFuture();
    long stored = storedBase();
    if (stored != known) {
      know(stored);
      return isBeyond(number, Duration.ZERO) ? read(number, countMax) : List.of();
    }
    List<Numbered<T>> numbered = numbered(known, upTo, read.join());
    if (!numbered.isEmpty() && number >= known) {
      long missed = numbered.getFirst().number() - number - 1;
      if (missed > 0) {
        passedOver.accept(missed);
      }
    }
    return numbered;
  }

  private int atOnce(int countMax) {
    return (int) Math.min(Math.min(countMax, ITEMS_AT_ONCE_MAX), ring.capacity());
  }

  private static <T> List<Numbered<T>> numbered(long base, long upTo, ReadResultSet<T> read) {
    List<Numbered<T>> numbered = new ArrayList<>(read.size());
    for (int i = 0; i < read.size() && base + read.getSequence(i) <= upTo; i++) {
      numbered.add(new Numbered<>(base + read.getSequence(i), read.get(i)));
    }
    return numbered;
  }

  /// The read that waits for the next ringing; begun when none waits.
  private synchronized CompletableFuture<Void> nextRinging() {
    CompletableFuture<Void> now = ringing;
    if (now == null || now.isDone()) {
      now = listen(1);
      ringing = now;
    }
    return now;
  }

  private synchronized CompletableFuture<Void> listen(int countMin) {
    long ofBase = base;
    return bell.readManyAsync(bellNext, countMin, BELLS_KEPT, null)
        .thenAccept(rings -> heard(ofBase, rings))
        .toCompletableFuture();
  }

  private synchronized void heard(long ofBase, ReadResultSet<Long> rings) {
    if (ofBase != base || rings.size() == 0) {
      return;
    }
    for (long number : rings) {
      confirmed = Math.max(confirmed, number);
    }
    bellNext = rings.getSequence(rings.size() - 1) + 1;
  }

  /// Takes notice of a base; forgets what is known of another ring.
  private synchronized void know(long stored) {
    if (stored != base) {
      base = stored;
      bellNext = 0;
      confirmed = NONE;
      ringing = null;
    }
  }

  /// The number of place 0, as the grid has it.
  private long storedBase() {
    Long stored = marks.get(name);
    if (stored == null) {
      long fresh = clock.millis() * NUMBERS_PER_MS;
      Long other = marks.putIfAbsent(name, fresh);
      stored = other == null ? fresh : other;
    }
    return stored;
  }
}
