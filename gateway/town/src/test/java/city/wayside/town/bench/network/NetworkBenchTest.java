package city.wayside.town.bench.network;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.road.network.Oddity;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.source.NetworkSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkBenchTest {

  private static final long LOOK_NS = 250_000_000;

  @TempDir Path folder = Path.of("");

  private final AtomicLong nowNs = new AtomicLong();

  private long look() {
    return nowNs.addAndGet(LOOK_NS);
  }

  @Test
  void figuresStandBehindMachineAndCorrectness() throws Exception {
    List<String> lines = new ArrayList<>();

    boolean isCorrect =
        new NetworkBench(3, this::look, () -> nowNs.get() / 2).run(1000, 1, lines::add);

    assertThat(isCorrect).isTrue();
    assertThat(lines.getFirst()).startsWith("machine      ");
    assertThat(lines.get(2))
        .isEqualTo(
            "correctness  1000 segments, the same version from each run and after writing and"
                + " reading again: yes");
    assertThat(lines.get(3))
        .isEqualTo("first load   0.25 s, of them 0.13 s on a processor; 4000 segments/s");
    assertThat(lines.get(4))
        .isEqualTo("loads        0.25, 0.25, 0.25 (least, median, most) s; 4000 segments/s");
    assertThat(lines.get(6)).matches("memory       1\\d\\d\\.\\d bytes a segment, .*");
  }

  @Test
  void aCityIsTheSameForTheSameSeedAndConnected() throws Exception {
    Path one = folder.resolve("one.geojson");
    Path same = folder.resolve("same.geojson");
    Path other = folder.resolve("other.geojson");
    new GridCity(999, 7).write(one);
    new GridCity(999, 7).write(same);
    new GridCity(999, 8).write(other);

    RoadNetwork network = NetworkSource.read(one);

    assertThat(network.segmentCount()).isEqualTo(999);
    assertThat(network.oddities().count(Oddity.ISLAND)).isZero();
    assertThat(Files.mismatch(one, same)).isEqualTo(-1);
    assertThat(Files.mismatch(one, other)).isPositive();
  }
}
