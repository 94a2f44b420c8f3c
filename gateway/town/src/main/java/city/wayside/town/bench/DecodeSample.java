package city.wayside.town.bench;

import city.wayside.messages.Standard;
import city.wayside.messages.translation.BsmWriter;
import city.wayside.messages.translation.CamWriter;
import city.wayside.messages.translation.DenmWriter;
import city.wayside.messages.translation.MapWriter;
import city.wayside.messages.translation.Packed;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.EventPlace;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.Relevance;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.IntersectionMap;
import city.wayside.model.signal.Lane;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The messages that decoders are measured with, of the sizes that the field has.
enum DecodeSample {
  /// A car's position and motion.
  CAM,
  /// The same with the car's class.
  BSM,
  /// A slippery road and a way of 20 points that leads to it.
  DENM,
  /// An intersection with 12 lanes of 5 nodes.
  MAPEM;

  /// When the messages are made and received: 2026-06-01T11:59:47Z.
  static final long TIME_MS = 1_780_315_187_000L;

  private static final long STATION_ID = 1001;
  private static final GeoPoint HERE = new GeoPoint(53.5503, 9.9921);
  private static final int TRACE_POINTS = 20;
  private static final int LANES = 12;
  private static final int LANE_NODES = 5;

  /// The message's bytes.
  byte[] bytes() {
    Packed packed =
        switch (this) {
          case CAM -> new CamWriter().write(report(MessageKind.CAM));
          case BSM -> new BsmWriter().write(report(MessageKind.BSM));
          case DENM -> DenmWriter.write(event(), STATION_ID);
          case MAPEM -> new MapWriter(Standard.ETSI).write(List.of(map()), STATION_ID);
        };
    return switch (packed) {
      case Packed.Bytes message -> message.bytes();
      case Packed.Unpackable impossible ->
          throw new IllegalStateException(word() + ": " + impossible.refused().reason());
    };
  }

  /// How it is called in the figures.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Report report(MessageKind kind) {
    return new Report(
        STATION_ID,
        StationType.PASSENGER_CAR,
        kind,
        TIME_MS,
        HERE.latDeg(),
        HERE.lonDeg(),
        11.2,
        87,
        2.5);
  }

  private static RoadEvent event() {
    return new RoadEvent(
        new EventKey(STATION_ID, 7),
        new EventCause(6, 5),
        RoadEvent.Termination.NONE,
        new EventTime(TIME_MS, TIME_MS + 100, TIME_MS, TIME_MS + 60_000),
        new EventPlace(HERE, 2.5, 87, 8, List.of(line(HERE, TRACE_POINTS, 2e-4)), List.of()),
        new Relevance(1000, Relevance.Direction.UPSTREAM),
        new RoadEvent.Quality(4),
        List.of());
  }

  private static IntersectionMap map() {
    IntersectionKey key = new IntersectionKey(49, 4711);
    return new IntersectionMap(
        key, 3, "", HERE, IntStream.rangeClosed(1, LANES).mapToObj(id -> lane(id, key)).toList());
  }

  private static Lane lane(int laneId, IntersectionKey key) {
    GeoPoint stopLine = new GeoPoint(HERE.latDeg() + laneId * 3e-5, HERE.lonDeg() - 1e-4);
    return new Lane(
        laneId,
        Lane.LaneType.VEHICLE,
        true,
        false,
        1,
        3.25,
        line(stopLine, LANE_NODES, 1e-4),
        List.of(new Lane.Connection(laneId, key, laneId, -1)));
  }

  /// A way that leads off to the south-west.
  private static List<GeoPoint> line(GeoPoint from, int points, double stepDeg) {
    return IntStream.rangeClosed(1, points)
        .mapToObj(i -> new GeoPoint(from.latDeg() - i * stepDeg / 2, from.lonDeg() - i * stepDeg))
        .toList();
  }
}
