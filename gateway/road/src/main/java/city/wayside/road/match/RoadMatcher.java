package city.wayside.road.match;

import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.message.TrajectoryContext;
import city.wayside.road.network.RoadNetwork;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Puts reports on the road.
///
/// Each trajectory keeps the few places where its vehicle may be, and with each of them what is
/// known of the errors of its positions ([Reckoning]). A new report is weighed at every link that
/// the vehicle may have reached by its odometer: by position, by heading and by the length of the
/// way; the cheapest place is the answer (a hidden Markov model after P. Newson and J. Krumm,
/// "Hidden Markov map matching through noise and sparseness", 2009, over places whose exact point
/// is filtered, and decided at once instead of in hindsight). From time to time, and whenever
/// nothing reachable fits, all links around are weighed.
///
/// A matcher may be shared by threads; a trajectory may not.
public final class RoadMatcher {

  /// A silence longer than this begins a new trajectory: what happened meanwhile is not guessed.
  public static final long GAP_MAX_MS = 60_000;

  /// Who stands for longer is parked: no red light and hardly a queue lasts so long without a move.
  public static final long PARKED_MS = 300_000;

  /// A vehicle that was off the road for longer than this did not drive on it meanwhile.
  static final long OFF_ROAD_BRIDGED_MS = 5_000;

  /// Places that are so much less likely than the best are given up.
  private static final double GIVE_UP_COST = 10;

  /// What is assumed of a station's position errors counts as if it had been seen for so long.
  static final double ERROR_GUESSED_MS = 20_000;

  /// What is known of the size of a station's position errors fades after this long.
  private static final double ERROR_KNOWN_MS = 120_000;

  /// Positions farther apart in time say little of how they wander.
  private static final double WANDERING_MS_MAX = 10_000;

  /// A step across the road counts as if it were no more than this much of what is expected,
  /// squared.
  private static final double WILD = 36;

  private static final double ERROR_M2_MIN = 0.5;
  private static final double ERROR_M2_MAX = 900;
  private static final double STANDING_MPS = 0.3;
  private static final double STANDING_M = 0.5;
  private static final int WORKSPACES = 16;

  private final RoadNetwork network;
  private final Weighing weighing;
  private final ContextForm contexts;
  private final AtomicReferenceArray<Workspace> workspaces = new AtomicReferenceArray<>(WORKSPACES);

  /// A matcher for a network, with settings that suit any city.
  public RoadMatcher(RoadNetwork network) {
    this.network = network;
    this.weighing = new Weighing(network);
    this.contexts = new ContextForm(network);
  }

  /// What is remembered of a station, for whoever hears it next.
  ///
  /// @param newest the report that its trajectory was matched with last
  public TrajectoryContext context(Trajectory trajectory, Report newest) {
    return contexts.write(trajectory, newest);
  }

  /// The trajectory of a station that another edge node has followed so far: its next report
  /// continues from there. What was matched on another network begins anew.
  ///
  /// @param state the newest that is known of the station
  public Trajectory continuing(StationState state) {
    return contexts.read(state);
  }

  /// Matches a station's next report, which must be newer than its trajectory's newest.
  ///
  /// Reports of stations that are no road vehicles, and of parked ones, are placed but give no
  /// passages.
  ///
  /// @throws IllegalArgumentException when the report is not newer
  public MatchedReport match(Trajectory trajectory, Report report) {
    if (report.timeMs() <= trajectory.newestMs) {
      throw new IllegalArgumentException(
          "report of " + report.timeMs() + " ms after one of " + trajectory.newestMs + " ms");
    }
    int slot = (int) Thread.currentThread().threadId() & (WORKSPACES - 1);
    Workspace lent = workspaces.getAndSet(slot, null);
    Workspace work = lent == null ? new Workspace() : lent;
    trajectory.passages.clear();
    boolean onRoad = place(trajectory, report, work);
    workspaces.set(slot, work);
    trajectory.newestMs = report.timeMs();
    trajectory.speedMps = report.speedMps();
    if (!report.type().isRoadVehicle() || isParked(trajectory, report)) {
      trajectory.passages.clear();
    }
    return onRoad
        ? onSegment(report, trajectory)
        : new MatchedReport(report, StationState.OFF_ROAD, 0, trajectory.passages);
  }

