package city.wayside.messages.translation;

import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.EventPlace;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.Relevance;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Events drawn at random: plausible ones, and ones of the oddest values a record can hold.
final class RandomEvents {

  private static final double[] ODD = {
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    -0.0,
    Double.MAX_VALUE,
    -1e-9,
    1e9,
    90,
    -180,
    180.0000001,
    3600
  };

  private final Random random;

  RandomEvents(long seed) {
    this.random = new Random(seed);
  }

  /// A hazard that a DENM can say but for its quanta.
  RoadEvent hazard() {
    long detectedMs = 1_500_000_000_000L + random.nextLong(500_000_000_000L);
    GeoPoint position = point(new GeoPoint(0, 0), 80, 180);
    return new RoadEvent(
        new EventKey(random.nextLong(1L << 32), random.nextInt(65_536)),
        new EventCause(random.nextInt(256), random.nextInt(256)),
        random.nextBoolean()
            ? EventCause.NONE
            : new EventCause(1 + random.nextInt(255), random.nextInt(256)),
        oneOf(RoadEvent.Termination.values()),
        new EventTime(
            detectedMs,
            detectedMs + random.nextInt(100_000),
            detectedMs,
            detectedMs + random.nextInt(86_401) * 1000L),
        new EventPlace(
            position,
            maybe(0.01 + random.nextDouble() * 40),
            maybe(random.nextDouble() * 359.9),
            maybe(random.nextDouble() * 100),
            ways(position, 7, 40),
            ways(position, 1, 23)),
        RelevanceClasses.of(1 + random.nextInt(7), random.nextInt(4)),
        new RoadEvent.Quality(random.nextInt(8)),
        List.of());
  }

  /// Any event: every number may be as odd as can be.
  RoadEvent any() {
    GeoPoint position = random.nextInt(4) == 0 ? oddPoint() : point(new GeoPoint(0, 0), 80, 180);
    return new RoadEvent(
        new EventKey(oddLong(1L << 32), oddLong(1 << 15)),
        new EventCause(random.nextInt(300) - 10, random.nextInt(300) - 10),
        random.nextBoolean() ? EventCause.NONE : new EventCause(random.nextInt(300), 0),
        oneOf(RoadEvent.Termination.values()),
        new EventTime(oddLong(1L << 41), oddLong(1L << 41), oddLong(1L << 41), oddLong(1L << 41)),
        new EventPlace(
            position, oddDouble(), oddDouble(), oddDouble(), oddWays(position), oddWays(position)),
        new Relevance(oddDouble(), oneOf(Relevance.Direction.values())),
        new RoadEvent.Quality(random.nextInt(20) - 5),
        oddSigns());
  }

  /// Ways of nearby points that start near a point.
  List<List<GeoPoint>> ways(GeoPoint from, int waysMax, int pointsMax) {
    return ways(from, waysMax, pointsMax, 0.006);
  }

  /// The same with steps of up to so many degrees.
  List<List<GeoPoint>> ways(GeoPoint from, int waysMax, int pointsMax, double stepDeg) {
    List<List<GeoPoint>> ways = new ArrayList<>();
    int count = random.nextInt(waysMax + 1);
    for (int i = 0; i < count; i++) {
      List<GeoPoint> way = new ArrayList<>();
      GeoPoint last = from;
      int points = 1 + random.nextInt(pointsMax);
      for (int j = 0; j < points; j++) {
        last = point(last, stepDeg, stepDeg);
        way.add(last);
      }
      ways.add(List.copyOf(way));
    }
    return List.copyOf(ways);
  }

  private GeoPoint point(GeoPoint near, double north, double east) {
    double lonDeg = near.lonDeg() + (2 * random.nextDouble() - 1) * east;
    return new GeoPoint(
        near.latDeg() + (2 * random.nextDouble() - 1) * north,
        lonDeg > 180 ? lonDeg - 360 : lonDeg < -180 ? lonDeg + 360 : lonDeg);
  }

  private double maybe(double value) {
    return random.nextInt(4) == 0 ? Double.NaN : value;
  }

  private long oddLong(long bound) {
    return switch (random.nextInt(8)) {
      case 0 -> Long.MIN_VALUE;
      case 1 -> Long.MAX_VALUE;
      case 2 -> -1;
      default -> random.nextLong(bound);
    };
  }

  private double oddDouble() {
    return random.nextBoolean()
        ? ODD[random.nextInt(ODD.length)]
        : (random.nextDouble() - 0.2) * 500;
  }

  private GeoPoint oddPoint() {
    return new GeoPoint(oddDouble(), oddDouble());
  }

  private List<List<GeoPoint>> oddWays(GeoPoint from) {
    List<List<GeoPoint>> ways = new ArrayList<>(ways(from, 12, 80));
    if (random.nextBoolean()) {
      ways.add(List.of());
    }
    if (random.nextBoolean()) {
      ways.add(List.of(oddPoint(), from, oddPoint()));
    }
    return ways;
  }

  private List<Sign> oddSigns() {
    List<Sign> signs = new ArrayList<>();
    int count = random.nextInt(4) == 0 ? 120 : random.nextInt(6);
    for (int i = 0; i < count; i++) {
      Sign.Catalogue catalogue = oneOf(Sign.Catalogue.values());
      signs.add(new Sign(catalogue, oddText(), oddDouble()));
    }
    return signs;
  }

  private String oddText() {
    return switch (random.nextInt(8)) {
      case 0 -> "";
      case 1 -> "Ü\u0000 \uD83D\uDEA7 \uDC00";
      case 2 -> "x".repeat(3000);
      case 3 -> "12-5-57";
      case 4 -> "C14a";
      case 5 -> "99999999999999999999";
      case 6 -> "-1-2-3";
      default -> Integer.toString(random.nextInt(70_000));
    };
  }

  private <T> T oneOf(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
