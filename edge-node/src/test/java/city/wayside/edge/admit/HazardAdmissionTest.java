package city.wayside.edge.admit;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.Messages;
import city.wayside.edge.event.EventMemory;
import city.wayside.edge.event.HazardConfig;
import city.wayside.edge.inbound.Client;
import city.wayside.edge.inbound.FakeClient;
import city.wayside.edge.inbound.Inbound;
import city.wayside.model.area.BoundingBox;
import city.wayside.model.client.Grant;
import city.wayside.model.client.SpeaksFor;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.RoadEvent.Termination;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HazardAdmissionTest {

  private static final long NOW = 1_795_404_861_000L;

  /// An hour old, 5 s ahead, two messages a second, 100 events, a day, zoom 16.
  private static final HazardConfig CONFIG =
      new HazardConfig(3_600_000, 5_000, 2, 500, 100, 86_400_000, 16, true);

  private final HazardAdmission admission = new HazardAdmission(CONFIG);
  private final EventMemory memory = new EventMemory(CONFIG);
  private final Client anybody = FakeClient.of("anybody", _ -> {});
  private int payload;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "52 | 13 |",
        "90 | -180 |",
        "NaN | 13 | the event has no position, must have one",
        "52 | NaN | the event has no position, must have one",
        "90.1 | 13 | lat is 90.1, must be from -90 to 90",
        "52 | -180.1 | lon is -180.1, must be from -180 to 180",
      })
  void anEventMustBeSomewhere(double latDeg, double lonDeg, @Nullable String reason) {
    assertThat(admit(anybody, Messages.event(1, 1, NOW, latDeg, lonDeg)))
        .isEqualTo(reason == null ? null : new Refused(Refusal.OUT_OF_RANGE, reason));
  }

  @ParameterizedTest
  @CsvSource({"-1", "4294967296"})
  void originsHave32Bits(long originId) {
    assertThat(admit(anybody, Messages.accident(originId, 1, NOW)))
        .isEqualTo(
            new Refused(
                Refusal.OUT_OF_RANGE,
                "originatingStation is " + originId + ", must be from 0 to 4294967295"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 | 1 |",
        "5000 | 5000 | 9000 |",
        "-3600000 | -3600000 | 1 |",
        "5001 | 0 | 9000 | the event is 5001 ms ahead of the gateway's clock, must be at most 5000"
            + " ms",
        "0 | 5001 | 9000 | the event is 5001 ms ahead of the gateway's clock, must be at most 5000"
            + " ms",
        "-3600001 | 0 | 1 | the message about the event is 3600001 ms old, must be at most 3600000"
            + " ms",
        "0 | 0 | 0 | the event ended 0 ms ago",
        "-2000 | -2000 | -1000 | the event ended 1000 ms ago",
      })
  void anEventMustBeOfTheseDays(
      long referenceMs, long detectedMs, long untilMs, @Nullable String reason) {
    EventTime time =
        new EventTime(NOW + detectedMs, NOW + referenceMs, NOW + detectedMs, NOW + untilMs);
    RoadEvent event = Messages.at(Messages.accident(1, 1, NOW), time);

    assertThat(admit(anybody, event))
        .isEqualTo(reason == null ? null : new Refused(Refusal.CLOCK, reason));
  }

  @Test
  void anEventMayHaveNoEnd() {
    EventTime open = new EventTime(NOW, NOW, NOW, EventTime.OPEN);

    assertThat(admit(anybody, Messages.at(Messages.accident(1, 1, NOW), open))).isNull();
  }

  @Test
  void aVehicleTellsOfItsOwnEventsOnlyAndEndsNoOthers() {
    Client vehicle = client(FakeClient.vehicle("v", new SpeaksFor.Stations(Set.of(1L, 2L))));
    assertThat(admit(vehicle, Messages.accident(1, 1, NOW))).isNull();
    assertThat(admit(vehicle, Messages.accident(2, 1, NOW))).isNull();

    Refused notItsOwn =
        new Refused(
            Refusal.NOT_AUTHORIZED,
            "the event is of station 3, must be of a station that the client speaks for");
    RoadEvent others = Messages.accident(3, 1, NOW);
    assertThat(admit(vehicle, others)).isEqualTo(notItsOwn);
    assertThat(admit(vehicle, Messages.ended(others, Termination.NEGATED, 1))).isEqualTo(notItsOwn);
  }

  @Test
  void aRoadSideUnitTellsOfAllEventsWithinItsArea() {
    BoundingBox area = new BoundingBox(51.9, 12.9, 52.1, 13.1);
    Client rsu = client(FakeClient.rsu("r", new SpeaksFor.Within(area)));

    assertThat(admit(rsu, Messages.event(3, 1, NOW, 52, 13))).isNull();
    assertThat(admit(rsu, Messages.event(3, 2, NOW, 52.2, 13)))
        .isEqualTo(
            new Refused(
                Refusal.NOT_AUTHORIZED,
                "the event is outside the area that the client speaks for"));
  }

  @Test
  void whatIsTooLongToBePassedOnIsRefused() {
    byte[] bytes = new byte[65_537];
    Inbound inbound = new Inbound(anybody, 1, MessageKind.DENM, 1, bytes, 0, bytes.length, NOW);

    assertThat(refused(admission.admit(inbound, List.of(Messages.accident(1, 1, NOW)), memory)))
        .isEqualTo(
            new Refused(
                Refusal.TOO_LARGE,
                "the message has 65537 bytes, must be at most 65536 to be passed on"));
  }

  @Test
  void theSameAgainIsADuplicateAndAnOlderOneIsStale() {
    assertThat(admit(anybody, Messages.accident(1, 1, NOW))).isNull();
    assertThat(admit(anybody, Messages.accident(1, 1, NOW)))
        .isEqualTo(new Refused(Refusal.DUPLICATE, "the same about the event was taken already"));
    assertThat(admit(anybody, Messages.accident(1, 1, NOW - 10)))
        .isEqualTo(
            new Refused(
                Refusal.STALE, "a message about the event that is 10 ms newer was taken already"));
    assertThat(admit(anybody, Messages.accident(1, 1, NOW + 10))).isNull();
    assertThat(admit(anybody, Messages.accident(1, 2, NOW), NOW + 1000))
        .as("another event")
        .isNull();
  }

  @Test
  void anEndCountsAlsoWhenItBearsTheTimeOfWhatItEnds() {
    RoadEvent event = Messages.accident(1, 1, NOW);
    RoadEvent end = Messages.ended(event, Termination.CANCELLED, 0);
    assertThat(admit(anybody, event)).isNull();

    assertThat(admit(anybody, end)).isNull();
    assertThat(code(admit(anybody, end))).isEqualTo(Refusal.DUPLICATE);
  }

  @Test
  void theSameBytesAreADuplicateThoughTheySeemNewer() {
    // A TIM that names no time is dated by its receipt.
    payload = 1;
    assertThat(admitAgain(anybody, Messages.accident(1, 1, NOW))).isNull();
    assertThat(code(admitAgain(anybody, Messages.accident(1, 1, NOW + 10))))
        .isEqualTo(Refusal.DUPLICATE);
    payload = 2;
    assertThat(admitAgain(anybody, Messages.accident(1, 1, NOW + 20))).isNull();
  }

  @Test
  void whoNamesNoOriginIsNotTakenForSomebodyElse() {
    Client other = FakeClient.of("other", _ -> {});

    assertThat(admit(anybody, Messages.accident(0, 5, NOW))).isNull();
    assertThat(admit(other, Messages.accident(0, 5, NOW))).isNull();
    assertThat(code(admit(other, Messages.accident(0, 5, NOW)))).isEqualTo(Refusal.DUPLICATE);
  }

  @Test
  void ofSeveralEventsThoseThatAreNewCount() {
    RoadEvent first = Messages.accident(1, 1, NOW);
    RoadEvent second = Messages.accident(1, 2, NOW);
    RoadEvent over = Messages.at(Messages.accident(1, 3, NOW), new EventTime(NOW, NOW, NOW, NOW));
    assertThat(admit(anybody, first)).isNull();

    assertThat(admission.admit(inbound(anybody, NOW), List.of(first, over, second), memory))
        .isEqualTo(new HazardAdmitting.Admitted(List.of(second)));
    assertThat(code(admission.admit(inbound(anybody, NOW), List.of(first, second), memory)))
        .isEqualTo(Refusal.DUPLICATE);
    assertThat(code(admission.admit(inbound(anybody, NOW), List.of(), memory)))
        .isEqualTo(Refusal.MALFORMED);
  }

  @Test
  void aMessageIsRefusedAsAWholeForWhatIsWrongAboutOneOfItsEvents() {
    RoadEvent good = Messages.accident(1, 1, NOW);
    RoadEvent nowhere = Messages.event(1, 2, NOW, Double.NaN, 13);

    assertThat(code(admission.admit(inbound(anybody, NOW), List.of(good, nowhere), memory)))
        .isEqualTo(Refusal.OUT_OF_RANGE);
    assertThat(admit(anybody, good)).as("nothing of it was remembered").isNull();
  }

  @Test
  void aStationHasAQuotaThatDuplicatesDoNotUse() {
    assertThat(admit(anybody, Messages.accident(1, 1, NOW))).isNull();
    assertThat(code(admit(anybody, Messages.accident(1, 1, NOW)))).isEqualTo(Refusal.DUPLICATE);
    assertThat(admit(anybody, Messages.accident(1, 2, NOW))).isNull();
    assertThat(admit(anybody, Messages.accident(1, 3, NOW)))
        .isEqualTo(
            new Refused(
                Refusal.TOO_FAST,
                "the station tells of its events too often, must be at most 2.0 messages a"
                    + " second"));
    assertThat(admit(anybody, Messages.accident(2, 3, NOW))).as("another station").isNull();
    assertThat(admit(anybody, Messages.accident(1, 3, NOW), NOW + 500)).isNull();
  }

  @Test
  void noEventIsRefusedForWantOfRoomTheOldestIsForgotten() {
    for (int origin = 1; origin <= 101; origin++) {
      assertThat(admit(anybody, Messages.accident(origin, 1, NOW))).isNull();
    }
    assertThat(code(admit(anybody, Messages.accident(2, 1, NOW)))).isEqualTo(Refusal.DUPLICATE);
    assertThat(admit(anybody, Messages.accident(1, 1, NOW))).as("forgotten").isNull();
  }

  @Test
  void aRepetitionAfterADayPassesForNewSoThatItIsToldAgain() {
    EventTime open = new EventTime(NOW, NOW, NOW, EventTime.OPEN);
    HazardConfig patient = new HazardConfig(2_592_000_000L, 5_000, 2, 5, 100, 86_400_000, 16, true);
    HazardAdmission lasting = new HazardAdmission(patient);
    List<RoadEvent> works = List.of(Messages.at(Messages.accident(1, 1, NOW), open));
    lasting.admit(inbound(anybody, NOW), works, memory);

    assertThat(code(lasting.admit(inbound(anybody, NOW + 86_399_999), works, memory)))
        .isEqualTo(Refusal.DUPLICATE);
    assertThat(lasting.admit(inbound(anybody, NOW + 86_400_000), works, memory))
        .isInstanceOf(HazardAdmitting.Admitted.class);
  }

  private @Nullable Refused admit(Client client, RoadEvent event) {
    return admit(client, event, NOW);
  }

  /// With other bytes each time.
  private @Nullable Refused admit(Client client, RoadEvent event, long nowMs) {
    payload++;
    return refused(admission.admit(inbound(client, nowMs), List.of(event), memory));
  }

  /// With the same bytes as before.
  private @Nullable Refused admitAgain(Client client, RoadEvent event) {
    return refused(admission.admit(inbound(client, NOW), List.of(event), memory));
  }

  private Inbound inbound(Client client, long nowMs) {
    byte[] bytes = ("message " + payload).getBytes(StandardCharsets.US_ASCII);
    return new Inbound(client, 1, MessageKind.DENM, 1, bytes, 0, bytes.length, nowMs);
  }

  private static Client client(Grant grant) {
    return FakeClient.of(grant.name(), grant, _ -> {});
  }

  private static @Nullable Refused refused(HazardAdmitting answer) {
    return switch (answer) {
      case HazardAdmitting.Admitted _ -> null;
      case HazardAdmitting.Rejected(Refused refused) -> refused;
    };
  }

  private static @Nullable Refusal code(HazardAdmitting answer) {
    return code(refused(answer));
  }

  private static @Nullable Refusal code(@Nullable Refused refused) {
    return refused == null ? null : refused.code();
  }
}
