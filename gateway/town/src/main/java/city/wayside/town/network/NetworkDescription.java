package city.wayside.town.network;

import city.wayside.model.area.BoundingBox;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What a network holds, for whoever is about to use it.
///
/// @param version the network's version
/// @param segmentCount how many directed segments
/// @param totalKm their length together
/// @param bounds the box around them
/// @param classKm length by road class
/// @param oddities how many segments each oddity has; only those that occur
/// @param memoryBytes how much memory the network takes
public record NetworkDescription(
    String version,
    int segmentCount,
    double totalKm,
    BoundingBox bounds,
    Map<String, Double> classKm,
    Map<String, Integer> oddities,
    long memoryBytes) {

  private static final double SHORT_M = 5;
  private static final double LONG_M = 5_000;

  /// Describes a network.
  public static NetworkDescription of(RoadNetwork network) {
    Map<String, Double> classKm = new TreeMap<>();
    Map<String, Integer> oddities = new LinkedHashMap<>();
    boolean[] reached = new boolean[network.segmentCount()];
    double totalM = 0;
    for (int index = 0; index < network.segmentCount(); index++) {
      for (int next : network.successors(index)) {
        reached[next] = true;
      }
    }
    for (int index = 0; index < network.segmentCount(); index++) {
      Segment segment = network.segment(index);
      totalM += segment.lengthM();
      String roadClass = segment.roadClass().isEmpty() ? "(unknown)" : segment.roadClass();
      classKm.merge(roadClass, segment.lengthM() / 1000, Double::sum);
      boolean leads = network.successors(index).length > 0;
      note(oddities, "without speed limit", Double.isNaN(segment.speedLimitMps()));
      note(oddities, "without lanes", segment.lanes() == 0);
      note(oddities, "shorter than 5 m", segment.lengthM() < SHORT_M);
      note(oddities, "longer than 5 km", segment.lengthM() > LONG_M);
      note(oddities, "that lead nowhere", !leads && reached[index]);
      note(oddities, "that nothing leads to", leads && !reached[index]);
      note(oddities, "connected with nothing", !leads && !reached[index]);
    }
    return new NetworkDescription(
        network.version(),
        network.segmentCount(),
        totalM / 1000,
        network.bounds(),
        classKm,
        oddities,
        HeapSize.bytes(network));
  }

  private static void note(Map<String, Integer> oddities, String oddity, boolean has) {
    if (has) {
      oddities.merge(oddity, 1, Integer::sum);
    }
  }

  /// The description for people.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("version   " + version);
    lines.add("segments  " + segmentCount + " (directed)");
    lines.add(String.format(Locale.ROOT, "length    %.1f km", totalKm));
    lines.add(
        String.format(
            Locale.ROOT,
            "area      %.5f,%.5f to %.5f,%.5f (west,south to east,north)",
            bounds.westDeg(),
            bounds.southDeg(),
            bounds.eastDeg(),
            bounds.northDeg()));
    lines.add(String.format(Locale.ROOT, "memory    %.1f MB", memoryBytes / 1e6));
    lines.add("classes");
    classKm.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .forEach(entry ->
            lines.add(
                String.format(Locale.ROOT, "  %-20s %9.1f km", entry.getKey(), entry.getValue())));
    lines.add(oddities.isEmpty() ? "oddities  none" : "oddities");
    oddities.forEach(
        (oddity, count) -> lines.add(String.format("  %9d segments %s", count, oddity)));
    return lines;
  }
}
