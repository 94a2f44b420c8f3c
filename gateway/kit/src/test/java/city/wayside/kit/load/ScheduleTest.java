package city.wayside.kit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final long MS = 1_000_000;

  @Test
  void messagesAreDueOneAfterTheOther() {
    Schedule schedule = new Schedule(Pace.of(1000), 0);

    assertThat(schedule.due(MS / 2)).isZero();
    assertThat(schedule.due(3 * MS)).isEqualTo(3);
    assertThat(schedule.dueNs()).isEqualTo(MS);
    schedule.taken();
    assertThat(schedule.due(3 * MS)).isEqualTo(2);
    assertThat(schedule.dueNs()).isEqualTo(2 * MS);
  }

  @Test
  void aBurstIsDueWithItsLastMessage() {
    Schedule schedule = new Schedule(new Pace(1000, 4), 0);

    assertThat(schedule.due(3 * MS)).isZero();
    assertThat(schedule.due(9 * MS)).isEqualTo(8);
    assertThat(schedule.dueNs()).isEqualTo(4 * MS);
  }

  @Test
  void whatIsTooLateIsSkippedAndCounted() {
    Schedule schedule = new Schedule(Pace.of(1000), 0);

    assertThat(schedule.skipped(400 * MS)).isZero();
    assertThat(schedule.skipped(800 * MS)).isEqualTo(300);
    assertThat(schedule.due(800 * MS)).isEqualTo(500);
    assertThat(schedule.skipped(800 * MS)).isZero();
  }

  @Test
  void onlySoManyAreTakenAtATime() {
    Schedule schedule = new Schedule(new Pace(1e6, 7), 0);

    assertThat(schedule.due(400 * MS)).isEqualTo(994);
  }

  @Test
  void silenceIsNeverDue() {
    Schedule schedule = new Schedule(Pace.SILENT, 0);

    assertThat(schedule.due(10_000 * MS)).isZero();
    assertThat(schedule.skipped(10_000 * MS)).isZero();
  }

  @Test
  void whatIsNoPaceIsRefused() {
    assertThatThrownBy(() -> Pace.of(Double.NaN)).hasMessageStartingWith("perS NaN, burst 1");
    assertThatThrownBy(() -> new Pace(1, 101)).hasMessageStartingWith("perS 1.0, burst 101");
  }
}
