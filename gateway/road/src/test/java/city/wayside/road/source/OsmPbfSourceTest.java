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

  /// Nodes 1 to 4, 0.001 degrees apart, a way through three of them and one in both directions to
  /// the last, where nobody may turn; ids and positions as differences.
  private static Osmformat.PrimitiveBlock town() {
    Osmformat.StringTable.Builder words = Osmformat.StringTable.newBuilder();
    for (String word :
        new String[] {
          "",
          "highway",
          "primary",
          "oneway",
          "yes",
          "type",
          "restriction",
          "no_u_turn",
          "from",
          "via",
          "to"
        }) {
      words.addS(ByteString.copyFromUtf8(word));
    }
    Osmformat.DenseNodes.Builder nodes = Osmformat.DenseNodes.newBuilder();
    nodes.addId(1).addLat(500_000_000).addLon(100_000_000);
    nodes.addId(1).addLat(10_000).addLon(0);
    nodes.addId(1).addLat(10_000).addLon(0);
    Osmformat.Way.Builder way = Osmformat.Way.newBuilder().setId(9);
    way.addKeys(1).addVals(2).addKeys(3).addVals(4);
    way.addRefs(1).addRefs(1).addRefs(1);
    Osmformat.Way.Builder both = Osmformat.Way.newBuilder().setId(8);
    both.addKeys(1).addVals(2).addRefs(3).addRefs(1);
    nodes.addId(1).addLat(10_000).addLon(0);
    Osmformat.Relation.Builder relation = Osmformat.Relation.newBuilder().setId(5);
    relation.addKeys(5).addVals(6).addKeys(6).addVals(7);
    relation.addMemids(8).addTypes(Osmformat.Relation.MemberType.WAY).addRolesSid(8);
    relation.addMemids(-4).addTypes(Osmformat.Relation.MemberType.NODE).addRolesSid(9);
    relation.addMemids(4).addTypes(Osmformat.Relation.MemberType.WAY).addRolesSid(10);
    nodes.getDenseinfoBuilder().addTimestamp(1000).addTimestamp(500).addTimestamp(-700);
    return Osmformat.PrimitiveBlock.newBuilder()
        .setStringtable(words)
        .addPrimitivegroup(Osmformat.PrimitiveGroup.newBuilder().setDense(nodes))
        .addPrimitivegroup(Osmformat.PrimitiveGroup.newBuilder().addWays(way).addWays(both))
        .addPrimitivegroup(Osmformat.PrimitiveGroup.newBuilder().addRelations(relation))
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

    assertThat(network.segmentCount()).isEqualTo(3);
    assertThat(network.mapDate()).isEqualTo("1970-01-01T00:25:00Z");
    assertThat(network.segmentId(1)).isEqualTo("8:3-4:f");
    assertThat(network.successors(1)).isEmpty();
    assertThat(network.successors(2)).containsExactly(1);
    assertThat(network.segmentId(0)).isEqualTo("9:1-3:f");
    assertThat(network.segment(0).latDeg()).containsExactly(50.0, 50.001, 50.002);
    assertThat(network.lengthM(0)).isCloseTo(222.39, within(0.01));
  }

  @Test
  void theHeadersDateIsTheDateOfTheMap() throws Exception {
    Osmformat.HeaderBlock header =
        Osmformat.HeaderBlock.newBuilder().setOsmosisReplicationTimestamp(1_600_000_000L).build();

    assertThat(NetworkSource.read(write(header, town())).mapDate())
        .isEqualTo("2020-09-13T12:26:40Z");
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
