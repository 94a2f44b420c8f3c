package city.wayside.road.source;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.road.network.Oddity;
import city.wayside.road.network.RoadNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A crossing of four roads; east of it the two carriageways of a road with a short way between.
///
///             2                 12       22
///             |                  |        |
///     1 ----- 5 ----- 3  and    11 ----- 21
///             |                  |        |
///             4                 10       20
class OsmRestrictionTest {

  private static final String CROSSING =
      node(1, 0, -10)
          + node(2, 10, 0)
          + node(3, 0, 10)
          + node(4, -10, 0)
          + node(5, 0, 0)
          + way(1, "1 5")
          + way(2, "5 2")
          + way(3, "5 3")
          + way(4, "4 5");

  private static final String CARRIAGEWAYS =
      node(10, -10, 50)
          + node(11, 0, 50)
          + node(12, 10, 50)
          + node(20, -10, 51)
          + node(21, 0, 51)
          + node(22, 10, 51)
          + oneway(10, "12 11")
          + oneway(11, "11 10")
          + oneway(20, "20 21")
          + oneway(21, "21 22")
          + way(30, "11 21");

  @TempDir Path folder = Path.of("");

  private static String node(long id, int northE4, int eastE4) {
    return "<node id=\"%d\" lat=\"%.4f\" lon=\"%.4f\"/>\n"
        .formatted(id, 50 + northE4 / 1e4, 10 + eastE4 / 1e4);
  }

  private static String way(long id, String nodes) {
    return ways(id, nodes, "");
  }

  private static String oneway(long id, String nodes) {
    return ways(id, nodes, "<tag k=\"oneway\" v=\"yes\"/>");
  }

  private static String ways(long id, String nodes, String more) {
    StringBuilder text = new StringBuilder("<way id=\"" + id + "\">");
    for (String node : nodes.split(" ")) {
      text.append("<nd ref=\"").append(node).append("\"/>");
    }
    return text + "<tag k=\"highway\" v=\"primary\"/>" + more + "</way>\n";
  }

  /// @param members as `from way 1, via node 5, to way 2`
  private static String restriction(String members, String... tags) {
    StringBuilder text =
        new StringBuilder("<relation id=\"77\"><tag k=\"type\" v=\"restriction\"/>");
    for (String member : members.split(", ")) {
      String[] words = member.split(" ");
      text.append(
          "<member type=\"%s\" ref=\"%s\" role=\"%s\"/>".formatted(words[1], words[2], words[0]));
    }
    for (String tag : tags) {
      String[] parts = tag.split("=");
      text.append("<tag k=\"%s\" v=\"%s\"/>".formatted(parts[0], parts[1]));
    }
    return text + "</relation>\n";
  }

  private RoadNetwork read(String body) throws IOException, NetworkException {
    Path file = folder.resolve("town.osm");
    Files.writeString(file, "<osm>\n" + body + "</osm>");
    return NetworkSource.read(file);
  }

  /// The ways that can be driven after a segment, as `way:direction`.
  private static String[] after(RoadNetwork network, String id) {
    return Arrays.stream(network.successors(network.indexOf(id)))
        .mapToObj(network::segmentId)
        .map(next -> next.substring(0, next.indexOf(':')) + next.substring(next.lastIndexOf(':')))
        .sorted()
        .toArray(String[]::new);
  }

  private static List<List<String>> bans(RoadNetwork network) {
    return IntStream.range(0, network.turnBans().count())
        .mapToObj(ban ->
            Arrays.stream(network.turnBans().segments(ban)).mapToObj(network::segmentId).toList())
        .toList();
  }

  @Test
  void withoutRestrictionEveryTurnIsThereAndTheOneBackAlso() throws Exception {
    RoadNetwork network = read(CROSSING);

    assertThat(after(network, "1:1-5:f")).containsExactly("1:b", "2:f", "3:f", "4:b");
    assertThat(network.turnBans().count()).isZero();
  }

  @Test
  void aForbiddenTurnIsMissingAndNoOther() throws Exception {
    RoadNetwork network =
        read(
            CROSSING + restriction("from way 1, via node 5, to way 2", "restriction=no_left_turn"));

    assertThat(after(network, "1:1-5:f")).containsExactly("1:b", "3:f", "4:b");
    assertThat(after(network, "4:4-5:f")).containsExactly("1:b", "2:f", "3:f", "4:b");
    assertThat(network.oddities().count(Oddity.RESTRICTION_UNUSABLE)).isZero();
  }

  @Test
  void aForbiddenUturnIsMissing() throws Exception {
    RoadNetwork network =
        read(CROSSING + restriction("from way 1, via node 5, to way 1", "restriction=no_u_turn"));

    assertThat(after(network, "1:1-5:f")).containsExactly("2:f", "3:f", "4:b");
  }

  @Test
  void whereOnlyOneTurnIsAllowedAllOthersAreMissing() throws Exception {
    RoadNetwork network =
        read(
            CROSSING
                + restriction("from way 1, via node 5, to way 3", "restriction=only_straight_on"));

    assertThat(after(network, "1:1-5:f")).containsExactly("3:f");
  }

  @Test
  void twoOnlyTurnsAreBothAllowed() throws Exception {
    RoadNetwork network =
        read(
            CROSSING
                + restriction("from way 1, via node 5, to way 3", "restriction=only_straight_on")
                + restriction("from way 1, via node 5, to way 4", "restriction=only_right_turn"));

    assertThat(after(network, "1:1-5:f")).containsExactly("3:f", "4:b");
  }

