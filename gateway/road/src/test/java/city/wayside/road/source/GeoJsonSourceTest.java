package city.wayside.road.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.wayside.road.network.Level;
import city.wayside.road.network.Oddities;
import city.wayside.road.network.Oddity;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.Segment;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoJsonSourceTest {

  private static final String LINE = "\"coordinates\":[[10.0,50.0],[10.001,50.0]]";

  @TempDir Path folder = Path.of("");

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String collection(String properties, String geometryMembers) {
    return """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{%s},"geometry":{"type":"LineString",%s}}]}
    """
        .formatted(properties, geometryMembers);
  }

  private void refuses(String properties, String geometry, String message) throws IOException {
    Path file = write("net.geojson", collection(properties, geometry));
    assertThatThrownBy(() -> NetworkSource.read(file))
        .isInstanceOf(NetworkException.class)
        .hasMessage("net.geojson: feature 1" + message);
  }

  @Test
  void aSegmentIsReadWithEverythingItSays() throws Exception {
    String properties =
        """
        "id":"A1","length_m":80.5,"speed_limit_mps":13.89,"lanes":2,"road_class":"primary",
        "name":"Main Street","from_node":"n1","to_node":7,"unknown":{"deep":[1,2]}\
        """;
    Path file = write("net.geojson", collection(properties, LINE));

    Segment segment = NetworkSource.read(file).segment(0);

    assertThat(segment.id()).isEqualTo("A1");
    assertThat(segment.lengthM()).isEqualTo(80.5);
    assertThat(segment.speedLimitMps()).isEqualTo(13.89);
    assertThat(segment.lanes()).isEqualTo(2);
    assertThat(segment.roadClass()).isEqualTo("primary");
    assertThat(segment.name()).isEqualTo("Main Street");
    assertThat(segment.lonDeg()).containsExactly(10.0, 10.001);
  }

  @Test
  void aMissingLengthIsComputedAndPackedFilesAreUnpacked() throws Exception {
    Path file = folder.resolve("net.geojson.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(collection("\"id\":\"a\"", LINE).getBytes(StandardCharsets.UTF_8));
    }

    RoadNetwork network = NetworkSource.read(file);

    assertThat(network.lengthM(0)).isCloseTo(71.47, within(0.01));
    assertThat(network.speedLimitMps(0)).isNaN();
  }

  @Test
  void aBadFieldIsRefusedByFeatureFieldAndValue() throws IOException {
    refuses("\"name\":\"x\"", LINE, " (line 2): id \"\": allowed is a text that is not empty");
    refuses(
        "\"id\":\"a\",\"length_m\":0",
        LINE,
        " \"a\" (line 2): length_m 0.0: allowed is above 0 and at most 1000000");
    refuses(
        "\"id\":\"a\",\"speed_limit_mps\":\"50\"",
        LINE,
        " \"a\" (line 2): speed_limit_mps 50: allowed is a number");
    refuses(
        "\"id\":\"a\",\"lanes\":1.5",
        LINE,
        " \"a\" (line 2): lanes 1.5: allowed is a whole number");
    refuses(
        "\"id\":\"a\"",
        "\"coordinates\":[[10,50]]",
        " \"a\" (line 2): coordinates with 1 points: allowed is 2 to 10000 points");
    refuses(
        "\"id\":\"a\"",
        "\"coordinates\":[[10,50],[]]",
        " \"a\" (line 2): longitude ]: allowed is a number");
  }

  private RoadNetwork read(String... features) throws IOException, NetworkException {
    Path file =
        write(
            "net.json",
            "{\"type\":\"FeatureCollection\",\"map_date\":\"2024-05-06T07:08:09Z\",\"features\":["
                + String.join(",\n", features)
                + "]}");
    return NetworkSource.read(file);
  }

  private static String feature(String id, String more, String coordinates) {
    return """
    {"properties":{"id":"%s"%s},"geometry":{"type":"LineString","coordinates":[%s]}}\
    """
        .formatted(id, more, coordinates);
  }

  @Test
  void whatCannotBeDrivenOnIsLeftOutCountedAndNamed() throws Exception {
    RoadNetwork network =
        read(
            feature("a", "", "[10,50],[10.001,50]"),
            feature("a", "", "[10.001,50],[10.002,50]"),
            feature("b", "", "[10.001,50],[10,50]"),
            feature("c", "", "[10,50],[10.001,50]"),
            feature("d", "", "[10,50],[10,50]"),
            feature("e", "", "[10,50],[NaN,50]"),
            feature("f", "", "[139.7,35.7],[35.7,139.7]"),
            feature("g", "", "[35.7,139.7],[35.8,139.7]"),
            feature("h", "", "[10,50],[1e999,50]"),
            feature("i", "", "[10.001,50],[10.002,50]"),
            feature("j", "", "[10.002,50],[10.003,50]"),
            feature("k", "", "[10.003,50],[10.004,50]"),
            feature("l", "", "[10.1,50],[10.101,50]"),
            feature("m", "", "[10.004,50],[10.0041,50],[10.0041,50.001],[10.004,50]"));

    assertThat(IntStream.range(0, network.segmentCount()).mapToObj(network::segmentId))
        .containsExactly("a", "b", "i", "j", "k", "l", "m");
    assertThat(network.oddities().found())
        .containsSubsequence(
            new Oddities.Found(Oddity.ZERO_LENGTH, 1, List.of("d")),
            new Oddities.Found(Oddity.COORDINATES_IMPOSSIBLE, 4, List.of("e", "f", "g", "h")),
            new Oddities.Found(Oddity.DUPLICATE_ID, 1, List.of("a")),
            new Oddities.Found(Oddity.DUPLICATE_GEOMETRY, 1, List.of("c")),
            new Oddities.Found(Oddity.COORDINATES_SWAPPED, 1, List.of("g")),
            new Oddities.Found(Oddity.UNCONNECTED, 1, List.of("l")),
            new Oddities.Found(Oddity.SELF_LOOP, 1, List.of("m")),
            new Oddities.Found(Oddity.NO_SPEED_LIMIT, 7, List.of("a", "b", "i", "j", "k")));
    assertThat(network.oddities().isSuspicious()).isTrue();
  }

  @Test
  void aFileThatIsMostlyUselessIsRefused() throws Exception {
    assertThatThrownBy(() ->
            read(
                feature("a", "", "[50,10],[50.001,10]"),
                feature("b", "", "[50,100],[50.001,100]"),
                feature("c", "", "[50,100],[50.001,101]")))
        .hasMessage(
            "net.json: 2 of 3 segments left out: allowed are at most 50 %; found"
                + " coordinates_impossible: 2 segments or nodes at impossible coordinates, left out"
                + " (b, c); coordinates_swapped: 2 segments whose latitude and longitude seem to be"
                + " exchanged (b, c)");
  }

  @Test
  void lengthsTellThatLatitudeAndLongitudeAreExchanged() throws Exception {
    // At 50 degrees north 0.001 degrees are 71.5 m to the east and 111.2 m to the north.
    RoadNetwork network =
        read(
            feature("a", ",\"length_m\":71.5", "[50,10],[50,10.001]"),
            feature("b", ",\"length_m\":111.2", "[50,10.001],[50.001,10.001]"),
            feature("c", ",\"length_m\":90", "[50.001,10.001],[50.002,10.001]"),
            feature("d", ",\"length_m\":71.5", "[50.002,10.001],[50.002,10.002]"));

    assertThat(network.oddities().found())
        .contains(
            new Oddities.Found(Oddity.COORDINATES_SWAPPED, 2, List.of("a", "d")),
            new Oddities.Found(Oddity.LENGTH_DIFFERS, 3, List.of("a", "c", "d")));
  }

  @Test
  void levelsTurnsAndTheDateOfTheMapAreRead() throws Exception {
    RoadNetwork network =
        read(
            feature(
                "a",
                ",\"no_turn_to\":[\"c\",\"nowhere\"],\"no_turn_via\":[[\"b\",\"d\"]]",
                "[10,50],[10.001,50]"),
            feature("b", ",\"layer\":1,\"bridge\":true", "[10.001,50],[10.002,50]"),
            feature("c", ",\"layer\":-2,\"tunnel\":true", "[10.001,50],[10.001,51]"),
            feature("d", "", "[10.002,50],[10.003,50]"));

    assertThat(network.mapDate()).isEqualTo("2024-05-06T07:08:09Z");
    assertThat(network.successors(0)).containsExactly(1);
    assertThat(network.turnBans().segments(0)).containsExactly(0, 2);
    assertThat(network.turnBans().segments(1)).containsExactly(0, 1, 3);
    assertThat(network.turnBans().longCount()).isEqualTo(1);
    assertThat(network.oddities().count(Oddity.RESTRICTION_UNUSABLE)).isEqualTo(1);
    assertThat(network.level(1)).isEqualTo(new Level(1, true, false));
    assertThat(network.level(2)).isEqualTo(new Level(-2, false, true));
  }

  @Test
  void badLevelsAndTurnsAreRefused() throws IOException {
    refuses("\"id\":\"a\",\"layer\":16", LINE, " \"a\" (line 2): layer 16: allowed is -15 to 15");
    refuses(
        "\"id\":\"a\",\"bridge\":1", LINE, " \"a\" (line 2): bridge 1: allowed is true or false");
    refuses(
        "\"id\":\"a\",\"no_turn_to\":\"b\"",
        LINE,
        " \"a\" (line 2): no_turn_to b: allowed is an array of ids");
    refuses(
        "\"id\":\"a\",\"no_turn_via\":[[\"b\"]]",
        LINE,
        " \"a\" (line 2): no_turn_via of 1 ids: allowed is 2 to 15");
  }

  @Test
  void otherGeometryIsRefused() throws IOException {
    Path file =
        write(
            "net.geojson",
            """
            {"type":"FeatureCollection","features":[{"properties":{"id":"a"},
            "geometry":{"type":"Polygon","coordinates":[[[1,2],[3,4],[1,2]]]}}]}\
            """);

    assertThatThrownBy(() -> NetworkSource.read(file))
        .hasMessage(
            "net.geojson: feature 1 \"a\" (line 1): geometry of type \"Polygon\": allowed is"
                + " LineString");
  }

  @Test
  void whatIsNoNetworkIsRefused() throws IOException {
    Path empty = write("e.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}");
    Path other = write("o.geojson", "{\"type\":\"Topology\"}");
    Path list = write("l.geojson", "[1]");
    Path torn = write("t.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"prop");
    Path word = write("w.txt", "");

    assertThatThrownBy(() -> NetworkSource.read(empty))
        .hasMessage("e.geojson: no segment: allowed is one or more");
    assertThatThrownBy(() -> NetworkSource.read(other))
        .hasMessage(
            "o.geojson: type \"Topology\" without features: allowed is a FeatureCollection with"
                + " features");
    assertThatThrownBy(() -> NetworkSource.read(list))
        .hasMessage("l.geojson: no GeoJSON: allowed is one object, {...}");
    assertThatThrownBy(() -> NetworkSource.read(torn))
        .isInstanceOf(NetworkException.class)
        .hasMessageStartingWith("t.geojson: line 1, column 47: no JSON: ");
    assertThatThrownBy(() -> NetworkSource.read(word))
        .hasMessage(
            word
                + ": unknown kind of network: allowed is a name that ends in .geojson, .json, .osm"
                + " or .osm.pbf, each also with .gz");
    assertThatThrownBy(() -> NetworkSource.read(folder.resolve("none.osm")))
        .hasMessage(folder.resolve("none.osm") + ": there is no such file, or it may not be read");
  }
}
