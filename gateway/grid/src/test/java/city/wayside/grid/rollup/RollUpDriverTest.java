package city.wayside.grid.rollup;

import static city.wayside.grid.Samples.drive;
import static city.wayside.grid.Samples.tallies;
import static city.wayside.model.traffic.WindowLength.FIFTEEN_MINUTES;
import static city.wayside.model.traffic.WindowLength.FIVE_MINUTES;
import static city.wayside.model.traffic.WindowLength.ONE_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.wayside.grid.Grid;
import city.wayside.grid.GridException;
import city.wayside.grid.ManualClock;
import city.wayside.grid.Samples;
import city.wayside.grid.TestGrids;
import city.wayside.model.flow.TrafficChange;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import city.wayside.road.network.RoadNetwork;
import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each test begins two days after the one before, with a driver that knows nothing.
class RollUpDriverTest {

  private static final RoadNetwork STREET = Samples.street(200);
  private static final long DAY_MS = 86_400_000;
  private static long zeroMs = 20_000 * DAY_MS;
  private static final ManualClock CLOCK = new ManualClock(zeroMs);
  private static Grid grid;

  private RollUpDriver driver = newDriver();
  private long cursor;

  @BeforeAll
  static void start() throws GridException {
    grid = TestGrids.member(TestGrids.config(), CLOCK);
  }

  @AfterAll
  static void stop() {
    grid.close();
  }

  /// All three lengths of window have just been closed at minute 0.
  @BeforeEach
  void begin() throws InterruptedException {
    zeroMs += 2 * DAY_MS;
    at(5);
    for (List<TrafficChange> seen = List.of(); ; cursor = seen.getLast().cursor()) {
      seen = grid.changes().after(cursor, 100, Duration.ZERO);
      if (seen.isEmpty()) {
        return;
      }
    }
  }

  private static RollUpDriver newDriver() {
    RollUpDriverConfig config = new RollUpDriverConfig(5000, 90_000, 10_000, 1000, 600);
    return grid.rollUp(new RollUp(STREET), config);
  }

  private void at(double seconds) {
    CLOCK.set(zeroMs + Math.round(seconds * 1000));
    driver.pass();
  }

  private static long minute(int number) {
    return zeroMs + number * 60_000L;
  }

  private List<TrafficChange> newChanges() throws InterruptedException {
    List<TrafficChange> changes = grid.changes().after(cursor, 100, Duration.ZERO);
    cursor = changes.isEmpty() ? cursor : changes.getLast().cursor();
    return changes;
  }

  private static Tuple closed(WindowLength length, int minute) {
    return tuple(length, minute(minute), 0);
  }

  @Test
  void aWindowClosesWhenItsLatenessIsOverAndNotBefore() throws Exception {
    TestGrids.send(grid, tallies("edge-1", 1, STREET, drive(3, minute(0), 77, 12, 8)));

    at(64.999);
    assertThat(newChanges()).isEmpty();

    at(65);
    assertThat(newChanges())
        .extracting(TrafficChange::length, TrafficChange::windowStartMs, TrafficChange::revision)
        .containsExactly(closed(ONE_MINUTE, 0));
    assertThat(grid.traffic().newestStartMs(ONE_MINUTE)).hasValue(minute(0));
    assertThat(grid.traffic().window(ONE_MINUTE, minute(0)))
        .singleElement()
        .satisfies(record -> {
          assertThat(record.window().segmentId()).isEqualTo("s3");
          assertThat(record.vehicles()).isEqualTo(1);
          assertThat(record.edie().distanceM()).isEqualTo(96);
        });
  }

  @Test
  void aWindowWithoutReportsClosesToo() throws Exception {
    at(65);

    assertThat(newChanges())
        .singleElement()
        .satisfies(change -> assertThat(change.segments()).isEmpty());
    assertThat(grid.traffic().newestStartMs(ONE_MINUTE)).hasValue(minute(0));
    assertThat(grid.traffic().window(ONE_MINUTE, minute(0))).isEmpty();
  }

