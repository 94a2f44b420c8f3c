package city.wayside.town.bench.coap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// What all runs say together: correctness first, and no figure without it.
final class CoapSummary {

  /// Our rate to the bare server's, at least, with the whole job done.
  static final double AIM = 0.7;

  private CoapSummary() {}

  /// True when every run of every server was correct.
  static boolean isCorrect(Map<String, List<CoapRun>> runs) {
    return !runs.isEmpty()
        && runs.values().stream().flatMap(List::stream).allMatch(CoapRun::isCorrect);
  }

  /// The lines of the summary.
  ///
  /// @param runs by server, ours first
  static List<String> lines(Map<String, List<CoapRun>> runs) {
    List<String> lines = new ArrayList<>();
    boolean isCorrect = isCorrect(runs);
    lines.add(
        "correctness  sent = acknowledged = stored, lost 0: "
            + (isCorrect ? "yes, in every run" : "NO; the figures mean nothing"));
    if (!isCorrect) {
      return lines;
    }
    runs.forEach((name, ofServer) ->
        lines.add(
            String.format(
                Locale.ROOT,
                "%-12s messages/s %s; us CPU a message %s; p50 ms %s; p99 ms %s; us CPU a handshake"
                    + " %s; sent again %s (min, median, max)",
                name,
                spread("%.0f", ofServer, one -> one.run().perS()),
                spread("%.1f", ofServer, one -> one.run().cpuUs()),
                spread("%.1f", ofServer, one -> one.run().latency().p50Ms()),
                spread("%.1f", ofServer, one -> one.run().latency().p99Ms()),
                spread("%.0f", ofServer, CoapRun::handshakeUs),
                spread("%.0f", ofServer, one -> one.run().counts().sentAgain()))));
    List<List<CoapRun>> servers = List.copyOf(runs.values());
    if (servers.size() < 2) {
      lines.add("peer         none");
      return lines;
    }
    double[] rates = ratios(servers.getFirst(), servers.getLast(), one -> one.run().perS());
    double[] costs = ratios(servers.getFirst(), servers.getLast(), one -> one.run().cpuUs());
    double median = rates[rates.length / 2];
    lines.add(
        String.format(
            Locale.ROOT,
            "ratio        rate, ours to the bare server's: %s (min, median, max of pairs; aim %.1f:"
                + " %s); CPU a message: %s",
            spread("%.2f", rates),
            AIM,
            median >= AIM ? "met" : "NOT met",
            spread("%.2f", costs)));
    return lines;
  }

  private static double[] ratios(
      List<CoapRun> ours, List<CoapRun> theirs, ToDoubleFunction<CoapRun> figure) {
    double[] ratios = new double[Math.min(ours.size(), theirs.size())];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = figure.applyAsDouble(ours.get(i)) / figure.applyAsDouble(theirs.get(i));
    }
    Arrays.sort(ratios);
    return ratios;
  }

  private static String spread(
      String format, List<CoapRun> runs, ToDoubleFunction<CoapRun> figure) {
    return spread(format, runs.stream().mapToDouble(figure).sorted().toArray());
  }

  private static String spread(String format, double[] sorted) {
    return String.join(
        " ",
        String.format(Locale.ROOT, format, sorted[0]),
        String.format(Locale.ROOT, format, sorted[sorted.length / 2]),
        String.format(Locale.ROOT, format, sorted[sorted.length - 1]));
  }
}
