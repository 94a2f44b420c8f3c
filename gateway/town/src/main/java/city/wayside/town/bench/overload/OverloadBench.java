package city.wayside.town.bench.overload;

import city.wayside.kit.load.Load;
import city.wayside.kit.load.LoadCounts;
import city.wayside.kit.load.Pace;
import city.wayside.road.network.RoadNetwork;
import city.wayside.town.bench.Machine;
import city.wayside.town.bench.ingest.Capacity;
import city.wayside.town.bench.ingest.VehicleQuotas;
import city.wayside.town.bench.server.Counters;
import city.wayside.town.bench.server.Memory;
import city.wayside.town.bench.server.StartOptions;
import city.wayside.town.bench.server.WaysideContender;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Offers a server several times what it takes, for a while: hazards among very many beacons, half
/// of them without answer. The load asks nobody how it goes; what a connection does not take is
/// held back and counted.
///
/// @param plan how much is too much
/// @param network where the vehicles drive; the network of the server's defaults
/// @param clock what messages are stamped with
/// @param nanoClock paces the load and measures latencies
public record OverloadBench(
    OverloadPlan plan, RoadNetwork network, InstantSource clock, LongSupplier nanoClock) {

  private static final int CALM_S = 10;
  private static final int AFTER_S = 20;
  private static final double CALM_SHARE = 0.5;
  private static final int WARM_UP_S = 8;
  private static final int STEP_S = 3;
  private static final double SEARCH_FROM_PER_S = 4000;
  private static final int DRAIN_MS_MAX = 40_000;
  private static final int SETTLE_S_MAX = 20;

  /// Runs all.
  ///
  /// @param progress told each line of the result as it is known
  /// @return true when the server did all that is asked of it
  public boolean run(Vertx vertx, Consumer<String> progress)
      throws IOException, InterruptedException, ExecutionException {
    progress.accept(Machine.line());
    progress.accept(
        String.format(
            Locale.ROOT,
            "load         %d connections, %s, %.1f %% hazards (DENM, QoS 1), of the beacons half"
                + " QoS 0; %.1f times the capacity for %d s; the generator shares the machine with"
                + " the server",
            plan.connections(),
            plan.format().word(),
            100 * plan.hazardShare(),
            plan.factor(),
            plan.durationS()));
    StartOptions options = new StartOptions(null, VehicleQuotas.lifted(plan.settings()));
    try (WaysideContender server = WaysideContender.start(options)) {
      double capacityPerS = plan.capacityPerS() > 0 ? plan.capacityPerS() : find(server, progress);
      progress.accept("capacity     %.0f messages/s".formatted(capacityPerS));
      if (capacityPerS == 0) {
        return false;
      }
      OverloadReport report = overload(server, capacityPerS, vertx, progress);
      report.lines().forEach(progress);
      return report.isPassed();
    }
  }

  private double find(WaysideContender server, Consumer<String> progress)
      throws IOException, InterruptedException, ExecutionException {
    try (Load load = new Load(plan.beacons(server.plain()), network, clock, nanoClock)) {
      get(load.connect());
      Capacity capacity = new Capacity(server, load, STEP_S);
      capacity.warmUp(SEARCH_FROM_PER_S, WARM_UP_S);
      double found = capacity.find(SEARCH_FROM_PER_S, plan.p99MsMax(), progress);
      get(load.leave());
      return found;
    }
  }

  private OverloadReport overload(
      WaysideContender server, double capacityPerS, Vertx vertx, Consumer<String> progress)
      throws IOException, InterruptedException, ExecutionException {
    GeoSubscriber subscriber = GeoSubscriber.start(vertx, server.plain(), clock, nanoClock);
    try (Load load = new Load(plan.all(server.plain()), network, clock, nanoClock)) {
      get(load.connect());
      Memory before = server.collectedMemory();
      Counters countersBefore = server.counters();
      get(load.take());
      progress.accept(Second.head());
      Recorder recorder = new Recorder(server, load, progress);
      Pace calm = OverloadPlan.pace(capacityPerS * CALM_SHARE);
      recorder.phase(Phase.BEFORE, calm, CALM_S);
      recorder.phase(
          Phase.OVERLOAD, OverloadPlan.pace(capacityPerS * plan.factor()), plan.durationS());
      recorder.phase(Phase.AFTER, calm, AFTER_S);
      LoadCounts total = recorder.total.plus(get(load.drain(DRAIN_MS_MAX)));
      total = total.plus(get(load.leave()));
      Counters counters = settled(server, countersBefore, total.all().sent());
      return new OverloadReport(
          recorder.seconds,
          total,
          counters,
          get(load.hazardsTaken()),
          get(subscriber.deliveries()),
          before,
          server.collectedMemory(),
          plan.p99MsMax());
    }
  }

  /// What the server counted, once it has dealt with all that was sent, or does no longer.
  private static Counters settled(WaysideContender server, Counters before, long wanted)
      throws IOException, InterruptedException {
    Counters counters = server.counters().since(before);
    for (int i = 0; i < SETTLE_S_MAX && counters.settled().total() < wanted; i++) {
      TimeUnit.SECONDS.sleep(1);
      counters = server.counters().since(before);
    }
    return counters;
  }

  /// Writes down every second.
  private static final class Recorder {
    private final WaysideContender server;
    private final Load load;
    private final Consumer<String> progress;
    private final List<Second> seconds = new ArrayList<>();
    private LoadCounts total = LoadCounts.none();

    Recorder(WaysideContender server, Load load, Consumer<String> progress) {
      this.server = server;
      this.load = load;
      this.progress = progress;
    }

    void phase(Phase phase, Pace pace, int durationS)
        throws IOException, InterruptedException, ExecutionException {
      get(load.drive(pace));
      Duration cpu = server.cpu();
      for (int number = 1; number <= durationS; number++) {
        TimeUnit.SECONDS.sleep(1);
        LoadCounts counts = get(load.take());
        Duration cpuNow = server.cpu();
        Second second =
            new Second(phase, number, counts, server.residentBytes(), cpuNow.minus(cpu));
        cpu = cpuNow;
        total = total.plus(counts);
        seconds.add(second);
        progress.accept(second.row());
      }
    }
  }

  private static <T> T get(CompletionStage<T> stage)
      throws InterruptedException, ExecutionException {
    return stage.toCompletableFuture().get();
  }
}
