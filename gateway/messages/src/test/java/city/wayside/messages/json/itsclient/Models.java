package city.wayside.messages.json.itsclient;

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
import city.wayside.model.signal.PriorityRequest.Access;
import city.wayside.model.signal.PriorityRequest.AccessKind;
import city.wayside.model.signal.PriorityRequest.Passage;
import city.wayside.model.signal.PriorityRequest.Requester;
import city.wayside.model.signal.PriorityStatus;
import city.wayside.model.signal.SignalGroup;
import city.wayside.model.signal.SignalGroup.Phase;
import city.wayside.model.signal.SignalState;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Values of the model that a message can say exactly: on the grid of its integers, with nothing
/// that it loses.
final class Models {

  private static final long UNKNOWN_MS = Phase.UNKNOWN_MS;

  private Models() {}

  static Arbitrary<Long> timesMs() {
    // As in the schemas: 2018 to 2027.
    return Arbitraries.longs().between(1_514_764_800_000L, 1_830_297_599_999L);
  }

  static Arbitrary<Report> reports() {
    return Combinators.combine(
            stations(),
            Arbitraries.of(StationType.class),
            timesMs(),
            points(),
            orAbsent(grid(0, 16_381, 100)),
            orAbsent(grid(0, 3_599, 10)),
            orAbsent(grid(1, 4_093, 100)))
        .as((station, type, timeMs, point, speedMps, headingDeg, accuracyM) -> {
          // The container of a road-side unit has no motion.
          boolean moves = type != StationType.ROAD_SIDE_UNIT;
          return new Report(
              station,
              type,
              MessageKind.CAM,
              timeMs,
              point.latDeg(),
              point.lonDeg(),
              moves ? speedMps : Double.NaN,
              moves ? headingDeg : Double.NaN,
              accuracyM);
        });
  }

  static Arbitrary<RoadEvent> events() {
    return Combinators.combine(
            Combinators.combine(stations(), Arbitraries.longs().between(0, 65_535))
                .as(EventKey::new),
            causes(),
            causes(),
            Arbitraries.of(RoadEvent.Termination.class),
            eventTimes(),
            eventPlaces(),
            Combinators.combine(
                    Arbitraries.of(Double.NaN, 50.0, 100.0, 200.0, 500.0, 1e3, 5e3, 1e4, 1.0 / 0.0),
                    Arbitraries.of(Relevance.Direction.class))
                .as(Relevance::new),
            codes(7).map(RoadEvent.Quality::new))
        .as((key, cause, linked, termination, time, place, relevance, quality) ->
            new RoadEvent(
                key, cause, linked, termination, time, place, relevance, quality, List.of()));
  }

  private static Arbitrary<EventCause> causes() {
    return Combinators.combine(codes(255), codes(255)).as(EventCause::new);
  }

