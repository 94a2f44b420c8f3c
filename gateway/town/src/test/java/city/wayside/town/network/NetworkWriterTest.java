package city.wayside.town.network;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.road.network.RoadNetwork;
import city.wayside.road.source.NetworkSource;
import city.wayside.town.compose.Bundled;
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
