package city.wayside.road.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.wayside.road.network.Level;
import city.wayside.road.network.Oddities;
import city.wayside.road.network.Oddity;
import city.wayside.road.network.RoadNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OsmSourceTest {

  private static final String NODES =
      """
      <node id="1" lat="50.000" lon="10.000"/>
      <node id="2" lat="50.001" lon="10.000"/>
      <node id="3" lat="50.002" lon="10.000"/>
      <node id="4" lat="50.001" lon="10.001"/>
      """;

  @TempDir Path folder = Path.of("");

  private RoadNetwork read(String body) throws IOException, NetworkException {
    Path file = folder.resolve("town.osm");
    Files.writeString(file, "<?xml version=\"1.0\"?>\n<osm>\n" + body + "</osm>");
    return NetworkSource.read(file);
  }

  private static String way(long id, String nodes, String... tags) {
    StringBuilder text = new StringBuilder("<way id=\"" + id + "\">");
    for (String node : nodes.split(" ")) {
      text.append("<nd ref=\"").append(node).append("\"/>");
    }
    for (String tag : tags) {
      String[] parts = tag.split("=");
      text.append("<tag k=\"" + parts[0] + "\" v=\"" + parts[1] + "\"/>");
    }
    return text + "</way>\n";
  }

  private static String[] ids(RoadNetwork network) {
    return IntStream.range(0, network.segmentCount())
        .mapToObj(network::segmentId)
        .toArray(String[]::new);
  }

  @Test
  void waysAreCutWhereTheyMeetAndDrivenInBothDirections() throws Exception {
    RoadNetwork network =
        read(
            NODES
                + way(7, "1 2 3", "highway=residential", "maxspeed=30 mph", "lanes=2")
                + way(8, "2 4", "highway=primary", "oneway=yes", "maxspeed=50"));

    assertThat(ids(network)).containsExactly("7:1-2:f", "7:1-2:b", "7:2-3:f", "7:2-3:b", "8:2-4:f");
    assertThat(network.speedLimitMps(0)).isCloseTo(13.411, within(1e-9));
    assertThat(network.lanes(0)).isEqualTo(1);
    assertThat(network.speedLimitMps(4)).isCloseTo(13.889, within(1e-9));
    assertThat(network.successors(0)).containsExactlyInAnyOrder(1, 2, 4);
  }

  @Test
  void onewaysAreFollowedAlsoWhereOnlyTheKindOfRoadImpliesThem() throws Exception {
    RoadNetwork network =
        read(
            NODES
                + way(5, "1 2", "highway=motorway")
                + way(6, "2 3", "highway=tertiary", "junction=roundabout")
                + way(7, "3 4", "highway=tertiary", "oneway=-1"));

    assertThat(ids(network)).containsExactly("5:1-2:f", "6:2-3:f", "7:3-4:b");
  }

  @Test
  void whatCarsDoNotDriveOnIsLeftOut() throws Exception {
    RoadNetwork network =
        read(
            NODES
                + way(4, "1 4", "highway=footway")
                + way(5, "1 2", "highway=service", "access=private")
                + way(6, "2 3", "highway=service", "access=no", "motor_vehicle=yes")
                + way(7, "3 4", "building=yes"));

    assertThat(ids(network)).containsExactly("6:2-3:f", "6:2-3:b");
  }

  @Test
  void aWayThatTheExtractCutsOffKeepsThePartThatHasNodes() throws Exception {
    RoadNetwork network = read(NODES + way(7, "99 1 2 98", "highway=primary", "oneway=yes"));

    assertThat(ids(network)).containsExactly("7:1-2:f");
  }

  @Test
  void aNodeNowhereOnEarthCutsItsWaysAndIsCounted() throws Exception {
    RoadNetwork network =
        read(
            NODES
                + "<node id=\"9\" lat=\"NaN\" lon=\"10\"/>\n"
                + "<node id=\"8\" lat=\"91\" lon=\"10\"/>\n"
                + way(7, "1 2 3 9 8", "highway=primary", "oneway=yes"));

    assertThat(ids(network)).containsExactly("7:1-3:f");
    assertThat(network.oddities().found().getFirst())
        .isEqualTo(new Oddities.Found(Oddity.COORDINATES_IMPOSSIBLE, 2, List.of("9", "8")));
    assertThat(network.oddities().count(Oddity.WAY_CUT_OFF)).isEqualTo(1);
  }

  @Test
  void roundaboutsAreDrivenOneWay() throws Exception {
    RoadNetwork network =
        read(
            NODES
                + way(6, "1 2 4 1", "highway=primary", "junction=roundabout")
                + way(7, "2 3", "highway=primary")
                + way(8, "3 4", "highway=primary", "junction=circular"));

    assertThat(ids(network))
        .containsExactly("6:1-2:f", "6:2-4:f", "6:4-1:f", "7:2-3:f", "7:2-3:b", "8:3-4:f");
    assertThat(network.successors(network.indexOf("7:2-3:b")))
        .contains(network.indexOf("6:2-4:f"))
        .doesNotContain(network.indexOf("6:1-2:f"));
  }

  @Test
  void bridgesAndTunnelsLieOnTheirLayers() throws Exception {
    RoadNetwork network =
        read(
            NODES
                + way(1, "1 2", "highway=primary", "bridge=viaduct", "layer=2", "oneway=yes")
                + way(2, "2 3", "highway=primary", "bridge=yes", "oneway=yes")
                + way(3, "3 4", "highway=primary", "tunnel=yes", "layer=deep", "oneway=yes")
                + way(4, "4 1", "highway=primary", "tunnel=building_passage", "oneway=yes")
                + way(5, "2 4", "highway=primary", "bridge=no", "layer=-1", "oneway=yes"));

    assertThat(IntStream.range(0, 5).mapToObj(network::level))
        .containsExactly(
            new Level(2, true, false),
            new Level(1, true, false),
            new Level(-1, false, true),
            new Level(0, false, true),
            new Level(-1, false, false));
  }

  @Test
  void theDateOfTheMapIsWhatTheFileSaysElseThatOfTheNewestElement() throws Exception {
    String road = way(7, "1 2", "highway=primary");
    String dated = NODES.replace("<node", "<node timestamp=\"2020-02-03T04:05:06Z\"");
    String meta = "<meta osm_base=\"2021-01-02T03:04:05Z\"/>\n";

    assertThat(read(NODES + road).mapDate()).isNull();
    assertThat(read(dated + road).mapDate()).isEqualTo("2020-02-03T04:05:06Z");
    assertThat(read(meta + dated + road).mapDate()).isEqualTo("2021-01-02T03:04:05Z");
    assertThat(read(meta.replace("2021-01-02T03:04:05Z", "soon") + dated + road).mapDate())
        .isEqualTo("2020-02-03T04:05:06Z");
    Path file = folder.resolve("dated.osm");
    Files.writeString(file, "<osm timestamp=\"2022-01-02T03:04:05Z\">\n" + dated + road + "</osm>");
    assertThat(NetworkSource.read(file).mapDate()).isEqualTo("2022-01-02T03:04:05Z");
  }

  @Test
  void anotherWaysChangeLeavesAllIdsAlone() throws Exception {
    String before =
        NODES
            + "<node id=\"5\" lat=\"50.003\" lon=\"10.001\"/>\n"
            + way(7, "1 2 3", "highway=residential")
            + way(8, "2 4", "highway=primary", "oneway=yes")
            + way(9, "3 5", "highway=primary");
    String after =
        "<meta osm_base=\"2021-01-02T03:04:05Z\"/>\n"
            + before
                .replace(
                    "<nd ref=\"3\"/><nd ref=\"5\"/>",
                    "<nd ref=\"3\"/><nd ref=\"6\"/><nd ref=\"5\"/>")
                .replace(
                    "<way id=\"9\"",
                    "<node id=\"6\" lat=\"50.0021\" lon=\"10.0009\"/><way id=\"9\"")
            + way(10, "6 1", "highway=service");

    List<String> was = List.of(ids(read(before)));
    List<String> is = List.of(ids(read(after)));

    assertThat(was).hasSize(7);
    assertThat(is)
        .containsAll(was.stream().filter(id -> !id.startsWith("9:")).toList())
        .contains("9:3-6:f", "9:6-5:b", "10:6-1:f")
        .doesNotContain("9:3-5:f");
    assertThat(read(after).version()).isNotEqualTo(read(before).version());
  }

  @Test
  void damagedFilesAreRefused() throws Exception {
    assertThatThrownBy(() -> read("<node id=\"1\" lat=\"north\" lon=\"1\"/>\n"))
        .hasMessage("town.osm: line 3: lat \"north\": allowed is a number");
    assertThatThrownBy(() -> read("<node id=\"1\" lat=\"NaN\" lon=\"1\"/>\n"))
        .hasMessage(
            "town.osm: no segment: allowed is one or more; found coordinates_impossible: 1 segments"
                + " or nodes at impossible coordinates, left out (1)");
    assertThatThrownBy(() -> read("<node lat=\"1\" lon=\"1\"/>\n"))
        .hasMessage("town.osm: line 3: <node> without id: allowed is one that has it");
    assertThatThrownBy(() -> read(NODES))
        .hasMessage("town.osm: no segment: allowed is one or more");
    assertThatThrownBy(() -> read("<way>"))
        .isInstanceOf(NetworkException.class)
        .hasMessageStartingWith("town.osm: line 3: ");
    Path gpx = Files.writeString(folder.resolve("track.osm"), "<gpx/>");
    assertThatThrownBy(() -> NetworkSource.read(gpx))
        .hasMessage("track.osm: root element <gpx>: allowed is <osm>");
    Path pbf = Files.writeString(folder.resolve("town.osm.pbf"), "this is no protocol buffer");
    assertThatThrownBy(() -> NetworkSource.read(pbf))
        .isInstanceOf(NetworkException.class)
        .hasMessageStartingWith("town.osm.pbf: ");
  }

  @Test
  void entitiesAreNotFollowed() throws Exception {
    Path file = folder.resolve("evil.osm");
    Files.writeString(
        file,
        "<!DOCTYPE osm [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<osm><note>&e;</note></osm>");

    assertThatThrownBy(() -> NetworkSource.read(file)).isInstanceOf(NetworkException.class);
  }

  @Test
  void speedsAreReadAsMappersWriteThem() {
    assertThat(Highway.speedMps("50")).isCloseTo(13.889, within(0.001));
    assertThat(Highway.speedMps("20 mph")).isCloseTo(8.941, within(0.001));
    assertThat(Highway.speedMps("walk")).isCloseTo(1.944, within(0.001));
    assertThat(Highway.speedMps("DE:urban")).isNaN();
    assertThat(Highway.speedMps("none")).isNaN();
    assertThat(Highway.speedMps("0")).isNaN();
    assertThat(Highway.speedMps("")).isNaN();
  }
}
