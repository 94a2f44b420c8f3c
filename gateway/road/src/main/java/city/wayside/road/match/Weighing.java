package city.wayside.road.match;

import city.wayside.road.network.Projection;
import city.wayside.road.network.RoadNetwork;

/// Weighs a report at the links where its vehicle may be, and makes candidates of those that fit.
final class Weighing {

  /// Farther from every link, a vehicle is off the road.
  static final double ROAD_DISTANCE_M_MAX = 40;

  /// However far its positions are thought to be off.
  private static final double BIASED_DISTANCE_M_MAX = 80;

  /// Cost of being where no way leads to.
  static final double JUMP_COST = 12;

  /// A worse fit than this makes the matcher look around.
  private static final double LOOK_AROUND_COST = 4;

  /// And it does so this often, unless something reachable fits well.
  private static final long LOOK_AROUND_MS = 5_000;

  private static final double GOOD_FIT_COST = 1;

  /// What fits worse is no candidate.
  private static final double COST_MAX = 60;

  /// The way may be longer or shorter than expected by so many standard deviations, and so much.
  private static final double DEVIATIONS_MAX = 3;

  private static final double SPAN_M_MIN = 3;
  private static final double SPAN_M_MAX = 250;

  /// A junction may be crossed on a way so much longer or shorter than the connector that is drawn
  /// for it, as a variance.
  private static final double CONNECTOR_M2 = 0.2;

  /// Headings are independent evidence after so long.
  private static final double HEADING_STAYS_MS = 1_000;

  /// Whether a vehicle stands in the junction is one question while it stands.
  private static final double STANDING_STAYS_MS = 4_000;

  private final RoadNetwork network;

  Weighing(RoadNetwork network) {
    this.network = network;
  }

  /// Weighs what can be reached, and all around if that fits badly or it is time to.
  void follow(Trajectory trajectory, Workspace work, long timeMs) {
    Hypotheses places = trajectory.places;
    Reckoning prior = work.prior;
    RouteTree routes = work.routes;
    double bestFit = Double.POSITIVE_INFINITY;
    for (int place = 0; place < places.count; place++) {
      prior.expect(places.reckoning[place], work.odometer, trajectory.errorM2);
      double spanM = Math.min(SPAN_M_MAX, DEVIATIONS_MAX * prior.alongDeviationM() + SPAN_M_MIN);
      double leastM = prior.alongM - spanM;
      double mostM = prior.alongM + spanM;
      routes.grow(network, places.link[place], places.offsetM[place], mostM);
      for (int node = routes.first(); node < routes.end(); node++) {
        double startM = routes.startM[node];
        if (startM <= mostM && startM + network.lengthM(routes.link[node]) >= leastM) {
          bestFit = Math.min(bestFit, weigh(work, place, node, places.cost[place]));
        }
      }
    }
    boolean isDue = bestFit > GOOD_FIT_COST && timeMs - trajectory.lookedAroundMs >= LOOK_AROUND_MS;
    if (isDue || bestFit > LOOK_AROUND_COST) {
      lookAround(trajectory, work, timeMs);
    }
  }

  /// Weighs all links around, wherever the vehicle was before.
  void lookAround(Trajectory trajectory, Workspace work, long timeMs) {
    trajectory.lookedAroundMs = timeMs;
    Sample sample = work.sample;
    network.near(sample.eastM, sample.northM, ROAD_DISTANCE_M_MAX, work.nearby);
    boolean begins = trajectory.matchedMs == Trajectory.NEVER_MS;
    double errorM2 = begins ? sample.errorM2 : trajectory.errorM2;
    for (int i = 0; i < work.nearby.count(); i++) {
      int link = work.nearby.link(i);
      network.project(link, sample.eastM, sample.northM, work.projection);
      work.prior.begin(work.projection.offsetM(), errorM2);
      double cost = begins ? 0 : JUMP_COST;
      cost += correct(work, link, 0, 0);
      cost += sample.headingCost(work.projection);
      cost += network.isSegment(link) ? 0 : sample.junctionCost();
      work.candidates.offer(link, 0, Candidates.JUMP, cost, work.corrected);
    }
  }

  /// Weighs the link of a node of the route tree.
  ///
  /// @return how badly the position fits; infinite when it is no candidate
  private double weigh(Workspace work, int place, int node, double costBefore) {
    int link = work.routes.link[node];
    Sample sample = work.sample;
    Reckoning prior = work.prior;
    network.project(
        link, sample.eastM - prior.biasEastM, sample.northM - prior.biasNorthM, work.projection);
    if (work.projection.distanceM() > ROAD_DISTANCE_M_MAX
        || sample.distanceM(work.projection) > BIASED_DISTANCE_M_MAX) {
      return Double.POSITIVE_INFINITY;
    }
    double fit = correct(work, link, work.routes.startM[node], mapM2(work.routes, node));
    double sinceMs = work.odometer.sinceWeighedMs;
    double cost =
        fit + Math.min(1, sinceMs / HEADING_STAYS_MS) * sample.headingCost(work.projection);
    if (!network.isSegment(link)) {
      cost += Math.min(1, sinceMs / STANDING_STAYS_MS) * sample.junctionCost();
    }
    if (cost > COST_MAX) {
      return Double.POSITIVE_INFINITY;
    }
    work.corrected.alongM -= work.routes.startM[node];
    work.candidates.offer(link, place, node, costBefore + cost, work.corrected);
    return fit;
  }

  /// Corrects what is expected by the sample, on a link that begins so far along.
  private double correct(Workspace work, int link, double startM, double mapM2) {
    Reckoning prior = work.prior;
    Projection point = work.projection;
    double aheadM = prior.alongM - startM - point.offsetM();
    double roadEast = point.directionEast();
    double roadNorth = point.directionNorth();
    double eastM = work.sample.eastM - prior.biasEastM - point.eastM() - roadEast * aheadM;
    double northM = work.sample.northM - prior.biasNorthM - point.northM() - roadNorth * aheadM;
    double cost = work.corrected.correct(prior, eastM, northM, roadEast, roadNorth, mapM2);
    return cost + work.corrected.keepWithin(startM, startM + network.lengthM(link));
  }

  private double mapM2(RouteTree routes, int node) {
    double mapM2 = 0;
    for (int at = node; routes.parent[at] >= 0; at = routes.parent[at]) {
      if (!network.isSegment(routes.link[at])) {
        mapM2 += CONNECTOR_M2;
      }
    }
    return mapM2;
  }
}