  /// Whether a vehicle has stood for so long that it is no traffic any more.
  private static boolean isParked(Trajectory trajectory, Report report) {
    if (!(report.speedMps() <= STANDING_MPS)) {
      trajectory.standingSinceMs = Trajectory.NEVER_MS;
      return false;
    }
    if (trajectory.standingSinceMs == Trajectory.NEVER_MS) {
      trajectory.standingSinceMs = report.timeMs();
    }
    return report.timeMs() - trajectory.standingSinceMs > PARKED_MS;
  }

  /// A vehicle in a junction is still on the segment that it comes from, or already on the one that
  /// it goes to, whichever is nearer.
  private MatchedReport onSegment(Report report, Trajectory trajectory) {
    int segment = trajectory.places.link[0];
    double offsetM = trajectory.places.offsetM[0];
    if (!network.isSegment(segment)) {
      int connector = segment;
      boolean isLeaving = offsetM < network.lengthM(connector) / 2;
      segment =
          isLeaving
              ? network.connectorFrom(connector)
              : network.successor(network.successorsFrom(connector));
      offsetM = isLeaving ? network.lengthM(segment) : 0;
    }
    return new MatchedReport(report, segment, offsetM, trajectory.passages);
  }

  /// Updates the trajectory's places; false when the report is on no link.
  private boolean place(Trajectory trajectory, Report report, Workspace work) {
    double eastM = network.plane().eastM(report.lonDeg());
    double northM = network.plane().northM(report.latDeg());
    long timeMs = report.timeMs();
    if (trajectory.matchedMs != Trajectory.NEVER_MS && isTooLate(trajectory, timeMs)) {
      trajectory.matchedMs = Trajectory.NEVER_MS;
    }
    boolean begins = trajectory.matchedMs == Trajectory.NEVER_MS;
    double movedM =
        begins ? 0 : Math.hypot(eastM - trajectory.weighedEastM, northM - trajectory.weighedNorthM);
    if (!begins && movedM < STANDING_M && !(report.speedMps() > STANDING_MPS)) {
      stand(trajectory, timeMs);
      return true;
    }
    Sample sample = work.sample;
    sample.set(eastM, northM, report.accuracyM(), report.speedMps());
    if (report.hasHeading()) {
      sample.heading(report.headingDeg(), report.speedMps());
    } else if (!begins) {
      sample.headingFrom(trajectory.weighedEastM, trajectory.weighedNorthM);
    }
    work.candidates.count = 0;
    work.routes.clear();
    if (begins) {
      trajectory.errorM2 = sample.errorM2;
      trajectory.errorKnownMs = ERROR_GUESSED_MS;
      weighing.lookAround(trajectory, work, timeMs);
    } else {
      work.odometer.set(trajectory, report, movedM);
      weighing.follow(trajectory, work, timeMs);
    }
    return decide(trajectory, work, timeMs);
  }

  private static boolean isTooLate(Trajectory trajectory, long timeMs) {
    boolean wasOffRoad = trajectory.matchedMs != trajectory.newestMs;
    return timeMs - trajectory.newestMs > GAP_MAX_MS
        || (wasOffRoad && timeMs - trajectory.matchedMs > OFF_ROAD_BRIDGED_MS);
  }

  private void stand(Trajectory trajectory, long timeMs) {
    Hypotheses places = trajectory.places;
    if (network.isSegment(places.link[0])) {
      double offsetM = places.offsetM[0];
      double standingMs = timeMs - trajectory.matchedMs;
      trajectory.passages.begin(trajectory.matchedMs);
      trajectory.passages.add(places.link[0], offsetM, offsetM, 0, standingMs, Double.NaN);
    }
    trajectory.matchedMs = timeMs;
  }

