package city.wayside.messages.translation;

import city.wayside.messages.measure.LocalPlane;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.IntersectionMap;
import city.wayside.model.signal.Lane;
import city.wayside.model.signal.Lane.Connection;
import city.wayside.model.signal.Lane.LaneType;
import city.wayside.model.signal.PriorityRequest;
import city.wayside.model.signal.PriorityRequest.Access;
import city.wayside.model.signal.PriorityRequest.AccessKind;
import city.wayside.model.signal.PriorityRequest.Passage;
import city.wayside.model.signal.PriorityRequest.RequestType;
import city.wayside.model.signal.PriorityRequest.Requester;
import city.wayside.model.signal.PriorityStatus;
import city.wayside.model.signal.PriorityStatus.Outcome;
import city.wayside.model.signal.SignalGroup;
import city.wayside.model.signal.SignalGroup.Phase;
import city.wayside.model.signal.SignalGroup.PhaseState;
import city.wayside.model.signal.SignalState;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/// Values of the model that messages of both families have a place for.
final class SignalArbitraries {

  /// Shortly before the end of an hour, a day and a year.
  static final long AROUND_MS = Samples.ms("2026-12-31T23:58:12.345Z");

  private static final int MINUTE_MS = 60_000;
  private static final long NOT_GIVEN = Long.MIN_VALUE;

  private SignalArbitraries() {}

  private static Arbitrary<Integer> numbers(int min, int max) {
    return Arbitraries.integers().between(min, max);
  }

  private static Arbitrary<Long> times() {
    return Arbitraries.longs().between(AROUND_MS - 90L * 1440 * MINUTE_MS, AROUND_MS + 3_600_000);
  }

  static Arbitrary<IntersectionKey> keys() {
    return Combinators.combine(numbers(0, 65_535), numbers(0, 65_535)).as(IntersectionKey::new);
  }

  static Arbitrary<SignalState> states() {
    return times()
        .flatMap(timeMs ->
            Combinators.combine(
                    keys(),
                    numbers(0, 127),
                    numbers(0, 65_535).map(SignalState.ControllerStatus::new),
                    groups(timeMs).list().ofMinSize(1).ofMaxSize(6))
                .as((key, revision, status, groups) ->
                    new SignalState(key, revision, timeMs, status, groups)));
  }

  private static Arbitrary<SignalGroup> groups(long timeMs) {
    return Combinators.combine(
            numbers(0, 255), phases(timeMs).list().ofMinSize(1).ofMaxSize(SpatWriter.PHASES_MAX))
        .as(SignalGroup::new);
  }

  private static Arbitrary<Phase> phases(long timeMs) {
    Arbitrary<Long> starts = offsets(timeMs, -30 * MINUTE_MS, 30 * MINUTE_MS);
    Arbitrary<Long> ends = offsets(timeMs, -10 * MINUTE_MS, 50 * MINUTE_MS);
    return Combinators.combine(
            Arbitraries.of(PhaseState.values()),
            starts,
            ends,
            ends,
            ends,
            numbers(-1, 15),
            Arbitraries.doubles().between(0, 49.9).injectNull(0.5).map(SignalArbitraries::orNaN))
        .as(Phase::new);
  }

  /// Times around another, a tenth of a second from the ends of what may be told.
  private static Arbitrary<Long> offsets(long timeMs, int fromMs, int toMs) {
    return numbers(fromMs + 100, toMs - 100)
        .map(offsetMs -> timeMs + offsetMs)
        .injectNull(0.2)
        .map(time -> time == null ? NOT_GIVEN : time);
  }

  private static double orNaN(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }

  static Arbitrary<GeoPoint> places() {
    return Combinators.combine(
            Arbitraries.doubles().between(-80, 80), Arbitraries.doubles().between(-179.9, 179.9))
        .as(GeoPoint::new);
  }

  static Arbitrary<IntersectionMap> maps() {
    Arbitrary<String> names =
        Arbitraries.strings().withCharRange(' ', '~').ofMinLength(0).ofMaxLength(63);
    Arbitrary<Double> widthsM =
        numbers(0, 32_767).map(cm -> cm / 100.0).injectNull(0.3).map(SignalArbitraries::orNaN);
    return Combinators.combine(keys(), places(), widthsM)
        .flatAs((key, reference, widthM) ->
            Combinators.combine(
                    numbers(0, 127),
                    names,
                    lanes(key, reference, widthM).list().ofMinSize(1).ofMaxSize(6))
                .as((revision, name, lanes) ->
                    new IntersectionMap(key, revision, name, reference, lanes)));
  }

