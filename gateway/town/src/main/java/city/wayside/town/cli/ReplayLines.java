package city.wayside.town.cli;

import city.wayside.kit.fleet.ReplayReport;
import city.wayside.kit.latency.Latency;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a fleet did, for people.
final class ReplayLines {

  private ReplayLines() {}

  /// One line while it drives.
  static String progress(ReplayReport report) {
    return String.format(
        Locale.ROOT,
        "%5d s  sent %d  acknowledged %d  refused %d  lost %d  connected %d",
        report.elapsedMs() / 1000,
        report.sent(),
        report.acknowledged(),
        report.refused(),
        report.lost(),
        report.connections().open());
  }

  /// The closing figures.
  static List<String> closing(ReplayReport report) {
    List<String> lines = new ArrayList<>();
    double tookS = report.elapsedMs() / 1000.0;
    lines.add(
        String.format(
            Locale.ROOT,
            "sent %d = acknowledged %d + refused %d + lost %d%s, in %.1f s (%.0f/s)",
            report.sent(),
            report.acknowledged(),
            report.refused(),
            report.lost(),
            report.isBalanced() ? "" : " (does not add up)",
            tookS,
            tookS > 0 ? report.sent() / tookS : 0));
    if (report.refused() > 0) {
      lines.add(
          "refused by code: "
              + report.refusedByCode().entrySet().stream()
                  .map(entry -> entry.getKey() + " " + entry.getValue())
                  .collect(Collectors.joining(", ")));
    }
    if (report.sentAgain() > 0) {
      lines.add("sent again for want of an acknowledgement: " + report.sentAgain());
    }
    Latency latency = report.latency();
    if (latency.count() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "latency of acknowledgements: p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, max %.1f ms",
              latency.p50Ms(),
              latency.p99Ms(),
              latency.p999Ms(),
              latency.maxMs()));
    }
    return lines;
  }
}
