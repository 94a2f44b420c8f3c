package city.wayside.town.bench.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// What all runs say together: correctness first, and no figure without it.
final class IngestSummary {

  private IngestSummary() {}

  /// True when every run of every server was correct.
  static boolean isCorrect(Map<String, List<IngestRun>> runs) {
    return !runs.isEmpty()
        && runs.values().stream().flatMap(List::stream).allMatch(IngestRun::isCorrect);
  }

  /// The lines of the summary.
  ///
  /// @param runs by server, ours first
  static List<String> lines(Map<String, List<IngestRun>> runs) {
    List<String> lines = new ArrayList<>();
    boolean correct = isCorrect(runs);
    lines.add(
        "correctness  sent = settled, lost 0: "
            + (correct ? "yes, in every run" : "NO; the figures mean nothing"));
    if (!correct) {
      return lines;
    }
    runs.forEach((name, ofServer) ->
        lines.add(
            String.format(
                Locale.ROOT,
                "%-12s messages/s %s; us CPU a message %s; p99 ms %s (min, median, max)",
                name,
                spread(ofServer, IngestRun::perS),
                spread(ofServer, IngestRun::cpuUs),
                spread(ofServer, run -> run.latency().p99Ms()))));
    List<List<IngestRun>> servers = List.copyOf(runs.values());
    lines.add(
        servers.size() < 2
            ? "peer         none"
            : "ratio        CPU a message, ours to the peer's: %s (min, median, max of pairs)"
                .formatted(ratios(servers.getFirst(), servers.getLast())));
    return lines;
  }

  private static String spread(List<IngestRun> runs, ToDoubleFunction<IngestRun> figure) {
    return spread(runs.stream().mapToDouble(figure).sorted().toArray());
  }

  private static String ratios(List<IngestRun> ours, List<IngestRun> theirs) {
    double[] ratios = new double[Math.min(ours.size(), theirs.size())];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = ours.get(i).cpuUs() / theirs.get(i).cpuUs();
    }
    Arrays.sort(ratios);
    return spread(ratios);
  }

  private static String spread(double[] sorted) {
    return String.format(
        Locale.ROOT,
        "%.1f %.1f %.1f",
        sorted[0],
        sorted[sorted.length / 2],
        sorted[sorted.length - 1]);
  }
}
