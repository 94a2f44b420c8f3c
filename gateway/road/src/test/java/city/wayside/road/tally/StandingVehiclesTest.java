package city.wayside.road.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StandingVehiclesTest {

  @Test
  void itFindsWhatASlowMapFinds() {
    StandingVehicles table = new StandingVehicles();
    Map<Long, long[]> expected = new HashMap<>();
    Random random = new Random(7);
    for (int step = 0; step < 20_000; step++) {
      long nowMs = step * 10L;
      long station = random.nextInt(300);
      int segment = random.nextInt(2);
      if (random.nextInt(3) == 0) {
        table.remove(station);
        expected.remove(station);
      } else if (random.nextInt(1000) == 0) {
        table.forgetBefore(nowMs - 500);
        expected.values().removeIf(seen -> seen[2] < nowMs - 500);
      } else {
        long[] seen = expected.get(station);
        boolean isAnew = seen == null || seen[0] != segment || nowMs - seen[2] > 1000;
        long sinceMs = isAnew || seen == null ? nowMs : seen[1];
        assertThat(table.since(station, segment, nowMs, nowMs + 10)).isEqualTo(sinceMs);
        expected.put(station, new long[] {segment, sinceMs, nowMs + 10});
      }
      assertThat(table.size()).isEqualTo(expected.size());
    }
  }

  @Test
  void beyondItsBoundItTakesNobodyMore() {
    StandingVehicles table = new StandingVehicles();
    for (int station = 0; station < StandingVehicles.VEHICLES_MAX + 5; station++) {
      table.since(station, 1, 0, 10);
    }
    assertThat(table.size()).isEqualTo(StandingVehicles.VEHICLES_MAX);
    assertThat(table.since(StandingVehicles.VEHICLES_MAX + 1, 1, 500, 600)).isEqualTo(500);
  }
}
