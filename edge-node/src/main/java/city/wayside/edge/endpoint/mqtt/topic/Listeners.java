package city.wayside.edge.endpoint.mqtt.topic;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Who is subscribed to one filter. Most filters have one subscriber, and some have thousands.
///
/// A subscription is one number, its code: the options of MQTT 5 §3.8.3.1 in the lowest four bits
/// (QoS, no local, retain as published) and the subscription identifier, 28 bits, above them.
///
/// @param <S> the kind of subscriber
@SuppressWarnings(
    "ReferenceEquality") // Subscribers are the same only when they are the same object.
sealed interface Listeners<S extends Subscriber> {

  /// The same with a subscription, in the place of an older one of the same subscriber.
  Listeners<S> with(S subscriber, int code);

  /// The same without a subscriber; absent when nobody is left.
  @Nullable Listeners<S> without(S subscriber);

  /// How many there are.
  int count();

  /// Adds all of them to what a message matches.
  void addTo(Matches<S> matches);

  /// A single one.
  ///
  /// @param subscriber who
  /// @param code its options and identifier
  record One<S extends Subscriber>(S subscriber, int code) implements Listeners<S> {

    @Override
    public Listeners<S> with(S other, int otherCode) {
      return other == subscriber
          ? new One<>(other, otherCode)
          : new Many<>(this).with(other, otherCode);
    }

    @Override
    public @Nullable Listeners<S> without(S other) {
      return other == subscriber ? null : this;
    }

    @Override
    public int count() {
      return 1;
    }

    @Override
    public void addTo(Matches<S> matches) {
      matches.add(subscriber, code);
    }
  }

  /// Several, in no order. A table of places, by the subscriber's identity, finds one among many.
  final class Many<S extends Subscriber> implements Listeners<S> {

    /// So few are looked through faster than a table is asked.
    private static final int SEARCHED_COUNT_MAX = 16;

    private @Nullable Subscriber[] subscribers = new Subscriber[2];
    private int[] codes = new int[2];
    private int count;

    /// Places plus one, 0 for none, in open addressing; empty while there are few.
    private int[] table = {};

    Many(One<S> first) {
      append(first.subscriber(), first.code());
    }

    @Override
    public Listeners<S> with(S subscriber, int code) {
      int place = place(subscriber);
      if (place >= 0) {
        codes[place] = code;
      } else {
        append(subscriber, code);
      }
      return this;
    }

    @Override
    public @Nullable Listeners<S> without(S subscriber) {
      int place = place(subscriber);
      if (place < 0) {
        return this;
      }
      forget(subscriber);
      count--;
      Subscriber moved = subscribers[count];
      if (place < count && moved != null) {
        subscribers[place] = moved;
        codes[place] = codes[count];
        if (table.length > 0) {
          table[slot(moved)] = place + 1;
        }
      }
      subscribers[count] = null;
      if (count == 1) {
        return new One<>(subscriber(0), codes[0]);
      }
      if (count < subscribers.length / 4) {
        resize(subscribers.length / 2);
      }
      return this;
    }

    @Override
    public int count() {
      return count;
    }

    @Override
    public void addTo(Matches<S> matches) {
      matches.reserve(count);
      for (int place = 0; place < count; place++) {
        matches.add(subscriber(place), codes[place]);
      }
    }

    @SuppressWarnings("unchecked") // Only subscribers of this kind are put in.
    private S subscriber(int place) {
      Subscriber subscriber = subscribers[place];
      if (subscriber == null) {
        throw new IllegalStateException("nobody at " + place + " of " + count);
      }
      return (S) subscriber;
    }

    private void append(S subscriber, int code) {
      if (count == subscribers.length) {
        resize(2 * count);
      }
      subscribers[count] = subscriber;
      codes[count] = code;
      count++;
      if (table.length > 0) {
        table[slot(subscriber)] = count;
      }
    }

    private void resize(int capacity) {
      subscribers = Arrays.copyOf(subscribers, capacity);
      codes = Arrays.copyOf(codes, capacity);
      table = new int[capacity > SEARCHED_COUNT_MAX ? 2 * capacity : 0];
      if (table.length > 0) {
        for (int place = 0; place < count; place++) {
          table[slot(subscriber(place))] = place + 1;
        }
      }
    }

    private int place(Subscriber subscriber) {
      if (table.length > 0) {
        return table[slot(subscriber)] - 1;
      }
      for (int place = 0; place < count; place++) {
        if (subscribers[place] == subscriber) {
          return place;
        }
      }
      return -1;
    }

    /// Where the subscriber stands in the table, or where it would. At most half of it is taken.
    private int slot(Subscriber subscriber) {
      int mask = table.length - 1;
      int slot = home(subscriber);
      while (table[slot] != 0 && subscribers[table[slot] - 1] != subscriber) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }

    private int home(@Nullable Subscriber subscriber) {
      int hash = System.identityHashCode(subscriber) * 0x9E37_79B9;
      return hash >>> Integer.numberOfLeadingZeros(table.length - 1);
    }

    /// Empties the subscriber's slot, and moves up those that it had pushed away from theirs.
    private void forget(Subscriber subscriber) {
      if (table.length == 0) {
        return;
      }
      int mask = table.length - 1;
      int gap = slot(subscriber);
      table[gap] = 0;
      for (int slot = (gap + 1) & mask; table[slot] != 0; slot = (slot + 1) & mask) {
        int home = home(subscribers[table[slot] - 1]);
        if (((slot - home) & mask) >= ((slot - gap) & mask)) {
          table[gap] = table[slot];
          table[slot] = 0;
          gap = slot;
        }
      }
    }
  }
}
