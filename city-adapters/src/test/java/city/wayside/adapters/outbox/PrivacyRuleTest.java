package city.wayside.adapters.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.adapters.Records;
import city.wayside.model.traffic.FlowEstimate;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.TravelTimePercentiles;
import city.wayside.model.traffic.WindowLength;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PrivacyRuleTest {

  @Property(tries = 300, seed = "20261123")
  void noRecordOfFewerVehiclesThanTheTierAsksForIsDisclosed(
      @ForAll PrivacyTier tier,
      @ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> vehicleCounts) {
    Disclosed window = disclose(tier, vehicleCounts);
    List<Integer> allowed = new ArrayList<>();
    for (int i = 0; i < vehicleCounts.size(); i++) {
      if (vehicleCounts.get(i) >= tier.vehiclesMin()) {
        allowed.add(i);
      }
    }
    assertThat(window.records())
        .extracting(record -> record.window().segmentIndex())
        .containsExactlyElementsOf(allowed);
    assertThat(window.suppressed()).isEqualTo(vehicleCounts.size() - allowed.size());
    assertThat(window.records())
        .allSatisfy(
            record -> assertThat(record.vehicles()).isGreaterThanOrEqualTo(tier.vehiclesMin()));
  }

  @Property(tries = 300, seed = "20261123")
  void theOpenTierTellsNoExactCount(@ForAll @IntRange(min = 10, max = 500) int vehicles) {
    SegmentTraffic told = disclose(PrivacyTier.OPEN, List.of(vehicles)).records().getFirst();
    assertThat(told.vehicles() % 5).isZero();
    assertThat(told.vehicles()).isBetween(vehicles - 4, vehicles);
    assertThat(told.travelTime())
        .isNotNull()
        .satisfies(times -> assertThat(times.traversalCount() % 5).isZero());
    assertThat(told.confidence()).isCloseTo(0.80, within());
    FlowEstimate flow = Objects.requireNonNull(told.flow());
    assertThat(flow.stdErrVph() / flow.flowVph()).isCloseTo(0.10, within());
  }

  @Test
  void travelTimesOfFewTraversalsAreHeldBackThoughManyVehiclesReported() {
    assertThat(withTraversals(PrivacyTier.OPEN, 9).travelTime()).isNull();
    assertThat(withTraversals(PrivacyTier.OPEN, 10).travelTime()).isNotNull();
    assertThat(withTraversals(PrivacyTier.RESTRICTED, 4).travelTime()).isNull();
    assertThat(withTraversals(PrivacyTier.RESTRICTED, 5).travelTime()).isNotNull();
    assertThat(withTraversals(PrivacyTier.OPEN, 0).travelTime()).isNull();
  }

  @Test
  void theOperatorSeesEveryRecordAsItIs() {
    SegmentTraffic one = Records.full(0, "a", 1);
    Disclosed window =
        new PrivacyRule(PrivacyTier.OPERATOR)
            .disclose(WindowLength.ONE_MINUTE, Records.START_MS, List.of(one));
    assertThat(window.records()).containsExactly(one);
    assertThat(window.suppressed()).isZero();
  }

  @Test
  void theWhereaboutsOfTheLastVehicleInAQueueAreRoundedInTheOpenTier() {
    SegmentTraffic record = withQueue(Records.full(0, "a", 12), 137.2);
    assertThat(disclosed(PrivacyTier.OPEN, record).queueLengthM()).isEqualTo(100.0);
    assertThat(disclosed(PrivacyTier.RESTRICTED, record).queueLengthM()).isEqualTo(137.2);
  }

  private static Disclosed disclose(PrivacyTier tier, List<Integer> vehicleCounts) {
    List<SegmentTraffic> records = new ArrayList<>();
    for (int i = 0; i < vehicleCounts.size(); i++) {
      records.add(Records.full(i, "s" + i, vehicleCounts.get(i)));
    }
    return new PrivacyRule(tier).disclose(WindowLength.ONE_MINUTE, Records.START_MS, records);
  }

  private static SegmentTraffic disclosed(PrivacyTier tier, SegmentTraffic record) {
    return new PrivacyRule(tier)
        .disclose(WindowLength.ONE_MINUTE, Records.START_MS, List.of(record))
        .records()
        .getFirst();
  }

  private static SegmentTraffic withTraversals(PrivacyTier tier, int traversals) {
    SegmentTraffic full = Records.full(0, "a", 40);
    return disclosed(
        tier,
        Records.record(
            0,
            "a",
            40,
            full.edie(),
            full.flow(),
            new TravelTimePercentiles(traversals, 10, 11, 12),
            full.levelOfService()));
  }

  private static SegmentTraffic withQueue(SegmentTraffic from, double queueLengthM) {
    return new SegmentTraffic(
        from.window(),
        from.revision(),
        from.vehicles(),
        from.edie(),
        from.flow(),
        from.travelTime(),
        from.freeFlowSpeedMps(),
        queueLengthM,
        from.levelOfService(),
        from.confidence());
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-9);
  }
}