  static Arbitrary<List<SignalState>> signals() {
    return timesMs()
        .flatMap(timeMs ->
            Combinators.combine(
                    intersections(),
                    codes(127),
                    codes(0x3FFF),
                    groups(timeMs).list().ofMinSize(1).ofMaxSize(4))
                .as((key, revision, flags, groups) ->
                    new SignalState(
                        key,
                        revision,
                        timeMs,
                        new SignalState.ControllerStatus(flags << 2),
                        groups))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3));
  }

  static Arbitrary<List<IntersectionMap>> maps() {
    return intersections()
        .flatMap(key ->
            Arbitraries.of(true, false)
                .flatMap(hasWidth ->
                    Combinators.combine(
                            codes(127),
                            Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(63),
                            points(),
                            lanes(key, hasWidth).list().ofMinSize(1).ofMaxSize(4))
                        .as((revision, name, point, lanes) ->
                            new IntersectionMap(key, revision, name, point, lanes))))
        .list()
        .ofMinSize(1)
        .ofMaxSize(2);
  }

  static Arbitrary<List<PriorityStatus>> statuses() {
    return Combinators.combine(timesMs(), intersections())
        .flatAs((timeMs, key) ->
            Combinators.combine(
                    requesters(),
                    codes(255),
                    codes(127),
                    passages(timeMs),
                    Arbitraries.of(PriorityStatus.Outcome.class))
                .as((requester, requestId, sequence, passage, outcome) ->
                    new PriorityStatus(
                        key, requester, requestId, sequence, timeMs, passage, outcome))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5));
  }

  static Arbitrary<Long> stations() {
    return Arbitraries.longs().between(0, Report.STATION_ID_MAX);
  }

  private static Arbitrary<Integer> codes(int max) {
    return Arbitraries.integers().between(0, max);
  }

  static Arbitrary<Double> grid(long min, long max, double stepsPerUnit) {
    return Arbitraries.longs().between(min, max).map(wire -> wire / stepsPerUnit);
  }

  static Arbitrary<Double> orAbsent(Arbitrary<Double> numbers) {
    return Arbitraries.oneOf(numbers, Arbitraries.just(Double.NaN));
  }

  private static Arbitrary<GeoPoint> points() {
    return Combinators.combine(
            grid(-800_000_000, 800_000_000, 1e7), grid(-1_700_000_000, 1_700_000_000, 1e7))
        .as(GeoPoint::new);
  }

  private static Arbitrary<EventTime> eventTimes() {
    return Combinators.combine(timesMs(), Arbitraries.longs().between(0, 3_600_000), codes(86_400))
        .as((referenceMs, agoMs, validityS) -> {
          long detectedMs = referenceMs - agoMs;
          return new EventTime(detectedMs, referenceMs, detectedMs, detectedMs + validityS * 1000L);
        });
  }

  private static Arbitrary<EventPlace> eventPlaces() {
    return points()
        .flatMap(point ->
            Combinators.combine(
                    orAbsent(grid(1, 4_093, 100)),
                    orAbsent(grid(0, 3_599, 10)),
                    orAbsent(grid(0, 16_381, 100)),
                    ways(point, 40).list().ofMaxSize(7),
                    ways(point, 23).list().ofMaxSize(1))
                .as((accuracyM, headingDeg, speedMps, traces, zones) ->
                    new EventPlace(point, accuracyM, headingDeg, speedMps, traces, zones)));
  }

  private static Arbitrary<List<GeoPoint>> ways(GeoPoint start, int countMax) {
    return Arbitraries.longs()
        .between(-131_071, 131_071)
        .array(long[].class)
        .ofMinSize(2)
        .ofMaxSize(countMax)
        .map(deltas -> {
          List<GeoPoint> way = new ArrayList<>();
          long lat = Math.round(start.latDeg() * 1e7);
          long lon = Math.round(start.lonDeg() * 1e7);
          for (int i = 0; i + 1 < deltas.length; i += 2) {
            lat += deltas[i];
            lon += deltas[i + 1];
            way.add(new GeoPoint(lat / 1e7, lon / 1e7));
          }
          return way;
        });
  }

  private static Arbitrary<IntersectionKey> intersections() {
    return Combinators.combine(codes(65_535), codes(65_535)).as(IntersectionKey::new);
  }

  private static Arbitrary<SignalGroup> groups(long timeMs) {
    return Combinators.combine(codes(255), phases(timeMs).list().ofMinSize(1).ofMaxSize(3))
        .as(SignalGroup::new);
  }

  private static Arbitrary<Phase> phases(long timeMs) {
    return Combinators.combine(
            Arbitraries.of(SignalGroup.PhaseState.class),
            tenths(timeMs - 1_800_000, timeMs + 1_799_900),
            tenths(timeMs - 600_000, timeMs + 2_999_900),
            tenths(timeMs - 600_000, timeMs + 2_999_900),
            tenths(timeMs - 600_000, timeMs + 2_999_900),
            Arbitraries.integers().between(-1, 15),
            orAbsent(grid(0, 499, 10)))
        .as(Phase::new);
  }

  private static Arbitrary<Long> tenths(long fromMs, long untilMs) {
    Arbitrary<Long> times =
        Arbitraries.longs()
            .between(Math.ceilDiv(fromMs, 100), Math.floorDiv(untilMs, 100))
            .map(tenth -> tenth * 100);
    return Arbitraries.oneOf(times, Arbitraries.just(UNKNOWN_MS));
  }

  private static Arbitrary<Lane> lanes(IntersectionKey here, boolean hasWidth) {
    Arbitrary<Lane.LaneType> types =
        Arbitraries.of(Lane.LaneType.class).filter(type -> type != Lane.LaneType.OTHER);
    return Combinators.combine(
            codes(255),
            types,
            Arbitraries.integers().between(1, 3),
            codes(15),
            hasWidth ? grid(0, 32_767, 100) : Arbitraries.just(Double.NaN),
            points().list().ofMinSize(2).ofMaxSize(8),
            connections(here).list().ofMaxSize(3))
        .as((laneId, type, directions, approachId, widthM, nodes, connections) ->
            new Lane(
                laneId,
                type,
                (directions & 1) != 0,
                (directions & 2) != 0,
                approachId,
                widthM,
                nodes,
                connections));
  }

  private static Arbitrary<Lane.Connection> connections(IntersectionKey here) {
    return Combinators.combine(
            codes(255),
            Arbitraries.oneOf(Arbitraries.just(here), intersections()),
            codes(255),
            Arbitraries.integers().between(-1, 255))
        .as(Lane.Connection::new);
  }

  private static Arbitrary<Requester> requesters() {
    return Combinators.combine(
            stations(),
            Arbitraries.integers().between(-1, Roles.CODE_MAX),
            Arbitraries.integers().between(-1, 15))
        .as((station, role, importance) -> {
          // A role must stand beside an importance.
          int code = role < 0 && importance >= 0 ? Roles.NONE_CODE : role;
          return new Requester(station, code < 0 ? "" : Roles.word(code), importance);
        });
  }

  private static Arbitrary<Passage> passages(long timeMs) {
    Arbitrary<Long> arrivalsMs =
        Arbitraries.longs().between(timeMs - 3_600_000, timeMs + 3_600_000);
    return Combinators.combine(
            accesses(),
            accesses(),
            Arbitraries.oneOf(arrivalsMs, Arbitraries.just(UNKNOWN_MS)),
            Arbitraries.integers().between(-1, 65_534))
        .as(Passage::new);
  }

  private static Arbitrary<Access> accesses() {
    return Combinators.combine(
            Arbitraries.of(AccessKind.class), Arbitraries.integers().between(1, 15))
        .as((kind, id) -> kind == AccessKind.UNKNOWN ? Access.UNKNOWN : new Access(kind, id));
  }
}
