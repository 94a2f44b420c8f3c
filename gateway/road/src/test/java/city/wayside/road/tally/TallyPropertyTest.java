package city.wayside.road.tally;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.message.Report;
import city.wayside.model.traffic.SegmentTally;
import city.wayside.model.traffic.WindowLength;
import city.wayside.road.TinyCity;
import city.wayside.road.match.MatchedReport;
import city.wayside.road.match.RoadMatcher;
import city.wayside.road.match.Trajectory;
import city.wayside.road.network.RoadNetwork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class TallyPropertyTest {

  private static final RoadNetwork ROAD =
      new TinyCity()
          .road("a", "1", "2", 0, 0, 333.3, 0)
          .road("b", "2", "3", 333.3, 0, 337.7, 0)
          .road("c", "3", "4", 337.7, 0, 2000, 0)
          .build();

  private static final Comparator<SegmentTally> ORDER =
      Comparator.comparingInt(SegmentTally::segmentIndex)
          .thenComparingLong(SegmentTally::windowStartMs);

  /// Every vehicle's reports in order, all vehicles shuffled among each other.
  private static List<SegmentTally> drive(double speedMps, int vehicles, double stepS, long seed) {
    return drive(speedMps, vehicles, stepS, seed, 0);
  }

  private static List<SegmentTally> drive(
      double speedMps, int vehicles, double stepS, long seed, long earlierMs) {
    RoadMatcher matcher = new RoadMatcher(ROAD);
    TallyBoard board = new TallyBoard(ROAD);
    Trajectory[] trajectories = new Trajectory[vehicles];
    int[] steps = new int[vehicles];
    List<Integer> turns = new ArrayList<>();
    int stepCount = (int) (1500 / (speedMps * stepS));
    for (int vehicle = 0; vehicle < vehicles; vehicle++) {
      trajectories[vehicle] = new Trajectory();
      turns.addAll(Collections.nCopies(stepCount + 1, vehicle));
    }
    Collections.shuffle(turns, new Random(seed));
    for (int vehicle : turns) {
      double timeS = steps[vehicle]++ * stepS;
      MatchedReport matched =
          matcher.match(
              trajectories[vehicle],
              earlier(
                  TinyCity.car(vehicle, timeS, vehicle + timeS * speedMps, 1, speedMps, 90),
                  earlierMs));
      board.add(matched);
    }
    return board.takeChanged().stream().sorted(ORDER).toList();
  }

  private static Report earlier(Report report, long byMs) {
    return new Report(
        report.stationId(),
        report.type(),
        report.kind(),
        report.timeMs() - byMs,
        report.latDeg(),
        report.lonDeg(),
        report.speedMps(),
        report.headingDeg(),
        report.accuracyM());
  }

  /// What makes a backtest of a recorded trace comparable with the same reports sent live.
  @Property(tries = 60)
  void theTimeOfDayDoesNotChangeTheSums(
      @ForAll @DoubleRange(min = 2, max = 40) double speedMps,
      @ForAll @IntRange(min = 1, max = 30_000_000) int minutes) {
    long byMs = minutes * WindowLength.BASE_MS;

    assertThat(drive(speedMps, 3, 0.7, 1, byMs))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("windowStartMs")
        .isEqualTo(drive(speedMps, 3, 0.7, 1));
  }

  @Property(tries = 60)
  void allThatWasDrivenAndAllTheTimeIsInTheSums(
      @ForAll @DoubleRange(min = 2, max = 40) double speedMps,
      @ForAll @IntRange(min = 1, max = 5) int vehicles,
      @ForAll @IntRange(min = 1, max = 30) int stepTenths) {
    double stepS = stepTenths / 10.0;
    List<SegmentTally> tallies = drive(speedMps, vehicles, stepS, 1);

    int steps = (int) (1500 / (speedMps * stepS));
    double drivenMm = vehicles * steps * stepS * speedMps * 1000;
    // Positions are kept to 10^-7 degrees, about a centimetre.
    assertThat(tallies.stream().mapToLong(SegmentTally::distanceMm).sum())
        .isBetween((long) (drivenMm * 0.999) - 50, (long) (drivenMm * 1.001) + 50);
    assertThat(tallies.stream().mapToLong(SegmentTally::timeMs).sum())
        .isEqualTo(vehicles * Math.round(steps * stepS * 1000));
  }

  @Property(tries = 30)
  void theOrderInWhichVehiclesTakeTurnsDoesNotMatter(@ForAll long seed) {
    assertThat(drive(13.37, 4, 1, seed)).isEqualTo(drive(13.37, 4, 1, 1));
  }

  @Property(tries = 100)
  void talliesMergeInAnyOrderAndGrouping(@ForAll @IntRange(min = 1, max = 1000) int seed) {
    List<SegmentTally> parts = new ArrayList<>();
    for (int part = 0; part < 4; part++) {
      parts.addAll(
          drive(10 + (seed + part) % 7, 2, 1, seed).stream()
              .filter(tally -> tally.segmentIndex() == 0)
              .toList());
    }
    SegmentTally inOrder = parts.stream().reduce(SegmentTally::plus).orElseThrow();
    Collections.shuffle(parts, new Random(seed));
    SegmentTally tail =
        parts.subList(1, parts.size()).stream().reduce(SegmentTally::plus).orElseThrow();

    assertThat(parts.get(0).plus(tail)).isEqualTo(inOrder);
  }
}
