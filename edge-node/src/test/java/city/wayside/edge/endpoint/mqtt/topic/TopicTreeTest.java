package city.wayside.edge.endpoint.mqtt.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTreeTest {

  private static final int QOS_1 = 1;
  private static final int NO_LOCAL = 4;
  private static final int RETAIN_AS_PUBLISHED = 8;

  private final TopicTree<Ear> tree = new TopicTree<>();
  private final Matches<Ear> matches = new Matches<>();
  private final Ear one = new Ear("one");
  private final Ear two = new Ear("two");

  /// The examples of MQTT 5 §4.7, and what is peculiar to tiles.
  @ParameterizedTest
  @CsvSource({
    "sport/tennis/player1/#, sport/tennis/player1, true",
    "sport/tennis/player1/#, sport/tennis/player1/ranking, true",
    "sport/tennis/player1/#, sport/tennis/player1/score/wimbledon, true",
    "sport/#, sport, true",
    "#, sport, true",
    "sport/tennis/+, sport/tennis/player1, true",
    "sport/tennis/+, sport/tennis/player1/ranking, false",
    "sport/+, sport, false",
    "sport/+, sport/, true",
    "+/+, /finance, true",
    "/+, /finance, true",
    "+, /finance, false",
    "#, $SYS/monitor, false",
    "+/monitor/Clients, $SYS/monitor/Clients, false",
    "$SYS/#, $SYS/monitor, true",
    "$SYS/monitor/+, $SYS/monitor/Clients, true",
    "a/+/$x, a/b/$x, true",
    "a/+, a/$x, true",
    "v1/geo/1/2/#, v1/geo/1/2/0/3/denm, true",
    "v1/geo/1/2/#, v1/geo/1/2, true",
    "v1/geo/1/2/#, v1/geo/1/3/0/denm, false",
    "v1/geo/1/2/#, v1/geo/12/denm, false",
    "v1/geo/1/+/denm, v1/geo/1/3/denm, true",
    "v1/geo/1/2/denm, v1/geo/1/2/cam, false",
    "v1/geo/1/2/denm, v1/geo/1/2/denm, true",
    "ACCOUNTS, Accounts, false"
  })
  void wildcardsStandForLevels(String filter, String topic, boolean isMatch) {
    tree.add(filter, one, QOS_1, 0);
    tree.match(topic, matches);
    assertThat(matches.count()).isEqualTo(isMatch ? 1 : 0);
    assertThat(NaiveMatching.matches(filter, topic)).isEqualTo(isMatch);
  }

  @Test
  void aSubscriberGetsAMessageOnceWithTheHighestQosAndAllIdentifiers() {
    tree.add("v1/geo/#", one, 0, 7);
    tree.add("v1/geo/1/#", one, QOS_1, 268_435_455);
    tree.add("v1/geo/+/denm", one, 0, 0);
    tree.add("v1/geo/1/denm", one, 0, 9);
    tree.add("v1/geo/1/denm", two, 0, 0);

    tree.match("v1/geo/1/denm", matches);

    assertThat(matches.count()).isEqualTo(2);
    int place = matches.subscriber(0) == one ? 0 : 1;
    assertThat(matches.qos(place)).isEqualTo(1);
    assertThat(matches.identifiers(place)).containsExactlyInAnyOrder(7, 9, 268_435_455);
    assertThat(matches.subscriber(1 - place)).isSameAs(two);
    assertThat(matches.qos(1 - place)).isZero();
    assertThat(matches.identifiers(1 - place)).isEmpty();

    tree.match("v1/geo/2/cam", matches);
    assertThat(matches.count()).isEqualTo(1);
    assertThat(matches.identifiers(0)).containsExactly(7);
  }

  @Test
  void optionsOfSeveralFiltersComeTogether() {
    tree.add("a/#", one, NO_LOCAL | RETAIN_AS_PUBLISHED, 0);
    tree.add("a/b", one, NO_LOCAL, 0);
    tree.add("a/+", two, NO_LOCAL, 0);
    tree.add("a/b", two, QOS_1, 0);

    tree.match("a/b", matches);

    int place = matches.subscriber(0) == one ? 0 : 1;
    assertThat(matches.isNoLocal(place)).isTrue();
    assertThat(matches.isRetainAsPublished(place)).isTrue();
    assertThat(matches.isNoLocal(1 - place)).isFalse();
    assertThat(matches.isRetainAsPublished(1 - place)).isFalse();
  }

  @Test
  void whatOnlySubscribeNeedsIsNotKept() {
    int retainHandling = 0x20;
    tree.add("a", one, retainHandling | QOS_1, 3);
    tree.match("a", matches);
    assertThat(matches.qos(0)).isEqualTo(1);
    assertThat(matches.identifiers(0)).containsExactly(3);
  }

  @Test
  void theSameFilterAgainTakesThePlaceOfTheOlderOne() {
    assertThat(tree.add("a/+", one, QOS_1, 1)).isTrue();
    assertThat(tree.add("a/+", one, 0, 2)).isFalse();
    assertThat(tree.count()).isEqualTo(1);
    tree.match("a/b", matches);
    assertThat(matches.qos(0)).isZero();
    assertThat(matches.identifiers(0)).containsExactly(2);
  }

  @Test
  void whatIsNotThereCannotBeRemoved() {
    tree.add("a/b/#", one, 0, 0);
    assertThat(tree.remove("a/b/#", two)).isFalse();
    assertThat(tree.remove("a/b", one)).isFalse();
    assertThat(tree.remove("a/b/c/#", one)).isFalse();
    assertThat(tree.remove("#", one)).isFalse();
    assertThat(tree.count()).isEqualTo(1);
    assertThat(tree.remove("a/b/#", one)).isTrue();
    assertThat(tree.isEmpty()).isTrue();
  }

  @Test
  void matchesLetGoOfEverybody() {
    tree.add("a", one, 0, 0);
    tree.match("a", matches);
    assertThat(matches.count()).isEqualTo(1);
    tree.match("b", matches);
    assertThat(matches.count()).isZero();
    assertThatThrownBy(() -> matches.subscriber(0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> matches.qos(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  /// Add and remove at random, with subscribers that share filters by the dozen; then everybody who
  /// should hear of a topic does, and nobody else.
  @Property(tries = 300)
  void itFindsWhomTheRulesFind(
      @ForAll @Size(min = 1, max = 40) List<@From("filters") String> filters,
      @ForAll @Size(min = 1, max = 40) List<@From("topics") String> topics,
      @ForAll Random chance) {
    List<Ear> ears = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ears.add(new Ear("ear" + i));
    }
    Map<String, Map<Ear, int[]>> model = new LinkedHashMap<>();
    for (int step = 0; step < 400; step++) {
      String filter = filters.get(chance.nextInt(filters.size()));
      Ear ear = ears.get(chance.nextInt(ears.size()));
      Map<Ear, int[]> listeners = model.computeIfAbsent(filter, _ -> new LinkedHashMap<>());
      if (chance.nextInt(3) == 0) {
        assertThat(tree.remove(filter, ear)).isEqualTo(listeners.remove(ear) != null);
      } else {
        int[] subscription = {chance.nextInt(2), chance.nextInt(3)};
        boolean isNew = listeners.put(ear, subscription) == null;
        assertThat(tree.add(filter, ear, subscription[0], subscription[1])).isEqualTo(isNew);
      }
    }
    for (String topic : topics) {
      tree.match(topic, matches);
      assertThat(found()).as(topic).isEqualTo(expected(model, topic));
    }
    assertThat(tree.count()).isEqualTo(model.values().stream().mapToInt(Map::size).sum());

    model.forEach(
        (filter, listeners) -> listeners.keySet().forEach(ear -> tree.remove(filter, ear)));
    assertThat(tree.count()).isZero();
    assertThat(tree.isEmpty()).as("no branch is left").isTrue();
  }

  private Set<String> found() {
    Set<String> found = new TreeSet<>();
    for (int place = 0; place < matches.count(); place++) {
      int[] identifiers = matches.identifiers(place);
      Arrays.sort(identifiers);
      String name = matches.subscriber(place).toString();
      assertThat(found.add(name + " " + matches.qos(place) + " " + Arrays.toString(identifiers)))
          .isTrue();
    }
    assertThat(found).hasSize(matches.count());
    return found;
  }

  private static Set<String> expected(Map<String, Map<Ear, int[]>> model, String topic) {
    Map<Ear, Integer> qosOf = new LinkedHashMap<>();
    Map<Ear, List<Integer>> identifiersOf = new LinkedHashMap<>();
    model.forEach((filter, listeners) -> {
      if (NaiveMatching.matches(filter, topic)) {
        listeners.forEach((ear, subscription) -> {
          qosOf.merge(ear, subscription[0], Math::max);
          List<Integer> identifiers = identifiersOf.computeIfAbsent(ear, _ -> new ArrayList<>());
          if (subscription[1] != 0) {
            identifiers.add(subscription[1]);
          }
        });
      }
    });
    Set<String> expected = new TreeSet<>();
    qosOf.forEach((ear, qos) ->
        expected.add(
            ear
                + " "
                + qos
                + " "
                + identifiersOf.getOrDefault(ear, List.of()).stream().sorted().toList()));
    return expected;
  }

  @Provide
  Arbitrary<String> filters() {
    return NaiveMatching.filters();
  }

  @Provide
  Arbitrary<String> topics() {
    return NaiveMatching.topics();
  }
}
