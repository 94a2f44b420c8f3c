package city.wayside.edge.detect;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.fake.RecordingTelemetry;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.telemetry.Metric;
import city.wayside.road.match.MatchedReport;
import city.wayside.road.match.Passages;
import city.wayside.road.network.RoadNetwork;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/// A report of a vehicle that drives as others do leaves nothing behind.
class OrdinaryReportTest {

  private static final int ROUNDS = 300;
  private static final int CARS = 64;
  private static final double SPEED_MPS = 12;

  private final RoadNetwork network = Roads.main(Roads.TOWN_MPS).network();
  private final RecordingTelemetry telemetry = new RecordingTelemetry();
  private final Detector detector = new Detector(DetectionConfig.defaults(), network, telemetry);
  private final Motion[] motions = new Motion[CARS];

  @Test
  void itTakesNoMemory() {
    assertThat(leastBytes(Double.NaN)).isZero();
    assertThat(leastBytes(3)).isZero();
    assertThat(telemetry.read(Metric.EDGE_DETECTION_SLOW)).containsEntry("", 0.0);
  }

  /// The least that a round of reports has taken, once the code is warm: what else the machine does
  /// meanwhile only adds.
  private long leastBytes(double accuracyM) {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int car = 0; car < CARS; car++) {
      motions[car] = new Motion();
    }
    long least = Long.MAX_VALUE;
    for (int round = 1; round <= ROUNDS; round++) {
      MatchedReport[] reports = new MatchedReport[CARS];
      for (int car = 0; car < CARS; car++) {
        reports[car] = report(car, round, accuracyM);
      }
      long before = thread.getCurrentThreadAllocatedBytes();
      for (int car = 0; car < CARS; car++) {
        detector.see(reports[car], motions[car]);
      }
      least = Math.min(least, thread.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  private MatchedReport report(int car, int round, double accuracyM) {
    int segment = network.indexOf("main");
    double offsetM = (car * 31 + round * SPEED_MPS) % network.lengthM(segment);
    long timeMs = Stage.START_MS + round * 1000L;
    Passages passages = new Passages();
    passages.begin(timeMs - 1000);
    passages.add(segment, Math.max(0, offsetM - SPEED_MPS), offsetM, 0, 1000, Double.NaN);
    Report report =
        new Report(
            car,
            StationType.PASSENGER_CAR,
            MessageKind.CAM,
            timeMs,
            network.latDeg(segment, offsetM),
            network.lonDeg(segment, offsetM),
            SPEED_MPS,
            90,
            accuracyM);
    return new MatchedReport(report, segment, offsetM, passages);
  }
}
