package city.wayside.edge.detect;

import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.Evidence;
import city.wayside.model.message.StationType;
import city.wayside.road.network.RoadNetwork;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at the slow vehicles of a segment: who of them waits, who has stopped, and where the queue
/// ends that they form with those of other segments. The thread of reviews only.
final class SceneReview {

  private static final double MS_PER_S = 1000;

  /// A vehicle that appears here so soon after another one fell silent is that one, under another
  /// name.
  private static final long RENAMED_MS = 5_000;

  private static final double RENAMED_M = 10;

  /// And the other one has been silent for so long.
  private static final long FORMER_SILENT_MS = 3_000;

  /// A queue whose last vehicle stands so near to its segment's start goes on upstream.
  private static final double AT_START_M = 15;

  /// A queue is followed over so many segments; those that go round in circles have no end.
  private static final int SEGMENTS_COUNT_MAX = 10;

  /// Arrivals count for so long.
  private static final long ARRIVED_MS = 120_000;

  /// How likely it is that one that drives past, or one more in the queue, or one more that comes
  /// upon it fast, says nothing.
  private static final double PASS_SAYS_NOTHING = 0.6;

  private static final double VEHICLE_SAYS_NOTHING = 0.85;
  private static final double ARRIVAL_SAYS_NOTHING = 0.7;

  /// How much less sure it is of a vehicle that may wait, and of a bus.
  private static final double WAITING_SHARE = 0.6;

  private static final double BUS_SHARE = 0.7;

  private final DetectionConfig config;
  private final RoadNetwork network;
  private final Adjoining adjoining;
  private final Board board;

  SceneReview(DetectionConfig config, RoadNetwork network, Adjoining adjoining, Board board) {
    this.config = config;
    this.network = network;
    this.adjoining = adjoining;
    this.board = board;
  }

  /// Looks at a scene that is not empty.
  void review(Scene scene, long nowMs, Findings findings) {
    List<SlowVehicle> renamed = scene.look(vehicles -> formers(vehicles, nowMs));
    renamed.forEach(board::leave);
    List<Finding> found = scene.look(vehicles -> new Look(scene, vehicles, nowMs).findings());
    found.forEach(findings::found);
  }

  /// The vehicles that are there under another name now, which goes on with what is known of them.
  private List<SlowVehicle> formers(List<SlowVehicle> vehicles, long nowMs) {
    List<SlowVehicle> formers = List.of();
    for (SlowVehicle vehicle : vehicles) {
      boolean isNewcomer = vehicle.drivenM < config.stopped().drivenM();
      SlowVehicle former = isNewcomer ? former(vehicle, vehicles, nowMs) : null;
      if (former != null) {
        vehicle.continueFrom(former);
        formers = formers.isEmpty() ? new ArrayList<>() : formers;
        formers.add(former);
      }
    }
    return formers;
  }

  private static @Nullable SlowVehicle former(
      SlowVehicle newcomer, List<SlowVehicle> vehicles, long nowMs) {
    for (SlowVehicle other : vehicles) {
      long sinceMs = newcomer.enteredMs - other.newestMs;
      if (other != newcomer
          && other.type == newcomer.type
          && sinceMs >= 0
          && sinceMs <= RENAMED_MS
          && nowMs - other.newestMs >= FORMER_SILENT_MS
          && Math.abs(other.offsetM - newcomer.offsetM) <= RENAMED_M) {
        return other;
      }
    }
    return null;
  }

  /// The queue downstream that reaches the end of a segment; nothing when there is none.
  private @Nullable QueueState ahead(int segment) {
    QueueState longest = null;
    for (int i = 0; i < adjoining.successorsCount(segment); i++) {
      Scene scene = board.scene(adjoining.successor(segment, i));
      if (scene == null) {
        continue;
      }
      QueueState queue = scene.queue;
      boolean reaches = queue.reachesStart && queue.segmentsCount < SEGMENTS_COUNT_MAX;
      if (reaches && (longest == null || queue.lengthM > longest.lengthM)) {
        longest = queue;
      }
    }
    return longest;
  }

  /// True when a queue goes on upstream of a segment.
  private boolean goesOnUpstream(int segment) {
    for (int i = 0; i < adjoining.predecessorsCount(segment); i++) {
      Scene scene = board.scene(adjoining.predecessor(segment, i));
      if (scene != null && scene.queue.joinsDownstream) {
        return true;
      }
    }
    return false;
  }

  /// One look at one scene.
  private final class Look {

    private final Scene scene;
    private final List<SlowVehicle> vehicles;
    private final long nowMs;
    private final double lengthM;
    private final double limitMps;
    private final List<Finding> findings = new ArrayList<>(2);

    // Of those that have stopped.
    private int stoppedCount;
    private int passesCount;
    private double stoppedConfidence;
    private long stoppedSinceMs = Long.MAX_VALUE;
    private double stoppedOffsetM;

    /// The end of a queue that is a hazard; nothing when none is.
    private @Nullable Finding tail;

    Look(Scene scene, List<SlowVehicle> vehicles, long nowMs) {
      this.scene = scene;
      this.vehicles = vehicles;
      this.nowMs = nowMs;
      this.lengthM = network.lengthM(scene.segment);
      this.limitMps = network.speedLimitMps(scene.segment);
    }

