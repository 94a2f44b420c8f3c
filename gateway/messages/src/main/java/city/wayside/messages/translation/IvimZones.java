package city.wayside.messages.translation;

import city.wayside.messages.etsi.ivim.Zones;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.Tape;
import city.wayside.model.area.GeoPoint;
import java.util.List;

/// A zone of an IVIM (ISO 19321 Zone) and back. An area is a border that ends where it begins.
final class IvimZones {

  private static final int POINTS_MAX = 32;
  private static final int ABSOLUTES_MAX = 8;
  private static final int STEP_MAX = 131_071;

  private IvimZones() {}

  /// The points of a zone; none when it has no line, or one that is not known.
  ///
  /// @param container the container of geographic locations that it is in
  /// @param part the part that it is of
  static List<GeoPoint> read(Values container, Values part) {
    boolean isArea = part.has(IvimPaths.AREA);
    long line =
        isArea
            ? part.cell(IvimPaths.AREA)
            : part.number(IvimPaths.SEGMENT, part.cell(IvimPaths.SET_OF_LANES));
    if (line == Tape.ABSENT) {
      return List.of();
    }
    Way way = new Way(container.cell(IvimPaths.LATITUDE), container.cell(IvimPaths.LONGITUDE));
    Values points = part.at(line);
    steps(points, IvimPaths.DELTAS, IvimPaths.DELTA_LATITUDE, IvimPaths.DELTA_LONGITUDE, way);
    steps(
        points,
        IvimPaths.DELTAS_WITH_ALTITUDE,
        IvimPaths.STEP_LATITUDE,
        IvimPaths.STEP_LONGITUDE,
        way);
    places(points, IvimPaths.ABSOLUTES, IvimPaths.POINT_LATITUDE, IvimPaths.POINT_LONGITUDE, way);
    places(
        points,
        IvimPaths.ABSOLUTES_WITH_ALTITUDE,
        IvimPaths.HIGH_LATITUDE,
        IvimPaths.HIGH_LONGITUDE,
        way);
    if (isArea) {
      way.close();
    }
    return way.points();
  }

  private static void steps(Values line, Path list, Path latitude, Path longitude, Way way) {
    for (int i = 0; i < line.count(list); i++) {
      DenmTranslation.step(way, line.element(list, i), latitude, longitude);
    }
  }

  private static void places(Values line, Path list, Path latitude, Path longitude, Way way) {
    for (int i = 0; i < line.count(list); i++) {
      Values point = line.element(list, i);
      way.to(point.cell(latitude), point.cell(longitude));
    }
  }

  /// Puts the line of a zone: steps where they reach, else places of a few points. Without a point
  /// nothing is put.
  static void put(Draft draft, long part, GeoPoint reference, List<GeoPoint> zone)
      throws Malformed {
    boolean isArea = zone.size() > 3 && zone.getFirst().equals(zone.getLast());
    List<GeoPoint> points = isArea ? zone.subList(0, zone.size() - 1) : zone;
    long line = line(draft, reference, points);
    if (line != Tape.ABSENT) {
      draft.put(part, isArea ? IvimPaths.AREA : IvimPaths.SEGMENT, line);
    }
  }

  /// Puts the line of a zone that leads to the reference position: as many points as reach, from
  /// those nearest to it on.
  ///
  /// @param trace from the reference backwards
  static void putTrace(Draft draft, long part, GeoPoint reference, List<GeoPoint> trace)
      throws Malformed {
    // The first step of the line goes from the reference to its far end, so all of it is tried.
    int count = Math.min(trace.size(), POINTS_MAX);
    while (count > 0 && !reaches(reference, trace.subList(0, count).reversed())) {
      count--;
    }
    int most = Math.max(count, placesCount(trace));
    long line = line(draft, reference, trace.subList(0, most).reversed());
    if (line != Tape.ABSENT) {
      draft.put(part, IvimPaths.SEGMENT, line);
    }
  }

  private static boolean reaches(GeoPoint reference, List<GeoPoint> line) {
    return new Steps(reference, line, POINTS_MAX, STEP_MAX).count() == line.size();
  }

  private static long line(Draft draft, GeoPoint reference, List<GeoPoint> points)
      throws Malformed {
    Steps steps = new Steps(reference, points, POINTS_MAX, STEP_MAX);
    int placesCount = placesCount(points);
    if (placesCount > steps.count()) {
      long[] places = new long[placesCount];
      for (int i = 0; i < places.length; i++) {
        places[i] = draft.sequence(Zones.ABSOLUTE_POSITION);
        draft
            .put(places[i], IvimPaths.POINT_LATITUDE, latitude(points.get(i)))
            .put(places[i], IvimPaths.POINT_LONGITUDE, longitude(points.get(i)));
      }
      return draft.chosen(Zones.POLYGONAL_LINE.position("absolutePositions"), draft.list(places));
    }
    if (steps.count() == 0) {
      return Tape.ABSENT;
    }
    long[] deltas = new long[steps.count()];
    for (int i = 0; i < deltas.length; i++) {
      deltas[i] = draft.sequence(Zones.DELTA_POSITION);
      draft
          .put(deltas[i], IvimPaths.DELTA_LATITUDE, steps.north(i))
          .put(deltas[i], IvimPaths.DELTA_LONGITUDE, steps.east(i));
    }
    return draft.chosen(Zones.POLYGONAL_LINE.position("deltaPositions"), draft.list(deltas));
  }

  /// How many points from the first on are places, as far as a list of these reaches.
  private static int placesCount(List<GeoPoint> points) {
    int count = 0;
    while (count < Math.min(points.size(), ABSOLUTES_MAX) && points.get(count).isPosition()) {
      count++;
    }
    return count;
  }

  private static long latitude(GeoPoint point) {
    return Quantity.LATITUDE.wireOf(point.latDeg());
  }

  private static long longitude(GeoPoint point) {
    return Quantity.LONGITUDE.wireOf(point.lonDeg());
  }
}
