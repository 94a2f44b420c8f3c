package city.wayside.road.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.message.TrajectoryContext;
import city.wayside.road.TinyCity;
import city.wayside.road.network.RoadNetwork;
import org.junit.jupiter.api.Test;

/// A trajectory goes on elsewhere as if it had never left.
class ContextFormTest {

  /// Three segments of a street to the east, and one that turns off.
  private static final RoadNetwork TOWN =
      new TinyCity()
          .road("first", "a", "b", -50, 0, 0, 0)
          .road("second", "b", "c", 0, 0, 100, 0)
          .road("third", "c", "d", 100, 0, 300, 0)
          .road("aside", "c", "e", 100, 0, 100, 200)
          .build();

  private final RoadMatcher matcher = new RoadMatcher(TOWN);
  private final Trajectory trajectory = new Trajectory();

  private MatchedReport drive(double seconds, double eastM) {
    return matcher.match(trajectory, TinyCity.car(1, seconds, eastM, 2, 10, 90));
  }

  private StationState state(MatchedReport matched) {
    return new StationState(
        matched.report(),
        matched.segmentIndex(),
        matched.offsetM(),
        0,
        matcher.context(trajectory, matched.report()));
  }

  @Test
  void theWayBetweenTwoNodesIsDrivenOnce() {
    drive(0, 40);
    StationState left = state(drive(1, 50));
    Report next = TinyCity.car(1, 9, 130, 2, 10, 90);

    MatchedReport there = matcher.match(matcher.continuing(left), next);
    MatchedReport here = matcher.match(trajectory, next);

    assertThat(there.segmentIndex()).isEqualTo(here.segmentIndex());
    assertThat(there.offsetM()).isCloseTo(here.offsetM(), within(0.1));
    assertThat(there.passages().count()).isEqualTo(here.passages().count()).isGreaterThan(1);
    for (int piece = 0; piece < here.passages().count(); piece++) {
      assertThat(there.passages().segmentIndex(piece))
          .isEqualTo(here.passages().segmentIndex(piece));
      assertThat(there.passages().toM(piece)).isCloseTo(here.passages().toM(piece), within(0.1));
      assertThat(there.passages().toMs(piece)).isCloseTo(here.passages().toMs(piece), within(20.0));
    }
  }

  @Test
  void aTraversalThatBeganElsewhereIsTimedFromItsBeginning() {
    for (int second = 0; second < 11; second++) {
      drive(second, -20 + 10 * second);
    }
    Trajectory there = matcher.continuing(state(drive(11, 90)));
    Report next = TinyCity.car(1, 13, 110, 2, 10, 90);

    double traversalMs = matcher.match(there, next).passages().traversalMs(0);

    assertThat(traversalMs)
        .isCloseTo(matcher.match(trajectory, next).passages().traversalMs(0), within(20.0));
    assertThat(traversalMs).isCloseTo(10_000, within(1_000.0));
  }

  @Test
  void itTakesNoMoreThanItMay() {
    drive(0, 10);

    TrajectoryContext context = state(drive(1, 20)).context();

    assertThat(context.bytes()).hasSizeLessThanOrEqualTo(TrajectoryContext.LENGTH_BYTES_MAX);
  }

  @Test
  void whatWasWrittenIsReadAndWrittenTheSame() {
    for (int second = 0; second < 12; second++) {
      StationState state = state(drive(second, 10 + 10 * second));

      Trajectory read = matcher.continuing(state);

      assertThat(matcher.context(read, state.report())).isEqualTo(state.context());
    }
  }

  @Test
  void aVehicleOffTheRoadHasNothingToContinue() {
    MatchedReport away = matcher.match(trajectory, TinyCity.car(1, 0, 50, 500, 10, 90));

    assertThat(matcher.context(trajectory, away.report())).isEqualTo(TrajectoryContext.NONE);
    assertThat(matcher.continuing(state(away)).newestMs()).isEqualTo(away.report().timeMs());
  }

  @Test
  void theContextOfAnotherNetworkIsNotRead() {
    StationState left = state(drive(0, 50));
    RoadMatcher elsewhere =
        new RoadMatcher(new TinyCity().road("away", "a", "b", 0, 900, 90, 900).build());

    MatchedReport there =
        elsewhere.match(elsewhere.continuing(left), TinyCity.car(1, 1, 60, 2, 10, 90));

    assertThat(there.segmentIndex()).isEqualTo(StationState.OFF_ROAD);
    assertThat(there.passages().count()).isZero();
  }

  @Test
  void bytesOfAnotherFormAreNotRead() {
    StationState left = state(drive(0, 50));
    byte[] bytes = left.context().bytes().clone();
    bytes[0] = 99;
    StationState unknown = new StationState(left.report(), 0, 0, 0, new TrajectoryContext(bytes));

    MatchedReport there =
        matcher.match(matcher.continuing(unknown), TinyCity.car(1, 1, 60, 2, 10, 90));

    assertThat(there.passages().count()).isZero();
  }
}
