package city.wayside.grid.rollup;

import static city.wayside.model.traffic.WindowLength.FIFTEEN_MINUTES;
import static city.wayside.model.traffic.WindowLength.FIVE_MINUTES;
import static city.wayside.model.traffic.WindowLength.ONE_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.grid.rollup.DueWindows.Window;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DueWindowsTest {

  private static final long ZERO_MS = 1_800_000_000_000L;
  private static final long MINUTE_MS = 60_000;

  private final DueWindows windows =
      new DueWindows(new RollUpDriverConfig(5000, 90_000, 10_000, 1000, 600));

  @Test
  void aGridThatNeverClosedAWindowBeginsWithTheLastOneOfEachLength() {
    assertThat(windows.toClose(ZERO_MS + 7 * MINUTE_MS + 5000, _ -> OptionalLong.empty()))
        .containsExactly(
            new Window(FIFTEEN_MINUTES, ZERO_MS - 15 * MINUTE_MS),
            new Window(FIVE_MINUTES, ZERO_MS),
            new Window(ONE_MINUTE, ZERO_MS + 6 * MINUTE_MS));
  }

  @Test
  void windowsThatEndTogetherAreInTheOrderOfTheirLengths() {
    assertThat(
            windows.toClose(
                ZERO_MS + 15 * MINUTE_MS + 5000,
                length -> OptionalLong.of(ZERO_MS + 15 * MINUTE_MS - 2 * length.lengthMs())))
        .containsExactly(
            new Window(ONE_MINUTE, ZERO_MS + 14 * MINUTE_MS),
            new Window(FIVE_MINUTES, ZERO_MS + 10 * MINUTE_MS),
            new Window(FIFTEEN_MINUTES, ZERO_MS));
  }

  @Test
  void aClockThatWasSetBackClosesNothingTwice() {
    assertThat(
            windows.toClose(
                ZERO_MS + 5000, length -> OptionalLong.of(ZERO_MS + 4 * length.lengthMs())))
        .isEmpty();
  }

  @Test
  void finishedWindowsStayOpenToRevisionForTheStatedTime() {
    assertThat(
            windows.toRevise(
                ZERO_MS + 15 * MINUTE_MS + 30_000,
                length -> OptionalLong.of(ZERO_MS + 15 * MINUTE_MS - length.lengthMs())))
        .containsExactly(
            new Window(ONE_MINUTE, ZERO_MS + 14 * MINUTE_MS),
            new Window(FIVE_MINUTES, ZERO_MS + 10 * MINUTE_MS),
            new Window(FIFTEEN_MINUTES, ZERO_MS));
    assertThat(
            windows.toRevise(
                ZERO_MS + 16 * MINUTE_MS + 30_000,
                length -> OptionalLong.of(ZERO_MS + 15 * MINUTE_MS - length.lengthMs())))
        .isEmpty();
  }
}
