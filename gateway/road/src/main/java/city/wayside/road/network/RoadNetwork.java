package city.wayside.road.network;

import city.wayside.model.area.BoundingBox;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/// The directed segments of a city.
///
/// Beside the segments there are connectors, the ways across junctions that the source leaves out.
/// Both are called links: links 0 to [#segmentCount], exclusive, are the segments, the ones above
/// are connectors. Everything outside matching deals with segments only.
public final class RoadNetwork {

  private final String version;
  private final TextTable ids;
  private final SegmentFacts facts;
  private final double[] lengthM;
  private final Shapes shapes;
  private final Topology topology;
  private final TurnBans turnBans;
  private final LocalPlane plane;
  private final @Nullable Instant mapDate;
  private final Oddities oddities;
  private final PlanePoints points;
  private final PieceGrid grid;
  private final BoundingBox bounds;
  private final int segmentCount;

  RoadNetwork(
      TextTable ids,
      SegmentFacts facts,
      double[] lengthM,
      Shapes shapes,
      Topology topology,
      TurnBans turnBans,
      LocalPlane plane,
      @Nullable Instant mapDate,
      Oddities oddities) {
    this.ids = ids;
    this.facts = facts;
    this.lengthM = lengthM;
    this.shapes = shapes;
    this.topology = topology;
    this.turnBans = turnBans;
    this.plane = plane;
    this.mapDate = mapDate;
    this.oddities = oddities;
    segmentCount = facts.lanes().length;
    points = new PlanePoints(shapes, plane);
    grid = new PieceGrid(shapes, points);
    bounds = boundsOf(0, shapes.start()[segmentCount]);
    version = hash();
  }

  /// A short hash of everything the network holds: the same file gives the same version everywhere.
  public String version() {
    return version;
  }

  /// When the map was as the source has it; `null` when the source does not say.
  public @Nullable Instant mapDate() {
    return mapDate;
  }

  /// What is odd about the network, also about what of its source was left out.
  public Oddities oddities() {
    return oddities;
  }

  /// Tells of every segment what is odd about it, as far as the network itself shows it.
  public void eachOddity(ObjIntConsumer<Oddity> told) {
    new NetworkInspection(facts, lengthM, shapes, topology).tell(told);
  }

  /// How many segments; indexes are 0 to this, exclusive.
  public int segmentCount() {
    return segmentCount;
  }

  /// The segment with an index.
  public Segment segment(int index) {
    requireSegment(index);
    int first = shapes.start()[index];
    int count = shapes.start()[index + 1] - first;
    double[] latDeg = new double[count];
    double[] lonDeg = new double[count];
    for (int i = 0; i < count; i++) {
      latDeg[i] = shapes.latE7()[first + i] / Shapes.E7;
      lonDeg[i] = shapes.lonE7()[first + i] / Shapes.E7;
    }
    return new Segment(
        index,
        ids.get(index),
        facts.words()[facts.name()[index]],
        facts.words()[facts.roadClass()[index]],
        lengthM[index],
        speedLimitMps(index),
        facts.lanes()[index],
        latDeg,
        lonDeg);
  }

  /// The city's id of a segment.
  public String segmentId(int index) {
    requireSegment(index);
    return ids.get(index);
  }

  /// Length of a segment or connector.
  public double lengthM(int link) {
    return lengthM[link];
  }

  /// Legal limit of a segment, to whole millimetres per second; `NaN` when unknown.
  public double speedLimitMps(int index) {
    requireSegment(index);
    return Math.rint(facts.speedLimitMps()[index] * 1000.0) / 1000.0;
  }

  /// Lanes of a link in its direction; 0 when unknown, and for connectors.
  public int lanes(int link) {
    return link < segmentCount ? facts.lanes()[link] : 0;
  }

  /// Where a segment lies among those that cross it above or below.
  public Level level(int index) {
    requireSegment(index);
    return Level.unpacked(facts.level()[index]);
  }

  /// The index of the segment with the city's id, or -1.
  public int indexOf(String id) {
    return ids.indexOf(id);
  }

