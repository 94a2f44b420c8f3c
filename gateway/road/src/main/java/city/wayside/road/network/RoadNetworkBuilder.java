package city.wayside.road.network;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects segments in the order of their source and builds the network. For one thread, once.
public final class RoadNetworkBuilder {

  /// How many segments a network may have.
  public static final int SEGMENTS_MAX = 2_000_000;

  /// How much of a source may be left out, in percent; beyond, it is refused: it is damaged, or
  /// something else than it was taken for.
  public static final int LEFT_OUT_PERCENT_MAX = 50;

  private final TextTable ids = new TextTable();
  private final Words words = new Words();
  private final IntList name = new IntList();
  private final IntList roadClass = new IntList();
  private final LengthList speedLimitMps = new LengthList();
  private final IntList lanes = new IntList();
  private final IntList level = new IntList();
  private final IntList fromNode = new IntList();
  private final IntList toNode = new IntList();
  private final NodeNumbers nodes = new NodeNumbers();
  private final LengthList lengthM = new LengthList();
  private final ShapesBuilder shapes = new ShapesBuilder();
  private final GeometryIndex geometries = new GeometryIndex(shapes, fromNode, toNode, level);
  private final LengthCheck lengthCheck = new LengthCheck();
  private final TurnRules turns = new TurnRules();
  private final OddityCount oddities = new OddityCount();
  private @Nullable Instant mapDate;
  private int leftOut;

  /// An empty network.
  public RoadNetworkBuilder() {}

  /// How many segments were added.
  public int segmentCount() {
    return ids.size();
  }

  /// Counts something odd about the source.
  ///
  /// @param id the id of what is odd
  public void note(Oddity oddity, String id) {
    oddities.note(oddity, id);
  }

  /// Counts a segment of the source that cannot be used.
  ///
  /// @return false: it was left out
  public boolean leaveOut(Oddity oddity, String id) {
    oddities.note(oddity, id);
    leftOut++;
    return false;
  }

  /// When the map was as the source has it; `null` when it does not say.
  public void setMapDate(@Nullable Instant newMapDate) {
    mapDate = newMapDate;
  }

  /// The way along these segments, two or more, may not be driven. They may be added later; a way
  /// of unknown or unconnected segments is noted and has no effect.
  ///
  /// @throws IllegalArgumentException when there are too many bans or segments in one
  public void ban(List<String> way) {
    turns.ban(way);
  }

  /// Whoever is on the first of these segments must drive along all of them, or along another such
  /// way; otherwise like [#ban].
  public void only(List<String> way) {
    turns.only(way);
  }

  /// Adds a segment; its index is the number of segments before it. What cannot be used is left out
  /// and counted: a segment without length (all its points are the same to 10^-7 degrees, about 1
  /// cm), one whose id came before, and one that lies on another.
  ///
  /// @return false when it was left out
  /// @throws IllegalArgumentException when there are too many
  public boolean add(SegmentDraft draft) {
    if (ids.size() == SEGMENTS_MAX) {
      throw new IllegalArgumentException("more segments than allowed: at most " + SEGMENTS_MAX);
    }
    if (ids.add(draft.id()) < 0) {
      return leaveOut(Oddity.DUPLICATE_ID, draft.id());
    }
    double segmentM = shapes.add(draft.latDeg(), draft.lonDeg(), draft.lengthM());
    int segment = ids.size() - 1;
    if (segmentM == 0) {
      ids.removeLast();
      return leaveOut(Oddity.ZERO_LENGTH, draft.id());
    }
    int last = draft.latDeg().length - 1;
    fromNode.add(nodes.number(draft.fromNode(), draft.latDeg()[0], draft.lonDeg()[0]));
    toNode.add(nodes.number(draft.toNode(), draft.latDeg()[last], draft.lonDeg()[last]));
    level.add(draft.level().packed());
    if (!geometries.add(segment)) {
      ids.removeLast();
      shapes.removeLast();
      fromNode.shrink(segment);
      toNode.shrink(segment);
      level.shrink(segment);
      return leaveOut(Oddity.DUPLICATE_GEOMETRY, draft.id());
    }
    if (!Double.isNaN(draft.lengthM())) {
      lengthCheck.look(draft, shapes.geometryM());
    }
    lengthM.add(segmentM);
    name.add(words.add(draft.name()));
    roadClass.add(words.add(draft.roadClass()));
    speedLimitMps.add(draft.speedLimitMps());
    lanes.add(draft.lanes());
    return true;
  }

  /// The network of all segments that were added.
  ///
  /// @throws IllegalArgumentException when none was, or too much was left out
  public RoadNetwork build() {
    lengthCheck.tell(oddities);
    List<String> found = oddities.build().lines();
    String saying = found.isEmpty() ? "" : "; found " + String.join("; ", found);
    long all = leftOut + (long) ids.size();
    if (leftOut * 100L > all * LEFT_OUT_PERCENT_MAX) {
      throw new IllegalArgumentException(
          leftOut
              + " of "
              + all
              + " segments left out: allowed are at most "
              + LEFT_OUT_PERCENT_MAX
              + " %"
              + saying);
    }
    if (ids.size() == 0) {
      throw new IllegalArgumentException("no segment: allowed is one or more" + saying);
    }
    LocalPlane plane = plane();
    ids.trim();
    int[] from = fromNode.toArray();
    int[] to = toNode.toArray();
    TurnBans bans = turns.resolve(ids, from, to, nodes.count(), oddities);
    Topology topology =
        new TopologyBuilder(from, to, nodes.count(), shapes, plane, bans).build(lengthM);
    SegmentFacts facts = facts();
    Shapes built = shapes.build();
    double[] lengths = lengthM.toArray();
    new NetworkInspection(facts, lengths, built, topology)
        .tell((oddity, segment) -> oddities.note(oddity, segment, ids));
    return new RoadNetwork(
        ids, facts, lengths, built, topology, bans, plane, mapDate, oddities.build());
  }

  private SegmentFacts facts() {
    float[] limitMps = new float[ids.size()];
    byte[] laneCounts = new byte[ids.size()];
    byte[] levels = new byte[ids.size()];
    double[] given = speedLimitMps.toArray();
    for (int i = 0; i < limitMps.length; i++) {
      limitMps[i] = (float) given[i];
      laneCounts[i] = (byte) lanes.get(i);
      levels[i] = (byte) level.get(i);
    }
    return new SegmentFacts(
        words.toArray(), name.toArray(), roadClass.toArray(), limitMps, laneCounts, levels);
  }

  private LocalPlane plane() {
    double southDeg = 90;
    double northDeg = -90;
    double westDeg = 180;
    double eastDeg = -180;
    for (int point = 0; point < shapes.pointCount(); point++) {
      southDeg = Math.min(southDeg, shapes.latDeg(point));
      northDeg = Math.max(northDeg, shapes.latDeg(point));
      westDeg = Math.min(westDeg, shapes.lonDeg(point));
      eastDeg = Math.max(eastDeg, shapes.lonDeg(point));
    }
    return LocalPlane.around((southDeg + northDeg) / 2, (westDeg + eastDeg) / 2);
  }
}
