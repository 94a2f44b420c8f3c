package city.wayside.road.tally;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.message.StationType;
import city.wayside.model.traffic.SegmentTally;
import city.wayside.model.traffic.StationSketch;
import city.wayside.road.TinyCity;
import city.wayside.road.match.MatchedReport;
import city.wayside.road.match.Passages;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyBoardTest {

  private static final long START_MS = TinyCity.START_MS;
  private static final int WINDOWS_MAX = 100;

  private final TallyBoard board = new TallyBoard(new long[] {200_000, 200_000}, WINDOWS_MAX);

  private static MatchedReport piece(
      long station, int segment, double fromM, double toM, double fromS, double toS) {
    return piece(station, segment, fromM, toM, fromS, toS, Double.NaN);
  }

  private static MatchedReport piece(
      long station,
      int segment,
      double fromM,
      double toM,
      double fromS,
      double toS,
      double traversalMs) {
    Passages passages = new Passages();
    passages.begin(START_MS);
    passages.add(segment, fromM, toM, fromS * 1000, toS * 1000, traversalMs);
    return new MatchedReport(TinyCity.car(station, toS, 0, 0, 0, 0), segment, toM, passages);
  }

  private List<SegmentTally> taken() {
    return board.takeChanged().stream()
        .sorted(
            Comparator.comparingInt(SegmentTally::segmentIndex)
                .thenComparingLong(SegmentTally::windowStartMs))
        .toList();
  }

  @Test
  void aPassageIsCutAtTheBorderOfWindowsByTime() {
    board.add(piece(1, 0, 10, 110, 55, 75));

    List<SegmentTally> tallies = taken();

    assertThat(tallies).hasSize(2);
    assertThat(tallies.get(0).windowStartMs()).isEqualTo(START_MS);
    assertThat(tallies.get(0).distanceMm()).isEqualTo(25_000);
    assertThat(tallies.get(0).timeMs()).isEqualTo(5_000);
    assertThat(tallies.get(1).windowStartMs()).isEqualTo(START_MS + 60_000);
    assertThat(tallies.get(1).distanceMm()).isEqualTo(75_000);
    assertThat(tallies.get(1).timeMs()).isEqualTo(15_000);
  }

  @Test
  void aLongStandSpansManyWindowsAndCountsAsStopped() {
    board.add(piece(1, 0, 10, 10, 30, 150));

    assertThat(taken())
        .extracting(SegmentTally::stoppedMs)
        .containsExactly(30_000L, 60_000L, 30_000L);
  }

  @Test
  void slowerThanFiveKilometresPerHourIsStanding() {
    board.add(piece(1, 0, 0, 1.3, 0, 1));
    board.add(piece(1, 0, 1.3, 2.8, 1, 2));

    assertThat(taken().get(0).stoppedMs()).isEqualTo(1000);
  }

  @Test
  void aPieceThatEndsOnTheBorderBelongsToTheWindowBefore() {
    board.add(piece(1, 0, 0, 10, 59, 60, 5000));

    assertThat(taken())
        .hasSize(1)
        .first()
        .satisfies(tally -> {
          assertThat(tally.windowStartMs()).isEqualTo(START_MS);
          assertThat(tally.travelTimes().count()).isEqualTo(1);
        });
  }

  @Test
  void stationsAreCountedOnceHoweverOftenTheyReport() {
    for (int second = 0; second < 20; second++) {
      for (int station = 0; station < 5; station++) {
        board.add(piece(station, 0, second, second + 1, second, second + 1));
      }
    }

    assertThat(taken().get(0).stations().count()).isEqualTo(5);
  }

  @Test
  void aStationSketchThatOverflowsIsTheSameAsOneOfUnions() {
    StationSketch union = StationSketch.EMPTY;
    for (int station = 0; station < 1000; station++) {
      board.add(piece(station, 0, 0, 1, 0, 1));
      union = union.union(StationSketch.of(station));
    }

    assertThat(taken().get(0).stations()).isEqualTo(union);
  }

  @Test
  void takingGivesWholeSumsOfWhatChangedSince() {
    board.add(piece(1, 0, 0, 10, 0, 1));
    board.add(piece(1, 1, 0, 10, 1, 2));
    assertThat(taken()).hasSize(2);
    assertThat(taken()).isEmpty();

    board.add(piece(2, 1, 0, 5, 2, 3));

    assertThat(taken())
        .hasSize(1)
        .first()
        .satisfies(tally -> {
          assertThat(tally.segmentIndex()).isEqualTo(1);
          assertThat(tally.distanceMm()).isEqualTo(15_000);
          assertThat(tally.stations().count()).isEqualTo(2);
        });
  }

  @Test
  void forgottenWindowsAreTakenOnceMoreAndThenClosedForGood() {
    board.add(piece(1, 0, 0, 10, 0, 1));
    board.forgetBefore(START_MS + 60_000);

    assertThat(taken()).hasSize(1);
    board.add(piece(1, 0, 10, 20, 1, 2));
    assertThat(taken()).isEmpty();
    assertThat(board.droppedLateCount()).isEqualTo(1);
    assertThat(board.openWindowCount()).isZero();
  }

  @Test
  void whatWouldOpenTooManyWindowsIsDroppedAndCounted() {
    for (int minute = 0; minute <= WINDOWS_MAX; minute++) {
      board.add(piece(1, 0, 0, 10, 60.0 * minute, 60.0 * minute + 1));
    }

    assertThat(board.openWindowCount()).isEqualTo(WINDOWS_MAX);
    assertThat(board.droppedFullCount()).isEqualTo(1);
  }

  private void stand(long station, StationType type, double atM, int fromS, int toS) {
    for (int second = fromS; second < toS; second++) {
      Passages passages = new Passages();
      passages.begin(START_MS);
      passages.add(0, atM, atM, second * 1000.0, second * 1000.0 + 1000, Double.NaN);
      board.add(
          new MatchedReport(
              TinyCity.report(station, type, second + 1, 0, 0, 0, 0), 0, atM, passages));
    }
  }

  @Test
  void theQueueReachesBackToTheFarthestVehicleThatWaits() {
    stand(1, StationType.PASSENGER_CAR, 190, 0, 20);
    stand(2, StationType.PASSENGER_CAR, 160, 5, 20);
    stand(3, StationType.HEAVY_TRUCK, 175, 8, 20);

    assertThat(taken().getFirst().queueMm()).isEqualTo(40_000);
  }

  @Test
  void whoOnlySlowsDownOrGoesOnIsInNoQueue() {
    stand(1, StationType.PASSENGER_CAR, 100, 0, 2);
    board.add(piece(1, 0, 100, 120, 2, 4));
    stand(1, StationType.PASSENGER_CAR, 120, 4, 6);

    assertThat(taken().getFirst().queueMm()).isZero();
  }

  @Test
  void busesAndParkedVehiclesAreInNoQueue() {
    stand(1, StationType.BUS, 50, 0, 20);
    assertThat(taken().getFirst().queueMm()).isZero();

    board.add(piece(2, 0, 100, 100, 0, 400));

    assertThat(taken())
        .extracting(SegmentTally::queueMm)
        .containsExactly(100_000L, 100_000L, 100_000L, 100_000L, 100_000L, 0L, 0L);
  }

  @Test
  void whoStandsAcrossABorderWaitsInBothWindows() {
    stand(1, StationType.PASSENGER_CAR, 150, 50, 70);

    assertThat(taken()).extracting(SegmentTally::queueMm).containsExactly(50_000L, 50_000L);
  }

  @Test
  void whoWasElsewhereBetweenStandsAnew() {
    stand(1, StationType.PASSENGER_CAR, 150, 0, 2);
    stand(1, StationType.PASSENGER_CAR, 150, 30, 32);

    assertThat(taken().getFirst().queueMm()).isZero();
  }
}
