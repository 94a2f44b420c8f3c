package city.wayside.road.match;

import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.road.network.Projection;
import city.wayside.road.network.RoadNetwork;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Puts reports on the road.
///
/// Each trajectory keeps the few places where its vehicle may be. A new report is weighed at every
/// link that can be reached from them: by distance, by heading, and by whether the way there is as
/// long as the vehicle moved; the cheapest place is the answer (a hidden Markov model after P.
/// Newson and J. Krumm, "Hidden Markov map matching through noise and sparseness", 2009, decided at
/// once instead of in hindsight). From time to time, and whenever nothing reachable fits, all links
/// around are weighed.
///
/// A matcher may be shared by threads; a trajectory may not.
public final class RoadMatcher {

  /// A silence longer than this begins a new trajectory: what happened meanwhile is not guessed.
  public static final long GAP_MAX_MS = 60_000;

  /// A vehicle that was off the road for longer than this did not drive on it meanwhile.
  static final long OFF_ROAD_BRIDGED_MS = 5_000;

  /// Farther from every link, a vehicle is off the road.
  static final double ROAD_DISTANCE_M_MAX = 40;

  /// How far a vehicle may seem to roll back, by position error, and still stand where it was.
  static final double ROLL_BACK_M_MAX = 25;

  /// Cost of being where no way leads to.
  static final double JUMP_COST = 8;

  /// A worse fit than this makes the matcher look around.
  static final double LOOK_AROUND_COST = 2;

  /// And it does so this often, unless something reachable fits so well that no other road could
  /// overtake it within a minute.
  static final long LOOK_AROUND_MS = 5_000;

  static final double GOOD_FIT_COST = 0.3;

  /// Errors of positions stay alike for about this long; reports in between are no independent
  /// evidence.
  static final double ERROR_STAYS_MS = 4_000;

  /// Headings are independent evidence sooner.
  static final double HEADING_STAYS_MS = 1_000;

  /// Places that are so much less likely than the best are given up.
  static final double GIVE_UP_COST = 12;

  /// The way may differ so much from the move at no cost, and for a cost of 1 each further time.
  static final double WAY_ERROR_M = 4;

  /// Farther ahead more links can be reached than lie around the report; those are weighed then.
  private static final double FAR_REACH_M = 120;

  private static final double REACH_SPARE_M = 20;
  private static final double REACH_SHARE = 1.3;
  private static final double STANDING_MPS = 0.3;
  private static final double STANDING_M = 0.5;
  private static final int WORKSPACES = 16;

  private final RoadNetwork network;
  private final AtomicReferenceArray<Workspace> workspaces = new AtomicReferenceArray<>(WORKSPACES);

  /// A matcher for a network, with settings that suit any city.
  public RoadMatcher(RoadNetwork network) {
    this.network = network;
  }

