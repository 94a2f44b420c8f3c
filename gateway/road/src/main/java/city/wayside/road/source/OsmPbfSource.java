package city.wayside.road.source;

import city.wayside.road.network.RoadNetwork;
import com.google.protobuf.InvalidProtocolBufferException;
import crosby.binary.Osmformat;
import crosby.binary.file.BlockInputStream;
import crosby.binary.file.BlockReaderAdapter;
import crosby.binary.file.FileBlock;
import crosby.binary.file.FileBlockPosition;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;

/// Reads OpenStreetMap's PBF format (wiki.openstreetmap.org, PBF Format): nodes, ways that are
/// roads, and relations that are turn restrictions.
final class OsmPbfSource implements BlockReaderAdapter {

  private static final Set<String> KNOWN_FEATURES = Set.of("OsmSchema-V0.6", "DenseNodes");
  private static final double NANO = 1e-9;

  private final String fileName;
  private final OsmRoads roads;
  private final WayTags tags = new WayTags();
  private final OsmRelation relation = new OsmRelation();
  private final MapDate mapDate = new MapDate();
  private long[] wayNodes = new long[64];
  private int blocks;

  private OsmPbfSource(String fileName) {
    this.fileName = fileName;
    roads = new OsmRoads(fileName);
  }

  static RoadNetwork read(String fileName, InputStream content)
      throws IOException, NetworkException {
    OsmPbfSource source = new OsmPbfSource(fileName);
    try {
      new BlockInputStream(content, source).process();
    } catch (IllegalArgumentException refused) {
      throw new NetworkException(source.place() + refused.getMessage(), refused);
    } catch (InvalidProtocolBufferException | RuntimeException damaged) {
      throw new NetworkException(
          source.place() + "no OpenStreetMap PBF, or damaged: " + damaged.getMessage(), damaged);
    }
    source.roads.setMapDate(source.mapDate.get());
    return source.roads.build();
  }

  private String place() {
    return fileName + ": block " + (blocks + 1) + ": ";
  }

  @Override
  public boolean skipBlock(FileBlockPosition block) {
    boolean isKnown = block.getType().equals("OSMHeader") || block.getType().equals("OSMData");
    if (!isKnown && blocks == 0) {
      throw new IllegalArgumentException(
          "of type \"" + block.getType() + "\": allowed is OSMHeader");
    }
    return !isKnown;
  }

  @Override
  public void handleBlock(FileBlock block) {
    try {
      if (block.getType().equals("OSMHeader")) {
        readHeader(Osmformat.HeaderBlock.parseFrom(block.getData()));
      } else {
        readData(Osmformat.PrimitiveBlock.parseFrom(block.getData()));
      }
    } catch (InvalidProtocolBufferException damaged) {
      throw new IllegalArgumentException("damaged: " + damaged.getMessage(), damaged);
    }
    blocks++;
  }

  @Override
  public void complete() {
    if (blocks == 0) {
      throw new IllegalArgumentException("missing: the file is empty");
    }
  }

  private void readHeader(Osmformat.HeaderBlock header) {
    for (String feature : header.getRequiredFeaturesList()) {
      if (!KNOWN_FEATURES.contains(feature)) {
        throw new IllegalArgumentException(
            "required feature \"" + feature + "\": allowed are OsmSchema-V0.6 and DenseNodes");
      }
    }
    mapDate.tellS(header.getOsmosisReplicationTimestamp());
  }

  private void readData(Osmformat.PrimitiveBlock data) {
    for (Osmformat.PrimitiveGroup group : data.getPrimitivegroupList()) {
      for (Osmformat.Node node : group.getNodesList()) {
        mapDate.elementMs(node.getInfo().getTimestamp() * data.getDateGranularity());
        roads.addNode(node.getId(), latDeg(data, node.getLat()), lonDeg(data, node.getLon()));
      }
      if (group.hasDense()) {
        readDense(data, group.getDense());
      }
      for (Osmformat.Way way : group.getWaysList()) {
        mapDate.elementMs(way.getInfo().getTimestamp() * data.getDateGranularity());
        readWay(data, way);
      }
      for (Osmformat.Relation each : group.getRelationsList()) {
        readRelation(data, each);
      }
    }
  }

  private void readDense(Osmformat.PrimitiveBlock data, Osmformat.DenseNodes dense) {
    if (dense.getLatCount() != dense.getIdCount() || dense.getLonCount() != dense.getIdCount()) {
      throw new IllegalArgumentException("damaged: dense nodes with columns of unequal length");
    }
    long id = 0;
    long lat = 0;
    long lon = 0;
    for (int i = 0; i < dense.getIdCount(); i++) {
      id += dense.getId(i);
      lat += dense.getLat(i);
      lon += dense.getLon(i);
      roads.addNode(id, latDeg(data, lat), lonDeg(data, lon));
    }
    long timestamp = 0;
    for (int i = 0; i < dense.getDenseinfo().getTimestampCount(); i++) {
      timestamp += dense.getDenseinfo().getTimestamp(i);
      mapDate.elementMs(timestamp * data.getDateGranularity());
    }
  }

  private void readWay(Osmformat.PrimitiveBlock data, Osmformat.Way way) {
    tags.clear();
    for (int i = 0; i < Math.min(way.getKeysCount(), way.getValsCount()); i++) {
      tags.set(text(data, way.getKeys(i)), text(data, way.getVals(i)));
    }
    int count = way.getRefsCount();
    if (count > wayNodes.length) {
      wayNodes = Arrays.copyOf(wayNodes, count);
    }
    long node = 0;
    for (int i = 0; i < count; i++) {
      node += way.getRefs(i);
      wayNodes[i] = node;
    }
    roads.addWay(way.getId(), wayNodes, count, tags);
  }

  private void readRelation(Osmformat.PrimitiveBlock data, Osmformat.Relation read) {
    relation.begin(read.getId());
    for (int i = 0; i < Math.min(read.getKeysCount(), read.getValsCount()); i++) {
      relation.setTag(text(data, read.getKeys(i)), text(data, read.getVals(i)));
    }
    int count = read.getMemidsCount();
    if (read.getTypesCount() != count || read.getRolesSidCount() != count) {
      throw new IllegalArgumentException(
          "damaged: relation " + read.getId() + " with columns of unequal length");
    }
    long member = 0;
    for (int i = 0; i < count; i++) {
      member += read.getMemids(i);
      OsmRelation.MemberKind kind =
          switch (read.getTypes(i)) {
            case NODE -> OsmRelation.MemberKind.NODE;
            case WAY -> OsmRelation.MemberKind.WAY;
            case RELATION -> OsmRelation.MemberKind.OTHER;
          };
      relation.addMember(kind, member, text(data, read.getRolesSid(i)));
    }
    roads.addRelation(relation);
  }

  private static String text(Osmformat.PrimitiveBlock data, int index) {
    return data.getStringtable().getS(index).toStringUtf8();
  }

  private static double latDeg(Osmformat.PrimitiveBlock data, long lat) {
    return (data.getLatOffset() + data.getGranularity() * lat) * NANO;
  }

  private static double lonDeg(Osmformat.PrimitiveBlock data, long lon) {
    return (data.getLonOffset() + data.getGranularity() * lon) * NANO;
  }
}
