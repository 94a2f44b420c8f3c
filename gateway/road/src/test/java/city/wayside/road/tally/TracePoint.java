package city.wayside.road.tally;

import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.road.network.RoadNetwork;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// A row of a recorded trace.
///
/// @param report what the vehicle says
/// @param trueSegment where it was; -1 in a junction
record TracePoint(Report report, int trueSegment) {

  /// Reads a trace up to a moment, in order of time.
  static List<TracePoint> read(RoadNetwork network, Path trace, long endMs) throws IOException {
    List<TracePoint> points = new ArrayList<>();
    Map<String, Long> stations = new HashMap<>();
    try (BufferedReader rows =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(trace)), StandardCharsets.UTF_8))) {
      rows.readLine();
      rows.lines()
          .map(row -> row.split(","))
          .map(fields -> new TracePoint(report(fields, stations), network.indexOf(fields[6])))
          .takeWhile(point -> point.report.timeMs() < endMs)
          .forEach(points::add);
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
    return points;
  }

  private static Report report(String[] fields, Map<String, Long> stations) {
    long station = stations.computeIfAbsent(fields[1], _ -> (long) stations.size());
    return new Report(
        station,
        StationType.PASSENGER_CAR,
        MessageKind.PROBE,
        Math.round(Double.parseDouble(fields[0]) * 1000),
        Double.parseDouble(fields[2]),
        Double.parseDouble(fields[3]),
        Double.parseDouble(fields[4]),
        Double.parseDouble(fields[5]),
        Double.NaN);
  }
}
