package city.wayside.road.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.message.StationType;
import city.wayside.road.TinyCity;
import city.wayside.road.network.RoadNetwork;
import org.junit.jupiter.api.Test;

class RoadMatcherTest {

  /// A road east with a junction 20 m wide, a very short segment behind it, and the way back.
  private static final RoadNetwork TOWN =
      new TinyCity()
          .road("east", "a", "n", 0, 0, 100, 0)
          .road("short", "n", "m", 120, 0, 125, 0)
          .road("on", "m", "b", 125, 0, 225, 0)
          .road("west", "n", "a", 100, 4, 0, 4)
          .road("north", "n", "c", 110, 10, 110, 110)
          .build();

  private final RoadMatcher matcher = new RoadMatcher(TOWN);
  private final Trajectory trajectory = new Trajectory();

  private MatchedReport drive(double timeS, double eastM, double northM, double speedMps, int deg) {
    return matcher.match(trajectory, TinyCity.car(1, timeS, eastM, northM, speedMps, deg));
  }

  private static String pieces(MatchedReport matched) {
    Passages passages = matched.passages();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < passages.count(); i++) {
      text.append(TOWN.segmentId(passages.segmentIndex(i)))
          .append(' ')
          .append(Math.round(passages.fromM(i) * 10) / 10.0)
          .append('-')
          .append(Math.round(passages.toM(i) * 10) / 10.0)
          .append(" m ")
          .append(passages.baseMs() - TinyCity.START_MS + Math.round(passages.fromMs(i)))
          .append('-')
          .append(passages.baseMs() - TinyCity.START_MS + Math.round(passages.toMs(i)))
          .append(" ms; ");
    }
    return text.toString().trim();
  }

  @Test
  void aVehicleOnAStraightRoadIsFollowed() {
    MatchedReport first = drive(0, 10, 1, 10, 90);

    assertThat(TOWN.segmentId(first.segmentIndex())).isEqualTo("east");
    assertThat(first.passages().count()).isZero();
    MatchedReport second = drive(1, 20, 1, 10, 90);
    assertThat(second.offsetM()).isCloseTo(20, within(0.1));
    assertThat(pieces(second)).isEqualTo("east 10.0-20.0 m 0-1000 ms;");
  }

  @Test
  void headingTellsTheTwoDirectionsApart() {
    assertThat(TOWN.segmentId(drive(0, 50, 1, 10, 270).segmentIndex())).isEqualTo("west");
  }

  @Test
  void inAJunctionAVehicleIsOnTheNearerSegmentAndItsTimeThereOnNone() {
    drive(0, 95, 0, 10, 90);
    MatchedReport leaving = drive(1, 105, 0, 10, 90);

    assertThat(TOWN.segmentId(leaving.segmentIndex())).isEqualTo("east");
    assertThat(leaving.offsetM()).isCloseTo(100, within(0.01));
    assertThat(pieces(leaving)).isEqualTo("east 95.0-100.0 m 0-500 ms;");
    MatchedReport entering = drive(2, 115, 0, 10, 90);
    assertThat(TOWN.segmentId(entering.segmentIndex())).isEqualTo("short");
    assertThat(entering.offsetM()).isZero();
    assertThat(entering.passages().count()).isZero();
  }

  @Test
  void segmentsShorterThanTheWayBetweenReportsAreFilledIn() {
    drive(0, 90, 0, 40, 90);
    MatchedReport behind = drive(1, 130, 0, 40, 90);

    assertThat(pieces(behind))
        .isEqualTo(
            "east 90.0-100.0 m 0-250 ms; short 0.0-5.0 m 750-875 ms; on 0.0-5.0 m 875-1000 ms;");
    Passages passages = behind.passages();
    assertThat(passages.traversalMs(0)).isNaN();
    assertThat(passages.traversalMs(1)).isCloseTo(125, within(1.0));
  }

  @Test
  void aTurnIsFollowedAcrossTheJunction() {
    drive(0, 95, 0, 10, 90);
    drive(1, 105, 1.5, 10, 60);
    MatchedReport turned = drive(2.5, 110, 15, 10, 0);

    assertThat(TOWN.segmentId(turned.segmentIndex())).isEqualTo("north");
    assertThat(turned.passages().count()).isEqualTo(1);
    assertThat(turned.passages().fromM(0)).isZero();
    assertThat(turned.passages().toM(0)).isCloseTo(5, within(0.5));
  }

  @Test
  void aTraversalSeenFromStartToEndHasATravelTime() {
    drive(0, 117, 0, 10, 90);
    MatchedReport matched = drive(1, 127, 0, 10, 90);

    assertThat(pieces(matched)).isEqualTo("short 0.0-5.0 m 300-800 ms; on 0.0-2.0 m 800-1000 ms;");
    assertThat(matched.passages().traversalMs(0)).isCloseTo(500, within(10.0));
    assertThat(matched.passages().traversalMs(1)).isNaN();
    assertThat(trajectory.places.enteredMs[0]).isCloseTo(TinyCity.START_MS + 800, within(10L));
  }

  @Test
  void aVehicleThatTurnsBackIsFoundOnTheOtherDirection() {
    drive(0, 90, 0, 8, 90);
    drive(1, 98, 0, 8, 90);
    drive(2, 102, 2, 5, 0);
    drive(3, 98, 4, 5, 270);
    MatchedReport back = drive(4, 90, 4, 8, 270);

    assertThat(TOWN.segmentId(back.segmentIndex())).isEqualTo("west");
    assertThat(back.offsetM()).isCloseTo(10, within(1.5));
  }

  @Test
  void aStandingVehicleSpendsTimeButNoDistanceHoweverItsPositionJitters() {
    drive(0, 50, 0, 10, 90);
    double distanceM = 0;
    double timeMs = 0;
    for (int second = 1; second <= 30; second++) {
      MatchedReport matched = drive(second, 55 + (second % 2) * 0.9, 0, 0, 90);
      for (int i = 0; i < matched.passages().count(); i++) {
        distanceM += matched.passages().toM(i) - matched.passages().fromM(i);
        timeMs += matched.passages().toMs(i) - matched.passages().fromMs(i);
      }
    }
    assertThat(distanceM).isCloseTo(5.9, within(0.1));
    assertThat(timeMs).isCloseTo(30_000, within(1e-6));
  }

  @Test
  void whoStandsForFiveMinutesIsParkedUntilItDrivesAgain() {
    for (int minute = 0; minute <= 5; minute++) {
      drive(60 * minute, 50, 1, 0, 90);
    }
    assertThat(trajectory.passages.count()).isEqualTo(1);

    MatchedReport parked = drive(360, 50, 1, 0, 90);
    assertThat(TOWN.segmentId(parked.segmentIndex())).isEqualTo("east");
    assertThat(parked.passages().count()).isZero();

    drive(361, 51, 1, 2, 90);
    assertThat(drive(362, 54, 1, 4, 90).passages().count()).isEqualTo(1);
  }

  @Test
  void farFromEveryRoadAVehicleIsOffTheRoad() {
    MatchedReport matched = drive(0, 50, 500, 10, 90);

    assertThat(matched.segmentIndex()).isEqualTo(StationState.OFF_ROAD);
    assertThat(matched.offsetM()).isZero();
  }

  @Test
  void afterALongSilenceNothingIsGuessed() {
    drive(0, 10, 0, 10, 90);
    MatchedReport later = drive(61, 90, 0, 10, 90);

    assertThat(later.offsetM()).isCloseTo(90, within(0.1));
    assertThat(later.passages().count()).isZero();
  }

  @Test
  void whatIsNoRoadVehicleIsPlacedButDrivesNothing() {
    Report first = TinyCity.report(2, StationType.CYCLIST, 0, 10, 1, 5, 90);
    Report second = TinyCity.report(2, StationType.CYCLIST, 1, 15, 1, 5, 90);
    matcher.match(trajectory, first);
    MatchedReport matched = matcher.match(trajectory, second);

    assertThat(TOWN.segmentId(matched.segmentIndex())).isEqualTo("east");
    assertThat(matched.passages().count()).isZero();
  }

  @Test
  void withoutHeadingAndSpeedTheWayItselfDecides() {
    drive(0, 10, 2, Double.NaN, 90);
    Trajectory bare = new Trajectory();
    for (int second = 0; second < 5; second++) {
      Report report = TinyCity.car(1, second, 80 - 12 * second, 2, Double.NaN, 0);
      MatchedReport matched = matcher.match(bare, withoutHeading(report));
      if (second > 1) {
        assertThat(TOWN.segmentId(matched.segmentIndex())).isEqualTo("west");
      }
    }
  }

  private static Report withoutHeading(Report report) {
    return new Report(
        report.stationId(),
        report.type(),
        report.kind(),
        report.timeMs(),
        report.latDeg(),
        report.lonDeg(),
        Double.NaN,
        Double.NaN,
        Double.NaN);
  }

  @Test
  void anOldReportIsACallersError() {
    drive(1, 10, 0, 10, 90);

    assertThatThrownBy(() -> drive(1, 11, 0, 10, 90))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("report of 1800000001000 ms after one of 1800000001000 ms");
  }
}
