package city.wayside.grid.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.wayside.model.traffic.EdieFigures;
import city.wayside.model.traffic.LevelOfService;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.SegmentWindow;
import city.wayside.model.traffic.WindowLength;
import org.junit.jupiter.api.Test;

class LearnedSpeedsTest {

  private static final FreeFlowConfig CONFIG = new FreeFlowConfig(0.85, 20, 100, 0.1);
  private final LearnedSpeeds speeds = new LearnedSpeeds(CONFIG, new double[] {100, 100});

  private static SegmentTraffic minute(double speedMps, double timeS, double stoppedShare) {
    return new SegmentTraffic(
        new SegmentWindow(1, "s1", "v", 0, WindowLength.ONE_MINUTE),
        0,
        1,
        new EdieFigures(speedMps * timeS, timeS, stoppedShare * timeS, speedMps, 1, 1),
        null,
        null,
        10,
        null,
        LevelOfService.UNKNOWN,
        0);
  }

  private void learn(int windows, double speedMps) {
    for (int i = 0; i < windows; i++) {
      speeds.learn(minute(speedMps, 30, 0));
    }
  }

  @Test
  void theFasterOnesOfTheUndisturbedWindowsTellTheSpeed() {
    learn(40, 8);
    learn(8, 12);
    learn(2, 30);
    assertThat(speeds.mps(1)).as("before it is settled").isNaN();

    assertThat(speeds.settle()).containsOnlyKeys(1);

    // Of 50 windows 42 are at most as fast as the 85th percentile.
    assertThat(speeds.mps(1)).isCloseTo(12, within(12 * 0.02));
    assertThat(speeds.mps(0)).isNaN();
    assertThat(speeds.settle()).isEmpty();
  }

  @Test
  void withTooFewWindowsNothingIsClaimed() {
    learn(19, 8);
    speeds.settle();
    assertThat(speeds.mps(1)).isNaN();

    learn(1, 8);
    speeds.settle();
    assertThat(speeds.mps(1)).isCloseTo(8, within(8 * 0.02));
  }

  @Test
  void windowsWithQueuesAndGlimpsesTeachNothing() {
    for (int i = 0; i < 50; i++) {
      speeds.learn(minute(8, 30, 0.11));
      speeds.learn(minute(9, 10, 0));
    }
    assertThat(speeds.settle()).isEmpty();
  }

  @Test
  void whatIsNewerCountsMore() {
    learn(99, 8);
    learn(1000, 12);
    speeds.settle();
    assertThat(speeds.mps(1)).isCloseTo(12, within(12 * 0.02));

    learn(200, 6);
    speeds.settle();
    assertThat(speeds.mps(1)).isCloseTo(6, within(6 * 0.02));
  }

  @Test
  void anotherMemberGoesOnWithWhatWasLearned() {
    learn(50, 8);
    LearnedSpeeds other = new LearnedSpeeds(CONFIG, new double[] {100, 100});

    other.replace(speeds.settle());

    assertThat(other.mps(1)).isEqualTo(speeds.mps(1)).isCloseTo(8, within(8 * 0.02));
    assertThat(other.settle()).isEmpty();
  }

  @Test
  void forgettingBeforeKnowingIsRefused() {
    assertThatThrownBy(() -> new FreeFlowConfig(0.85, 60, 100, 0.1))
        .hasMessage("windowsKept 100; allowed is at least twice windowsMin (60)");
  }
}
