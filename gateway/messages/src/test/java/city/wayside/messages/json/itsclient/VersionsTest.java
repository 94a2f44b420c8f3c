package city.wayside.messages.json.itsclient;

import static city.wayside.messages.json.itsclient.Samples.TIMESTAMP_MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.messages.measure.LocalPlane;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.EventPlace;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.Relevance;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.IntersectionMap;
import city.wayside.model.signal.Lane;
import city.wayside.model.signal.PriorityRequest;
import city.wayside.model.signal.PriorityRequest.Access;
import city.wayside.model.signal.PriorityRequest.AccessKind;
import city.wayside.model.signal.PriorityRequest.Passage;
import city.wayside.model.signal.PriorityRequest.Requester;
import city.wayside.model.signal.PriorityStatus;
import city.wayside.model.signal.SignalGroup;
import city.wayside.model.signal.SignalGroup.Phase;
import city.wayside.model.signal.SignalGroup.PhaseState;
import city.wayside.model.signal.SignalState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One message of every kind and version gives the same value, whatever its fields are called.
class VersionsTest {

  private static final IntersectionKey CROSSING = new IntersectionKey(751, 1654);
  private static final GeoPoint GATE = new GeoPoint(52.5163, 13.3777);
  private static final long MADE_MS = TIMESTAMP_MS - 20;

  static Stream<Samples.Sample> samples() {
    return Samples.all().stream();
  }

  static Stream<Samples.Sample> cpmSamples() {
    return samples().filter(sample -> sample.dialect() == Dialect.CPM);
  }

  /// The schemas of CAM 1.1.0 and 1.1.1 are no schemas: a comment stands among their properties.
  static Stream<Samples.Sample> samplesWithSchema() {
    return samples()
        .filter(
            sample -> sample.dialect() != Dialect.CAM || sample.version().compareTo("1.1.1") > 0);
  }

