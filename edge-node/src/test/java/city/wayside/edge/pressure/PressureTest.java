package city.wayside.edge.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PressureTest {

  private static final long NOW = 1_795_404_861_000L;
  private static final PressureConfig CONFIG = new PressureConfig(20, 80, 50, 350, 500, 250);

  private final Pressure pressure = new Pressure(CONFIG);

  @ParameterizedTest
  @CsvSource({"0,0", "19,0", "20,1", "39,1", "40,2", "60,3", "79,3", "80,4", "100,4", "250,4"})
  void theLevelFollowsWhatWaits(int pendingPercent, int level) {
    pressure.turn(NOW, pendingPercent);

    assertThat(pressure.level()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "49,0", "50,1", "149,1", "150,2", "250,3", "349,3", "350,4", "9999999,4"})
  void theLevelFollowsTheLaggiestLoop(long lagMs, int level) {
    pressure.loopLag(0, 1);
    pressure.loopLag(3, lagMs);
    pressure.turn(NOW, 0);

    assertThat(pressure.level()).isEqualTo(level);
  }

  @Test
  void theHigherOfBothCounts() {
    pressure.loopLag(1, 150);
    pressure.turn(NOW, 65);
    assertThat(pressure.level()).isEqualTo(3);

    Pressure other = new Pressure(CONFIG);
    other.loopLag(1, 400);
    other.turn(NOW, 25);
    assertThat(other.level()).isEqualTo(4);
  }

  @Test
  void itRisesAtOnceAndFallsOneByOneAfterCalmTimes() {
    pressure.turn(NOW, 90);
    assertThat(pressure.level()).isEqualTo(4);

    pressure.turn(NOW + 1, 0);
    pressure.turn(NOW + 500, 0);
    assertThat(pressure.level()).as("not calm for long enough").isEqualTo(4);
    pressure.turn(NOW + 501, 0);
    assertThat(pressure.level()).isEqualTo(3);
    pressure.turn(NOW + 1000, 0);
    assertThat(pressure.level()).as("the next level has a calm time of its own").isEqualTo(3);
    pressure.turn(NOW + 1001, 0);
    assertThat(pressure.level()).isEqualTo(2);
    pressure.turn(NOW + 1501, 0);
    pressure.turn(NOW + 2001, 0);
    assertThat(pressure.level()).isZero();
    pressure.turn(NOW + 9000, 0);
    assertThat(pressure.level()).isZero();
  }

  @Test
  void aBurstStartsTheCalmTimeAnew() {
    pressure.turn(NOW, 45);
    pressure.turn(NOW + 1, 0);
    pressure.turn(NOW + 400, 45);
    pressure.turn(NOW + 401, 0);
    pressure.turn(NOW + 900, 0);
    assertThat(pressure.level()).isEqualTo(2);
    pressure.turn(NOW + 901, 0);
    assertThat(pressure.level()).isEqualTo(1);
  }

  @Test
  void itFallsNoFurtherThanItMay() {
    pressure.turn(NOW, 90);
    for (long atMs = NOW; atMs < NOW + 10_000; atMs += 20) {
      pressure.turn(atMs, 45);
    }
    assertThat(pressure.level()).isEqualTo(2);
  }

  @Test
  void aClockThatIsSetBackDoesNotHoldTheLevel() {
    pressure.turn(NOW, 25);
    pressure.turn(NOW + 1, 0);
    pressure.turn(NOW - 3_600_000, 0);
    pressure.turn(NOW - 3_600_000 + 500, 0);

    assertThat(pressure.level()).isZero();
  }

  @Test
  void limitsMustNotContradictEachOther() {
    assertThatThrownBy(() -> new PressureConfig(80, 80, 50, 400, 500, 250))
        .hasMessage("thinFullPercent is 80, must be above thinFromPercent = 80");
    assertThatThrownBy(() -> new PressureConfig(20, 80, 50, 50, 500, 250))
        .hasMessage("lagFullMs is 50, must be above lagFromMs = 50");
  }
}
