package city.wayside.edge.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.edge.station.StationLane;
import city.wayside.edge.station.StationLanes;
import city.wayside.model.area.BoundingBox;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Grant;
import city.wayside.model.client.SpeaksFor;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {

  private static final long NOW = 1_795_404_861_000L;
  private static final double NONE = Double.NaN;

  private final Admission admission = new Admission(AdmissionConfig.defaults());
  private final StationLanes lanes = new StationLanes(2, 120_000);

  @ParameterizedTest(name = "{5} {6}")
  @CsvSource(
      delimiter = '|',
      value = {
        "90 | 180 | 100 | 0 | 0 | |",
        "-90 | -180 | 0 | 359.9 | 1000 | |",
        "52 | 13 | NaN | NaN | NaN | |",
        "90.1 | 13 | 1 | 1 | 1 | OUT_OF_RANGE | lat is 90.1, must be from -90 to 90",
        "-91 | 13 | 1 | 1 | 1 | OUT_OF_RANGE | lat is -91.0, must be from -90 to 90",
        "NaN | 13 | 1 | 1 | 1 | OUT_OF_RANGE | lat is NaN, must be from -90 to 90",
        "52 | 180.5 | 1 | 1 | 1 | OUT_OF_RANGE | lon is 180.5, must be from -180 to 180",
        "52 | NaN | 1 | 1 | 1 | OUT_OF_RANGE | lon is NaN, must be from -180 to 180",
        "52 | 13 | 100.1 | 1 | 1 | OUT_OF_RANGE | speedMps is 100.1, must be from 0 to 100.0",
        "52 | 13 | -0.1 | 1 | 1 | OUT_OF_RANGE | speedMps is -0.1, must be from 0 to 100.0",
        "52 | 13 | Infinity | 1 | 1 | OUT_OF_RANGE"
            + " | speedMps is Infinity, must be from 0 to 100.0",
        "52 | 13 | 1 | 360 | 1 | OUT_OF_RANGE | headingDeg is 360.0, must be from 0 to 360",
        "52 | 13 | 1 | -1 | 1 | OUT_OF_RANGE | headingDeg is -1.0, must be from 0 to 360",
        "52 | 13 | 1 | 1 | -1 | OUT_OF_RANGE | accuracyM is -1.0, must be 0 or more",
      })
  void valuesMustBeInTheirRanges(
      double lat,
      double lon,
      double speed,
      double heading,
      double accuracy,
      @Nullable Refusal code,
      @Nullable String reason) {
    Report report =
        new Report(1, StationType.BUS, MessageKind.PROBE, NOW, lat, lon, speed, heading, accuracy);

    assertThat(admit(report, NOW)).isEqualTo(refusedOrNot(code, reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-60000 |",
        "5000 |",
        "-60001 | t is 60001 ms behind the gateway's clock, must be at most 60000 ms",
        "5001 | t is 5001 ms ahead of the gateway's clock, must be at most 5000 ms",
        "-600000 | t is 600000 ms behind the gateway's clock, must be at most 60000 ms",
      })
  void theClockMustBeRightEnough(long offsetMs, @Nullable String reason) {
    assertThat(admit(at(NOW + offsetMs), NOW)).isEqualTo(refusedOrNot(Refusal.CLOCK, reason));
  }

  @Test
  void noTimeIsTooStrangeForTheClock() {
    assertThat(code(at(Long.MIN_VALUE), NOW)).isEqualTo(Refusal.CLOCK);
    assertThat(code(at(Long.MAX_VALUE), NOW)).isEqualTo(Refusal.CLOCK);
  }

  @Test
  void stationIdsHave32Bits() {
    Report beyond =
        new Report(1L << 32, StationType.BUS, MessageKind.PROBE, NOW, 52, 13, NONE, NONE, NONE);

    assertThat(admit(beyond, NOW))
        .isEqualTo(
            new Refused(
                Refusal.OUT_OF_RANGE, "station is 4294967296, must be from 0 to 4294967295"));
  }

  @Test
  void theSameAgainIsADuplicateAndAnOlderOneIsStale() {
    assertThat(admit(at(NOW), NOW)).isNull();
    assertThat(admit(at(NOW), NOW))
        .isEqualTo(
            new Refused(
                Refusal.DUPLICATE, "a report of the station with this time was taken already"));
    assertThat(admit(at(NOW - 100), NOW))
        .isEqualTo(
            new Refused(
                Refusal.STALE, "a report of the station that is 100 ms newer was taken already"));
  }

  @Test
  void aStationHasAQuotaThatDuplicatesDoNotUse() {
    for (int i = 0; i < 40; i++) {
      assertThat(admit(at(NOW + i), NOW)).isNull();
      assertThat(code(at(NOW + i), NOW)).isEqualTo(Refusal.DUPLICATE);
    }
    assertThat(admit(at(NOW + 40), NOW))
        .isEqualTo(
            new Refused(
                Refusal.TOO_FAST, "the station reports too often, must be at most 20.0 a second"));
    assertThat(admit(at(NOW + 50), NOW + 50)).isNull();
  }

  @Test
  void aStationCannotJump() {
    assertThat(admit(at(NOW, 52.0), NOW)).isNull();
    assertThat(admit(at(NOW + 1000, 52.01), NOW + 1000))
        .isEqualTo(
            new Refused(
                Refusal.IMPLAUSIBLE,
                "the station moved 1112 m in 1.0 s, must be at most 100.0 m/s"));
    assertThat(admit(at(NOW + 1000, 52.001), NOW + 1000)).isNull();
    assertThat(admit(at(NOW + 20_000, 52.01), NOW + 20_000)).isNull();
  }

  @Test
  void aDrivingStationCannotStayWhereItIs() {
    for (int i = 0; i <= 3; i++) {
      assertThat(admit(driving(NOW + 1_000L * i, 52.0), NOW + 1_000L * i)).isNull();
    }

    assertThat(admit(driving(NOW + 4_000, 52.0), NOW + 4_000))
        .isEqualTo(
            new Refused(
                Refusal.IMPLAUSIBLE,
                "the position has not changed for 4000 ms, must move at a speed of 10.0 m/s"));
    assertThat(admit(driving(NOW + 5_000, 52.0001), NOW + 5_000)).isNull();
    assertThat(admit(driving(NOW + 6_000, 52.0001), NOW + 6_000)).isNull();
  }

  @Test
  void aStandingStationMayStayWhereItIs() {
    for (int i = 0; i <= 100; i++) {
      assertThat(admit(standing(NOW + 1_000L * i), NOW + 1_000L * i)).isNull();
    }
  }

  @Test
  void newStationsAreRefusedWhenThereIsNoRoomUntilOthersAreForgotten() {
    assertThat(admit(of(1), NOW)).isNull();
    assertThat(admit(of(2), NOW)).isNull();
    assertThat(admit(of(3), NOW))
        .isEqualTo(
            new Refused(
                Refusal.OVERLOADED, "as many stations as this node remembers report, try again"));
    assertThat(lanes.stationsCount()).isEqualTo(2);

    IntStream.range(0, StationLanes.COUNT).forEach(_ -> lanes.sweepNextLane(NOW + 120_000));
    assertThat(lanes.stationsCount()).isEqualTo(2);
    IntStream.range(0, StationLanes.COUNT).forEach(_ -> lanes.sweepNextLane(NOW + 120_001));
    assertThat(lanes.stationsCount()).isZero();
    assertThat(admit(of(3), NOW)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 |",
        "0 1 4294967295 |",
        "2 | station is 1, must be one that the client speaks for: 2",
        "9 8 7 6 5 4 11 | station is 1, must be one that the client speaks for: 4 5 6 7 8 …",
        "'' | station is 1, must be one that the client speaks for, and it speaks for none: it has"
            + " no stations, and its name is no station id in decimal",
      })
  void aVehicleSpeaksForItsStationsAlone(String stations, @Nullable String reason) {
    Set<Long> ids =
        Stream.of(stations.split(" "))
            .filter(word -> !word.isEmpty())
            .map(Long::valueOf)
            .collect(Collectors.toSet());

    assertThat(new IdentityCheck().check(grant(new SpeaksFor.Stations(ids)), at(NOW), NOW))
        .isEqualTo(refusedOrNot(Refusal.NOT_AUTHORIZED, reason));
  }

  @ParameterizedTest
  @CsvSource({"52,13,true", "52.1,13,true", "51.9,13.2,true", "52.11,13,false", "52,12.9,false"})
  void aRoadsideUnitSpeaksForEveryStationInItsArea(double lat, double lon, boolean mayReport) {
    Grant grant = grant(new SpeaksFor.Within(new BoundingBox(51.9, 13, 52.1, 13.2)));
    Report report =
        new Report(7, StationType.BUS, MessageKind.PROBE, NOW, lat, lon, NONE, NONE, NONE);

    assertThat(new IdentityCheck().check(grant, report, NOW))
        .isEqualTo(
            mayReport
                ? null
                : new Refused(
                    Refusal.NOT_AUTHORIZED,
                    "station is 7, must be inside the area that the client speaks for"));
  }

  @Test
  void aPositionThatIsNoneIsInNoArea() {
    Grant grant = grant(new SpeaksFor.Within(new BoundingBox(-90, -180, 90, 180)));

    assertThat(admit(grant, at(NOW, NONE), NOW))
        .isEqualTo(new Refused(Refusal.OUT_OF_RANGE, "lat is NaN, must be from -90 to 90"));
  }

  @Test
  void aClientHasAQuota() {
    ClientQuotas quotas = new ClientQuotas(Grant::ratePerS);
    Grant a = grant("a", 2);

    assertThat(quotas.check(a, NOW)).isNull();
    assertThat(quotas.check(a, NOW)).isNull();
    assertThat(quotas.check(a, NOW))
        .isEqualTo(
            new Refused(
                Refusal.TOO_FAST,
                "the client sends too often, must be at most 2.0 messages a second"));
    assertThat(quotas.check(grant("b", 2), NOW)).isNull();
    quotas.sweep(NOW);
    assertThat(quotas.check(a, NOW)).isNotNull();
    assertThat(quotas.check(a, NOW + 500)).isNull();
  }

  @Test
  void changingBetweenRatesGivesNoNewQuota() {
    ClientQuotas quotas = new ClientQuotas(Grant::ratePerS);

    assertThat(quotas.check(grant("a", 1), NOW)).isNull();
    assertThat(quotas.check(grant("a", 3), NOW)).isNull();
    assertThat(quotas.check(grant("a", 1), NOW)).isNotNull();
    assertThat(quotas.check(grant("a", 3), NOW)).isNull();
    assertThat(quotas.check(grant("a", 3), NOW)).isNull();
    assertThat(quotas.check(grant("a", 3), NOW)).isNotNull();
  }

  @Test
  void aSlowClientMaySendOneMessageAtOnce() {
    ClientQuotas quotas = new ClientQuotas(Grant::ratePerS);

    assertThat(quotas.check(grant("a", 0.1), NOW)).isNull();
    assertThat(quotas.check(grant("a", 0.1), NOW + 9_900)).isNotNull();
    assertThat(quotas.check(grant("a", 0.1), NOW + 10_000)).isNull();
  }

  @Test
  void stationsMustBeRememberedLongerThanReportsAreTaken() {
    assertThatThrownBy(
            () -> new AdmissionConfig(Identity.OPEN, 60_000, 5_000, 1, 1, 1, 1, 1, 1, 64_999))
        .hasMessage(
            "stationIdleMsMax is 64999,"
                + " must be at least reportAgeMsMax + reportAheadMsMax = 65000");
  }

  /// The refusal of a row of a table; nothing where the row has none.
  private static @Nullable Refused refusedOrNot(@Nullable Refusal code, @Nullable String reason) {
    return code == null || reason == null ? null : new Refused(code, reason);
  }

  private Refusal code(Report report, long nowMs) {
    return Objects.requireNonNull(admit(report, nowMs)).code();
  }

  private @Nullable Refused admit(Report report, long nowMs) {
    return admit(grant(SpeaksFor.EVERYONE), report, nowMs);
  }

  private static Grant grant(SpeaksFor speaksFor) {
    return new Grant("client", ClientRole.VEHICLE, speaksFor, 10);
  }

  private static Grant grant(String name, double ratePerS) {
    return new Grant(name, ClientRole.VEHICLE, SpeaksFor.EVERYONE, ratePerS);
  }

  private @Nullable Refused admit(Grant grant, Report report, long nowMs) {
    StationLane lane = lanes.of(report.stationId());
    lane.lock();
    try {
      return switch (admission.admit(grant, report, lane, nowMs)) {
        case Admitting.Admitted _ -> null;
        case Admitting.Rejected(Refused refused) -> refused;
      };
    } finally {
      lane.unlock();
    }
  }

  private static Report at(long timeMs) {
    return at(timeMs, 52);
  }

  private static Report at(long timeMs, double lat) {
    return new Report(1, StationType.BUS, MessageKind.PROBE, timeMs, lat, 13, NONE, NONE, NONE);
  }

  private static Report driving(long timeMs, double lat) {
    return new Report(1, StationType.BUS, MessageKind.PROBE, timeMs, lat, 13, 10, 90, NONE);
  }

  private static Report standing(long timeMs) {
    return new Report(1, StationType.BUS, MessageKind.PROBE, timeMs, 52, 13, 0, 90, NONE);
  }

  private static Report of(long stationId) {
    return new Report(stationId, StationType.BUS, MessageKind.PROBE, NOW, 52, 13, NONE, NONE, NONE);
  }
}
