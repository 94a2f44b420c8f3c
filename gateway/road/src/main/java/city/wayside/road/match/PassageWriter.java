package city.wayside.road.match;

import city.wayside.road.network.RoadNetwork;

/// Turns the way between two reports into passages: the time is shared out by distance, so it is
/// exact at constant speed.
final class PassageWriter {

  private PassageWriter() {}

  /// Writes the way that ends on a node of the route tree.
  ///
  /// @param place the vehicle's place where the way begins
  /// @param wayM the whole way's length, zero or more
  static void write(
      RoadNetwork network,
      Trajectory trajectory,
      Workspace work,
      int lastNode,
      int place,
      double wayM,
      long timeMs) {
    RouteTree routes = work.routes;
    int length = 0;
    for (int node = lastNode; node >= 0; node = routes.parent[node]) {
      work.path[length++] = node;
    }
    double lastedMs = timeMs - trajectory.matchedMs;
    double msPerM = wayM > 0 ? lastedMs / wayM : 0;
    double enteredMs = sinceStart(trajectory.places.enteredMs[place], trajectory.matchedMs);
    double offsetM = trajectory.places.offsetM[place];
    double atMs = 0;
    trajectory.passages.begin(trajectory.matchedMs);
    for (int step = length - 1; step >= 0; step--) {
      int node = work.path[step];
      int link = routes.link[node];
      boolean isLast = step == 0;
      double endM = isLast ? Math.max(offsetM, wayM - routes.startM[node]) : network.lengthM(link);
      double endMs = isLast ? lastedMs : (routes.startM[node] + network.lengthM(link)) * msPerM;
      if (network.isSegment(link)) {
        trajectory.passages.add(
            link, offsetM, endM, atMs, endMs, isLast ? Double.NaN : endMs - enteredMs);
      }
      offsetM = 0;
      atMs = endMs;
      enteredMs = endMs;
    }
  }

  /// `NaN` for never.
  private static double sinceStart(long enteredMs, long startMs) {
    return enteredMs == Trajectory.NEVER_MS ? Double.NaN : enteredMs - startMs;
  }
}