  @ParameterizedTest
  @MethodSource("samplesWithSchema")
  void theSampleIsValidByItsSchema(Samples.Sample sample) {
    assertThat(
            Schemas.findings(
                sample.dialect().kind().word(),
                sample.version(),
                sample.json().getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theEnvelopeIsRead(Samples.Sample sample) {
    assertThat(Decoding.message(sample.json()))
        .isInstanceOfSatisfying(
            ItsClientMessage.Model.class,
            model ->
                assertThat(model.envelope())
                    .isEqualTo(
                        new Envelope(
                            sample.dialect().kind(),
                            sample.version(),
                            "car_7",
                            TIMESTAMP_MS,
                            4711,
                            Envelope.NO_STATION)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theMessageIsRead(Samples.Sample sample) {
    Decoded decoded = Decoding.decoded(sample.json());
    switch (sample.dialect()) {
      case CAM -> assertThat(decoded).isEqualTo(report());
      case DENM ->
          assertThat(decoded)
              .isEqualTo(
                  event(!sample.version().startsWith("1.") && !sample.version().equals("2.0.0")));
      case CPM -> assertThat(decoded).isInstanceOf(Decoded.Reports.class);
      case SPATEM -> assertThat(decoded).isEqualTo(signals());
      case MAPEM -> assertThat(decoded).isInstanceOf(Decoded.Maps.class);
      case SREM -> assertThat(decoded).isEqualTo(requests());
      case SSEM -> assertThat(decoded).isEqualTo(statuses());
    }
  }

  @ParameterizedTest
  @MethodSource("cpmSamples")
  void thePerceivedBusIsWhereAndHowFastItWasSeen(Samples.Sample sample) {
    Decoded.Reports reports = (Decoded.Reports) Decoding.decoded(sample.json());
    assertThat(reports.reports()).hasSize(1);
    Report bus = reports.reports().getFirst();
    GeoPoint ahead = new LocalPlane(GATE).at(0, 100);

    assertThat(bus.stationId()).isEqualTo(17);
    assertThat(bus.kind()).isEqualTo(MessageKind.CPM);
    // Before 1.1.0 objects have no class.
    assertThat(bus.type())
        .isEqualTo(sample.version().startsWith("1.0.") ? StationType.UNKNOWN : StationType.BUS);
    assertThat(bus.timeMs()).isEqualTo(MADE_MS - 100);
    assertThat(bus.latDeg()).isCloseTo(ahead.latDeg(), within(1e-9));
    assertThat(bus.lonDeg()).isCloseTo(ahead.lonDeg(), within(1e-9));
    assertThat(bus.speedMps()).isCloseTo(12, within(1e-9));
    assertThat(bus.headingDeg()).isCloseTo(0, within(1e-9));
    assertThat(bus.accuracyM()).isEqualTo(3);
  }

  @Test
  void theMapIsRead() {
    Samples.Sample sample =
        samples().filter(any -> any.dialect() == Dialect.MAPEM).findFirst().orElseThrow();
    IntersectionMap map = ((Decoded.Maps) Decoding.decoded(sample.json())).maps().getFirst();
    IntersectionKey here = new IntersectionKey(0, 1654);

    assertThat(map.intersection()).isEqualTo(here);
    assertThat(map.revision()).isEqualTo(4);
    assertThat(map.name()).isEqualTo("Gate");
    assertThat(map.referencePoint()).isEqualTo(GATE);
    assertThat(map.lanes())
        .containsExactly(
            new Lane(
                1,
                Lane.LaneType.VEHICLE,
                true,
                false,
                3,
                3.5,
                List.of(new LocalPlane(GATE).at(0, -10), new GeoPoint(52.516, 13.3777)),
                List.of(
                    new Lane.Connection(9, here, 2, 5),
                    new Lane.Connection(8, new IntersectionKey(751, 1655), 0, -1))),
            new Lane(2, Lane.LaneType.BIKE_LANE, false, true, 4, 3.25, List.of(), List.of()));
  }

  @Test
  void everyVersionIsCounted() {
    long versions = samples().count();
    for (Dialect dialect : Dialect.values()) {
      System.out.println(
          "its-client versions read: "
              + dialect.kind().word()
              + " "
              + dialect.versions().size()
              + " "
              + dialect.versions());
    }
    assertThat(versions).isEqualTo(35);
  }

  private static Report report() {
    return new Report(
        4711, StationType.BUS, MessageKind.CAM, MADE_MS, 52.5163, 13.3777, 13.9, 92.5, 2.5);
  }

  private static Decoded event(boolean hasZone) {
    GeoPoint first = new GeoPoint(52.5164, 13.3775);
    GeoPoint second = new GeoPoint(52.5165, 13.3773);
    return new Decoded.Events(
        List.of(
            new RoadEvent(
                new EventKey(99, 3),
                new EventCause(94, 2),
                RoadEvent.Termination.CANCELLED,
                new EventTime(
                    MADE_MS - 60_000, MADE_MS, MADE_MS - 60_000, MADE_MS - 60_000 + 300_000),
                new EventPlace(
                    GATE,
                    2.5,
                    92.5,
                    0,
                    List.of(List.of(first, second)),
                    hasZone ? List.of(List.of(first)) : List.of()),
                new Relevance(500, Relevance.Direction.UPSTREAM),
                new RoadEvent.Quality(5),
                List.of())));
  }

  private static Decoded signals() {
    long unknownMs = Phase.UNKNOWN_MS;
    return new Decoded.Signals(
        List.of(
            new SignalState(
                CROSSING,
                4,
                TIMESTAMP_MS + 500,
                new SignalState.ControllerStatus(0x8200),
                List.of(
                    new SignalGroup(
                        2,
                        List.of(
                            new Phase(
                                PhaseState.PROTECTED_MOVEMENT,
                                TIMESTAMP_MS - 10_000,
                                TIMESTAMP_MS + 10_000,
                                unknownMs,
                                TIMESTAMP_MS + 15_000,
                                7,
                                13.9),
                            new Phase(
                                PhaseState.STOP_AND_REMAIN,
                                unknownMs,
                                unknownMs,
                                unknownMs,
                                unknownMs,
                                -1,
                                Double.NaN)))))));
  }

  private static Decoded requests() {
    return new Decoded.PriorityRequests(
        List.of(
            new PriorityRequest(
                CROSSING,
                new Requester(4711, "emergency", 14),
                12,
                9,
                PriorityRequest.RequestType.REQUEST,
                TIMESTAMP_MS + 500,
                new Passage(
                    new Access(AccessKind.LANE, 3),
                    new Access(AccessKind.APPROACH, 2),
                    TIMESTAMP_MS + 30_000,
                    4000),
                GATE)));
  }

  /// The second answer of the sample is for no one and is left out.
  private static Decoded statuses() {
    return new Decoded.PriorityStatuses(
        List.of(
            new PriorityStatus(
                CROSSING,
                new Requester(77, "emergency", 14),
                12,
                9,
                TIMESTAMP_MS + 500,
                new Passage(
                    new Access(AccessKind.LANE, 3), Access.UNKNOWN, TIMESTAMP_MS + 30_000, 4000),
                PriorityStatus.Outcome.GRANTED)));
  }
}
