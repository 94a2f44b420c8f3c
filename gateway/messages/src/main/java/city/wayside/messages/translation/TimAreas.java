package city.wayside.messages.translation;

import city.wayside.messages.measure.SaeQuantity;
import city.wayside.messages.sae.Areas;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.StringType;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.RoadEvent;
import java.util.ArrayList;
import java.util.List;

/// The regions of a TIM for the place of an event: its zones; without any the ways that lead to it,
/// driven forwards; without these a circle as wide as the event is relevant.
final class TimAreas {

  private static final int REGIONS_MAX = 16;
  private static final int NODES_MAX = 63;
  private static final int NODES_MIN = 2;
  private static final int STEP_MAX = 8_388_607;
  private static final int RADIUS_MAX = 4_095;
  private static final double RADIUS_DEFAULT_M = 500;
  private static final double KILOMETRE_M = 1000;

  /// Half the range of offsets, by the alternatives from node-LL1 on.
  private static final int[] REACHES = {2_048, 8_192, 32_768, 131_072, 2_097_152, 8_388_608};

  private static final Path[] LON = TimPaths.steps(Areas.NODE_LL, "node-LL", "lon");
  private static final Path[] LAT = TimPaths.steps(Areas.NODE_LL, "node-LL", "lat");

  private TimAreas() {}

  /// The longitude as SAE counts it, which has no -180.
  static long longitude(GeoPoint point) {
    return point.lonDeg() <= -180
        ? SaeQuantity.LONGITUDE.wireOf(180)
        : SaeQuantity.LONGITUDE.wireOf(point.lonDeg());
  }

  static long[] regions(Draft draft, RoadEvent event) throws Malformed {
    List<Long> regions = new ArrayList<>();
    for (List<GeoPoint> line : lines(event)) {
      if (regions.size() < REGIONS_MAX) {
        addPath(draft, event, line, regions);
      }
    }
    if (regions.isEmpty()) {
      regions.add(circle(draft, event));
    }
    return regions.stream().mapToLong(Long::longValue).toArray();
  }

  private static List<List<GeoPoint>> lines(RoadEvent event) {
    if (!event.place().zones().isEmpty()) {
      return event.place().zones();
    }
    List<List<GeoPoint>> ways = new ArrayList<>();
    for (List<GeoPoint> trace : event.place().traces()) {
      List<GeoPoint> way = new ArrayList<>(trace.reversed());
      way.add(event.place().position());
      ways.add(way);
    }
    return ways;
  }

  private static void addPath(Draft draft, RoadEvent event, List<GeoPoint> line, List<Long> regions)
      throws Malformed {
    boolean isClosed = line.size() > 3 && line.getFirst().equals(line.getLast());
    List<GeoPoint> points = isClosed ? line.subList(0, line.size() - 1) : line;
    Steps steps = new Steps(event.place().position(), points, NODES_MAX, STEP_MAX);
    // A list of nodes needs two; one point alone is no way.
    if (steps.count() < NODES_MIN) {
      return;
    }
    long[] nodes = new long[steps.count()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = draft.sequence(Areas.NODE_LL);
      int alternative = alternative(Math.max(Math.abs(steps.north(i)), Math.abs(steps.east(i))));
      draft
          .put(nodes[i], LON[alternative], steps.east(i))
          .put(nodes[i], LAT[alternative], steps.north(i));
    }
    long region = anchored(draft, event);
    draft
        .put(region, TimPaths.CLOSED_PATH, isClosed ? 1 : 0)
        .put(region, TimPaths.LL_NODES, draft.list(nodes));
    regions.add(region);
  }

  private static int alternative(long reach) {
    int alternative = 0;
    while (reach >= REACHES[alternative]) {
      alternative++;
    }
    return alternative;
  }

  private static long anchored(Draft draft, RoadEvent event) throws Malformed {
    long region = draft.sequence(Areas.GEOGRAPHICAL_PATH);
    GeoPoint position = event.place().position();
    draft
        .put(region, TimPaths.ANCHOR_LAT, SaeQuantity.LATITUDE.wireOf(position.latDeg()))
        .put(region, TimPaths.ANCHOR_LONG, longitude(position))
        .word(region, TimPaths.DIRECTIONALITY, "both")
        .put(region, TimPaths.DIRECTION, slices(draft, TimPaths.DIRECTION, event));
    return region;
  }

  private static long slices(Draft draft, Path path, RoadEvent event) throws Malformed {
    return draft.string(
        (StringType) path.target(), HeadingSlices.around(event.place().headingDeg()));
  }

  private static long circle(Draft draft, RoadEvent event) throws Malformed {
    double distanceM = event.relevance().distanceM();
    double radiusM = distanceM > 0 && Double.isFinite(distanceM) ? distanceM : RADIUS_DEFAULT_M;
    boolean inMetres = radiusM <= RADIUS_MAX;
    double radius = Math.ceil(inMetres ? radiusM : radiusM / KILOMETRE_M);
    GeoPoint position = event.place().position();
    long circle = draft.sequence(Areas.CIRCLE);
    draft
        .put(circle, TimPaths.CENTER_LAT, SaeQuantity.LATITUDE.wireOf(position.latDeg()))
        .put(circle, TimPaths.CENTER_LONG, longitude(position))
        .put(circle, TimPaths.RADIUS, Math.clamp((long) radius, 1, RADIUS_MAX))
        .word(circle, TimPaths.UNITS, inMetres ? "meter" : "kilometer");
    long region = anchored(draft, event);
    draft
        .put(region, TimPaths.CIRCLE, circle)
        .put(region, TimPaths.CIRCLE_DIRECTION, slices(draft, TimPaths.CIRCLE_DIRECTION, event));
    return region;
  }
}