    List<Finding> findings() {
      QueueState queue = scene.queue;
      queue.reachesStart = false;
      queue.joinsDownstream = false;
      int from = 0;
      while (from < vehicles.size()) {
        int end = from + 1;
        while (end < vehicles.size()
            && vehicles.get(end - 1).offsetM - vehicles.get(end).offsetM <= config.slow().gapM()) {
          end++;
        }
        group(from, end);
        from = end;
      }
      stopped();
      queueEnd();
      return findings;
    }

    /// Vehicles that stand near each other.
    private void group(int from, int end) {
      double endM = lengthM - vehicles.get(from).offsetM;
      QueueState ahead = from == 0 && endM <= config.slow().gapM() ? ahead(scene.segment) : null;
      boolean isAtStopLine =
          from == 0 && endM <= config.slow().stopLineM() && !adjoining.goesOn(scene.segment);
      boolean waits = ahead != null || isAtStopLine;
      double tailM = vehicles.get(end - 1).offsetM;
      double queueM = (waits ? lengthM : vehicles.get(from).offsetM) - tailM;
      int count = end - from;
      if (ahead != null) {
        queueM += ahead.lengthM;
        count += ahead.vehiclesCount;
        scene.queue.joinsDownstream = true;
      }
      for (int i = from; i < end; i++) {
        look(vehicles.get(i), waits || i > from);
      }
      if (tailM <= AT_START_M) {
        scene.queue.reachesStart = true;
        scene.queue.lengthM = queueM;
        scene.queue.vehiclesCount = count;
        scene.queue.segmentsCount = ahead == null ? 1 : ahead.segmentsCount + 1;
      }
      if (isHazard(from, end, count, waits ? queueM : Double.POSITIVE_INFINITY)) {
        tail = tail(tailM, count, arrivals(from, end));
      }
    }

    private void look(SlowVehicle vehicle, boolean maybeWaits) {
      StoppedConfig stopped = config.stopped();
      boolean isBus = vehicle.type == StationType.BUS;
      int leastS = maybeWaits ? stopped.waitingS() : stopped.standingS();
      leastS = isBus ? Math.max(leastS, stopped.busS()) : leastS;
      if (vehicle.standingMs() < leastS * MS_PER_S
          || vehicle.passesCount < stopped.passesMin()
          || vehicle.drivenM < stopped.drivenM()
          || limitMps < stopped.limitMpsMin()) {
        return;
      }
      double confidence = 1 - Math.pow(PASS_SAYS_NOTHING, vehicle.passesCount);
      confidence *= maybeWaits ? WAITING_SHARE : 1;
      confidence *= isBus ? BUS_SHARE : 1;
      stoppedCount++;
      passesCount = Math.max(passesCount, vehicle.passesCount);
      stoppedConfidence = Math.max(stoppedConfidence, confidence);
      stoppedSinceMs = Math.min(stoppedSinceMs, vehicle.standingSinceMs);
      // The most upstream of them is the one that others come upon first.
      stoppedOffsetM = vehicle.standingOffsetM;
    }

    private void stopped() {
      if (config.stopped().isEnabled() && stoppedCount > 0) {
        Evidence evidence = new Evidence(stoppedCount, passesCount, stoppedConfidence);
        findings.add(finding(Detected.STOPPED_VEHICLE, stoppedOffsetM, stoppedSinceMs, evidence));
      }
    }

    private boolean isHazard(int from, int end, int count, double queueM) {
      QueueConfig queue = config.queue();
      boolean isLast = end == vehicles.size();
      return queue.isEnabled()
          && limitMps >= queue.limitMpsMin()
          && count >= queue.vehiclesMin()
          && queueM >= queue.lengthM()
          && arrivals(from, end) >= queue.arrivalsMin()
          && !(isLast && scene.queue.reachesStart && goesOnUpstream(scene.segment));
    }

    private int arrivals(int from, int end) {
      int count = 0;
      for (int i = from; i < end; i++) {
        SlowVehicle vehicle = vehicles.get(i);
        if (vehicle.cameFast && nowMs - vehicle.enteredMs <= ARRIVED_MS) {
          count++;
        }
      }
      return count;
    }

    private Finding tail(double tailM, int count, int arrivals) {
      double confidence =
          (1 - Math.pow(VEHICLE_SAYS_NOTHING, count))
              * (1 - Math.pow(ARRIVAL_SAYS_NOTHING, arrivals));
      long sinceMs =
          scene.queue.hazardSinceMs == Motion.NEVER_MS ? nowMs : scene.queue.hazardSinceMs;
      return finding(Detected.QUEUE_END, tailM, sinceMs, new Evidence(count, arrivals, confidence));
    }

    /// The most upstream of the ends that are hazards, once it has been one for long enough.
    private void queueEnd() {
      Finding end = tail;
      if (end == null) {
        scene.queue.hazardSinceMs = Motion.NEVER_MS;
        return;
      }
      scene.queue.hazardSinceMs = end.sinceMs();
      if (nowMs - end.sinceMs() >= config.queue().persistMs()) {
        findings.add(end);
      }
    }

    private Finding finding(Detected what, double offsetM, long sinceMs, Evidence evidence) {
      int segment = scene.segment;
      GeoPoint position =
          new GeoPoint(network.latDeg(segment, offsetM), network.lonDeg(segment, offsetM));
      return new Finding(
          what,
          segment,
          offsetM,
          position,
          network.headingDeg(segment, offsetM),
          0,
          sinceMs,
          evidence);
    }
  }
}
