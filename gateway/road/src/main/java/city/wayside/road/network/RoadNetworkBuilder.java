package city.wayside.road.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Collects segments in the order of their source and builds the network. For one thread, once.
public final class RoadNetworkBuilder {

  /// How many segments a network may have.
  public static final int SEGMENTS_MAX = 2_000_000;

  private final List<String> ids = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final Words words = new Words();
  private final IntList name = new IntList();
  private final IntList roadClass = new IntList();
  private final LengthList speedLimitMps = new LengthList();
  private final IntList lanes = new IntList();
  private final IntList fromNode = new IntList();
  private final IntList toNode = new IntList();
  private final NodeNumbers nodes = new NodeNumbers();
  private final LengthList lengthM = new LengthList();
  private final ShapesBuilder shapes = new ShapesBuilder();

  /// An empty network.
  public RoadNetworkBuilder() {}

  /// How many segments were added.
  public int segmentCount() {
    return ids.size();
  }

  /// True when a segment with this id was added.
  public boolean has(String id) {
    return known.contains(id);
  }

  /// Adds a segment; its index is the number of segments before it.
  ///
  /// @return false when all its points are the same to 10^-7 degrees (about 1 cm): nothing can be
  ///   matched to it, so it is left out
  /// @throws IllegalArgumentException when its id was there before or there are too many; the
  ///   message names field, value and what is allowed
  public boolean add(SegmentDraft draft) {
    if (ids.size() == SEGMENTS_MAX) {
      throw new IllegalArgumentException("more segments than allowed: at most " + SEGMENTS_MAX);
    }
    if (known.contains(draft.id())) {
      throw new IllegalArgumentException(
          "id \"" + draft.id() + "\" a second time: allowed is every id once");
    }
    known.add(draft.id());
    double segmentM = shapes.add(draft.latDeg(), draft.lonDeg(), draft.lengthM());
    if (segmentM == 0) {
      return false;
    }
    lengthM.add(segmentM);
    ids.add(draft.id());
    name.add(words.add(draft.name()));
    roadClass.add(words.add(draft.roadClass()));
    speedLimitMps.add(draft.speedLimitMps());
    lanes.add(draft.lanes());
    int last = draft.latDeg().length - 1;
    fromNode.add(nodes.number(draft.fromNode(), draft.latDeg()[0], draft.lonDeg()[0]));
    toNode.add(nodes.number(draft.toNode(), draft.latDeg()[last], draft.lonDeg()[last]));
    return true;
  }

  /// The network of all segments that were added.
  ///
  /// @throws IllegalArgumentException when none was
  public RoadNetwork build() {
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("no segment: allowed is one or more");
    }
    LocalPlane plane = plane();
    TopologyBuilder topology =
        new TopologyBuilder(fromNode.toArray(), toNode.toArray(), nodes.count(), shapes, plane);
    Topology built = topology.build(lengthM);
    return new RoadNetwork(
        new SegmentIds(ids), facts(), lengthM.toArray(), shapes.build(), built, plane);
  }

  private SegmentFacts facts() {
    float[] limitMps = new float[ids.size()];
    byte[] laneCounts = new byte[ids.size()];
    double[] given = speedLimitMps.toArray();
    for (int i = 0; i < limitMps.length; i++) {
      limitMps[i] = (float) given[i];
      laneCounts[i] = (byte) lanes.get(i);
    }
    return new SegmentFacts(
        words.toArray(), name.toArray(), roadClass.toArray(), limitMps, laneCounts);
  }

  private LocalPlane plane() {
    double[] lat = new double[shapes.pointCount()];
    double[] lon = new double[lat.length];
    for (int i = 0; i < lat.length; i++) {
      lat[i] = shapes.latDeg(i);
      lon[i] = shapes.lonDeg(i);
    }
    double southDeg = Arrays.stream(lat).min().orElseThrow();
    double northDeg = Arrays.stream(lat).max().orElseThrow();
    double westDeg = Arrays.stream(lon).min().orElseThrow();
    double eastDeg = Arrays.stream(lon).max().orElseThrow();
    return LocalPlane.around((southDeg + northDeg) / 2, (westDeg + eastDeg) / 2);
  }
}
