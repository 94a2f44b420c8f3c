package city.wayside.town.bench.ingest;

import city.wayside.kit.latency.Latency;
import city.wayside.kit.load.LoadCounts;
import city.wayside.kit.load.StreamCounts;
import city.wayside.town.bench.Codes;
import city.wayside.town.bench.server.Settled;
import java.time.Duration;
import java.util.Locale;

/// One run of the load against one server.
///
/// @param counts the account of the vehicles, to the last answer
/// @param sendingS how long they sent
/// @param settled messages the server has dealt with
/// @param cpu processor time of the server's own process from the first message to the last
/// @param generatorCpu processor time of this process meanwhile
public record IngestRun(
    LoadCounts counts, double sendingS, Settled settled, Duration cpu, Duration generatorCpu) {

  private static final double NS_PER_US = 1000;

  /// True when no message is missing: what was sent is acknowledged or refused, nothing was lost,
  /// and the server has dealt with all of it.
  public boolean isCorrect() {
    return counts.isBalanced()
        && counts.all().lost() == 0
        && counts.pending() == 0
        && counts.endedByReason().isEmpty()
        && settled.total() == counts.all().sent();
  }

  /// True when all that was due was said and taken: the rate is what it was to be.
  public boolean isAsWanted() {
    return isCorrect()
        && counts.skipped() == 0
        && counts.all().heldBack() == 0
        && settled.refused() == 0;
  }

  /// Processor time of the server per message, in microseconds.
  public double cpuUs() {
    return perMessageUs(cpu);
  }

  /// Processor time of the generator per message, in microseconds.
  public double generatorUs() {
    return perMessageUs(generatorCpu);
  }

  private double perMessageUs(Duration time) {
    return time.toNanos() / NS_PER_US / Math.max(1, counts.all().sent());
  }

  /// Messages a second that the server kept.
  public double perS() {
    return settled.kept() / sendingS;
  }

  /// How long acknowledgements took.
  public Latency latency() {
    return counts.all().latencies();
  }

  /// The run in one line.
  String line(String name, String which) {
    StreamCounts all = counts.all();
    return String.format(
        Locale.ROOT,
        "%-12s %s: sent %d = acknowledged or QoS 0 %d + refused %d%s + lost %d; server kept %d +"
            + " refused %d; held back %d, not offered %d; %.0f/s; %.1f us CPU a message"
            + " (generator %.1f); p50 %.1f"
            + " ms p99 %.1f ms p99.9 %.1f ms; generator behind by %d ms at most",
        name,
        which,
        all.sent(),
        all.sent() - all.refused() - all.lost(),
        all.refused(),
        Codes.words(all.refusedByCode()),
        all.lost(),
        settled.kept(),
        settled.refused(),
        all.heldBack(),
        counts.skipped(),
        perS(),
        cpuUs(),
        generatorUs(),
        latency().p50Ms(),
        latency().p99Ms(),
        latency().p999Ms(),
        counts.lagMsMax());
  }
}
