package city.wayside.grid;

import static city.wayside.grid.Samples.station;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.area.BoundingBox;
import city.wayside.model.message.StationState;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StationMapTest {

  private static final int COUNT = 2000;
  private static final List<StationState> ALL = new ArrayList<>();
  private static Grid member;

  @BeforeAll
  static void start() throws Exception {
    member = TestGrids.member(TestGrids.config(), InstantSource.system());
    Random random = new Random(7);
    for (int id = 0; id < COUNT; id++) {
      double latDeg = 48 + random.nextDouble() * 0.2;
      double lonDeg = 11 + random.nextDouble() * 0.3;
      ALL.add(station(id, 1_000_000 + id, latDeg, lonDeg));
    }
    TestGrids.send(member, Samples.stations("edge-1", 1, ALL));
  }

  @AfterAll
  static void stop() {
    member.close();
  }

  @Test
  void aBoxFindsWhatLookingAtEveryStationFinds() {
    Random random = new Random(8);
    for (int round = 0; round < 20; round++) {
      double southDeg = 48 + random.nextDouble() * 0.2;
      double westDeg = 11 + random.nextDouble() * 0.3;
      BoundingBox box = new BoundingBox(southDeg, westDeg, southDeg + 0.05, westDeg + 0.07);

      assertThat(member.stations().inside(box, COUNT))
          .containsExactlyInAnyOrderElementsOf(
              ALL.stream()
                  .filter(state -> box.contains(state.report().latDeg(), state.report().lonDeg()))
                  .toList());
    }
  }

  @Test
  void theEdgesOfABoxBelongToIt() {
    double latDeg = ALL.get(3).report().latDeg();
    double lonDeg = ALL.get(3).report().lonDeg();

    assertThat(member.stations().inside(new BoundingBox(latDeg, lonDeg, latDeg, lonDeg), 10))
        .containsExactly(ALL.get(3));
  }

  @Test
  void aBoxGivesNoMoreThanIsWanted() {
    BoundingBox everywhere = new BoundingBox(-90, -180, 90, 180);

    assertThat(member.stations().inside(everywhere, 17)).hasSize(17);
    assertThat(member.stations().inside(everywhere, 0)).isEmpty();
  }

  @Test
  void stationsAreCountedAndFoundById() {
    assertThat(member.stations().count()).isEqualTo(COUNT);
    assertThat(member.stations().byId(5)).contains(ALL.get(5));
    assertThat(member.stations().byId(COUNT)).isEmpty();
  }

  @Test
  void manyStationsAreLookedUpAtOnce() {
    assertThat(
            member
                .stationLookup()
                .newest(List.of(3L, 1999L, 123_456_789L))
                .toCompletableFuture()
                .join())
        .containsExactlyInAnyOrder(ALL.get(3), ALL.get(1999));
  }
}
