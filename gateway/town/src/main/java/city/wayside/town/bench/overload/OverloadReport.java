package city.wayside.town.bench.overload;

import city.wayside.kit.load.LoadCounts;
import city.wayside.kit.load.Stream;
import city.wayside.kit.load.StreamCounts;
import city.wayside.town.bench.Codes;
import city.wayside.town.bench.server.Counters;
import city.wayside.town.bench.server.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the seconds of an overload say together.
///
/// @param seconds all of them, in order
/// @param total what became of the load from its first message to its last answer
/// @param counters what the server counted meanwhile
/// @param hazardsTaken hazards that the server acknowledged, by their key
/// @param deliveries what a subscriber heard of them
/// @param before the server's memory before
/// @param after the server's memory when all was over
/// @param p99MsMax what counts as in time
record OverloadReport(
    List<Second> seconds,
    LoadCounts total,
    Counters counters,
    Set<Long> hazardsTaken,
    Deliveries deliveries,
    Memory before,
    Memory after,
    double p99MsMax) {

  private static final double BYTES_PER_MIB = 1024 * 1024;
  private static final double GROWTH_MAX = 1.1;
  private static final int RECOVERY_S_MAX = 5;
  private static final double NEAR = 2;
  private static final int NEVER = Integer.MAX_VALUE;

  /// So many seconds in a row must be in time before a server counts as itself again.
  private static final int IN_TIME_S = 3;

  /// True when all that is asked of a server under overload holds.
  boolean isPassed() {
    return isMemoryBounded()
        && areHazardsTaken()
        && areHazardsDelivered()
        && recoveryS() <= RECOVERY_S_MAX
        && isAccounted();
  }

  private List<Second> of(Phase phase) {
    return seconds.stream().filter(second -> second.phase() == phase).toList();
  }

  private static long residentMax(List<Second> some) {
    return some.stream().mapToLong(Second::residentBytes).max().orElse(0);
  }

  /// True when the server's memory does not grow any more in the last third of the overload.
  boolean isMemoryBounded() {
    List<Second> overload = of(Phase.OVERLOAD);
    long early = residentMax(overload.subList(0, 2 * overload.size() / 3));
    return residentMax(overload) <= early * GROWTH_MAX;
  }

  /// True when each hazard was acknowledged.
  boolean areHazardsTaken() {
    StreamCounts hazards = total.of(Stream.HAZARD);
    return hazards.due() > 0 && hazards.acknowledged() == hazards.due();
  }

  /// True when each hazard that was acknowledged came to the subscriber.
  boolean areHazardsDelivered() {
    return deliveries.refusal().isEmpty() && missing() == 0;
  }

  private long missing() {
    return hazardsTaken.stream().filter(key -> !deliveries.hazards().contains(key)).count();
  }

  /// Seconds of the time afterwards until beacons are acknowledged in time again, and go on being.
  int recoveryS() {
    List<Boolean> inTime =
        of(Phase.AFTER).stream().map(second -> isInTime(second.beacons())).toList();
    for (int from = 0; from + IN_TIME_S <= inTime.size(); from++) {
      if (!inTime.subList(from, from + IN_TIME_S).contains(false)) {
        return from;
      }
    }
    return NEVER;
  }

  private boolean isInTime(StreamCounts beacons) {
    return beacons.latency().total() > 0 && beacons.latencies().p99Ms() <= normalMs();
  }

  /// What counts as in time: what was to be, or, where the machine is slow, near what was before.
  private double normalMs() {
    double[] before =
        of(Phase.BEFORE).stream()
            .mapToDouble(second -> second.beacons().latencies().p99Ms())
            .sorted()
            .toArray();
    double median = before.length == 0 ? 0 : before[before.length / 2];
    return Math.max(p99MsMax, NEAR * median);
  }

  /// True when no message is missing: not of those that vehicles had to say, and not of those that
  /// the server received.
  boolean isAccounted() {
    return total.isBalanced()
        && total.pending() == 0
        && counters.received() == total.all().sent()
        && counters.received() == counters.settled().total();
  }

  /// The findings, in lines.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line("memory bounded", isMemoryBounded(), memory()));
    lines.add(line("hazards acknowledged", areHazardsTaken(), words(Stream.HAZARD)));
    lines.add(line("hazards delivered", areHazardsDelivered(), delivered()));
    lines.add("beacons QoS 1          " + words(Stream.BEACON_QOS_1));
    lines.add("beacons QoS 0          " + words(Stream.BEACON_QOS_0));
    lines.add("beacons thinned        " + counters.thinned() + " by the server");
    int recoveryS = recoveryS();
    lines.add(
        line(
            "recovery",
            recoveryS <= RECOVERY_S_MAX,
            (recoveryS == NEVER ? "not seen" : recoveryS + " s")
                + String.format(
                    Locale.ROOT,
                    " until p99 of beacons is within %.0f ms for %d s in a row",
                    normalMs(),
                    IN_TIME_S)));
    lines.add(line("accounted", isAccounted(), accounts()));
    lines.add("server's counters      " + String.join(", ", counters.lines()));
    return lines;
  }

  private static String line(String what, boolean isSo, String words) {
    return "%-22s %-4s %s".formatted(what, isSo ? "yes:" : "NO:", words);
  }

  private String memory() {
    return String.format(
        Locale.ROOT,
        "RSS %.0f MiB before, at most %.0f in overload, %.0f at the end; heap in use %.0f MiB"
            + " before, %.0f at the end",
        residentMax(of(Phase.BEFORE)) / BYTES_PER_MIB,
        residentMax(of(Phase.OVERLOAD)) / BYTES_PER_MIB,
        after.residentBytes() / BYTES_PER_MIB,
        before.usedHeapBytes() / BYTES_PER_MIB,
        after.usedHeapBytes() / BYTES_PER_MIB);
  }

  private String words(Stream stream) {
    StreamCounts counts = total.of(stream);
    String sent =
        "due %d = sent %d + held back %d".formatted(counts.due(), counts.sent(), counts.heldBack());
    if (stream.qos() == 0) {
      return sent;
    }
    return sent
        + String.format(
            Locale.ROOT,
            "; acknowledged %d + refused %d%s + lost %d; p50 %.0f ms p99 %.0f ms",
            counts.acknowledged(),
            counts.refused(),
            Codes.words(counts.refusedByCode()),
            counts.lost(),
            counts.latencies().p50Ms(),
            counts.latencies().p99Ms());
  }

  private String delivered() {
    if (!deliveries.refusal().isEmpty()) {
      return "nobody could listen: " + deliveries.refusal();
    }
    return String.format(
        Locale.ROOT,
        "%d of %d acknowledged hazards missing; heard %d, repeated %d, unreadable %d; p50 %.0f ms"
            + " p99 %.0f ms",
        missing(),
        hazardsTaken.size(),
        deliveries.hazards().size(),
        deliveries.repeated(),
        deliveries.unreadable(),
        deliveries.latency().p50Ms(),
        deliveries.latency().p99Ms());
  }

  private String accounts() {
    return "vehicles sent %d, under way %d; server received %d = stored %d + refused %d%s"
        .formatted(
            total.all().sent(),
            total.pending(),
            counters.received(),
            counters.stored(),
            counters.refused(),
            total.endedByReason().isEmpty()
                ? ""
                : "; connections ended (what was on them with QoS 0 is unknown) "
                    + total.endedByReason());
  }
}
