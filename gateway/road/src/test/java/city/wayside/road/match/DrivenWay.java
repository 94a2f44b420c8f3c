package city.wayside.road.match;

import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.RoadNetworkBuilder;
import city.wayside.road.network.SegmentDraft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// How much of a way that was driven the matcher has found.
///
/// @param foundM the way that it found
/// @param rightM what of that was driven
/// @param trueM the way that was driven
/// @param hitM what of that it found
record DrivenWay(double foundM, double rightM, double trueM, double hitM) {

  static final DrivenWay NONE = new DrivenWay(0, 0, 0, 0);

  /// Matches a track.
  ///
  /// @param nodes longitude and latitude, a line each
  /// @param arcs from which node to which, a line each
  /// @param route the arcs that were driven, by their lines
  /// @param track longitude, latitude and seconds, a line each
  static DrivenWay match(String nodes, String arcs, String route, String track) {
    RoadNetwork network = network(rows(nodes), rows(arcs));
    Set<Integer> driven =
        rows(route).stream().map(row -> network.indexOf(row[0])).collect(Collectors.toSet());
    Map<Integer, Double> found = new HashMap<>();
    RoadMatcher matcher = new RoadMatcher(network);
    Trajectory trajectory = new Trajectory();
    for (String[] row : rows(track)) {
      Report report = report(row);
      if (report.timeMs() > trajectory.newestMs()) {
        Passages passages = matcher.match(trajectory, report).passages();
        for (int i = 0; i < passages.count(); i++) {
          found.merge(passages.segmentIndex(i), passages.toM(i) - passages.fromM(i), Double::sum);
        }
      }
    }
    double foundM = found.values().stream().mapToDouble(each -> each).sum();
    double rightM = driven.stream().mapToDouble(segment -> found.getOrDefault(segment, 0.0)).sum();
    double trueM = driven.stream().mapToDouble(network::lengthM).sum();
    double hitM =
        driven.stream()
            .mapToDouble(
                segment -> Math.min(network.lengthM(segment), found.getOrDefault(segment, 0.0)))
            .sum();
    return new DrivenWay(foundM, rightM, trueM, hitM);
  }

  private static List<String[]> rows(String lines) {
    return lines
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.strip().split("\\s+"))
        .toList();
  }

  private static RoadNetwork network(List<String[]> nodes, List<String[]> arcs) {
    RoadNetworkBuilder builder = new RoadNetworkBuilder();
    for (int arc = 0; arc < arcs.size(); arc++) {
      String[] from = nodes.get(Integer.parseInt(arcs.get(arc)[0]));
      String[] to = nodes.get(Integer.parseInt(arcs.get(arc)[1]));
      builder.add(
          new SegmentDraft(
              Integer.toString(arc),
              "",
              "",
              Double.NaN,
              Double.NaN,
              0,
              arcs.get(arc)[0],
              arcs.get(arc)[1],
              new double[] {Double.parseDouble(from[1]), Double.parseDouble(to[1])},
              new double[] {Double.parseDouble(from[0]), Double.parseDouble(to[0])}));
    }
    return builder.build();
  }

  private static Report report(String[] row) {
    return new Report(
        1,
        StationType.PASSENGER_CAR,
        MessageKind.PROBE,
        Math.round(Double.parseDouble(row[2]) * 1000),
        Double.parseDouble(row[1]),
        Double.parseDouble(row[0]),
        Double.NaN,
        Double.NaN,
        Double.NaN);
  }

  /// Both together.
  DrivenWay plus(DrivenWay other) {
    return new DrivenWay(
        foundM + other.foundM, rightM + other.rightM, trueM + other.trueM, hitM + other.hitM);
  }
}
