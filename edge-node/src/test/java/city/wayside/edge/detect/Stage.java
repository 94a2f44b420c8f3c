package city.wayside.edge.detect;

import city.wayside.kit.fake.RecordingTelemetry;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.RoadEvent.Termination;
import city.wayside.model.message.Report;
import city.wayside.road.match.RoadMatcher;
import city.wayside.road.match.Trajectory;
import city.wayside.road.network.RoadNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs cars over roads, through the real matcher, under the eyes of a detector.
final class Stage {

  static final long START_MS = 1_795_404_600_000L;

  private static final long TICK_MS = 100;

  final List<RoadEvent> told = new ArrayList<>();
  final RecordingTelemetry telemetry = new RecordingTelemetry();
  final Detector detector;

  private final RoadNetwork network;
  private final RoadMatcher matcher;
  private final List<Car> cars = new ArrayList<>();
  private final Map<Long, Trajectory> trajectories = new HashMap<>();
  private final Map<Long, Motion> motions = new HashMap<>();
  private long ranMs;

  Stage(Roads roads) {
    this(roads, DetectionConfig.defaults());
  }

  Stage(Roads roads, DetectionConfig config) {
    network = roads.network();
    matcher = new RoadMatcher(network);
    detector = new Detector(config, network, telemetry);
  }

  Stage with(Car... more) {
    cars.addAll(List.of(more));
    return this;
  }

  /// Goes on until so many seconds after the start.
  Stage until(int timeS) {
    while (ranMs <= timeS * 1000L) {
      for (Car car : cars) {
        if (car.reportsAt(ranMs / 1000.0)) {
          see(car.report(ranMs / 1000.0, START_MS + ranMs));
        }
      }
      detector.turn(START_MS + ranMs, event -> told.add(event));
      ranMs += TICK_MS;
    }
    return this;
  }

  private void see(Report report) {
    Trajectory trajectory = trajectories.computeIfAbsent(report.stationId(), _ -> new Trajectory());
    Motion motion = motions.computeIfAbsent(report.stationId(), _ -> new Motion());
    detector.see(matcher.match(trajectory, report), motion);
  }

  /// What was told of a kind, its ends left out.
  List<RoadEvent> told(Detected what) {
    return told.stream()
        .filter(event -> event.cause().equals(what.cause()))
        .filter(event -> event.termination() == Termination.NONE)
        .toList();
  }

  /// The ends that were told of a kind.
  List<RoadEvent> ended(Detected what) {
    return told.stream()
        .filter(event -> event.cause().equals(what.cause()))
        .filter(event -> event.termination() == Termination.CANCELLED)
        .toList();
  }

  /// How many different events were told.
  long eventsCount() {
    return told.stream().map(RoadEvent::key).distinct().count();
  }

  /// Seconds from the start of the scene.
  static double secondOf(long timeMs) {
    return (timeMs - START_MS) / 1000.0;
  }

  static double eastM(RoadEvent event) {
    return Roads.PLANE.eastM(event.place().position().lonDeg());
  }
}
