package city.wayside.town.bench.ingest;

import city.wayside.kit.fleet.ReplayReport;
import java.time.Duration;
import java.util.Locale;

/// One run of the load against one server.
///
/// @param report the account of the vehicles
/// @param settledCount messages the server has dealt with: kept or refused, or forwarded by a peer
/// @param cpu processor time of the server's own process during the run
record IngestRun(ReplayReport report, long settledCount, Duration cpu) {

  private static final double NS_PER_US = 1000;

  /// True when no message is missing: what was sent is acknowledged or refused, nothing was lost,
  /// and the server has dealt with all of it.
  boolean isCorrect() {
    return report.isBalanced()
        && report.lost() == 0
        && report.pending() == 0
        && settledCount == report.sent();
  }

  /// Processor time of the server per message, in microseconds.
  double cpuUs() {
    return cpu.toNanos() / NS_PER_US / Math.max(1, report.sent());
  }

  /// Messages a second that were acknowledged.
  double perS() {
    return report.acknowledged() * 1000.0 / Math.max(1, report.elapsedMs());
  }

  /// The run in one line.
  String line(String name, int number) {
    String latency =
        report.latency().count() == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "; p50 %.1f ms p99 %.1f ms p99.9 %.1f ms",
                report.latency().p50Ms(),
                report.latency().p99Ms(),
                report.latency().p999Ms());
    return String.format(
        Locale.ROOT,
        "%-12s run %d: sent %d = acknowledged %d + refused %d + lost %d, settled %d;"
            + " %.0f/s; %.1f us CPU a message%s; generator behind by %d ms at most",
        name,
        number,
        report.sent(),
        report.acknowledged(),
        report.refused(),
        report.lost(),
        settledCount,
        perS(),
        cpuUs(),
        latency,
        report.lagMsMax());
  }
}