  /// Matches a station's next report, which must be newer than its trajectory's newest.
  ///
  /// Reports of stations that are no road vehicles are placed, but give no passages.
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
    if (!report.type().isRoadVehicle()) {
      trajectory.passages.clear();
    }
    int link = onRoad ? trajectory.places.link[0] : StationState.OFF_ROAD;
    return onRoad && network.isSegment(link)
        ? new MatchedReport(report, link, trajectory.places.offsetM[0], trajectory.passages)
        : new MatchedReport(report, StationState.OFF_ROAD, 0, trajectory.passages);
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
      lookAround(trajectory, work, timeMs);
    } else {
      followRoutes(trajectory, report, work, movedM);
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

  /// Weighs what can be reached, and all around if that fits badly or it is time to.
  private void followRoutes(Trajectory trajectory, Report report, Workspace work, double movedM) {
    Hypotheses places = trajectory.places;
    double odometerM = movedM;
    if (report.hasSpeed() && !Double.isNaN(trajectory.speedMps)) {
      double seconds = (report.timeMs() - (double) trajectory.matchedMs) / 1000;
      odometerM = (report.speedMps() + trajectory.speedMps) / 2 * seconds;
    }
    double leastM = Math.min(movedM, odometerM);
    double mostM = Math.max(movedM, odometerM);
    double reachM = Math.min(mostM, 2 * movedM + REACH_SPARE_M) * REACH_SHARE + REACH_SPARE_M;
    boolean isFar = reachM > FAR_REACH_M;
    if (isFar) {
      lookAround(trajectory, work, report.timeMs());
    }
    double bestFit = Double.POSITIVE_INFINITY;
    for (int place = 0; place < places.count; place++) {
      RouteTree routes = work.routes;
      routes.grow(network, places.link[place], places.offsetM[place], reachM);
      for (int node = routes.first(); node < routes.end(); node++) {
        int link = routes.link[node];
        int candidate = isFar ? work.candidates.find(link) : candidate(work, link);
        if (candidate < 0) {
          continue;
        }
        double wayM = routes.startM[node] + work.candidates.offsetM[candidate];
        if (wayM < -ROLL_BACK_M_MAX) {
          continue;
        }
        double errorM = Math.max(0, Math.max(leastM - wayM, wayM - mostM));
        double cost = places.cost[place] + Math.max(0, errorM / WAY_ERROR_M - 1);
        if (cost < work.candidates.wayCost[candidate]) {
          work.candidates.wayCost[candidate] = cost;
          work.candidates.place[candidate] = place;
          work.candidates.node[candidate] = node;
        }
        bestFit = Math.min(bestFit, work.candidates.fitCost[candidate]);
      }
    }
    boolean isDue =
        bestFit > GOOD_FIT_COST && report.timeMs() - trajectory.lookedAroundMs >= LOOK_AROUND_MS;
    if (!isFar && (isDue || bestFit > LOOK_AROUND_COST)) {
      lookAround(trajectory, work, report.timeMs());
    }
  }

  private void lookAround(Trajectory trajectory, Workspace work, long timeMs) {
    trajectory.lookedAroundMs = timeMs;
    network.near(work.sample.eastM, work.sample.northM, ROAD_DISTANCE_M_MAX, work.nearby);
    boolean begins = trajectory.matchedMs == Trajectory.NEVER_MS;
    double jumpCost = begins ? 0 : JUMP_COST;
    for (int i = 0; i < work.nearby.count(); i++) {
      int candidate = candidate(work, work.nearby.link(i));
      if (candidate >= 0 && jumpCost < work.candidates.wayCost[candidate]) {
        work.candidates.wayCost[candidate] = jumpCost;
        work.candidates.node[candidate] = Candidates.JUMP;
      }
    }
  }

  /// The candidate of a link, made when it is new; negative when the link is too far away or there
  /// are too many already.
  private int candidate(Workspace work, int link) {
    Candidates candidates = work.candidates;
    int known = candidates.find(link);
    if (known >= 0 || candidates.count == Candidates.CAPACITY) {
      return known >= 0 && candidates.fitCost[known] < Double.POSITIVE_INFINITY ? known : -1;
    }
    Projection projection = work.projection;
    Sample sample = work.sample;
    network.project(link, sample.eastM, sample.northM, projection);
    boolean isNear = projection.distanceM() <= ROAD_DISTANCE_M_MAX;
    double headingCost =
        sample.headingCost(projection.directionEast(), projection.directionNorth())
            + sample.overrunCost(projection.overrunM())
            + (network.isSegment(link) ? 0 : sample.junctionCost());
    double fit = sample.positionCost(projection.distanceM()) + headingCost;
    int added = candidates.add(link, projection.offsetM(), isNear ? fit : Double.POSITIVE_INFINITY);
    candidates.headingCost[added] = headingCost;
    return isNear ? added : -1;
  }

  /// Keeps the likeliest candidates as the vehicle's places, and writes the passages that lead to
  /// the first of them.
  private boolean decide(Trajectory trajectory, Workspace work, long timeMs) {
    Candidates candidates = work.candidates;
    boolean begins = trajectory.matchedMs == Trajectory.NEVER_MS;
    double sinceMs = begins ? ERROR_STAYS_MS : timeMs - (double) trajectory.weighedMs;
    double positionWeight = Math.min(1, sinceMs / ERROR_STAYS_MS);
    double headingWeight = Math.min(1, sinceMs / HEADING_STAYS_MS);
    for (int i = 0; i < candidates.count; i++) {
      double position = candidates.fitCost[i] - candidates.headingCost[i];
      candidates.wayCost[i] +=
          positionWeight * position + headingWeight * candidates.headingCost[i];
    }
    Hypotheses next = work.next;
    next.count = 0;
    double bestCost = 0;
    while (next.count < Hypotheses.CAPACITY) {
      int best = -1;
      double cost = next.count == 0 ? Double.POSITIVE_INFINITY : bestCost + GIVE_UP_COST;
      for (int i = 0; i < candidates.count; i++) {
        if (candidates.wayCost[i] < cost) {
          cost = candidates.wayCost[i];
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
      candidates.wayCost[best] = Double.POSITIVE_INFINITY;
    }
    if (next.count == 0) {
      return false;
    }
    trajectory.places.copyFrom(next);
    trajectory.matchedMs = timeMs;
    trajectory.weighedMs = timeMs;
    trajectory.weighedEastM = work.sample.eastM;
    trajectory.weighedNorthM = work.sample.northM;
    return true;
  }

  private void keep(
      Trajectory trajectory, Workspace work, int candidate, double cost, long timeMs) {
    Candidates candidates = work.candidates;
    Hypotheses next = work.next;
    int rank = next.count++;
    next.link[rank] = candidates.link[candidate];
    next.offsetM[rank] = candidates.offsetM[candidate];
    next.cost[rank] = cost;
    next.enteredMs[rank] = Trajectory.NEVER_MS;
    int node = candidates.node[candidate];
    if (node == Candidates.JUMP) {
      return;
    }
    Hypotheses places = trajectory.places;
    int place = candidates.place[candidate];
    double wayM = work.routes.startM[node] + next.offsetM[rank];
    if (work.routes.parent[node] < 0) {
      next.offsetM[rank] = Math.max(next.offsetM[rank], places.offsetM[place]);
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