  private static Arbitrary<Lane> lanes(IntersectionKey key, GeoPoint reference, double widthM) {
    // Most steps are short; some take the largest offset and some are too long for any.
    Arbitrary<Double> stepsM =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.doubles().between(-30, 30)),
            Tuple.of(3, Arbitraries.doubles().between(-327, 327)),
            Tuple.of(1, Arbitraries.doubles().between(-700, 700)));
    Arbitrary<List<GeoPoint>> nodes =
        stepsM
            .list()
            .ofMinSize(4)
            .ofMaxSize(2 * MapWriter.NODES_MAX)
            .map(steps -> line(steps, reference));
    Arbitrary<Connection> connections =
        Combinators.combine(
                numbers(0, 255), Arbitraries.oneOf(Arbitraries.just(key), keys()),
                numbers(0, 255), numbers(-1, 255))
            .as(Connection::new);
    return Combinators.combine(
            numbers(0, 255),
            Arbitraries.of(LaneType.values()).filter(type -> type != LaneType.OTHER),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            numbers(0, 15),
            nodes,
            connections.list().ofMaxSize(16))
        .as((laneId, type, isIngress, isEgress, approachId, line, connected) ->
            new Lane(laneId, type, isIngress, isEgress, approachId, widthM, line, connected));
  }

  private static List<GeoPoint> line(List<Double> stepsM, GeoPoint reference) {
    LocalPlane plane = new LocalPlane(reference);
    List<GeoPoint> nodes = new ArrayList<>();
    double eastM = 0;
    double northM = 0;
    for (int i = 0; i + 1 < stepsM.size(); i += 2) {
      eastM += stepsM.get(i);
      northM += stepsM.get(i + 1);
      nodes.add(plane.at(eastM, northM));
    }
    return nodes;
  }

  private static Arbitrary<Requester> requesters() {
    // A role without importance, an importance with a role, or neither.
    return Combinators.combine(
            Arbitraries.longs().between(0, 0xFFFF_FFFFL),
            Arbitraries.of("publicTransport", "emergency", "military", "basicVehicle", ""),
            numbers(-1, 14))
        .as((stationId, role, level) ->
            new Requester(stationId, role, role.isEmpty() ? -1 : level));
  }

  private static Arbitrary<Access> accesses() {
    return Arbitraries.oneOf(
        numbers(1, 255).map(number -> new Access(AccessKind.LANE, number)),
        numbers(1, 15).map(number -> new Access(AccessKind.APPROACH, number)),
        numbers(0, 255).map(number -> new Access(AccessKind.CONNECTION, number)),
        Arbitraries.just(Access.UNKNOWN));
  }

  private static Arbitrary<Passage> passages(long timeMs) {
    Arbitrary<Long> arrivals =
        Arbitraries.longs()
            .between(timeMs - 3_600_000, timeMs + 100L * 1440 * MINUTE_MS)
            .injectNull(0.2)
            .map(time -> time == null ? NOT_GIVEN : time);
    return Combinators.combine(accesses(), accesses(), arrivals, numbers(-1, 60_999))
        .as(Passage::new);
  }

  static Arbitrary<PriorityRequest> requests() {
    Arbitrary<GeoPoint> positions =
        places().injectNull(0.2).map(p -> p == null ? new GeoPoint(Double.NaN, Double.NaN) : p);
    return times()
        .flatMap(timeMs ->
            Combinators.combine(
                    keys(),
                    requesters(),
                    numbers(0, 255),
                    numbers(0, 127),
                    Arbitraries.of(RequestType.values()),
                    passages(timeMs),
                    positions)
                .as((key, requester, requestId, sequence, type, passage, position) ->
                    new PriorityRequest(
                        key, requester, requestId, sequence, type, timeMs, passage, position)));
  }

  /// Answers of one moment, as a message has only one.
  static Arbitrary<PriorityStatus> statuses() {
    long timeMs = AROUND_MS;
    Arbitrary<IntersectionKey> few =
        Combinators.combine(numbers(0, 1), numbers(1, 3)).as(IntersectionKey::new);
    return Combinators.combine(
            few,
            requesters(),
            numbers(0, 255),
            numbers(0, 127),
            passages(timeMs),
            Arbitraries.of(Outcome.values()))
        .as((key, requester, requestId, sequence, passage, outcome) ->
            new PriorityStatus(key, requester, requestId, sequence, timeMs, passage, outcome));
  }
}
