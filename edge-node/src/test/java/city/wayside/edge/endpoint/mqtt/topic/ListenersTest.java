package city.wayside.edge.endpoint.mqtt.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListenersTest {

  private final Matches<Ear> matches = new Matches<>();

  @Test
  void oneIsOneAgainWhenTheOthersHaveLeft() {
    Ear one = new Ear("one");
    Ear two = new Ear("two");
    Listeners<Ear> single = new Listeners.One<>(one, 5);
    Listeners<Ear> both = single.with(two, 6);
    assertThat(both.count()).isEqualTo(2);
    assertThat(both.without(one)).isEqualTo(new Listeners.One<>(two, 6));
    assertThat(single.without(two)).isSameAs(single);
    assertThat(single.without(one)).isNull();
    assertThat(single.with(one, 7)).isEqualTo(new Listeners.One<>(one, 7));
  }

  /// Grows to a thousand and shrinks again, beside a map that does the same.
  @Property(tries = 100)
  void theyAreASetOfSubscribers(
      @ForAll @IntRange(min = 2, max = 1000) int size, @ForAll Random chance) {
    List<Ear> ears = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      ears.add(new Ear("ear" + i));
    }
    Map<Ear, Integer> model = new LinkedHashMap<>();
    @Nullable Listeners<Ear> listeners = null;
    for (int step = 0; step < 4 * size; step++) {
      Ear ear = ears.get(chance.nextInt(size));
      // First more come than go, then more go than come.
      boolean comes = chance.nextInt(10) < (step < 2 * size ? 8 : 2);
      if (comes) {
        listeners = listeners == null ? new Listeners.One<>(ear, step) : listeners.with(ear, step);
        model.put(ear, step);
      } else if (listeners != null) {
        listeners = listeners.without(ear);
        model.remove(ear);
      }
      assertThat(listeners == null ? 0 : listeners.count()).isEqualTo(model.size());
    }
    matches.clear();
    if (listeners != null) {
      listeners.addTo(matches);
    }
    assertThat(matches.count()).isEqualTo(model.size());
    for (int place = 0; place < matches.count(); place++) {
      assertThat(model).containsKey(matches.subscriber(place));
    }
    for (Map.Entry<Ear, Integer> entry : model.entrySet()) {
      int place = entry.getKey().matchPlace();
      assertThat(matches.subscriber(place)).isSameAs(entry.getKey());
      assertThat(matches.qos(place)).isEqualTo(entry.getValue() & 3);
    }
  }
}