  @Test
  void noEntryHoldsFromSeveralWays() throws Exception {
    RoadNetwork network =
        read(
            CROSSING
                + restriction(
                    "from way 1, from way 4, via node 5, to way 2", "restriction=no_entry"));

    assertThat(after(network, "1:1-5:f")).doesNotContain("2:f");
    assertThat(after(network, "4:4-5:f")).doesNotContain("2:f");
    assertThat(after(network, "3:5-3:b")).contains("2:f");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "restriction=no_left_turn;except=bicycle;motorcar",
        "restriction=no_left_turn;except=psv",
        "restriction:hgv=no_left_turn",
        "restriction=none",
        "note=no_left_turn"
      })
  void whatDoesNotHoldForAllCarsAndBusesIsNotApplied(String tags) throws Exception {
    String[] parts = tags.split(";", 2);
    RoadNetwork network = read(CROSSING + restriction("from way 1, via node 5, to way 2", parts));

    assertThat(after(network, "1:1-5:f")).containsExactly("1:b", "2:f", "3:f", "4:b");
    assertThat(network.oddities().count(Oddity.RESTRICTION_CONDITIONAL)).isZero();
    assertThat(network.oddities().count(Oddity.RESTRICTION_UNUSABLE)).isZero();
  }

  @Test
  void aSpecialKeyForCarsHolds() throws Exception {
    RoadNetwork network =
        read(
            CROSSING
                + restriction(
                    "from way 1, via node 5, to way 2",
                    "restriction:motorcar=no_left_turn",
                    "except=bicycle"));

    assertThat(after(network, "1:1-5:f")).doesNotContain("2:f");
  }

  @Test
  void whatHoldsAtTimesIsCountedAndNotApplied() throws Exception {
    String members = "from way 1, via node 5, to way 2";
    RoadNetwork network =
        read(
            CROSSING
                + restriction(members, "restriction:conditional=no_left_turn @ (07:00-09:00)")
                + restriction(members, "restriction=no_left_turn", "hour_on=07:00"));

    assertThat(after(network, "1:1-5:f")).contains("2:f");
    assertThat(network.oddities().count(Oddity.RESTRICTION_CONDITIONAL)).isEqualTo(2);
    assertThat(network.oddities().found().getFirst().examples()).containsExactly("77", "77");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from way 1, via node 9, to way 2",
        "from way 1, via node 5, to way 99",
        "from way 1, to way 2",
        "from way 1, via node 5, via node 4, to way 2",
        "from way 1, via node 2, to way 2"
      })
  void whatDoesNotFitTheRoadsIsCountedAndNotApplied(String members) throws Exception {
    RoadNetwork network =
        read(
            CROSSING
                + restriction(members, "restriction=no_left_turn")
                + restriction(members, "restriction=only_left_turn"));

    assertThat(after(network, "1:1-5:f")).containsExactly("1:b", "2:f", "3:f", "4:b");
    assertThat(network.oddities().count(Oddity.RESTRICTION_UNUSABLE)).isEqualTo(2);
  }

  @Test
  void whereAWayLeadsThroughTheNodeItIsNotKnownWhichHalfIsMeant() throws Exception {
    String through = node(1, 0, -10) + node(3, 0, 10) + node(4, -10, 0) + node(5, 0, 0);
    RoadNetwork network =
        read(
            through
                + way(1, "1 5 3")
                + way(4, "4 5")
                + restriction("from way 1, via node 5, to way 4", "restriction=no_right_turn"));

    assertThat(after(network, "1:1-5:f")).contains("4:b");
    assertThat(network.oddities().count(Oddity.RESTRICTION_UNUSABLE)).isEqualTo(1);
  }

  @Test
  void aBanAlongAWayBetweenForbidsTheWholeWayAndNoTurnOfIt() throws Exception {
    RoadNetwork network =
        read(
            CARRIAGEWAYS
                + restriction("from way 10, via way 30, to way 21", "restriction=no_u_turn"));

    assertThat(bans(network)).containsExactly(List.of("10:12-11:f", "30:11-21:f", "21:21-22:f"));
    assertThat(after(network, "10:12-11:f")).contains("30:f");
    assertThat(after(network, "30:11-21:f")).contains("21:f");
  }

  @Test
  void theOnlyWayAlongAWayBetweenLeavesNothingElseFromItsStart() throws Exception {
    RoadNetwork network =
        read(
            CARRIAGEWAYS
                + restriction("from way 10, via way 30, to way 21", "restriction=only_u_turn"));

    assertThat(after(network, "10:12-11:f")).containsExactly("30:f");
    assertThat(bans(network))
        .contains(List.of("10:12-11:f", "30:11-21:f", "30:11-21:b"))
        .doesNotContain(List.of("10:12-11:f", "30:11-21:f", "21:21-22:f"));
    assertThat(after(network, "30:11-21:f")).containsExactly("21:f", "30:b");
  }

  @Test
  void aBanLeadsAlongAllPiecesOfTheWayBetween() throws Exception {
    RoadNetwork network =
        read(
            CARRIAGEWAYS.replace(
                    way(30, "11 21"), node(40, 0, 52) + node(41, 3, 52) + way(30, "11 40 21"))
                + way(40, "40 41")
                + restriction("from way 10, via way 30, to way 21", "restriction=no_u_turn"));

    assertThat(bans(network))
        .containsExactly(List.of("10:12-11:f", "30:11-40:f", "30:40-21:f", "21:21-22:f"));
  }
}
