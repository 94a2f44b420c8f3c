package city.wayside.messages.json.itsclient;

import static city.wayside.messages.json.itsclient.Decoding.SENDER;
import static city.wayside.messages.json.itsclient.Decoding.decoded;
import static city.wayside.messages.json.itsclient.Decoding.text;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.EventPlace;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.Relevance;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.Sign;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.IntersectionMap;
import city.wayside.model.signal.Lane;
import city.wayside.model.signal.PriorityRequest.Access;
import city.wayside.model.signal.PriorityRequest.Passage;
import city.wayside.model.signal.PriorityRequest.Requester;
import city.wayside.model.signal.PriorityStatus;
import city.wayside.model.signal.SignalGroup;
import city.wayside.model.signal.SignalGroup.Phase;
import city.wayside.model.signal.SignalGroup.PhaseState;
import city.wayside.model.signal.SignalState;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// One test for each row "from the model" in TRANSLATIONS.md: what the model has and a message does
/// not say.
class EncodingLossesTest {

  private static final long NOW_MS = Samples.TIMESTAMP_MS;
  private static final GeoPoint GATE = new GeoPoint(52.5163, 13.3777);
  private static final IntersectionKey CROSSING = new IntersectionKey(751, 1654);
  private static final EventTime TEN_MINUTES =
      new EventTime(NOW_MS, NOW_MS, NOW_MS, NOW_MS + 600_000);

  private final ItsClientEncoder encoder = new ItsClientEncoder();

  @Test
  void aRoadSideUnitHasNoMotion() {
    Report report = report(StationType.ROAD_SIDE_UNIT, 3, 90);

    Report read = (Report) decoded(text(encoder.cam(report, SENDER)));

    assertThat(read.hasSpeed()).isFalse();
    assertThat(read.hasHeading()).isFalse();
  }

  @Test
  void aSpeedAboveTheLargestIsAbsent() {
    Report read = (Report) decoded(text(encoder.cam(report(StationType.BUS, 163.9, 90), SENDER)));

    assertThat(read.hasSpeed()).isFalse();
  }

  @Test
  void anEventHoldsFromItsDetectionInWholeSecondsForADayAtMost() {
    long later = NOW_MS + 60_000;

    assertThat(event(new EventTime(NOW_MS, NOW_MS, later, later + 500), GATE, List.of()).time())
        .isEqualTo(new EventTime(NOW_MS, NOW_MS, NOW_MS, NOW_MS + 61_000));
    assertThat(event(new EventTime(NOW_MS, NOW_MS, NOW_MS, EventTime.OPEN), GATE, List.of()).time())
        .isEqualTo(new EventTime(NOW_MS, NOW_MS, NOW_MS, NOW_MS + 86_400_000));
  }

  @Test
  void signsAreNotWritten() {
    assertThat(event(TEN_MINUTES, GATE, List.of()).signs()).isEmpty();
  }

  @Test
  void aWayEndsBeforeAStepOfMoreThanAKilometre() {
    GeoPoint near = new GeoPoint(52.5263, 13.3777);
    GeoPoint far = new GeoPoint(52.5463, 13.3777);

    assertThat(event(TEN_MINUTES, GATE, List.of(near, far, near)).place().traces())
        .containsExactly(List.of(near));
  }

  @Test
  void aWayHas40PointsAndAnEventSevenWaysAndOneZoneOf23() {
    List<GeoPoint> longWay =
        IntStream.rangeClosed(1, 50)
            .mapToObj(step -> new GeoPoint((525_163_000 + step) / 1e7, 13.3777))
            .toList();
    List<List<GeoPoint>> ways = java.util.Collections.nCopies(9, longWay);
    EventPlace place = new EventPlace(GATE, 1, 0, 0, ways, List.of(longWay, longWay));

    EventPlace read = event(TEN_MINUTES, place).place();

    assertThat(read.traces()).hasSize(7).allMatch(way -> way.equals(longWay.subList(0, 40)));
    assertThat(read.zones()).containsExactly(longWay.subList(0, 23));
  }

