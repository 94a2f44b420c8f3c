package city.wayside.town.bench.overload;

import city.wayside.kit.load.LoadCounts;
import city.wayside.kit.load.Stream;
import city.wayside.kit.load.StreamCounts;
import city.wayside.town.bench.Codes;
import java.time.Duration;
import java.util.Locale;

/// What happened in one second.
///
/// @param phase in which phase
/// @param number which second of the phase, from 1
/// @param counts what became of the load in it
/// @param residentBytes the server's memory at its end
/// @param cpu processor time of the server in it
record Second(Phase phase, int number, LoadCounts counts, long residentBytes, Duration cpu) {

  private static final double BYTES_PER_MIB = 1024 * 1024;
  private static final double PERCENT = 100;

  StreamCounts hazards() {
    return counts.of(Stream.HAZARD);
  }

  StreamCounts beacons() {
    return counts.of(Stream.BEACON_QOS_0, Stream.BEACON_QOS_1);
  }

  /// What the columns of the rows are.
  static String head() {
    return "phase     s  RSS MiB  CPU %  offered     sent  (QoS 0) not sent    acked  refused"
        + "  p50 ms  p99 ms | hazards  acked refused  p50 ms  p99 ms";
  }

  /// The second in a row.
  String row() {
    StreamCounts all = counts.all();
    StreamCounts beacons = beacons();
    StreamCounts hazards = hazards();
    return String.format(
        Locale.ROOT,
        "%-8s %2d %8.0f %6.0f %8d %8d %8d %8d %8d %8d %7.0f %7.0f | %7d %6d %7d %7.0f %7.0f%s",
        phase.word(),
        number,
        residentBytes / BYTES_PER_MIB,
        PERCENT * cpu.toNanos() / Math.max(1, counts.elapsedNs()),
        all.due() + counts.skipped(),
        all.sent(),
        counts.of(Stream.BEACON_QOS_0).sent(),
        all.heldBack() + counts.skipped(),
        beacons.acknowledged(),
        beacons.refused(),
        beacons.latencies().p50Ms(),
        beacons.latencies().p99Ms(),
        hazards.sent(),
        hazards.acknowledged(),
        hazards.refused(),
        hazards.latencies().p50Ms(),
        hazards.latencies().p99Ms(),
        Codes.words(all.refusedByCode()));
  }
}
