package city.wayside.road.match;

import city.wayside.road.network.Nearby;
import city.wayside.road.network.Projection;

/// What one match needs besides its trajectory; lent to one thread at a time, and reused.
final class Workspace {

  final Sample sample = new Sample();
  final Odometer odometer = new Odometer();
  final Projection projection = new Projection();
  final Nearby nearby = new Nearby();
  final Candidates candidates = new Candidates();
  final RouteTree routes = new RouteTree();
  final Reckoning prior = new Reckoning();
  final Reckoning corrected = new Reckoning();
  final Hypotheses next = new Hypotheses();
  final int[] path = new int[RouteTree.NODES_MAX];
}