  @Test
  void aDistanceIsTheUpperEndOfItsClass() {
    RoadEvent read = event(TEN_MINUTES, GATE, List.of());

    // The event concerns traffic within 600 m.
    assertThat(read.relevance().distanceM()).isEqualTo(1000);
  }

  @Test
  void anEventWithALongNumberIsNotADenm() {
    RoadEvent event =
        new RoadEvent(
            new EventKey(1, 65_536),
            EventCause.NONE,
            RoadEvent.Termination.NONE,
            TEN_MINUTES,
            new EventPlace(GATE, 1, 0, 0, List.of(), List.of()),
            Relevance.UNKNOWN,
            RoadEvent.Quality.UNKNOWN,
            List.of());

    assertThat(encoder.denm(event, SENDER))
        .isEqualTo(
            new Encoded.Unencodable(
                new Refused(
                    Refusal.OUT_OF_RANGE,
                    "event.sequence is 65536, must be a whole number from 0 to 65535")));
  }

  @Test
  void signalTimesAreTenthsWithinTheHourAheadAndTheLastTwoFlagsHaveNoWord() {
    Phase phase =
        new Phase(
            PhaseState.DARK,
            NOW_MS - 1_800_001,
            NOW_MS + 1_999,
            NOW_MS + 3_000_000,
            NOW_MS - 600_001,
            -1,
            50.0);

    SignalState read = signals(phase, 0xFFFF);

    long unknownMs = Phase.UNKNOWN_MS;
    assertThat(read.groups().getFirst().phases())
        .containsExactly(
            new Phase(
                PhaseState.DARK, unknownMs, NOW_MS + 1_900, unknownMs, unknownMs, -1, Double.NaN));
    assertThat(read.status().flagsCode()).isEqualTo(0xFFFC);
  }

  @Test
  void lanesThatTheSchemaCannotSayAreLeftOut() {
    Lane lane = lane(1, Lane.LaneType.VEHICLE, true, 3.25, 2);
    List<Lane> lanes =
        List.of(
            lane,
            lane(2, Lane.LaneType.VEHICLE, true, 3.25, 0),
            lane(3, Lane.LaneType.MEDIAN, false, 3.25, 2),
            lane(4, Lane.LaneType.OTHER, true, 3.25, 2));

    assertThat(map(lanes).lanes()).containsExactly(lane);
    assertThat(encoder.mapem(List.of(mapOf(lanes.subList(1, 4))), SENDER, NOW_MS))
        .isEqualTo(
            new Encoded.Unencodable(
                new Refused(
                    Refusal.OUT_OF_RANGE,
                    "there are 0 lanes that can be written, must be from 1 to 255")));
  }

  @Test
  void anUnknownWidthBesideKnownOnesBecomesTheFirstOfThem() {
    List<Lane> lanes =
        List.of(
            lane(1, Lane.LaneType.VEHICLE, true, Double.NaN, 2),
            lane(2, Lane.LaneType.VEHICLE, true, 3.25, 2),
            lane(3, Lane.LaneType.VEHICLE, true, 2.75, 2));

    assertThat(map(lanes).lanes()).extracting(Lane::widthM).containsExactly(3.25, 3.25, 2.75);
  }

  @Test
  void anImportanceWithoutRoleGetsTheRoleOfNone() {
    assertThat(answers(status(new Requester(7, "", 3), NOW_MS)).getFirst().requester())
        .isEqualTo(new Requester(7, "none-unknown", 3));
    assertThat(answers(status(new Requester(7, "pilot", -1), NOW_MS)).getFirst().requester())
        .isEqualTo(new Requester(7, "", -1));
  }

  @Test
  void allAnswersGetTheTimeOfTheFirst() {
    List<PriorityStatus> read =
        answers(
            status(new Requester(7, "", -1), NOW_MS), status(new Requester(8, "", -1), NOW_MS + 9));

    assertThat(read).extracting(PriorityStatus::timeMs).containsExactly(NOW_MS, NOW_MS);
  }

