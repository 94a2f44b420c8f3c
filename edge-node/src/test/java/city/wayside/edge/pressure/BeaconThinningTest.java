package city.wayside.edge.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeaconThinningTest {

  private static final long NOW = 1_795_404_861_000L;
  private static final long KEY = BeaconThinning.stationKey(4711);

  private final BeaconThinning thinning = new BeaconThinning(250);

  /// At ten beacons a second one in 300, 500, 1000 and 2000 ms is left.
  @ParameterizedTest(name = "level {0} QoS {1}: {2} of 100")
  @CsvSource({
    "0,0,100", "0,1,100", "1,0,34", "1,1,100", "2,0,20", "2,1,34", "3,0,10", "3,1,20", "4,0,5",
    "4,1,10",
  })
  void beaconsWithQos0AreThinnedOneLevelEarlier(int level, int qos, int takenCount) {
    int taken = 0;
    for (int i = 0; i < 100; i++) {
      taken += thinning.check(level, qos, KEY, NOW + 100L * i) == null ? 1 : 0;
    }
    assertThat(taken).isEqualTo(takenCount);
  }

  @Test
  void betweenTwoThatAreTakenLiesTheInterval() {
    List<Long> takenMs = new ArrayList<>();
    for (long atMs = 0; atMs < 10_000; atMs += 7) {
      if (thinning.check(4, 1, KEY, NOW + atMs) == null) {
        takenMs.add(atMs);
      }
    }
    for (int i = 1; i < takenMs.size(); i++) {
      assertThat(takenMs.get(i) - takenMs.get(i - 1)).isBetween(1000L, 1007L);
    }
    assertThat(takenMs).hasSizeBetween(9, 11);
  }

  @Test
  void whatIsLeftOutIsToldWhy() {
    thinning.check(3, 0, KEY, NOW);

    assertThat(thinning.check(3, 0, KEY, NOW + 999))
        .isEqualTo(
            new Refused(
                Refusal.THINNED,
                "there is more than can be taken: of each station one beacon in 1000 ms is taken,"
                    + " others are left out"));
    assertThat(thinning.check(3, 0, KEY, NOW + 1000)).isNull();
  }

  @Test
  void everyStationOfACityIsHeardAtTheThinnedRate() {
    int stationsCount = 50_000;
    int[] taken = new int[stationsCount];
    for (int round = 0; round < 40; round++) {
      for (int station = 0; station < stationsCount; station++) {
        long atMs = NOW + 100L * round;
        boolean isTaken = thinning.check(4, 0, BeaconThinning.stationKey(station), atMs) == null;
        taken[station] += isTaken ? 1 : 0;
      }
    }
    // Four seconds: one at the start and one after two. Few stations share a place with others.
    int above = 0;
    for (int count : taken) {
      assertThat(count).isGreaterThanOrEqualTo(2);
      above += count > 2 ? 1 : 0;
    }
    assertThat(above).isLessThan(stationsCount / 100);
  }

  @Test
  void moreStationsThanThereIsRoomForAreNotSilenced() {
    int stationsCount = 8 * BeaconThinning.STATIONS_COUNT_MAX;
    for (int station = 0; station < stationsCount; station++) {
      assertThat(thinning.check(4, 0, BeaconThinning.stationKey(station), NOW) == null)
          .as("first beacon of station %d", station)
          .isTrue();
    }
  }

  @Test
  void aClockThatIsSetBackSilencesNobody() {
    thinning.check(4, 0, KEY, NOW);

    assertThat(thinning.check(4, 0, KEY, NOW - 3_600_000)).isNull();
    assertThat(thinning.check(4, 0, KEY, NOW - 3_600_000 + 1999)).isNotNull();
  }

  @Test
  void clientsAndStationsAreDifferentKeys() {
    assertThat(BeaconThinning.clientKey("a")).isNotEqualTo(BeaconThinning.clientKey("b"));
    assertThat(BeaconThinning.clientKey("4711")).isNotEqualTo(KEY);
  }
}
