package city.wayside.town.bench.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Our server's counters of messages (`wayside_edge_messages_…_total` of `/metrics`).
///
/// @param byName the count of each counter by the word in its name and, for one with a label, also
///   the label's value: `stored`, `refused too_fast`
public record Counters(SortedMap<String, Long> byName) {

  private static final String PREFIX = "wayside_edge_messages_";
  private static final String SUFFIX = "_total";
  private static final String RECEIVED = "received";
  private static final String STORED = "stored";
  private static final String REFUSED = "refused";

  /// Reads them from the Prometheus text.
  static Counters parse(String text) {
    SortedMap<String, Long> byName = new TreeMap<>();
    text.lines()
        .filter(line -> line.startsWith(PREFIX))
        .forEach(line -> {
          int nameEnd = line.indexOf(SUFFIX);
          int valueAt = line.lastIndexOf(' ');
          if (nameEnd > 0 && valueAt > nameEnd) {
            String label = label(line.substring(nameEnd + SUFFIX.length(), valueAt));
            String name = line.substring(PREFIX.length(), nameEnd) + label;
            byName.merge(name, Math.round(Double.parseDouble(line.substring(valueAt))), Long::sum);
          }
        });
    return new Counters(byName);
  }

  /// The values of labels, each with a space before it.
  private static String label(String labels) {
    StringBuilder values = new StringBuilder();
    String[] parts = labels.split("\"");
    for (int i = 1; i < parts.length; i += 2) {
      if (!parts[i - 1].contains("otel_scope")) {
        values.append(' ').append(parts[i]);
      }
    }
    return values.toString();
  }

  /// What was counted since.
  public Counters since(Counters before) {
    SortedMap<String, Long> difference = new TreeMap<>();
    byName.forEach(
        (name, count) -> difference.put(name, count - before.byName.getOrDefault(name, 0L)));
    return new Counters(difference);
  }

  private long sum(String word) {
    return byName.entrySet().stream()
        .filter(counter -> word(counter.getKey()).equals(word))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static String word(String name) {
    int end = name.indexOf(' ');
    return end < 0 ? name : name.substring(0, end);
  }

  /// Messages that reached the endpoint.
  public long received() {
    return sum(RECEIVED);
  }

  /// What the server has dealt with: each message is stored or refused.
  public Settled settled() {
    return new Settled(stored(), refused());
  }

  /// Messages in the grid.
  public long stored() {
    return sum(STORED);
  }

  /// Messages refused for whatever reason.
  public long refused() {
    return sum(REFUSED);
  }

  /// Beacons left out under load because the station's next one says more; they are among those
  /// refused.
  public long thinned() {
    return byName.getOrDefault(REFUSED + " thinned", 0L);
  }

  /// All that is above zero, as `name count`.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    byName.forEach((name, count) -> {
      if (count != 0) {
        lines.add(name + " " + count);
      }
    });
    return lines;
  }
}
