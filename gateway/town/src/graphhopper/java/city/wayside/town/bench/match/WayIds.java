package city.wayside.town.bench.match;

import crosby.binary.BinaryParser;
import crosby.binary.Osmformat;
import crosby.binary.file.BlockInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which segment each way of an OpenStreetMap file is: the value of one of its tags.
final class WayIds extends BinaryParser {

  private final String tag;
  private final Map<Long, String> segmentIdOf = new HashMap<>();

  private WayIds(String tag) {
    this.tag = tag;
  }

  /// Reads a file.
  ///
  /// @return segment ids by the ids of ways
  static Map<Long, String> read(Path pbf, String tag) throws IOException {
    WayIds reader = new WayIds(tag);
    try (InputStream in = Files.newInputStream(pbf)) {
      new BlockInputStream(in, reader).process();
    }
    return reader.segmentIdOf;
  }

  @Override
  protected void parseWays(List<Osmformat.Way> ways) {
    for (Osmformat.Way way : ways) {
      for (int i = 0; i < way.getKeysCount(); i++) {
        if (getStringById(way.getKeys(i)).equals(tag)) {
          segmentIdOf.put(way.getId(), getStringById(way.getVals(i)));
        }
      }
    }
  }

  @Override
  protected void parseRelations(List<Osmformat.Relation> relations) {}

  @Override
  protected void parseDense(Osmformat.DenseNodes nodes) {}

  @Override
  protected void parseNodes(List<Osmformat.Node> nodes) {}

  @Override
  protected void parse(Osmformat.HeaderBlock header) {}

  @Override
  public void complete() {}
}