  /// The box around a segment.
  public BoundingBox bounds(int index) {
    requireSegment(index);
    return boundsOf(shapes.start()[index], shapes.start()[index + 1]);
  }

  /// The box around all segments.
  public BoundingBox bounds() {
    return bounds;
  }

  /// The segments that can be driven after a segment, nearest first.
  public int[] successors(int index) {
    requireSegment(index);
    int first = topology.start()[index];
    int[] segments = Arrays.copyOfRange(topology.successors(), first, topology.start()[index + 1]);
    for (int i = 0; i < segments.length; i++) {
      if (segments[i] >= segmentCount) {
        segments[i] = topology.successors()[topology.start()[segments[i]]];
      }
    }
    return segments;
  }

  /// What may not be driven although it joins. Bans of two segments are missing among the
  /// successors already; whoever looks for ways must respect the longer ones.
  public TurnBans turnBans() {
    return turnBans;
  }

  /// Latitude of the point so far along a segment.
  ///
  /// @param offsetM metres from the segment's start; what is outside 0 to its length counts as the
  ///   nearer end
  public double latDeg(int index, double offsetM) {
    int piece = pieceAt(index, offsetM);
    return interpolate(shapes.latE7(), piece, offsetM) / Shapes.E7;
  }

  /// Longitude of the point so far along a segment.
  ///
  /// @param offsetM metres from the segment's start; what is outside 0 to its length counts as the
  ///   nearer end
  public double lonDeg(int index, double offsetM) {
    int piece = pieceAt(index, offsetM);
    return interpolate(shapes.lonE7(), piece, offsetM) / Shapes.E7;
  }

  /// Driving direction at a point of a segment: degrees clockwise from north, 0 to below 360.
  public double headingDeg(int index, double offsetM) {
    int piece = pieceAt(index, offsetM);
    double eastM = points.eastM(piece + 1) - points.eastM(piece);
    double northM = points.northM(piece + 1) - points.northM(piece);
    double headingDeg = Math.toDegrees(Math.atan2(eastM, northM));
    return headingDeg < 0 ? headingDeg + 360 : headingDeg;
  }

  /// Segments and connectors together; links are 0 to this, exclusive.
  public int linkCount() {
    return shapes.linkCount();
  }

  /// True for a segment, false for a connector.
  public boolean isSegment(int link) {
    return link < segmentCount;
  }

  /// The segment at whose end a connector begins.
  public int connectorFrom(int connector) {
    return topology.connectorFrom()[connector - segmentCount];
  }

  /// Where a link's successors begin in the list that [#successor] reads; those of link `i` end
  /// where those of link `i + 1` begin.
  public int successorsFrom(int link) {
    return topology.start()[link];
  }

  /// A link in the list of successors; see [#successorsFrom].
  public int successor(int place) {
    return topology.successors()[place];
  }

  /// The metres in which matching is done.
  public LocalPlane plane() {
    return plane;
  }

  /// The links that come within a radius of a position of the plane.
  public void near(double eastM, double northM, double radiusM, Nearby found) {
    grid.near(eastM, northM, radiusM, found);
  }

  /// Finds the point so far along a link.
  ///
  /// @param offsetM metres from the link's start, 0 to its length
  public void at(int link, double offsetM, Projection found) {
    int piece = pieceOf(link, offsetM);
    double share = shareOf(piece, offsetM);
    double eastM = points.eastM(piece + 1) - points.eastM(piece);
    double northM = points.northM(piece + 1) - points.northM(piece);
    double pieceM = Math.hypot(eastM, northM);
    found.distanceM = 0;
    found.offsetM = offsetM;
    found.eastM = points.eastM(piece) + share * eastM;
    found.northM = points.northM(piece) + share * northM;
    found.directionEast = eastM / pieceM;
    found.directionNorth = northM / pieceM;
  }

