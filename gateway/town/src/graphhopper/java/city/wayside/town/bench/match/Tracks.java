package city.wayside.town.bench.match;

import static java.util.Objects.requireNonNull;

import city.wayside.model.message.Report;
import city.wayside.road.network.RoadNetwork;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/// The points of each vehicle, and the segments on which it truly drove while they were measured.
///
/// @param points points by station
/// @param truth true segments by station
record Tracks(Map<Long, List<Report>> points, Map<Long, Set<Integer>> truth) {

  /// Splits points by vehicle, and takes their true ways from a file of routes: columns
  /// `vehicle_id`, `edges` and `exit_times_s`, both lists with spaces between.
  ///
  /// @param vehicleIds what the trace calls a station
  static Tracks of(RoadNetwork network, MatchPoints all, Map<Long, String> vehicleIds, Path routes)
      throws IOException {
    Map<Long, List<Report>> points = new LinkedHashMap<>();
    for (Report report : all.reports()) {
      points.computeIfAbsent(report.stationId(), _ -> new ArrayList<>()).add(report);
    }
    Map<String, Long> stationOf = new HashMap<>();
    points.keySet().forEach(station -> stationOf.put(vehicleIds.get(station), station));
    Map<Long, Set<Integer>> truth = new HashMap<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(routes)), StandardCharsets.UTF_8))) {
      List<String> header = List.of(in.readLine().split(","));
      int vehicleAt = header.indexOf("vehicle_id");
      int edgesAt = header.indexOf("edges");
      int exitsAt = header.indexOf("exit_times_s");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split(",");
        Long station = stationOf.get(cells[vehicleAt]);
        if (station != null) {
          truth.put(
              station,
              driven(
                  network,
                  requireNonNull(points.get(station)),
                  cells[edgesAt].split(" "),
                  cells[exitsAt]));
        }
      }
    }
    points.keySet().retainAll(truth.keySet());
    return new Tracks(points, truth);
  }

  /// The segments that the vehicle was on at any time between its first point and its last.
  private static Set<Integer> driven(
      RoadNetwork network, List<Report> track, String[] edges, String exitTimes) {
    String[] exits = exitTimes.split(" ");
    double fromS = track.getFirst().timeMs() / 1000.0;
    double untilS = track.getLast().timeMs() / 1000.0;
    Set<Integer> driven = new HashSet<>();
    double enteredS = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < edges.length; i++) {
      double leftS =
          i < exits.length && !exits[i].isEmpty()
              ? Double.parseDouble(exits[i])
              : Double.POSITIVE_INFINITY;
      int segment = network.indexOf(edges[i]);
      if (segment >= 0 && leftS > fromS && enteredS < untilS) {
        driven.add(segment);
      }
      enteredS = leftS;
    }
    return driven;
  }

  /// How many points.
  int pointCount() {
    return points.values().stream().mapToInt(List::size).sum();
  }
}
