package city.wayside.edge.detect;

import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// What vehicles have shown lately, as much of it as there is room for; what there is no room for
/// is counted. Any thread adds, one thread reviews.
final class Board {

  /// The scenes are reviewed in so many parts, so that no turn takes long.
  static final int SLICES = 8;

  private final DetectionConfig config;
  private final AtomicReferenceArray<@Nullable Scene> scenes;
  private final List<Queue<Scene>> slices = new ArrayList<>();
  private final AtomicInteger slowCount = new AtomicInteger();

  // Each guarded by itself.
  private final ArrayDeque<Braking> brakings = new ArrayDeque<>();
  private final Map<Long, OpposedVehicle> opposed = new LinkedHashMap<>();

  private final Telemetry.Counter slowDropped;
  private final Telemetry.Counter brakingsDropped;
  private final Telemetry.Counter opposedDropped;

  Board(int segmentCount, DetectionConfig config, Telemetry telemetry) {
    this.config = config;
    this.scenes = new AtomicReferenceArray<>(segmentCount);
    for (int i = 0; i < SLICES; i++) {
      slices.add(new ConcurrentLinkedQueue<>());
    }
    slowDropped = telemetry.counter(Metric.EDGE_DETECTION_DROPPED, "slow_vehicles");
    brakingsDropped = telemetry.counter(Metric.EDGE_DETECTION_DROPPED, "brakings");
    opposedDropped = telemetry.counter(Metric.EDGE_DETECTION_DROPPED, "wrong_ways");
    telemetry.gauge(Metric.EDGE_DETECTION_SLOW, "", slowCount::get);
  }

  /// The scene of a segment; nothing where nobody is slow.
  @Nullable Scene scene(int segment) {
    return scenes.get(segment);
  }

  /// The scenes of one part.
  Queue<Scene> slice(int slice) {
    return slices.get(slice);
  }

  /// Adds a vehicle that has become slow.
  ///
  /// @return false when there is no room for it
  boolean enter(SlowVehicle vehicle) {
    // Threads that ask at the same moment may pass the limits by one vehicle each.
    Scene scene = open(vehicle.segment);
    boolean isFull =
        slowCount.get() >= config.slow().vehiclesCountMax()
            || scene.vehiclesCount() >= config.slow().perSegmentMax();
    if (isFull) {
      slowDropped.add(1);
      return false;
    }
    while (!scene.add(vehicle)) {
      scene = open(vehicle.segment);
    }
    slowCount.incrementAndGet();
    return true;
  }

  private Scene open(int segment) {
    while (true) {
      Scene present = scenes.get(segment);
      if (present != null) {
        return present;
      }
      Scene made = new Scene(segment);
      if (scenes.compareAndSet(segment, null, made)) {
        slices.get(segment % SLICES).add(made);
        return made;
      }
    }
  }

  /// Moves a slow vehicle.
  ///
  /// @return false when it is looked at no more
  boolean move(SlowVehicle vehicle, long timeMs, double offsetM, double speedMps) {
    Scene scene = scenes.get(vehicle.segment);
    return scene != null && scene.move(vehicle, timeMs, offsetM, speedMps);
  }

  /// Takes out a vehicle that is slow no more, or is elsewhere.
  void leave(SlowVehicle vehicle) {
    Scene scene = scenes.get(vehicle.segment);
    if (scene != null && scene.remove(vehicle)) {
      slowCount.decrementAndGet();
    }
  }

  /// Takes the silent vehicles out of a scene.
  void dropSilent(Scene scene, long nowMs) {
    slowCount.addAndGet(-scene.dropSilent(nowMs - config.slow().silentMs()));
  }

  /// Forgets a scene where nobody is slow any more.
  ///
  /// @return true when it is forgotten
  boolean closeIfEmpty(Scene scene) {
    if (!scene.closeIfEmpty()) {
      return false;
    }
    scenes.set(scene.segment, null);
    return true;
  }

  /// Adds a braking; the oldest gives way.
  void brake(Braking braking) {
    synchronized (brakings) {
      if (brakings.size() >= config.braking().brakingsCountMax()) {
        brakings.removeFirst();
        brakingsDropped.add(1);
      }
      brakings.addLast(braking);
    }
  }

  /// Every braking since a moment, those that came first first; older ones are forgotten.
  List<Braking> brakingsSince(long sinceMs) {
    synchronized (brakings) {
      brakings.removeIf(braking -> braking.timeMs() < sinceMs);
      return List.copyOf(brakings);
    }
  }

  /// Adds a vehicle that drives against its road, or what is newer of it.
  void oppose(long stationId, OpposedVehicle vehicle) {
    synchronized (opposed) {
      if (opposed.size() >= config.wrongWay().vehiclesCountMax()
          && !opposed.containsKey(stationId)) {
        opposedDropped.add(1);
        return;
      }
      opposed.put(stationId, vehicle);
    }
  }

  /// A vehicle does not drive against its road after all, or no more.
  void agree(long stationId) {
    synchronized (opposed) {
      opposed.remove(stationId);
    }
  }

  /// Every vehicle that was seen on a wrong way since a moment; others are forgotten.
  List<OpposedVehicle> opposedSince(long sinceMs) {
    synchronized (opposed) {
      opposed.values().removeIf(vehicle -> vehicle.newestMs() < sinceMs);
      return List.copyOf(opposed.values());
    }
  }
}
