package city.wayside.town.network;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.road.network.Level;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.source.NetworkSource;
import city.wayside.town.compose.Bundled;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkWriterTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"town.geojson", "town.geojson.gz"})
  void whatIsWrittenIsReadAsTheSameNetwork(String name) throws Exception {
    RoadNetwork network = Bundled.network();
    Path file = folder.resolve(name);

    NetworkWriter.write(network, file);

    assertThat(NetworkSource.read(file).version()).isEqualTo(network.version());
    assertThat(folder.toFile().list()).containsExactly(name);
  }

  /// Two ways lead to `via` and three away from its end; there is a bridge, and two bans.
  private static final String RESTRICTED =
      """
      {"type":"FeatureCollection","map_date":"2024-05-06T07:08:09Z","features":[
      {"properties":{"id":"west","no_turn_via":[["via","north"]]},
       "geometry":{"type":"LineString","coordinates":[[10,50],[10.001,50]]}},
      {"properties":{"id":"south","no_turn_to":["via"]},
       "geometry":{"type":"LineString","coordinates":[[10.001,49.999],[10.001,50]]}},
      {"properties":{"id":"via","layer":1,"bridge":true,"no_turn_to":["east","back"]},
       "geometry":{"type":"LineString","coordinates":[[10.001,50],[10.002,50]]}},
      {"properties":{"id":"east"},
       "geometry":{"type":"LineString","coordinates":[[10.002,50],[10.003,50]]}},
      {"properties":{"id":"back","layer":-1,"tunnel":true},
       "geometry":{"type":"LineString","coordinates":[[10.002,50],[10.001,50.0001]]}},
      {"properties":{"id":"north"},
       "geometry":{"type":"LineString","coordinates":[[10.002,50],[10.002,50.001]]}}]}
      """;

  @Test
  void turnsLevelsAndTheDateOfTheMapAreKept() throws Exception {
    RoadNetwork network =
        NetworkSource.read(Files.writeString(folder.resolve("from.geojson"), RESTRICTED));
    Path file = folder.resolve("to.geojson");

    NetworkWriter.write(network, file);
    RoadNetwork again = NetworkSource.read(file);

    assertThat(again.version()).isEqualTo(network.version());
    assertThat(again.mapDate()).isEqualTo("2024-05-06T07:08:09Z");
    assertThat(again.successors(again.indexOf("south"))).isEmpty();
    assertThat(again.turnBans().count()).isEqualTo(4);
    for (int ban = 0; ban < 4; ban++) {
      assertThat(again.turnBans().segments(ban)).isEqualTo(network.turnBans().segments(ban));
    }
    for (int index = 0; index < network.segmentCount(); index++) {
      assertThat(again.level(index)).isEqualTo(network.level(index));
    }
    assertThat(again.level(again.indexOf("via"))).isEqualTo(new Level(1, true, false));
  }

  @Test
  void theDescriptionTellsOdditiesByCodeNumberAndExample() throws Exception {
    RoadNetwork network =
        NetworkSource.read(Files.writeString(folder.resolve("from.geojson"), RESTRICTED));

    assertThat(NetworkDescription.of(network).lines())
        .contains(
            "map of    2024-05-06T07:08:09Z",
            "no turns  4 (turn restrictions, each way that is not allowed)",
            "  unconnected: 3 segments connected with nothing (south, east, back)",
            "  no_lanes: 6 segments without lanes (west, south, via, east, back, ...)");
  }

  @Test
  void theDescriptionAddsUp() throws Exception {
    NetworkDescription description = NetworkDescription.of(Bundled.network());

    double classesKm =
        description.classKm().values().stream().mapToDouble(Double::doubleValue).sum();
    assertThat(description.segmentCount()).isEqualTo(Bundled.network().segmentCount());
    assertThat(description.totalKm())
        .isCloseTo(classesKm, org.assertj.core.data.Offset.offset(1e-6));
    assertThat(description.lines())
        .anyMatch(line -> line.equals("version   " + description.version()))
        .anyMatch(line -> line.startsWith("oddities"));
  }
}