  @Test
  void regionZeroIsNoRegion() {
    byte[] json =
        text(
            encoder.mapem(
                List.of(mapOf(List.of(lane(1, Lane.LaneType.VEHICLE, true, 3, 2)))),
                SENDER,
                NOW_MS));

    assertThat(new String(json, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("region");
  }

  @Test
  void emptyMessagesAndUnlikelyTimesAreNotWritten() {
    assertThat(reason(encoder.spatem(List.of(), SENDER)))
        .isEqualTo("there are 0 intersections, must be from 1 to 32");
    assertThat(reason(encoder.ssem(List.of(), SENDER, 0)))
        .isEqualTo("there are 0 intersections, must be from 1 to 32");
    assertThat(
            reason(
                encoder.cam(
                    new Report(1, StationType.BUS, MessageKind.CAM, 0, 1, 1, 1, 1, 1), SENDER)))
        .isEqualTo("timestamp is 0, must be a whole number from 1514764800000 to 4102444800000");
  }

  private static String reason(Encoded encoded) {
    return ((Encoded.Unencodable) encoded).refused().reason();
  }

  private static Report report(StationType type, double speedMps, double headingDeg) {
    return new Report(
        7, type, MessageKind.CAM, NOW_MS, 52.5, 13.3, speedMps, headingDeg, Double.NaN);
  }

  private RoadEvent event(EventTime time, GeoPoint position, List<GeoPoint> way) {
    return event(
        time,
        new EventPlace(position, 1, 0, 0, way.isEmpty() ? List.of() : List.of(way), List.of()));
  }

  private RoadEvent event(EventTime time, EventPlace place) {
    RoadEvent event =
        new RoadEvent(
            new EventKey(1, 2),
            new EventCause(94, 0),
            RoadEvent.Termination.NONE,
            time,
            place,
            new Relevance(600, Relevance.Direction.ALL),
            RoadEvent.Quality.UNKNOWN,
            List.of(new Sign(Sign.Catalogue.TEXT, "slow")));
    return ((Decoded.Events) decoded(text(encoder.denm(event, SENDER)))).events().getFirst();
  }

  private SignalState signals(Phase phase, int flags) {
    SignalState state =
        new SignalState(
            CROSSING,
            1,
            NOW_MS,
            new SignalState.ControllerStatus(flags),
            List.of(new SignalGroup(1, List.of(phase))));
    return ((Decoded.Signals) decoded(text(encoder.spatem(List.of(state), SENDER))))
        .signals()
        .getFirst();
  }

  private static Lane lane(
      int laneId, Lane.LaneType type, boolean isIngress, double widthM, int nodes) {
    return new Lane(
        laneId,
        type,
        isIngress,
        false,
        0,
        widthM,
        java.util.Collections.nCopies(nodes, GATE),
        List.of());
  }

  private static IntersectionMap mapOf(List<Lane> lanes) {
    return new IntersectionMap(new IntersectionKey(0, 5), 1, "", GATE, lanes);
  }

  private IntersectionMap map(List<Lane> lanes) {
    byte[] json = text(encoder.mapem(List.of(mapOf(lanes)), SENDER, NOW_MS));
    return ((Decoded.Maps) decoded(json)).maps().getFirst();
  }

  private static PriorityStatus status(Requester requester, long timeMs) {
    return new PriorityStatus(
        CROSSING,
        requester,
        1,
        2,
        timeMs,
        new Passage(Access.UNKNOWN, Access.UNKNOWN, Phase.UNKNOWN_MS, -1),
        PriorityStatus.Outcome.GRANTED);
  }

  private List<PriorityStatus> answers(PriorityStatus... statuses) {
    byte[] json = text(encoder.ssem(List.of(statuses), SENDER, 0));
    return ((Decoded.PriorityStatuses) decoded(json)).statuses();
  }
}
