package city.wayside.town.bench.connections;

import city.wayside.kit.crowd.Arrivals;
import city.wayside.kit.crowd.RollCall;
import city.wayside.town.bench.Codes;
import city.wayside.town.bench.server.Memory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What one server did with the crowd, over TCP or TLS.
///
/// @param name the server and how it was spoken to
/// @param count connections in the crowd
/// @param came how all of them got in
/// @param before memory when a small crowd had come and gone
/// @param asItWas the resident set with all connected, as it was, in bytes
/// @param connected memory with all connected
/// @param idleCpu processor time of the server in the seconds in which nobody said anything
/// @param idleS how many seconds
/// @param stayed who was there after that
/// @param storm how all got in again after all were cut off at once
/// @param stormCpu processor time of the server meanwhile
/// @param returned memory when all were back
/// @param atTheEnd who was there at the end
record ConnectionsRun(
    String name,
    int count,
    Arrivals came,
    Memory before,
    long asItWas,
    Memory connected,
    Duration idleCpu,
    int idleS,
    RollCall stayed,
    Arrivals storm,
    Duration stormCpu,
    Memory returned,
    RollCall atTheEnd) {

  private static final double NS_PER_US = 1000;
  private static final double MS_PER_S = 1000;
  private static final double BYTES_PER_KIB = 1024;
  private static final double BYTES_PER_MIB = 1024 * 1024;
  private static final double PERCENT = 100;

  /// True when everyone was let in both times, nobody was refused wrongly, and all were alive to
  /// the end.
  boolean isCorrect() {
    return isComplete(came)
        && isComplete(storm)
        && stayed.isComplete(count)
        && atTheEnd.isComplete(count);
  }

  private boolean isComplete(Arrivals arrivals) {
    return arrivals.accepted() == count
        && arrivals.refusedWrongly() == 0
        && arrivals.failed() == 0
        && arrivals.underWay() == 0;
  }

  /// What was found, in lines.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line("came", words(came)));
    lines.add(line("memory", growth(connected)));
    lines.add(
        line(
            "idle",
            String.format(
                Locale.ROOT,
                "%d s: server CPU %.1f %% of one processor; %s",
                idleS,
                PERCENT * idleCpu.toNanos() / Duration.ofSeconds(idleS).toNanos(),
                words(stayed))));
    lines.add(
        line(
            "storm",
            words(storm)
                + String.format(
                    Locale.ROOT,
                    "; server CPU %.2f s, %.0f us a connection",
                    stormCpu.toMillis() / MS_PER_S,
                    stormCpu.toNanos() / NS_PER_US / count)));
    lines.add(line("after", growth(returned)));
    lines.add(line("", words(atTheEnd)));
    return lines;
  }

  private String growth(Memory memory) {
    return String.format(
        Locale.ROOT,
        "KiB a connection: %.1f needed = heap in use %.1f + outside the heap %.1f; resident set"
            + " %.1f (%.0f to %.0f MiB; %.1f before the collection)",
        memory.neededKib(before, count),
        memory.heapKib(before, count),
        memory.outsideKib(before, count),
        memory.residentKib(before, count),
        before.residentBytes() / BYTES_PER_MIB,
        memory.residentBytes() / BYTES_PER_MIB,
        (asItWas - before.residentBytes()) / BYTES_PER_KIB / count);
  }

  private String line(String what, String words) {
    return "%-15s %-7s %s".formatted(name, what, words);
  }

  private static String words(Arrivals arrivals) {
    return String.format(
        Locale.ROOT,
        "%.2f s; tries %d = accepted %d + refused %d%s + failed %d%s%s; until CONNACK p50 %.0f ms"
            + " p99 %.0f ms most %.0f ms",
        arrivals.elapsedMs() / MS_PER_S,
        arrivals.tries(),
        arrivals.accepted(),
        arrivals.refused(),
        Codes.words(arrivals.refusedByCode()),
        arrivals.failed(),
        arrivals.failedByReason().isEmpty() ? "" : " " + arrivals.failedByReason(),
        arrivals.underWay() == 0 ? "" : " + under way " + arrivals.underWay(),
        arrivals.latency().p50Ms(),
        arrivals.latency().p99Ms(),
        arrivals.latency().maxMs());
  }

  private static String words(RollCall roll) {
    return "%d asked, %d answered, ended %s"
        .formatted(
            roll.asked(),
            roll.answered(),
            roll.endedByReason().isEmpty() ? "0" : roll.endedByReason());
  }

  /// The row of the summary.
  String row() {
    return String.format(
        Locale.ROOT,
        "%-15s %7.1f %7.1f %7.1f %7.1f %8.2f %8.2f %7.0f %8.2f  %s",
        name,
        connected.neededKib(before, count),
        connected.heapKib(before, count),
        connected.outsideKib(before, count),
        connected.residentKib(before, count),
        came.elapsedMs() / MS_PER_S,
        storm.elapsedMs() / MS_PER_S,
        storm.latency().p99Ms(),
        stormCpu.toMillis() / MS_PER_S,
        isCorrect() ? "yes" : "NO");
  }

  /// The heads of the rows' columns.
  static List<String> head() {
    return List.of(
        "                KiB a connection                came     storm: all back, server CPU",
        "                 needed    heap outside     RSS        s        s  p99 ms        s "
            + " correct");
  }
}
