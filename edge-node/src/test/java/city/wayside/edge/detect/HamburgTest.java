package city.wayside.edge.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.wayside.kit.fake.RecordingTelemetry;
import city.wayside.kit.trace.TraceReader;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.telemetry.Metric;
import city.wayside.road.match.RoadMatcher;
import city.wayside.road.match.Trajectory;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.source.NetworkSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A quarter of an hour of the traffic of a town, up to 1,220 vehicles at a time, in which nothing
/// happens but that it is dense: whatever is found is a false alarm, or a queue that is there.
class HamburgTest {

  private static final long TICK_MS = 125;

  @Test
  void exactPositionsRaiseNoFalseAlarm() throws Exception {
    judge(run("trace.csv.gz"));
  }

  @Test
  void positionsWithRealErrorsRaiseNoFalseAlarm() throws Exception {
    judge(run("trace-gps-error.csv.gz"));
  }

  private static void judge(RecordingTelemetry telemetry) {
    assertThat(telemetry.count(Metric.EDGE_DETECTIONS, "wrong_way")).isZero();
    assertThat(telemetry.count(Metric.EDGE_DETECTIONS, "hard_braking")).isZero();
    assertThat(telemetry.count(Metric.EDGE_DETECTIONS, "stopped_vehicle")).isLessThanOrEqualTo(1);
    assertThat(telemetry.count(Metric.EDGE_DETECTIONS, "queue_end")).isLessThanOrEqualTo(3);
    assertThat(telemetry.total(Metric.EDGE_DETECTION_DROPPED)).isZero();
  }

  private static RecordingTelemetry run(String trace) throws Exception {
    Path folder = hamburg();
    RoadNetwork network = NetworkSource.read(folder.resolve("network.geojson"));
    RecordingTelemetry telemetry = new RecordingTelemetry();
    Detector detector = new Detector(DetectionConfig.defaults(), network, telemetry);
    RoadMatcher matcher = new RoadMatcher(network);
    Map<Long, Trajectory> trajectories = new HashMap<>();
    Map<Long, Motion> motions = new HashMap<>();
    long reviewedMs = Long.MAX_VALUE;
    try (TraceReader reader = TraceReader.open(folder.resolve(trace), _ -> {})) {
      while (reader.next()) {
        reviewedMs = Math.min(reviewedMs, reader.timeMs());
        for (; reviewedMs < reader.timeMs(); reviewedMs += TICK_MS) {
          detector.turn(reviewedMs, _ -> true);
        }
        Report report = report(reader);
        Trajectory trajectory =
            trajectories.computeIfAbsent(report.stationId(), _ -> new Trajectory());
        if (report.timeMs() > trajectory.newestMs()) {
          Motion motion = motions.computeIfAbsent(report.stationId(), _ -> new Motion());
          detector.see(matcher.match(trajectory, report), motion);
        }
      }
    }
    assertThat(trajectories).hasSizeGreaterThan(6000);
    return telemetry;
  }

  private static Report report(TraceReader reader) {
    return new Report(
        reader.stationId(),
        reader.type(),
        MessageKind.PROBE,
        reader.timeMs(),
        reader.latDeg(),
        reader.lonDeg(),
        reader.speedMps(),
        reader.headingDeg(),
        Double.NaN);
  }

  private static Path hamburg() {
    Path root = Path.of(System.getProperty("wayside.root", "."));
    Path near = root.resolve("../shared/data/hamburg");
    Path data = Files.exists(near) ? near : root.resolve("../../shared/data/hamburg");
    assumeTrue(Files.exists(data), "no recorded data at " + near.toAbsolutePath().normalize());
    return data;
  }
}