  @Test
  void lateReportsReviseOnlyWhatTheyChange() throws Exception {
    TestGrids.send(
        grid,
        tallies(
            "edge-1", 1, STREET, drive(3, minute(0), 77, 12, 8), drive(4, minute(0), 77, 12, 8)));
    at(65);
    newChanges();
    TestGrids.send(grid, tallies("edge-2", 1, STREET, drive(4, minute(0), 78, 6, 8)));

    at(80);

    List<TrafficChange> changes = newChanges();
    assertThat(changes).hasSize(1);
    assertThat(changes.getFirst().revision()).isEqualTo(1);
    assertThat(changes.getFirst().segments())
        .extracting(record -> record.window().segmentId(), SegmentTraffic::revision)
        .containsExactly(tuple("s4", 1));
    assertThat(grid.traffic().window(ONE_MINUTE, minute(0)))
        .extracting(SegmentTraffic::revision, SegmentTraffic::vehicles)
        .containsExactly(tuple(0, 1), tuple(1, 2));
  }

  @Test
  void aSegmentThatIsOnlyReportedLateIsNewAndNotRevised() throws Exception {
    at(65);
    newChanges();
    TestGrids.send(grid, tallies("edge-2", 1, STREET, drive(4, minute(0), 78, 6, 8)));

    at(80);

    assertThat(newChanges())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.revision()).isEqualTo(1);
          assertThat(change.segments()).extracting(SegmentTraffic::revision).containsExactly(0);
        });
  }

  @Test
  void nothingIsRevisedWhenNothingChanged() throws Exception {
    TestGrids.send(grid, tallies("edge-1", 1, STREET, drive(3, minute(0), 77, 12, 8)));
    at(65);
    newChanges();
    TestGrids.send(grid, tallies("edge-1", 1, STREET, drive(3, minute(0), 77, 12, 8)));

    at(80);
    driver = newDriver();
    at(95);

    assertThat(newChanges()).isEmpty();
  }

  @Test
  void reportsThatAreTooLateChangeNothing() throws Exception {
    at(65);
    at(125);
    newChanges();
    TestGrids.send(grid, tallies("edge-1", 1, STREET, drive(3, minute(0), 77, 12, 8)));

    at(151);

    assertThat(newChanges()).isEmpty();
    assertThat(grid.traffic().window(ONE_MINUTE, minute(0))).isEmpty();
  }

  @Test
  void longerWindowsAreTheSumsOfTheirMinutes() throws Exception {
    for (int minute = 0; minute < 15; minute++) {
      TestGrids.send(
          grid, tallies("edge-1", 1, STREET, drive(3, minute(minute), 70 + minute, 6, 5 + minute)));
      at(65 + minute * 60);
    }

    double distanceM = sum(ONE_MINUTE, 0, 15);
    assertThat(sum(FIVE_MINUTES, 0, 15)).isEqualTo(distanceM);
    assertThat(sum(FIFTEEN_MINUTES, 0, 15)).isEqualTo(distanceM).isGreaterThan(0);
    assertThat(grid.traffic().window(FIFTEEN_MINUTES, minute(0)))
        .extracting(SegmentTraffic::vehicles)
        .containsExactly(15);
  }

  private static double sum(WindowLength length, int fromMinute, int toMinute) {
    return grid.traffic().history(3, length, minute(fromMinute), minute(toMinute)).stream()
        .mapToDouble(record -> record.edie().distanceM())
        .sum();
  }

  @Test
  void aLateReportRevisesTheLongerWindowThatHasClosedToo() throws Exception {
    at(305);
    newChanges();
    TestGrids.send(grid, tallies("edge-1", 1, STREET, drive(3, minute(4), 77, 12, 8)));

    at(320);

    assertThat(newChanges())
        .extracting(TrafficChange::length, TrafficChange::windowStartMs, TrafficChange::revision)
        .containsExactly(tuple(ONE_MINUTE, minute(4), 1), tuple(FIVE_MINUTES, minute(0), 1));
    assertThat(sum(FIVE_MINUTES, 0, 5)).isEqualTo(96);
  }

  @Test
  void aPauseIsCaughtUpInOrder() throws Exception {
    for (int minute = 0; minute < 5; minute++) {
      TestGrids.send(
          grid, tallies("edge-1", 1, STREET, drive(3, minute(minute), 77, 6, 5 + minute)));
    }

    at(307);

    assertThat(newChanges())
        .extracting(TrafficChange::length, TrafficChange::windowStartMs, TrafficChange::revision)
        .containsExactly(
            closed(ONE_MINUTE, 0),
            closed(ONE_MINUTE, 1),
            closed(ONE_MINUTE, 2),
            closed(ONE_MINUTE, 3),
            closed(ONE_MINUTE, 4),
            closed(FIVE_MINUTES, 0));
    assertThat(sum(FIVE_MINUTES, 0, 5)).isEqualTo(6 * (5 + 6 + 7 + 8 + 9)).isPositive();
  }

  @Test
  void aPauseBeyondTheBoundIsCaughtUpFromTheBoundOn() throws Exception {
    at(3600 + 5);

    assertThat(newChanges())
        .filteredOn(change -> change.length() == ONE_MINUTE)
        .extracting(TrafficChange::windowStartMs)
        .first()
        .isEqualTo(minute(50));
    assertThat(grid.traffic().newestStartMs(ONE_MINUTE)).hasValue(minute(59));
    assertThat(grid.traffic().newestStartMs(FIVE_MINUTES)).hasValue(minute(55));
    assertThat(grid.traffic().newestStartMs(FIFTEEN_MINUTES)).hasValue(minute(45));
  }

  @Test
  void anotherDriverGoesOnWhereThisOneStopped() throws Exception {
    at(65);
    newChanges();
    driver = newDriver();

    at(130);

    assertThat(newChanges())
        .extracting(TrafficChange::length, TrafficChange::windowStartMs, TrafficChange::revision)
        .containsExactly(closed(ONE_MINUTE, 1));
  }

  @Test
  void aWindowOfManySegmentsIsReadSegmentBySegment() throws Exception {
    TestGrids.send(
        grid,
        tallies(
            "edge-1",
            1,
            STREET,
            drive(0, minute(0), 77, 1, 8),
            drive(63, minute(0), 77, 1, 8),
            drive(64, minute(0), 77, 1, 8),
            drive(199, minute(0), 77, 1, 8)));
    at(65);

    assertThat(grid.traffic().window(ONE_MINUTE, minute(0)))
        .extracting(record -> record.window().segmentIndex())
        .containsExactly(0, 63, 64, 199);
    assertThat(grid.traffic().history(64, ONE_MINUTE, minute(0), minute(1)))
        .extracting(record -> record.window().segmentId())
        .containsExactly("s64");
    assertThat(grid.traffic().history(65, ONE_MINUTE, minute(0), minute(1))).isEmpty();
    assertThat(grid.traffic().history(-1, ONE_MINUTE, minute(0), minute(1))).isEmpty();
    assertThat(grid.traffic().history(64, ONE_MINUTE, minute(0) + 1, minute(9))).isEmpty();
    assertThat(newChanges().getFirst().segments()).hasSize(4);
  }

  @Test
  void talliesOfSegmentsThatTheNetworkHasNotAreLeftOut() throws Exception {
    TestGrids.send(
        grid,
        tallies(
            "edge-1", 1, STREET, drive(200, minute(0), 77, 1, 8), drive(1, minute(0), 77, 1, 8)));

    at(65);

    assertThat(grid.traffic().window(ONE_MINUTE, minute(0)))
        .extracting(record -> record.window().segmentIndex())
        .containsExactly(1);
  }
}
