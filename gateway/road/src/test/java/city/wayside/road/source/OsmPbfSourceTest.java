package city.wayside.road.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.wayside.road.network.RoadNetwork;
import com.google.protobuf.ByteString;
import crosby.binary.Osmformat;
import crosby.binary.file.BlockOutputStream;
import crosby.binary.file.CompressFlags;
import crosby.binary.file.FileBlock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OsmPbfSourceTest {

  @TempDir Path folder = Path.of("");

  private Path write(Osmformat.HeaderBlock header, Osmformat.PrimitiveBlock data)
      throws IOException {
    Path file = folder.resolve("town.osm.pbf");
    try (OutputStream out = Files.newOutputStream(file)) {
      BlockOutputStream blocks = new BlockOutputStream(out);
      blocks.setCompress(CompressFlags.DEFLATE);
      blocks.write(FileBlock.newInstance("OSMHeader", header.toByteString(), ByteString.EMPTY));
      blocks.write(FileBlock.newInstance("OSMData", data.toByteString(), ByteString.EMPTY));
      blocks.flush();
    }
    return file;
  }

  /// Nodes 1 to 3, 0.001 degrees apart, and a way through them; ids and positions as differences.
  private static Osmformat.PrimitiveBlock town() {
    Osmformat.StringTable.Builder words = Osmformat.StringTable.newBuilder();
    for (String word : new String[] {"", "highway", "primary", "oneway", "yes"}) {
      words.addS(ByteString.copyFromUtf8(word));
    }
    Osmformat.DenseNodes.Builder nodes = Osmformat.DenseNodes.newBuilder();
    nodes.addId(1).addLat(500_000_000).addLon(100_000_000);
    nodes.addId(1).addLat(10_000).addLon(0);
    nodes.addId(1).addLat(10_000).addLon(0);
    Osmformat.Way.Builder way = Osmformat.Way.newBuilder().setId(9);
    way.addKeys(1).addVals(2).addKeys(3).addVals(4);
    way.addRefs(1).addRefs(1).addRefs(1);
    return Osmformat.PrimitiveBlock.newBuilder()
        .setStringtable(words)
        .addPrimitivegroup(Osmformat.PrimitiveGroup.newBuilder().setDense(nodes))
        .addPrimitivegroup(Osmformat.PrimitiveGroup.newBuilder().addWays(way))
        .build();
  }

  @Test
  void denseNodesAndWaysAreRead() throws Exception {
    Osmformat.HeaderBlock header =
        Osmformat.HeaderBlock.newBuilder()
            .addRequiredFeatures("OsmSchema-V0.6")
            .addRequiredFeatures("DenseNodes")
            .build();

    RoadNetwork network = NetworkSource.read(write(header, town()));

    assertThat(network.segmentCount()).isEqualTo(1);
    assertThat(network.segmentId(0)).isEqualTo("9:1-3:f");
    assertThat(network.segment(0).latDeg()).containsExactly(50.0, 50.001, 50.002);
    assertThat(network.lengthM(0)).isCloseTo(222.39, within(0.01));
  }

  @Test
  void aFileThatRequiresMoreThanIsKnownIsRefused() throws Exception {
    Osmformat.HeaderBlock header =
        Osmformat.HeaderBlock.newBuilder().addRequiredFeatures("HistoricalInformation").build();
    Path file = write(header, town());

    assertThatThrownBy(() -> NetworkSource.read(file))
        .hasMessage(
            "town.osm.pbf: block 1: required feature \"HistoricalInformation\": allowed are"
                + " OsmSchema-V0.6 and DenseNodes");
  }
}
