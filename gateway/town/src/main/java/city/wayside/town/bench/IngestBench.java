package city.wayside.town.bench;

import city.wayside.edge.EdgeConfig;
import city.wayside.kit.fleet.FleetOptions;
import city.wayside.kit.fleet.LoadOptions;
import city.wayside.kit.fleet.ReplayReport;
import city.wayside.kit.fleet.SyntheticLoad;
import city.wayside.kit.mqtt.MqttTarget;
import city.wayside.kit.mqtt.MqttVersion;
import city.wayside.model.telemetry.Metric;
import city.wayside.town.compose.Town;
import city.wayside.town.compose.TownException;
import city.wayside.town.compose.TownPlan;
import city.wayside.town.compose.WaysideConfig;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.concurrent.ExecutionException;

/// How many messages a second go all the way: MQTT QoS 1 in, admitted, matched, tallied, in the
/// grid, acknowledged. Load and town share the machine, so figures are lower bounds.
///
/// @param vehicles connections
/// @param ratePerS messages a second of all together
/// @param durationS how long each run sends
public record IngestBench(int vehicles, int ratePerS, int durationS) {

  private static final String LOOPBACK = "127.0.0.1";
  private static final long FIRST_STATION_ID = 1_000_000;

  /// One run.
  ///
  /// @param report the account of the vehicles
  /// @param storedCount messages that the edge node says the grid has
  public record Run(ReplayReport report, long storedCount) {

    /// True when no message is missing: what was sent is acknowledged or refused, nothing was lost,
    /// and exactly what was acknowledged is in the grid.
    public boolean isCorrect() {
      return report.isBalanced()
          && report.lost() == 0
          && report.pending() == 0
          && storedCount == report.acknowledged();
    }

    private long perS() {
      return Math.round(report.acknowledged() * 1000.0 / Math.max(1, report.elapsedMs()));
    }
  }

  /// Runs some times against one town on free ports of the loopback.
  ///
  /// @param plan the town; its ports are replaced
  public List<Run> run(TownPlan plan, int runs)
      throws TownException, InterruptedException, ExecutionException {
    List<Run> done = new ArrayList<>();
    try (Town town = Town.launch(plan.with(onFreePorts(plan.config())))) {
      for (int run = 0; run < runs; run++) {
        done.add(run(town, run));
      }
    }
    return done;
  }

  private Run run(Town town, int number) throws InterruptedException, ExecutionException {
    long storedBefore = Math.round(town.readings().total(Metric.EDGE_MESSAGES_STORED));
    SyntheticLoad load =
        new SyntheticLoad(
            town.vertx(),
            FleetOptions.of(MqttTarget.of(LOOPBACK, town.mqttPort(), MqttVersion.V5)),
            new LoadOptions(
                vehicles, ratePerS, durationS, FIRST_STATION_ID + (long) number * vehicles, number),
            town.plan().network(),
            InstantSource.system(),
            System::nanoTime);
    ReplayReport report = load.start(_ -> {}).toCompletableFuture().get();
    long stored = Math.round(town.readings().total(Metric.EDGE_MESSAGES_STORED)) - storedBefore;
    return new Run(report, stored);
  }

  private static WaysideConfig onFreePorts(WaysideConfig config) {
    EdgeConfig edge = config.edge();
    return config
        .withServer(config.server().withPort(0))
        .withEdge(new EdgeConfig(edge.mqtt().withPort(0), edge.admission(), edge.uplink()))
        .withGrid(config.grid().withPort(0));
  }

  /// Machine, correctness, each run, spread.
  public List<String> lines(List<Run> runs) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "machine      "
            + Runtime.getRuntime().availableProcessors()
            + " processors, "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + ", JDK "
            + Runtime.version()
            + ", heap "
            + Runtime.getRuntime().maxMemory() / 1_000_000
            + " MB");
    lines.add(
        "load         "
            + vehicles
            + " vehicles over MQTT 5 QoS 1, "
            + ratePerS
            + " messages/s for "
            + durationS
            + " s, in the same process");
    boolean correct = runs.stream().allMatch(Run::isCorrect);
    lines.add(
        "correctness  sent = acknowledged + refused, lost 0, stored = acknowledged: "
            + (correct ? "yes, in every run" : "NO"));
    runs.forEach(run -> lines.add(line(run)));
    if (correct && !runs.isEmpty()) {
      LongSummaryStatistics perS = runs.stream().mapToLong(Run::perS).summaryStatistics();
      lines.add(
          "messages/s   min %d, max %d of %d runs; peer: none installed"
              .formatted(perS.getMin(), perS.getMax(), runs.size()));
    }
    return lines;
  }

  private static String line(Run run) {
    ReplayReport report = run.report();
    return String.format(
        Locale.ROOT,
        "run          sent %d acknowledged %d refused %d lost %d stored %d; %d/s;"
            + " p50 %.1f ms p99 %.1f ms p99.9 %.1f ms; generator behind by %d ms at most",
        report.sent(),
        report.acknowledged(),
        report.refused(),
        report.lost(),
        run.storedCount(),
        run.perS(),
        report.latency().p50Ms(),
        report.latency().p99Ms(),
        report.latency().p999Ms(),
        report.lagMsMax());
  }
}
