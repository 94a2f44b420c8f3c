package city.wayside.town.bench.coap;

import city.wayside.kit.load.Load;
import city.wayside.kit.load.LoadOptions;
import city.wayside.kit.load.Pace;
import city.wayside.road.network.RoadNetwork;
import city.wayside.town.bench.Machine;
import city.wayside.town.bench.ingest.Capacity;
import city.wayside.town.bench.ingest.IngestRun;
import city.wayside.town.bench.ingest.VehicleQuotas;
import city.wayside.town.bench.server.BareCoapContender;
import city.wayside.town.bench.server.CoapContender;
import city.wayside.town.bench.server.Memory;
import city.wayside.town.bench.server.WaysideCoapContender;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// How many messages a second go all the way over CoAP and DTLS, and what one costs: decrypted,
/// admitted, matched, tallied, in the grid, acknowledged. Each client has its own identity, key and
/// session. Californium's server alone, which answers at once and does nothing with a message,
/// takes the same load in turn. Both run in processes of their own; the load shares their machine.
///
/// @param plan what is measured
/// @param network where the vehicles drive; the network of the server's defaults
/// @param clock what messages are stamped with
/// @param nanoClock paces the load and measures latencies
public record CoapBench(
    CoapPlan plan, RoadNetwork network, InstantSource clock, LongSupplier nanoClock) {

  private static final int FEW = 200;
  private static final int WARM_UP_S = 5;
  private static final int CONNECT_S_MAX = 300;
  private static final int SETTLE_S = 2;
  private static final int STEP_S = 4;

  /// Runs all.
  ///
  /// @param progress told each line of the result as it is known
  /// @return true when every run was correct
  public boolean run(Consumer<String> progress)
      throws IOException, InterruptedException, ExecutionException {
    progress.accept(Machine.line());
    progress.accept(plan.line());
    List<CoapContender> servers = new ArrayList<>();
    try (BenchClients clients = BenchClients.write(plan.generations(), clock.millis())) {
      servers.add(
          WaysideCoapContender.start(
              plan.isSecured() ? clients.file() : null, VehicleQuotas.lifted(plan.settings())));
      if (plan.hasPeer()) {
        servers.add(BareCoapContender.start(plan.isSecured()));
      }
      return measure(servers, progress);
    } finally {
      for (CoapContender server : servers) {
        server.close();
      }
    }
  }

  private boolean measure(List<CoapContender> servers, Consumer<String> progress)
      throws IOException, InterruptedException, ExecutionException {
    for (CoapContender server : servers) {
      warmUp(server);
      progress.accept(memory(server).line(server.name()));
    }
    Map<String, List<CoapRun>> done = new LinkedHashMap<>();
    for (int run = 1; run <= plan.runs(); run++) {
      for (CoapContender server : servers) {
        CoapRun result = run(server, run + 1);
        progress.accept(result.line(server.name(), "run " + run));
        done.computeIfAbsent(server.name(), name -> new ArrayList<>()).add(result);
      }
    }
    CoapSummary.lines(done).forEach(progress);
    return CoapSummary.isCorrect(done);
  }

  /// What a server loads and compiles with its first messages is not counted for all others.
  private void warmUp(CoapContender server)
      throws IOException, InterruptedException, ExecutionException {
    int few = Math.min(FEW, plan.connections());
    try (Load load = load(plan.load(server.address(), few, 0))) {
      connect(load);
      IngestRun _ = new Capacity(server, load, STEP_S).run(Pace.answered(few), WARM_UP_S);
      get(load.leave());
    }
    TimeUnit.SECONDS.sleep(SETTLE_S);
  }

  /// Memory with all sessions before anyone says anything; then a run that is not counted.
  private CoapMemory memory(CoapContender server)
      throws IOException, InterruptedException, ExecutionException {
    Memory before = server.collectedMemory();
    try (Load load = load(plan.load(server.address(), plan.connections(), 1))) {
      connect(load);
      TimeUnit.SECONDS.sleep(SETTLE_S);
      CoapMemory found = new CoapMemory(plan.connections(), before, server.collectedMemory());
      IngestRun _ = new Capacity(server, load, STEP_S).run(plan.pace(), plan.durationS());
      get(load.leave());
      return found;
    }
  }

  private CoapRun run(CoapContender server, int generation)
      throws IOException, InterruptedException, ExecutionException {
    try (Load load = load(plan.load(server.address(), plan.connections(), generation))) {
      Duration cpuBefore = server.cpu();
      Duration connecting = connect(load);
      Duration connectingCpu = server.cpu().minus(cpuBefore);
      CoapRun run =
          new CoapRun(
              plan.connections(),
              connecting,
              connectingCpu,
              new Capacity(server, load, STEP_S).run(plan.pace(), plan.durationS()));
      get(load.leave());
      return run;
    }
  }

  private Load load(LoadOptions options) throws IOException {
    return Load.overCoap(options, plan.keys(), network, clock, nanoClock);
  }

  /// Has all get their sessions.
  ///
  /// @return how long that took
  private Duration connect(Load load) throws IOException, InterruptedException, ExecutionException {
    long fromNs = nanoClock.getAsLong();
    try {
      load.connect().toCompletableFuture().get(CONNECT_S_MAX, TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      throw new IOException(
          "only %d of %d clients have a session after %d s; %s"
              .formatted(
                  get(load.take()).open(),
                  plan.connections(),
                  CONNECT_S_MAX,
                  get(load.take()).endedByReason()));
    }
    return Duration.ofNanos(nanoClock.getAsLong() - fromNs);
  }

  private static <T> T get(CompletionStage<T> stage)
      throws InterruptedException, ExecutionException {
    return stage.toCompletableFuture().get();
  }
}
