package city.wayside.edge.endpoint.mqtt.topic;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Who gets a message: each subscriber once, however many of its filters match, with the highest
/// QoS of them and all their subscription identifiers (MQTT 5 §3.3.4). To be used again for the
/// next message, on one event loop.
///
/// @param <S> the kind of subscriber
public final class Matches<S extends Subscriber> {

  private static final int CAPACITY_AT_FIRST = 16;
  private static final int QOS_BITS = 0x03;
  private static final int NO_LOCAL = 0x04;
  private static final int RETAIN_AS_PUBLISHED = 0x08;
  private static final int IDENTIFIER_SHIFT = 4;
  private static final int[] NO_IDENTIFIERS = {};

  private @Nullable Subscriber[] subscribers = new Subscriber[CAPACITY_AT_FIRST];

  /// As in [Listeners], of several subscriptions together; the identifier is the first one.
  private int[] codes = new int[CAPACITY_AT_FIRST];

  /// Further identifiers of those who have any; empty until there are some.
  private int[][] furtherIdentifiers = {};

  private int count;

  /// How many subscribers get the message.
  public int count() {
    return count;
  }

  /// A subscriber, by its place from 0.
  @SuppressWarnings("unchecked") // Only subscribers of this kind are put in.
  public S subscriber(int place) {
    Subscriber subscriber = subscribers[checked(place)];
    if (subscriber == null) {
      throw new IllegalStateException("nobody at " + place + " of " + count);
    }
    return (S) subscriber;
  }

  /// The highest QoS that any of its matching filters was granted.
  public int qos(int place) {
    return codes[checked(place)] & QOS_BITS;
  }

  /// True when all of its matching filters leave out what the subscriber itself has published.
  public boolean isNoLocal(int place) {
    return (codes[checked(place)] & NO_LOCAL) != 0;
  }

  /// True when one of its matching filters asks to see whether a message was published as retained.
  public boolean isRetainAsPublished(int place) {
    return (codes[checked(place)] & RETAIN_AS_PUBLISHED) != 0;
  }

  /// The subscription identifiers of its matching filters, in no order; none for those without.
  public int[] identifiers(int place) {
    int first = codes[checked(place)] >>> IDENTIFIER_SHIFT;
    int[] further = place < furtherIdentifiers.length ? furtherIdentifiers[place] : NO_IDENTIFIERS;
    if (first == 0) {
      return NO_IDENTIFIERS;
    }
    int[] all = Arrays.copyOf(further, further.length + 1);
    all[further.length] = first;
    return all;
  }

  /// Lets go of everybody.
  public void clear() {
    Arrays.fill(subscribers, 0, count, null);
    Arrays.fill(furtherIdentifiers, 0, Math.min(count, furtherIdentifiers.length), NO_IDENTIFIERS);
    count = 0;
  }

  /// One number for the options and the identifier of a subscription.
  static int code(int optionsCode, int identifier) {
    return (identifier << IDENTIFIER_SHIFT)
        | (optionsCode & (QOS_BITS | NO_LOCAL | RETAIN_AS_PUBLISHED));
  }

  /// Makes room for so many more.
  void reserve(int more) {
    if (count + more > subscribers.length) {
      int capacity = Math.max(2 * subscribers.length, count + more);
      subscribers = Arrays.copyOf(subscribers, capacity);
      codes = Arrays.copyOf(codes, capacity);
    }
  }

  /// Notes a subscription.
  @SuppressWarnings("ReferenceEquality") // Subscribers are the same only when the same object.
  void add(S subscriber, int code) {
    int place = subscriber.matchPlace();
    // The place is of this message only when the subscriber stands there.
    if (place >= 0 && place < count && subscribers[place] == subscriber) {
      merge(place, code);
      return;
    }
    reserve(1);
    subscriber.setMatchPlace(count);
    subscribers[count] = subscriber;
    codes[count] = code;
    count++;
  }

  private void merge(int place, int code) {
    int before = codes[place];
    int identifier = before >>> IDENTIFIER_SHIFT;
    int other = code >>> IDENTIFIER_SHIFT;
    int qos = Math.max(before & QOS_BITS, code & QOS_BITS);
    int retain = (before | code) & RETAIN_AS_PUBLISHED;
    int noLocal = before & code & NO_LOCAL;
    if (identifier == 0) {
      identifier = other;
    } else if (other != 0) {
      addFurther(place, other);
    }
    codes[place] = code(qos | noLocal | retain, identifier);
  }

  private void addFurther(int place, int identifier) {
    if (place >= furtherIdentifiers.length) {
      int filled = furtherIdentifiers.length;
      furtherIdentifiers = Arrays.copyOf(furtherIdentifiers, subscribers.length);
      Arrays.fill(furtherIdentifiers, filled, furtherIdentifiers.length, NO_IDENTIFIERS);
    }
    int[] before = furtherIdentifiers[place];
    int[] after = Arrays.copyOf(before, before.length + 1);
    after[before.length] = identifier;
    furtherIdentifiers[place] = after;
  }

  private int checked(int place) {
    if (place < 0 || place >= count) {
      throw new IndexOutOfBoundsException(place + " of " + count);
    }
    return place;
  }
}
