package city.wayside.town.backtest;

import city.wayside.road.network.Projection;
import city.wayside.road.network.RoadNetwork;
import java.util.ArrayList;
import java.util.List;

/// The way from one segment to another that a vehicle took between two rows: the shortest that the
/// network has.
final class TrueWay {

  /// A way over more links (segments and the connectors between them) is not looked for.
  private static final int LINKS_MAX = 14;

  /// How much longer than what was driven a way may be: positions are metres off.
  private static final double LONGER_M = 100;

  /// So many links are looked at; what is found by then is taken.
  private static final int STEPS_MAX = 5000;

  private final RoadNetwork network;
  private final Projection projection = new Projection();
  private final int[] links = new int[LINKS_MAX];

  TrueWay(RoadNetwork network) {
    this.network = network;
  }

  /// How far along a segment a position lies.
  double offsetM(int segment, double latDeg, double lonDeg) {
    network.project(
        segment, network.plane().eastM(lonDeg), network.plane().northM(latDeg), projection);
    return projection.offsetM();
  }

  /// The links between two segments, in driving order, without both; empty when one follows the
  /// other at once or no way is short enough.
  ///
  /// @param drivenM how far the vehicle drove
  List<Integer> between(int from, int to, double drivenM) {
    Search search = new Search(to, drivenM + LONGER_M);
    search.follow(from, 0, 0);
    return search.best;
  }

  private final class Search {
    private final int to;
    private double bestM;
    private List<Integer> best = List.of();
    private int steps;

    Search(int to, double lengthMMax) {
      this.to = to;
      this.bestM = lengthMMax;
    }

    void follow(int link, int depth, double lengthM) {
      int end = network.successorsFrom(link + 1);
      for (int place = network.successorsFrom(link); place < end; place++) {
        int next = network.successor(place);
        if (next == to) {
          bestM = lengthM;
          best = copy(depth);
        } else if (depth < LINKS_MAX
            && lengthM + network.lengthM(next) < bestM
            && steps < STEPS_MAX) {
          steps++;
          links[depth] = next;
          follow(next, depth + 1, lengthM + network.lengthM(next));
        }
      }
    }

    private List<Integer> copy(int depth) {
      List<Integer> copied = new ArrayList<>(depth);
      for (int i = 0; i < depth; i++) {
        copied.add(links[i]);
      }
      return copied;
    }
  }
}
