package city.wayside.kit.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TimelineTest {

  private static ReplayOptions options(double speed, int alignS) {
    return new ReplayOptions(speed, true, 10, alignS, 10);
  }

  @Test
  void theFirstRowIsNowAndTheShiftIsConstant() {
    Timeline timeline = Timeline.starting(300_000, 1_234_567, options(1, 0));

    assertThat(timeline.onClockMs(300_000)).isEqualTo(1_234_567);
    assertThat(timeline.onClockMs(301_500)).isEqualTo(1_236_067);
  }

  @Test
  void alignmentKeepsTheTimeWithinAWindow() {
    Timeline timeline = Timeline.starting(310_000, 1_234_567, options(1, 300));

    assertThat(timeline.onClockMs(310_000)).isEqualTo(1_510_000);
    assertThat(timeline.onClockMs(310_000) % 300_000).isEqualTo(310_000 % 300_000);
    Timeline exact = Timeline.starting(310_000, 1_510_000, options(1, 300));
    assertThat(exact.onClockMs(310_000)).isEqualTo(1_510_000);
  }

  @Test
  void aClockBehindTheTraceIsAlignedToo() {
    Timeline timeline = Timeline.starting(1_000_000_000, 5_000, options(1, 60));

    assertThat(timeline.lapStartMs()).isEqualTo(40_000);
    assertThat((1_000_000_000 - timeline.lapStartMs()) % 60_000).isZero();
  }

  @Test
  void speedCompressesTheTimes() {
    Timeline timeline = Timeline.starting(0, 1_000, options(4, 0));

    assertThat(timeline.onClockMs(8_000)).isEqualTo(3_000);
    assertThat(timeline.onClockMs(8_001)).isEqualTo(3_000);
  }

  @Test
  void aLapFollowsOneStepAfterTheLastRow() {
    Timeline timeline = Timeline.starting(0, 1_000, options(1, 0));
    timeline.onClockMs(0);
    timeline.onClockMs(1_000);
    timeline.onClockMs(599_000);
    timeline.nextLap();

    assertThat(timeline.onClockMs(0)).isEqualTo(601_000);
    assertThat(timeline.onClockMs(1_000)).isEqualTo(602_000);
    timeline.nextLap();
    assertThat(timeline.onClockMs(0)).isEqualTo(1_201_000);
  }

  @Test
  void alignedLapsAreWholeWindowsLong() {
    Timeline timeline = Timeline.starting(0, 0, options(1, 300));
    timeline.onClockMs(0);
    timeline.onClockMs(1_000);
    timeline.onClockMs(301_000);
    timeline.nextLap();

    assertThat(timeline.onClockMs(0)).isEqualTo(600_000);
  }

  @Test
  void whatCannotBePlayedIsRefused() {
    assertThatThrownBy(() -> options(0, 0)).hasMessage("speed 0.0 is not above 0, up to 1000");
    assertThatThrownBy(() -> options(Double.NaN, 0))
        .hasMessage("speed NaN is not above 0, up to 1000");
    assertThatThrownBy(() -> options(2, 60))
        .hasMessage("alignS needs speed 1, for windows keep their length");
    assertThatThrownBy(() -> new ReplayOptions(1, false, 0, 0, 10))
        .hasMessage("vehiclesMax 0 is below 1");
  }
}
