package city.wayside.edge.detect;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.event.EventKey;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventKeysTest {

  private static final long STATION = 4_294_967_294L;
  private static final long NOW = 1_795_404_600_000L;
  private static final long SLOT_MS = 600_000;

  @Test
  void twoEdgeNodesThatSeeTheSameGiveItTheSameKey() {
    EventKey one = new EventKeys(STATION).take(Detected.QUEUE_END, "way/1", NOW);
    EventKey other = new EventKeys(STATION).take(Detected.QUEUE_END, "way/1", NOW + 20_000);

    assertThat(one).isEqualTo(other);
    assertThat(one.originId()).isEqualTo(STATION);
  }

  @Test
  void anotherPlaceKindOrTimeHasAnotherKey() {
    EventKey key = new EventKeys(STATION).take(Detected.QUEUE_END, "way/1", NOW);

    assertThat(new EventKeys(STATION).take(Detected.QUEUE_END, "way/2", NOW)).isNotEqualTo(key);
    assertThat(new EventKeys(STATION).take(Detected.WRONG_WAY, "way/1", NOW)).isNotEqualTo(key);
    assertThat(new EventKeys(STATION).take(Detected.QUEUE_END, "way/1", NOW + SLOT_MS))
        .isNotEqualTo(key);
  }

  @Test
  void noTwoEventsHaveTheSameKeyHoweverManyThereAre() {
    EventKeys keys = new EventKeys(STATION);
    Set<EventKey> taken = new HashSet<>();

    for (int i = 0; i < 30_000; i++) {
      taken.add(keys.take(Detected.STOPPED_VEHICLE, "way/" + i, NOW));
    }

    assertThat(taken).hasSize(30_000);
    assertThat(taken).allMatch(key -> key.sequence() >= 0 && key.sequence() <= 65_535);
  }

  @Test
  void anEventThatComesAgainIsAnotherOneUntilTheFirstIsForgotten() {
    EventKeys keys = new EventKeys(STATION);
    EventKey first = keys.take(Detected.QUEUE_END, "way/1", NOW);
    keys.end(first, NOW, 120_000);

    EventKey second = keys.take(Detected.QUEUE_END, "way/1", NOW);
    assertThat(second.sequence()).isEqualTo((first.sequence() + 1) % 65_536);

    keys.turn(NOW + 120_000 + SLOT_MS);
    assertThat(keys.take(Detected.QUEUE_END, "way/1", NOW)).isEqualTo(first);
  }

  @Test
  void eventsThatHaveEndedGiveWayBeforeNumbersRunOut() {
    EventKeys keys = new EventKeys(STATION);

    for (int i = 0; i < 100_000; i++) {
      keys.end(keys.take(Detected.STOPPED_VEHICLE, "way/" + i, NOW), NOW, 120_000);
    }

    assertThat(keys.take(Detected.STOPPED_VEHICLE, "way", NOW).sequence()).isBetween(0L, 65_535L);
  }
}
