package city.wayside.road.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.Segment;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        "\"coordinates\":[[10,50],[10,91]]",
        " \"a\" (line 2): latitude 91.0: allowed is -90 to 90");
    refuses(
        "\"id\":\"a\"",
        "\"coordinates\":[[10,50],[1e999,50]]",
        " \"a\" (line 2): longitude 1e999: allowed is a finite number");
    refuses(
        "\"id\":\"a\"",
        "\"coordinates\":[[10,50],[]]",
        " \"a\" (line 2): longitude ]: allowed is a number");
  }

  @Test
  void anIdTwiceIsRefused() throws IOException {
    String feature =
        "{\"properties\":{\"id\":\"a\"},\"geometry\":{\"type\":\"LineString\"," + LINE + "}}";
    Path file =
        write(
            "net.json",
            "{\"type\":\"FeatureCollection\",\"features\":[" + feature + ",\n" + feature + "]}");

    assertThatThrownBy(() -> NetworkSource.read(file))
        .hasMessage(
            "net.json: feature 2 \"a\" (line 2): id \"a\" a second time: allowed is every id once");
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