  /// Keeps the likeliest candidates as the vehicle's places, and writes the passages that lead to
  /// the first of them.
  private boolean decide(Trajectory trajectory, Workspace work, long timeMs) {
    Candidates candidates = work.candidates;
    Hypotheses next = work.next;
    next.count = 0;
    double bestCost = 0;
    while (next.count < Hypotheses.CAPACITY) {
      int best = -1;
      double cost = next.count == 0 ? Double.POSITIVE_INFINITY : bestCost + GIVE_UP_COST;
      for (int i = 0; i < candidates.count; i++) {
        if (candidates.cost[i] < cost) {
          cost = candidates.cost[i];
          best = i;
        }
      }
      if (best < 0) {
        break;
      }
      if (next.count == 0) {
        bestCost = cost;
      }
      keep(trajectory, work, best, cost - bestCost, timeMs);
      candidates.cost[best] = Double.POSITIVE_INFINITY;
    }
    if (next.count == 0) {
      return false;
    }
    learnError(trajectory, work);
    trajectory.places.copyFrom(next);
    trajectory.matchedMs = timeMs;
    trajectory.weighedMs = timeMs;
    trajectory.weighedEastM = work.sample.eastM;
    trajectory.weighedNorthM = work.sample.northM;
    return true;
  }

  /// How positions wander across the road shows how good the receiver is, here and now. How far
  /// beside it they lie does not: that is the lane.
  private void learnError(Trajectory trajectory, Workspace work) {
    Sample sample = work.sample;
    int link = work.next.link[0];
    network.project(link, sample.eastM, sample.northM, work.projection);
    double acrossM = sample.acrossM(work.projection);
    double sinceMs = work.odometer.sinceWeighedMs;
    boolean begins = trajectory.matchedMs == Trajectory.NEVER_MS;
    if (!begins && link == trajectory.places.link[0] && sinceMs <= WANDERING_MS_MAX) {
      double movedM = acrossM - trajectory.acrossM;
      double renewed = 2 * (1 - work.odometer.keptShare);
      // A change of lane is no error.
      double seenM2 = Math.min(movedM * movedM / renewed, WILD * trajectory.errorM2);
      trajectory.errorKnownMs = Math.min(trajectory.errorKnownMs + sinceMs, ERROR_KNOWN_MS);
      double share = sinceMs / trajectory.errorKnownMs;
      trajectory.errorM2 =
          Math.clamp(
              trajectory.errorM2 + share * (seenM2 - trajectory.errorM2),
              ERROR_M2_MIN,
              ERROR_M2_MAX);
    }
    trajectory.acrossM = acrossM;
  }

  private void keep(
      Trajectory trajectory, Workspace work, int candidate, double cost, long timeMs) {
    Candidates candidates = work.candidates;
    Hypotheses next = work.next;
    int rank = next.count++;
    int link = candidates.link[candidate];
    Reckoning reckoning = next.reckoning[rank];
    reckoning.copyFrom(candidates.reckoning[candidate]);
    double seenM = reckoning.alongM;
    next.link[rank] = link;
    next.offsetM[rank] = seenM;
    next.cost[rank] = cost;
    next.enteredMs[rank] = Trajectory.NEVER_MS;
    reckoning.alongM = 0;
    int node = candidates.node[candidate];
    if (node == Candidates.JUMP) {
      return;
    }
    Hypotheses places = trajectory.places;
    int place = candidates.place[candidate];
    double wayM = work.routes.startM[node] + seenM;
    if (work.routes.parent[node] < 0) {
      next.offsetM[rank] = Math.max(seenM, places.offsetM[place]);
      reckoning.alongM = seenM - next.offsetM[rank];
      next.enteredMs[rank] = places.enteredMs[place];
    } else {
      double share = wayM > 0 ? work.routes.startM[node] / wayM : 1;
      long sinceMs = timeMs - trajectory.matchedMs;
      next.enteredMs[rank] = trajectory.matchedMs + Math.round(share * sinceMs);
    }
    if (rank == 0) {
      PassageWriter.write(network, trajectory, work, node, place, Math.max(0, wayM), timeMs);
    }
  }
}
