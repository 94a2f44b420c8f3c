package city.wayside.town.bench.ingest;

import city.wayside.kit.fleet.FleetOptions;
import city.wayside.kit.fleet.LoadOptions;
import city.wayside.kit.fleet.ReplayReport;
import city.wayside.kit.fleet.SyntheticLoad;
import city.wayside.kit.mqtt.MqttTarget;
import city.wayside.kit.mqtt.MqttVersion;
import city.wayside.road.network.RoadNetwork;
import city.wayside.town.bench.Machine;
import city.wayside.town.bench.server.*;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// How many messages a second go all the way, and what one costs: MQTT in, admitted, matched,
/// tallied, in the grid, acknowledged. The server runs in a process of its own; the load shares its
/// machine. Where Mosquitto is installed it takes the same load in turn and forwards it to one
/// subscriber, which is less than our whole job, for comparison.
///
/// @param load what is sent in each run
/// @param qos 0 or 1
/// @param runs how many runs are counted, after one to warm up
public record IngestBench(LoadOptions load, int qos, int runs) {

  private static final long SETTLE_S_MAX = 30;
  private static final long LOOK_EVERY_MS = 100;

  /// Runs all.
  ///
  /// @param network where the vehicles drive; the network of the server's defaults
  /// @param progress told each line of the result as it is known
  /// @return true when every run of ours was correct
  public boolean run(
      Vertx vertx,
      RoadNetwork network,
      InstantSource clock,
      LongSupplier nanoClock,
      Consumer<String> progress)
      throws IOException, InterruptedException, ExecutionException {
    progress.accept(Machine.line());
    progress.accept(loadLine());
    Map<String, List<IngestRun>> done = new LinkedHashMap<>();
    try (Contenders contenders = Contenders.start(vertx, nanoClock)) {
      for (int run = 0; run <= runs; run++) {
        for (Contender contender : contenders.all()) {
          IngestRun result = run(contender, vertx, network, clock, nanoClock, run);
          String kind = run == 0 ? contender.name() + " (warm-up)" : contender.name();
          progress.accept(result.line(kind, run));
          if (run > 0) {
            done.computeIfAbsent(contender.name(), name -> new ArrayList<>()).add(result);
          }
        }
      }
    }
    IngestSummary.lines(done).forEach(progress);
    return IngestSummary.isCorrect(done);
  }

  private String loadLine() {
    return "load         %d connections, MQTT 5 QoS %d, %.0f messages/s for %d s, %d runs"
        .formatted(load.connections(), qos, load.ratePerS(), load.durationS(), runs);
  }

  private IngestRun run(
      Contender contender,
      Vertx vertx,
      RoadNetwork network,
      InstantSource clock,
      LongSupplier nanoClock,
      int run)
      throws IOException, InterruptedException, ExecutionException {
    MqttTarget target = MqttTarget.of(contender.plain().getHostString(), contender.plain().getPort(), MqttVersion.V5);
    // New vehicles in every run: the last run's are still remembered where they were.
    LoadOptions ofRun =
        new LoadOptions(
            load.connections(),
            load.ratePerS(),
            load.durationS(),
            load.firstStationId() + (long) run * load.connections(),
            load.seed() + run);
    SyntheticLoad vehicles =
        new SyntheticLoad(
            vertx, FleetOptions.of(target).withQos(qos), ofRun, network, clock, nanoClock);
    long settledBefore = contender.settledCount();
    Duration cpuBefore = contender.cpu();
    ReplayReport report = vehicles.start(_ -> {}).toCompletableFuture().get();
    long settled = settled(contender, settledBefore + report.sent()) - settledBefore;
    return new IngestRun(report, settled, contender.cpu().minus(cpuBefore));
  }

  /// What is not acknowledged may still be on its way: waits until all is dealt with, or no longer.
  private static long settled(Contender contender, long wanted)
      throws IOException, InterruptedException {
    long settled = contender.settledCount();
    for (int i = 0; settled < wanted && i < SETTLE_S_MAX * 1000 / LOOK_EVERY_MS; i++) {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
      settled = contender.settledCount();
    }
    return settled;
  }

  /// Our server, and the peer where it is installed.
  ///
  /// @param all in the order in which they take turns
  private record Contenders(List<Contender> all) implements AutoCloseable {

    static Contenders start(Vertx vertx, LongSupplier nanoClock)
        throws IOException, InterruptedException {
      List<Contender> all = new ArrayList<>();
      Contenders contenders = new Contenders(all);
      try {
        StartOptions plain = new StartOptions(null, Map.of());
        all.add(WaysideContender.start(plain));
        if (Peer.MOSQUITTO.isInstalled()) {
          MosquittoContender peer = MosquittoContender.start(plain);
          all.add(peer);
          peer.forwardToOne(vertx, nanoClock);
        }
        return contenders;
      } catch (IOException | InterruptedException | RuntimeException failure) {
        contenders.close();
        throw failure;
      }
    }

    @Override
    public void close() throws IOException {
      for (Contender contender : all) {
        contender.close();
      }
    }
  }
}
