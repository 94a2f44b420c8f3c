package city.wayside.model.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SegmentTallyTest {

  @Test
  void sumsAddAndTheEarlierWindowNamesTheSum() {
    SegmentTally first = tally(3, 60_000, 500_000, 50_000, 7);
    SegmentTally second = tally(3, 120_000, 100_000, 30_000, 8);
    SegmentTally sum = second.plus(first);
    assertThat(sum).isEqualTo(first.plus(second));
    assertThat(sum.windowStartMs()).isEqualTo(60_000);
    assertThat(sum.distanceMm()).isEqualTo(600_000);
    assertThat(sum.timeMs()).isEqualTo(80_000);
    assertThat(sum.stations().count()).isEqualTo(2);
  }

  @Test
  void talliesOfAnotherSegmentAreNotAdded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tally(3, 0, 1, 1, 1).plus(tally(4, 0, 1, 1, 1)))
        .withMessage("segment 4 added to segment 3");
  }

  @Test
  void edieFiguresFollowTheirDefinitions() {
    // Two vehicles drove 100 m each in 10 s each, on a segment of 100 m, within one minute.
    EdieFigures figures = EdieFigures.of(tally(0, 0, 200_000, 20_000, 1), 100, 60_000);
    assertThat(figures.speedMps()).isEqualTo(10);
    assertThat(figures.probeFlowVph()).isCloseTo(120, within(1e-9));
    assertThat(figures.densityVpkm()).isCloseTo(20 / (0.1 * 60), within(1e-9));
    assertThat(figures.probeFlowVph())
        .as("q = k v")
        .isCloseTo(figures.densityVpkm() * figures.speedMps() * 3.6, within(1e-9));
  }

  @Test
  void anEmptySegmentHasNoSpeed() {
    EdieFigures figures = EdieFigures.of(tally(0, 0, 0, 0, 1), 100, 60_000);
    assertThat(figures.speedMps()).isNaN();
    assertThat(figures.probeFlowVph()).isZero();
  }

  private static SegmentTally tally(
      int segmentIndex, long windowStartMs, long distanceMm, long timeMs, long stationId) {
    return new SegmentTally(
        segmentIndex,
        windowStartMs,
        distanceMm,
        timeMs,
        0,
        StationSketch.of(stationId),
        TravelTimeSketch.EMPTY);
  }
}
