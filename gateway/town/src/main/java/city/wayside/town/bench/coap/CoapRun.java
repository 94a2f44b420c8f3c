package city.wayside.town.bench.coap;

import city.wayside.kit.load.StreamCounts;
import city.wayside.town.bench.Codes;
import city.wayside.town.bench.ingest.IngestRun;
import java.time.Duration;
import java.util.Locale;

/// One run of the load against one server.
///
/// @param connections how many clients
/// @param connecting how long it took until all had their session
/// @param connectingCpu processor time of the server meanwhile
/// @param run what came after that
record CoapRun(int connections, Duration connecting, Duration connectingCpu, IngestRun run) {

  private static final double MS_PER_S = 1000;
  private static final double NS_PER_US = 1000;

  /// True when what was sent was acknowledged, all of it, and the server has it.
  boolean isCorrect() {
    StreamCounts all = run.counts().all();
    return run.isCorrect()
        && all.sent() > 0
        && all.acknowledged() == all.sent()
        && run.settled().kept() == all.sent();
  }

  /// Processor time of the server for one handshake, in microseconds.
  double handshakeUs() {
    return connectingCpu.toNanos() / NS_PER_US / connections;
  }

  /// The run in one line.
  String line(String name, String which) {
    StreamCounts all = run.counts().all();
    return String.format(
        Locale.ROOT,
        "%-12s %s: all there in %.1f s, %.0f us CPU a handshake; sent %d = acknowledged %d +"
            + " refused %d%s + lost %d; sent again %d; server kept %d + refused %d; held back %d,"
            + " not offered %d; %.0f/s; %.1f us CPU a message (generator %.1f); p50 %.1f ms p99"
            + " %.1f ms most %.1f ms%s",
        name,
        which,
        connecting.toMillis() / MS_PER_S,
        handshakeUs(),
        all.sent(),
        all.acknowledged(),
        all.refused(),
        Codes.coapWords(all.refusedByCode()),
        all.lost(),
        run.counts().sentAgain(),
        run.settled().kept(),
        run.settled().refused(),
        all.heldBack(),
        run.counts().skipped(),
        run.perS(),
        run.cpuUs(),
        run.generatorUs(),
        run.latency().p50Ms(),
        run.latency().p99Ms(),
        run.latency().maxMs(),
        run.counts().endedByReason().isEmpty() ? "" : "; ended " + run.counts().endedByReason());
  }
}
