package city.wayside.edge.endpoint.mqtt.topic;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.downlink.DownMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RetainedTopicsTest {

  private static final long NOW_MS = 1_795_000_000_000L;

  private final RetainedTopics retained = new RetainedTopics(100, 10_000);

  @Test
  void whoSubscribesFindsWhatIsRetained() {
    put(1, "v1/geo/1/2/0/3/denm", 10, 60_000);
    put(2, "v1/geo/1/2/1/3/denm", 10, 60_000);
    put(3, "v1/geo/1/2/0/3/ivim", 10, 60_000);
    put(4, "default/outQueue/v2x/denm/u/1/2/0/3", 10, 60_000);

    assertThat(matching("v1/geo/1/2/0/#")).containsExactlyInAnyOrder(1L, 3L);
    assertThat(matching("v1/geo/#")).containsExactlyInAnyOrder(1L, 2L, 3L);
    assertThat(matching("v1/geo/1/2/+/+/denm")).containsExactlyInAnyOrder(1L, 2L);
    assertThat(matching("v1/geo/1/2/0/3/ivim")).containsExactly(3L);
    assertThat(matching("v1/geo/1/2/0/3/ivim/#")).containsExactly(3L);
    assertThat(matching("default/outQueue/v2x/denm/+/1/2/#")).containsExactly(4L);
    assertThat(matching("v1/geo/1/2/0/3")).isEmpty();
    assertThat(retained.count()).isEqualTo(4);
  }

  @Test
  void aNewerMessageTakesThePlaceAndAnOlderOneDoesNot() {
    put(5, "a", 10, 60_000);
    put(6, "a", 20, 60_000);
    put(4, "a", 30, 60_000);
    put(6, "a", 30, 60_000);
    assertThat(matching("a")).containsExactly(6L);
    assertThat(retained.count()).isEqualTo(1);
    assertThat(retained.bytes()).isEqualTo(21);
  }

  @Test
  void oneWithoutPayloadEndsIt() {
    put(5, "a/b", 10, 60_000);
    put(6, "a/b", 0, 60_000);
    assertThat(matching("#")).isEmpty();
    assertThat(retained.count()).isZero();
    assertThat(retained.bytes()).isZero();
    assertThat(retained.isEmpty()).isTrue();
  }

  @Test
  void whatIsOverIsNotFoundAndLetGoOf() {
    put(1, "a", 10, 1000);
    put(2, "b", 10, 2000);
    put(3, "c", 10, 0);
    assertThat(retained.count()).isEqualTo(2);
    assertThat(matching("#", NOW_MS + 999)).containsExactlyInAnyOrder(1L, 2L);
    assertThat(matching("#", NOW_MS + 1000)).containsExactly(2L);
    assertThat(retained.count()).isEqualTo(2);
    retained.expire(NOW_MS + 1000);
    assertThat(retained.count()).isEqualTo(1);
    retained.expire(NOW_MS + 2000);
    assertThat(retained.isEmpty()).isTrue();
  }

  @Test
  void whatWasReplacedDoesNotTakeItsSuccessorAlongWhenItIsOver() {
    put(1, "a", 10, 1000);
    put(2, "a", 10, 5000);
    retained.expire(NOW_MS + 2000);
    assertThat(matching("a", NOW_MS + 2000)).containsExactly(2L);
  }

  @Test
  void whereTheCountIsReachedWhatEndsFirstMakesRoom() {
    RetainedTopics small = new RetainedTopics(2, 1000);
    small.put(message(1, "a", 10, 3000), NOW_MS);
    small.put(message(2, "b", 10, 1000), NOW_MS);
    small.put(message(3, "c", 10, 2000), NOW_MS);
    assertThat(matching(small, "#", NOW_MS)).containsExactlyInAnyOrder(1L, 3L);
    small.put(message(4, "d", 10, 500), NOW_MS);
    assertThat(matching(small, "#", NOW_MS)).containsExactlyInAnyOrder(1L, 3L);
    assertThat(small.displaced()).isEqualTo(2);
  }

  @Test
  void whereTheBytesAreReachedTooAndNothingLargerThanAllFits() {
    RetainedTopics small = new RetainedTopics(10, 100);
    small.put(message(1, "a", 60, 1000), NOW_MS);
    small.put(message(2, "b", 60, 2000), NOW_MS);
    assertThat(matching(small, "#", NOW_MS)).containsExactly(2L);
    small.put(message(3, "c", 101, 3000), NOW_MS);
    assertThat(small.count()).isZero();
    assertThat(small.bytes()).isZero();
  }

  @Test
  void aTopicThatIsReplacedAgainAndAgainCostsNoMore() {
    for (int i = 1; i <= 100_000; i++) {
      put(i, "v1/geo/1/spatem", 10, 60_000 + i);
    }
    assertThat(retained.count()).isEqualTo(1);
    assertThat(matching("#")).containsExactly(100_000L);
    assertThat(retained.queued()).isLessThan(2000);
  }

  @Property(tries = 300)
  void itFindsWhatTheRulesFind(
      @ForAll @Size(min = 1, max = 40) List<@From("topics") String> topics,
      @ForAll @Size(min = 1, max = 20) List<@From("filters") String> filters,
      @ForAll Random chance) {
    Map<String, Retained> model = new LinkedHashMap<>();
    for (int sequence = 0; sequence < 100; sequence++) {
      String topic = topics.get(chance.nextInt(topics.size()));
      Retained one = message(sequence, topic, chance.nextInt(4), 1 + chance.nextInt(3));
      retained.put(one, NOW_MS);
      if (one.message().payload().length == 0) {
        model.remove(topic);
      } else {
        model.put(topic, one);
      }
    }
    for (int laterMs = 0; laterMs < 4; laterMs++) {
      long nowMs = NOW_MS + laterMs;
      for (String filter : filters) {
        List<Long> expected =
            model.values().stream()
                .filter(one -> one.message().expiresMs() > nowMs)
                .filter(one -> NaiveMatching.matches(filter, one.message().topic()))
                .map(Retained::sequence)
                .toList();
        assertThat(matching(filter, nowMs)).containsExactlyInAnyOrderElementsOf(expected);
      }
      retained.expire(nowMs);
      assertThat(retained.count())
          .isEqualTo(
              (int)
                  model.values().stream().filter(one -> one.message().expiresMs() > nowMs).count());
    }
    assertThat(retained.isEmpty()).as("no branch is left").isTrue();
    assertThat(retained.bytes()).isZero();
  }

  @Provide
  Arbitrary<String> filters() {
    return NaiveMatching.filters();
  }

  @Provide
  Arbitrary<String> topics() {
    return NaiveMatching.topics();
  }

  private void put(long sequence, String topic, int payloadBytes, long validMs) {
    retained.put(message(sequence, topic, payloadBytes, validMs), NOW_MS);
  }

  private List<Long> matching(String filter) {
    return matching(filter, NOW_MS);
  }

  private List<Long> matching(String filter, long nowMs) {
    return matching(retained, filter, nowMs);
  }

  private static List<Long> matching(RetainedTopics topics, String filter, long nowMs) {
    List<Long> sequences = new ArrayList<>();
    topics.match(filter, nowMs, one -> sequences.add(one.sequence()));
    return sequences;
  }

  private static Retained message(long sequence, String topic, int payloadBytes, long validMs) {
    return new Retained(
        sequence,
        new DownMessage(
            sequence,
            topic,
            new byte[payloadBytes],
            "",
            DownMessage.Kind.RETAINED,
            "",
            NOW_MS + validMs));
  }
}
