package city.wayside.grid.rollup;

import static city.wayside.grid.Samples.drive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.wayside.grid.Samples;
import city.wayside.model.traffic.EdieFigures;
import city.wayside.model.traffic.LevelOfService;
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
    assertThat(rollUp.confidence(0, 0)).isZero();
    assertThat(rollUp.confidence(1, 0)).isZero();
    assertThat(rollUp.confidence(3, 0.1)).isCloseTo(0.25, within(1e-12));
    assertThat(rollUp.confidence(4, 0.1)).isGreaterThan(rollUp.confidence(3, 0.1));
    assertThat(rollUp.confidence(3, 0.2)).isGreaterThan(rollUp.confidence(3, 0.1));
    assertThat(rollUp.confidence(100_000, 50)).isBetween(0.9, 1.0);
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
    assertThatThrownBy(() -> new RollUpConfig(0.65, 0.85, 0.45, 0.25, 5, 3, 0.1, 13.9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "heavyBelow, slowBelow, queuingBelow, stationaryBelow must descend, not 0.65, 0.85,"
                + " 0.45, 0.25");
  }
}
