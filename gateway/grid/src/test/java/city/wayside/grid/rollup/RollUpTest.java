package city.wayside.grid.rollup;

import static city.wayside.grid.Samples.drive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.wayside.grid.Samples;
import city.wayside.model.traffic.EdieFigures;
import city.wayside.model.traffic.FlowEstimate;
import city.wayside.model.traffic.LevelOfService;
import city.wayside.model.traffic.Penetration;
import city.wayside.model.traffic.SegmentTally;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.SegmentWindow;
import city.wayside.model.traffic.StationSketch;
import city.wayside.model.traffic.TravelTimePercentiles;
import city.wayside.model.traffic.TravelTimeSketch;
import city.wayside.model.traffic.WindowLength;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.RoadNetworkBuilder;
import city.wayside.road.network.SegmentDraft;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollUpTest {

  private static final RoadNetwork STREET = Samples.street(5);
  private final RollUp rollUp = new RollUp(STREET);

  private SegmentTraffic record(SegmentTally sum) {
    return rollUp.record(sum, WindowLength.ONE_MINUTE, 120_000, 2);
  }

  @Test
  void aRecordSaysWhatTheTallySaysAndNothingMore() {
    SegmentTally sum = drive(3, 120_000, 1, 12, 8).plus(drive(3, 120_000, 2, 10, 9));

    SegmentTraffic record = record(sum);

    assertThat(record.window())
        .isEqualTo(new SegmentWindow(3, "s3", STREET.version(), 120_000, WindowLength.ONE_MINUTE));
    assertThat(record.revision()).isEqualTo(2);
    assertThat(record.vehicles()).isEqualTo(2);
    assertThat(record.edie()).isEqualTo(EdieFigures.of(sum, 100, 60_000));
    assertThat(record.edie().speedMps()).isCloseTo(186.0 / 22, within(1e-12));
    assertThat(record.freeFlowSpeedMps()).isEqualTo(10);
    assertThat(record.flow()).isNull();
    assertThat(record.queueLengthM()).isNull();
  }

  @Test
  void travelTimesAreGivenWithinTheSketchsAccuracy() {
    TravelTimePercentiles travelTime =
        Objects.requireNonNull(record(drive(3, 120_000, 1, 12, 8)).travelTime());

    assertThat(travelTime.p50S()).isCloseTo(12.5, within(12.5 * 0.02));
    assertThat(travelTime.p95S()).isEqualTo(travelTime.p50S());
  }

  @Test
  void withoutATraversalThereIsNoTravelTime() {
    SegmentTally passing =
        new SegmentTally(3, 120_000, 5000, 1000, 0, StationSketch.of(1), TravelTimeSketch.EMPTY);

    assertThat(record(passing).travelTime()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0, FREE_FLOW",
    "8.5, FREE_FLOW",
    "8.49, HEAVY",
    "6.5, HEAVY",
    "6.49, SLOW",
    "4.5, SLOW",
    "4.49, QUEUING",
    "2.5, QUEUING",
    "2.49, STATIONARY",
    "0, STATIONARY"
  })
  void theLevelOfServiceFollowsTheShareOfTheFreeFlowSpeed(double speedMps, LevelOfService level) {
    assertThat(record(drive(3, 120_000, 1, 100, speedMps)).levelOfService()).isEqualTo(level);
  }

  @Test
  void withTooLittleTimeTheLevelOfServiceStaysUnknown() {
    assertThat(record(drive(3, 120_000, 1, 4.999, 5)).levelOfService())
        .isEqualTo(LevelOfService.UNKNOWN);
    assertThat(record(drive(3, 120_000, 1, 5, 5)).levelOfService()).isEqualTo(LevelOfService.SLOW);
  }

  @Test
  void confidenceGrowsWithVehiclesAndTimeAndStaysBelowOne() {
    assertThat(confidence(0, 0)).isZero();
    assertThat(confidence(1, 0)).isZero();
    assertThat(confidence(3, 0.1)).isCloseTo(0.25, within(1e-12));
    assertThat(confidence(4, 0.1)).isGreaterThan(confidence(3, 0.1));
    assertThat(confidence(3, 0.2)).isGreaterThan(confidence(3, 0.1));
    assertThat(confidence(100_000, 50)).isBetween(0.9, 1.0);
  }

  private double confidence(int vehicles, double timeShare) {
    return rollUp.confidence(vehicles, timeShare, null);
  }

  @Test
  void confidenceFallsWithTheErrorOfAKnownFlow() {
    double before = confidence(3, 0.1);
    for (double stdErrVph : new double[] {0, 10, 50, 100}) {
      double now = rollUp.confidence(3, 0.1, new FlowEstimate(100, 0.2, stdErrVph));
      assertThat(now).as("error %s", stdErrVph).isLessThanOrEqualTo(before);
      before = now;
    }
    assertThat(rollUp.confidence(3, 0.1, new FlowEstimate(100, 0.2, 50)))
        .isCloseTo(0.125, within(1e-12));
    assertThat(before).isCloseTo(0.25 / 3, within(1e-12));
    // An error larger than the flow, and that of no flow at all, count like one as large.
    assertThat(rollUp.confidence(3, 0.1, new FlowEstimate(100, 0.2, 900))).isEqualTo(before);
    assertThat(rollUp.confidence(3, 0.1, new FlowEstimate(0, 0.2, 50))).isEqualTo(before);
  }

  @Test
  void theFlowIsThereWhereThePenetrationIs() {
    Penetrations known = (segment, _) -> segment == 3 ? new Penetration(0.25, 0.05) : null;
    RollUp knowing =
        new RollUp(
            STREET,
            RollUpConfig.defaults(),
            new RollUpInputs(FlowConfig.defaults(), FreeFlowConfig.defaults(), known, List.of()));

    SegmentTraffic there =
        knowing.record(drive(3, 120_000, 1, 10, 10), WindowLength.ONE_MINUTE, 120_000, 0);
    SegmentTraffic elsewhere =
        knowing.record(drive(4, 120_000, 1, 10, 10), WindowLength.ONE_MINUTE, 120_000, 0);

    FlowEstimate flow = Objects.requireNonNull(there.flow());
    assertThat(flow.flowVph()).isCloseTo(240, within(1e-9));
    assertThat(flow.penetration()).isEqualTo(0.25);
    assertThat(flow.stdErrVph()).isBetween(200.0, 360.0);
    assertThat(elsewhere.flow()).isNull();
  }

  @Test
  void theQueueReachesToTheFarthestThatWaited() {
    SegmentTally waits =
        new SegmentTally(
            3, 120_000, 0, 9000, 9000, StationSketch.of(1), TravelTimeSketch.EMPTY, 31_500);
    SegmentTally beyond =
        new SegmentTally(
            3, 120_000, 0, 9000, 9000, StationSketch.of(2), TravelTimeSketch.EMPTY, 100_001);

    assertThat(record(waits).queueLengthM()).isEqualTo(31.5);
    assertThat(record(waits.plus(drive(3, 120_000, 9, 5, 9))).queueLengthM()).isEqualTo(31.5);
    assertThat(record(beyond.plus(waits)).queueLengthM()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "residential, 8.333",
    "motorway, 30.556",
    "motorway_link, 21.389",
    "'', 13.9",
    "goat_track, 13.9"
  })
  void withoutALimitTheRoadClassTellsTheFreeFlowSpeed(String roadClass, double freeFlowMps) {
    RoadNetworkBuilder builder = new RoadNetworkBuilder();
    double[] latDeg = {48, 48.001};
    double[] lonDeg = {11, 11};
    builder.add(
        new SegmentDraft("a", "", roadClass, 100, Double.NaN, 0, null, null, latDeg, lonDeg));
    RollUp unlimited = new RollUp(builder.build());

    assertThat(
            unlimited
                .record(drive(0, 0, 1, 10, 5), WindowLength.ONE_MINUTE, 0, 0)
                .freeFlowSpeedMps())
        .isCloseTo(freeFlowMps, within(1e-3));
  }

  @Test
  void thresholdsMustDescend() {
    assertThatThrownBy(
            () -> new RollUpConfig(0.65, 0.85, 0.45, 0.25, 0.03, 120, 5, 3, 0.1, 0.5, 13.9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "heavyBelow, slowBelow, queuingBelow, stationaryBelow must descend, not 0.65, 0.85,"
                + " 0.45, 0.25");
    assertThatThrownBy(() -> new RollUpConfig(0.3, 0.2, 0.1, 0.03, 0.05, 120, 5, 3, 0.1, 0.5, 13.9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("levelMargin 0.05; allowed is below stationaryBelow (0.03)");
  }
}