  /// Finds the point of a link that is nearest to a position of the plane.
  public void project(int link, double eastM, double northM, Projection found) {
    int first = shapes.start()[link];
    int last = shapes.start()[link + 1] - 1;
    double x1 = points.eastM(first);
    double y1 = points.northM(first);
    double bestM2 = Double.POSITIVE_INFINITY;
    double bestShare = 0;
    double bestX = 0;
    double bestY = 0;
    double directionX = 0;
    double directionY = 0;
    int bestPiece = first;
    for (int piece = first; piece < last; piece++) {
      double x2 = points.eastM(piece + 1);
      double y2 = points.northM(piece + 1);
      double dx = x2 - x1;
      double dy = y2 - y1;
      double awayX = eastM - x1;
      double awayY = northM - y1;
      double dot = awayX * dx + awayY * dy;
      double lengthM2 = dx * dx + dy * dy;
      // Most pieces are passed over by an end of theirs, and need no division.
      double share = dot <= 0 ? 0 : dot < lengthM2 ? dot / lengthM2 : 1;
      double offX = awayX - share * dx;
      double offY = awayY - share * dy;
      double squareM2 = offX * offX + offY * offY;
      if (squareM2 < bestM2) {
        bestM2 = squareM2;
        bestPiece = piece;
        bestShare = share;
        bestX = eastM - offX;
        bestY = northM - offY;
        directionX = dx;
        directionY = dy;
      }
      x1 = x2;
      y1 = y2;
    }
    double perM = 1 / Math.sqrt(directionX * directionX + directionY * directionY);
    found.directionEast = directionX * perM;
    found.directionNorth = directionY * perM;
    found.eastM = bestX;
    found.northM = bestY;
    found.distanceM = Math.sqrt(bestM2);
    double startM = shapes.alongM()[bestPiece];
    found.offsetM =
        Math.min(startM + bestShare * (shapes.alongM()[bestPiece + 1] - startM), lengthM[link]);
  }

  private double interpolate(int[] valuesE7, int piece, double offsetM) {
    double share = shareOf(piece, offsetM);
    return valuesE7[piece] + share * (valuesE7[piece + 1] - (double) valuesE7[piece]);
  }

  /// How much of a piece lies before a point; what is outside counts as the nearer end.
  private double shareOf(int piece, double offsetM) {
    double startM = shapes.alongM()[piece];
    double endM = shapes.alongM()[piece + 1];
    return endM > startM ? Math.clamp((offsetM - startM) / (endM - startM), 0.0, 1.0) : 0;
  }

  private int pieceAt(int index, double offsetM) {
    requireSegment(index);
    return pieceOf(index, offsetM);
  }

  private int pieceOf(int link, double offsetM) {
    int last = shapes.start()[link + 1] - 2;
    int piece = shapes.start()[link];
    while (piece < last && shapes.alongM()[piece + 1] < offsetM) {
      piece++;
    }
    return piece;
  }

  private BoundingBox boundsOf(int firstPoint, int endPoint) {
    int south = Integer.MAX_VALUE;
    int west = Integer.MAX_VALUE;
    int north = Integer.MIN_VALUE;
    int east = Integer.MIN_VALUE;
    for (int point = firstPoint; point < endPoint; point++) {
      south = Math.min(south, shapes.latE7()[point]);
      north = Math.max(north, shapes.latE7()[point]);
      west = Math.min(west, shapes.lonE7()[point]);
      east = Math.max(east, shapes.lonE7()[point]);
    }
    return new BoundingBox(
        south / Shapes.E7, west / Shapes.E7, north / Shapes.E7, east / Shapes.E7);
  }

  private void requireSegment(int index) {
    if (index < 0 || index >= segmentCount) {
      throw new IndexOutOfBoundsException("segment " + index + " of " + segmentCount);
    }
  }

  private String hash() {
    NetworkVersion content = new NetworkVersion();
    content.add(segmentCount);
    for (int index = 0; index < segmentCount; index++) {
      ids.addTo(content, index);
      content.add(lengthM[index]);
      content.add(speedLimitMps(index));
      content.add(facts.lanes()[index]);
      for (int point = shapes.start()[index]; point < shapes.start()[index + 1]; point++) {
        content.add(shapes.latE7()[point]);
        content.add(shapes.lonE7()[point]);
      }
      for (int successor : successors(index)) {
        content.add(successor);
      }
    }
    turnBans.addTo(content);
    return content.finish();
  }
}
