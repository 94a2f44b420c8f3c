package city.wayside.edge.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.outbound.Conflation.Taken;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.DownMessage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ConflationTest {

  private final Conflation<String> waiting = new Conflation<>(4, 100);

  @Test
  void deliveriesKeepTheirOrder() {
    assertThat(offer("denm 1", Kind.NOTICE, "", 10)).isEqualTo(Taken.ADDED);
    assertThat(offer("cam 1", Kind.BEACON, "7 cam", 10)).isEqualTo(Taken.ADDED);
    assertThat(offer("denm 2", Kind.RETAINED, "", 10)).isEqualTo(Taken.ADDED);
    assertThat(drained()).containsExactly("denm 1", "cam 1", "denm 2");
    assertThat(waiting.isEmpty()).isTrue();
    assertThat(waiting.bytes()).isZero();
    assertThat(waiting.poll()).isNull();
  }

  @Test
  void ofBeaconsWithTheSameKeyOnlyTheNewestWaitsInThePlaceOfTheFirst() {
    offer("cam 7 old", Kind.BEACON, "7 cam", 10);
    offer("cam 8", Kind.BEACON, "8 cam", 10);
    assertThat(offer("cam 7 new", Kind.BEACON, "7 cam", 30)).isEqualTo(Taken.REPLACED);
    assertThat(waiting.count()).isEqualTo(2);
    assertThat(waiting.bytes()).isEqualTo(40 + 2);
    assertThat(drained()).containsExactly("cam 7 new", "cam 8");
  }

  @Test
  void beaconsWithoutKeyAndAssuredOnesWithOneAllCount() {
    offer("a", Kind.BEACON, "", 10);
    offer("b", Kind.BEACON, "", 10);
    offer("c", Kind.NOTICE, "key", 10);
    offer("c", Kind.NOTICE, "key", 10);
    assertThat(drained()).containsExactly("a", "b", "c", "c");
  }

  @Test
  void beyondTheCountTheClientIsTooSlow() {
    for (int i = 0; i < 4; i++) {
      assertThat(offer("cam " + i, Kind.BEACON, "key " + i, 1)).isEqualTo(Taken.ADDED);
    }
    assertThat(offer("cam 4", Kind.BEACON, "key 4", 1)).isEqualTo(Taken.FULL);
    assertThat(offer("denm", Kind.NOTICE, "", 1)).isEqualTo(Taken.FULL);
    assertThat(offer("cam 2 new", Kind.BEACON, "key 2", 1)).isEqualTo(Taken.REPLACED);
    assertThat(drained()).containsExactly("cam 0", "cam 1", "cam 2 new", "cam 3");
  }

  @Test
  void beyondTheBytesToo() {
    assertThat(offer("a", Kind.BEACON, "a", 60)).isEqualTo(Taken.ADDED);
    assertThat(offer("b", Kind.NOTICE, "", 38)).isEqualTo(Taken.ADDED);
    assertThat(waiting.bytes()).isEqualTo(100);
    assertThat(offer("c", Kind.NOTICE, "", 0)).isEqualTo(Taken.FULL);
    assertThat(offer("a larger", Kind.BEACON, "a", 61)).isEqualTo(Taken.FULL);
    assertThat(offer("a smaller", Kind.BEACON, "a", 10)).isEqualTo(Taken.REPLACED);
    assertThat(offer("c", Kind.NOTICE, "", 49)).isEqualTo(Taken.ADDED);
    assertThat(drained()).containsExactly("a smaller", "b", "c");
  }

  @Test
  void aKeyThatWasSentBeginsAnew() {
    offer("cam 1", Kind.BEACON, "7", 10);
    offer("denm", Kind.NOTICE, "", 10);
    assertThat(waiting.poll()).isEqualTo("cam 1");
    assertThat(offer("cam 2", Kind.BEACON, "7", 10)).isEqualTo(Taken.ADDED);
    assertThat(drained()).containsExactly("denm", "cam 2");
  }

  /// A list that does the same by searching.
  @Property(tries = 300)
  void itIsAListInWhichBeaconsAreReplaced(@ForAll Random chance) {
    List<String> model = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (int step = 0; step < 200; step++) {
      if (chance.nextInt(4) == 0) {
        assertThat(waiting.poll()).isEqualTo(model.isEmpty() ? null : model.removeFirst());
        if (!keys.isEmpty()) {
          keys.removeFirst();
        }
        continue;
      }
      String key = String.valueOf((char) ('a' + chance.nextInt(4)));
      Kind kind = chance.nextInt(3) == 0 ? Kind.NOTICE : Kind.BEACON;
      String delivery = kind + key + step;
      int place = kind == Kind.BEACON ? keys.indexOf(key) : -1;
      Taken taken = offer(delivery, kind, key, 1);
      if (place >= 0) {
        assertThat(taken).isEqualTo(Taken.REPLACED);
        model.set(place, delivery);
      } else if (model.size() == 4) {
        assertThat(taken).isEqualTo(Taken.FULL);
      } else {
        assertThat(taken).isEqualTo(Taken.ADDED);
        model.add(delivery);
        keys.add(kind == Kind.BEACON ? key : "");
      }
      assertThat(waiting.count()).isEqualTo(model.size());
      assertThat(waiting.bytes()).isEqualTo(2 * model.size());
    }
    assertThat(drained()).isEqualTo(model);
  }

  private Taken offer(String delivery, Kind kind, String key, int payloadBytes) {
    return waiting.offer(
        delivery, new DownMessage(1, "t", new byte[payloadBytes], "", kind, key, Long.MAX_VALUE));
  }

  private List<String> drained() {
    List<String> all = new ArrayList<>();
    String next = waiting.poll();
    while (next != null) {
      all.add(next);
      next = waiting.poll();
    }
    return all;
  }
}
