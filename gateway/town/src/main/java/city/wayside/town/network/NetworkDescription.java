package city.wayside.town.network;

import city.wayside.model.area.BoundingBox;
import city.wayside.road.network.Oddities;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a network holds, for whoever is about to use it.
///
/// @param version the network's version
/// @param segmentCount how many directed segments
/// @param totalKm their length together
/// @param bounds the box around them
/// @param classKm length by road class
/// @param mapDate when the map was as its source has it; `null` when the source does not say
/// @param bannedTurns how many turns are not allowed
/// @param oddities what is odd about it
/// @param memoryBytes how much memory the network takes
public record NetworkDescription(
    String version,
    int segmentCount,
    double totalKm,
    BoundingBox bounds,
    Map<String, Double> classKm,
    @Nullable Instant mapDate,
    int bannedTurns,
    Oddities oddities,
    long memoryBytes) {

  /// Describes a network.
  public static NetworkDescription of(RoadNetwork network) {
    Map<String, Double> classKm = new TreeMap<>();
    double totalM = 0;
    for (int index = 0; index < network.segmentCount(); index++) {
      Segment segment = network.segment(index);
      totalM += segment.lengthM();
      String roadClass = segment.roadClass().isEmpty() ? "(unknown)" : segment.roadClass();
      classKm.merge(roadClass, segment.lengthM() / 1000, Double::sum);
    }
    return new NetworkDescription(
        network.version(),
        network.segmentCount(),
        totalM / 1000,
        network.bounds(),
        classKm,
        network.mapDate(),
        network.turnBans().count(),
        network.oddities(),
        HeapSize.bytes(network));
  }

  /// The description for people.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("version   " + version);
    lines.add("map of    " + (mapDate == null ? "(unknown)" : mapDate));
    lines.add("segments  " + segmentCount + " (directed)");
    lines.add("no turns  " + bannedTurns + " (turn restrictions, each way that is not allowed)");
    lines.add(String.format(Locale.ROOT, "length    %.1f km", totalKm));
    lines.add(
        String.format(
            Locale.ROOT,
            "area      %.5f,%.5f to %.5f,%.5f (west,south to east,north)",
            bounds.westDeg(),
            bounds.southDeg(),
            bounds.eastDeg(),
            bounds.northDeg()));
    lines.add(
        String.format(
            Locale.ROOT,
            "memory    %.1f MB, %.0f bytes a segment",
            memoryBytes / 1e6,
            (double) memoryBytes / segmentCount));
    lines.add("classes");
    classKm.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .forEach(entry ->
            lines.add(
                String.format(Locale.ROOT, "  %-20s %9.1f km", entry.getKey(), entry.getValue())));
    lines.add(oddities.found().isEmpty() ? "oddities  none" : "oddities");
    oddities.lines().forEach(line -> lines.add("  " + line));
    return lines;
  }
}
