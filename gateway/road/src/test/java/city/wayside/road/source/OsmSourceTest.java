package city.wayside.road.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.wayside.road.network.RoadNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void damagedFilesAreRefused() throws Exception {
    assertThatThrownBy(() -> read("<node id=\"1\" lat=\"north\" lon=\"1\"/>\n"))
        .hasMessage("town.osm: line 3: lat \"north\": allowed is a number");
    assertThatThrownBy(() -> read("<node id=\"1\" lat=\"NaN\" lon=\"1\"/>\n"))
        .hasMessage(
            "town.osm: line 3: node 1: latitude NaN, longitude 1.0: allowed is -90 to 90 and -180"
                + " to 180");
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
