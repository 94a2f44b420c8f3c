package city.wayside.grid.rollup;

import static city.wayside.model.traffic.LevelOfService.FREE_FLOW;
import static city.wayside.model.traffic.LevelOfService.HEAVY;
import static city.wayside.model.traffic.LevelOfService.QUEUING;
import static city.wayside.model.traffic.LevelOfService.SLOW;
import static city.wayside.model.traffic.LevelOfService.STATIONARY;
import static city.wayside.model.traffic.LevelOfService.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.traffic.EdieFigures;
import city.wayside.model.traffic.LevelOfService;
import city.wayside.model.traffic.WindowLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceLevelsTest {

  private final ServiceLevels levels = new ServiceLevels(RollUpConfig.defaults());

  private LevelOfService level(double share, LevelOfService before, int windows) {
    return level(share, WindowLength.ONE_MINUTE, before, windows);
  }

  private LevelOfService level(
      double share, WindowLength length, LevelOfService before, int windows) {
    EdieFigures edie = new EdieFigures(share * 1000, 100, 0, share * 10, 1, 1);
    return levels.level(edie, 10, length, new PastLevel(before, windows));
  }

  @ParameterizedTest
  @CsvSource({
    // Out of a level, a border must be passed by 0.03; it depends on where one comes from.
    "0.83, FREE_FLOW, FREE_FLOW",
    "0.81, FREE_FLOW, HEAVY",
    "0.87, HEAVY, HEAVY",
    "0.89, HEAVY, FREE_FLOW",
    "0.63, HEAVY, HEAVY",
    "0.61, HEAVY, SLOW",
    "0.67, SLOW, SLOW",
    "0.67, STATIONARY, SLOW",
    "0.63, FREE_FLOW, HEAVY",
    "0.23, SLOW, QUEUING",
    "0.21, SLOW, STATIONARY",
    "0.27, STATIONARY, STATIONARY",
    "0.29, STATIONARY, QUEUING",
    "0.83, UNKNOWN, HEAVY"
  })
  void aBorderMustBePassedByTheMargin(
      double share, LevelOfService before, LevelOfService expected) {
    assertThat(level(share, before, 2)).isEqualTo(expected);
  }

  @Test
  void aNewLevelStaysForTwoMinutes() {
    assertThat(level(1, QUEUING, 1)).isEqualTo(QUEUING);
    assertThat(level(1, QUEUING, 2)).isEqualTo(FREE_FLOW);
    assertThat(level(0, WindowLength.FIVE_MINUTES, FREE_FLOW, 1)).isEqualTo(STATIONARY);
  }

  @Test
  void whatCannotBeToldIsUnknownWhateverWasBefore() {
    EdieFigures glimpse = new EdieFigures(4, 4, 0, 1, 1, 1);

    assertThat(levels.level(glimpse, 10, WindowLength.ONE_MINUTE, new PastLevel(SLOW, 1)))
        .isEqualTo(UNKNOWN);
  }

  @Test
  void speedsAroundABorderDoNotFlap() {
    LevelOfService level = level(0.86, UNKNOWN, 0);
    int changes = 0;
    for (int minute = 0; minute < 100; minute++) {
      LevelOfService next = level(minute % 2 == 0 ? 0.84 : 0.86, level, 2);
      changes += next == level ? 0 : 1;
      level = next;
    }
    assertThat(changes).isZero();
    assertThat(level).isEqualTo(FREE_FLOW);
    assertThat(level(0.5, HEAVY, 5)).isEqualTo(SLOW);
  }
}
