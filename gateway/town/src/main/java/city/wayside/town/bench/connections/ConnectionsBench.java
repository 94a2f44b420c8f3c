package city.wayside.town.bench.connections;

import city.wayside.kit.crowd.Arrivals;
import city.wayside.kit.crowd.Crowd;
import city.wayside.kit.crowd.CrowdOptions;
import city.wayside.kit.crowd.RollCall;
import city.wayside.town.bench.Machine;
import city.wayside.town.bench.server.Certificate;
import city.wayside.town.bench.server.Contender;
import city.wayside.town.bench.server.Memory;
import city.wayside.town.bench.server.Peer;
import city.wayside.town.bench.server.StartOptions;
import city.wayside.town.bench.server.WaysideContender;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What a connection that says nothing costs a server in memory, and how long it takes when all of
/// them, cut off at once, come back as fast as they can. Every server is started anew for each way
/// of speaking to it, in a process of its own; the clients share its machine.
///
/// @param count connections
/// @param isTls whether the same is measured over TLS as well
/// @param peers servers of others, measured in the same run
/// @param perS how many connect a second; 0 for as fast as they can
/// @param settings environment variables for our server
public record ConnectionsBench(
    int count, boolean isTls, List<Peer> peers, double perS, Map<String, String> settings) {

  private static final int WARM_UP_MAX = 1000;
  private static final int WARM_UPS = 2;
  private static final int CONNECTING_MAX = 256;
  private static final int HANDSHAKES_MAX = 32;
  private static final int SETTLE_S = 2;
  private static final int IDLE_S = 5;
  private static final int ROLL_CALL_MS_MAX = 60_000;
  private static final int GATHER_S_MAX = 600;
  private static final long SEED = 1;

  /// Starts a server.
  private interface Start {
    Contender with(StartOptions options) throws IOException, InterruptedException;
  }

  /// Runs all.
  ///
  /// @param progress told each line of the result as it is known
  /// @return true when every run with our server was correct
  public boolean run(LongSupplier nanoClock, Consumer<String> progress)
      throws IOException, InterruptedException, ExecutionException {
    progress.accept(Machine.line());
    progress.accept(
        "load         %d MQTT 5 connections that say nothing, keep alive 600 s; the clients"
                .formatted(count)
            + " share the machine with the server");
    List<ConnectionsRun> runs = new ArrayList<>();
    boolean isCorrect = measure("wayside", WaysideContender::start, nanoClock, progress, runs);
    for (Peer peer : peers) {
      if (peer.isInstalled()) {
        measure(peer.word(), peer::start, nanoClock, progress, runs);
      } else {
        progress.accept("%-12s is not there; get it: %s".formatted(peer.word(), peer.howToGet()));
      }
    }
    progress.accept("");
    ConnectionsRun.head().forEach(progress);
    runs.forEach(run -> progress.accept(run.row()));
    progress.accept(
        "correctness  all accepted, none refused wrongly, all alive to the end, none ended: "
            + (isCorrect ? "yes" : "NO"));
    return isCorrect;
  }

  private boolean measure(
      String name,
      Start start,
      LongSupplier nanoClock,
      Consumer<String> progress,
      List<ConnectionsRun> runs)
      throws InterruptedException, ExecutionException, IOException {
    boolean isCorrect = measure(name + " plain", start, null, nanoClock, progress, runs);
    if (isTls) {
      try (Certificate certificate = Certificate.make()) {
        isCorrect &= measure(name + " TLS", start, certificate, nanoClock, progress, runs);
      }
    }
    return isCorrect;
  }

  private boolean measure(
      String name,
      Start start,
      @Nullable Certificate certificate,
      LongSupplier nanoClock,
      Consumer<String> progress,
      List<ConnectionsRun> runs)
      throws InterruptedException, ExecutionException {
    try (Contender server = start.with(new StartOptions(certificate, settings))) {
      InetSocketAddress address = certificate == null ? server.plain() : server.tls();
      ConnectionsRun run = run(name, server, address, certificate != null, nanoClock);
      run.lines().forEach(progress);
      runs.add(run);
      return run.isCorrect();
    } catch (IOException e) {
      progress.accept("%-15s cannot be measured: %s".formatted(name, e.getMessage()));
      return false;
    }
  }

  private ConnectionsRun run(
      String name,
      Contender server,
      InetSocketAddress address,
      boolean overTls,
      LongSupplier nanoClock)
      throws IOException, InterruptedException, ExecutionException {
    warmUp(address, overTls, nanoClock);
    Memory before = server.collectedMemory();
    Crowd.Pace calm = new Crowd.Pace(perS, overTls ? HANDSHAKES_MAX : CONNECTING_MAX);
    Crowd.Pace storming = perS > 0 ? calm : new Crowd.Pace(0, count);
    CrowdOptions options = CrowdOptions.of(address, overTls, count);
    try (Crowd crowd = new Crowd(options, nanoClock, SEED)) {
      Arrivals came = gather(crowd, calm);
      TimeUnit.SECONDS.sleep(SETTLE_S);
      long asItWas = server.residentBytes();
      Memory connected = server.collectedMemory();
      Duration idleFrom = server.cpu();
      TimeUnit.SECONDS.sleep(IDLE_S);
      Duration idleCpu = server.cpu().minus(idleFrom);
      RollCall stayed = get(crowd.rollCall(ROLL_CALL_MS_MAX));
      Duration stormFrom = server.cpu();
      get(crowd.scatter());
      Arrivals storm = gather(crowd, storming);
      Duration stormCpu = server.cpu().minus(stormFrom);
      TimeUnit.SECONDS.sleep(SETTLE_S);
      Memory returned = server.collectedMemory();
      RollCall atTheEnd = get(crowd.rollCall(ROLL_CALL_MS_MAX));
      get(crowd.leave());
      return new ConnectionsRun(
          name, count, came, before, asItWas, connected, idleCpu, IDLE_S, stayed, storm, stormCpu,
          returned, atTheEnd);
    }
  }

  /// What a server loads and compiles with its first connections is not counted for all others.
  private void warmUp(InetSocketAddress address, boolean overTls, LongSupplier nanoClock)
      throws IOException, InterruptedException, ExecutionException {
    CrowdOptions few = CrowdOptions.of(address, overTls, Math.min(count, WARM_UP_MAX));
    try (Crowd crowd = new Crowd(few, nanoClock, SEED)) {
      for (int i = 0; i < WARM_UPS; i++) {
        gather(crowd, new Crowd.Pace(0, HANDSHAKES_MAX));
        get(crowd.rollCall(ROLL_CALL_MS_MAX));
        get(crowd.leave());
        TimeUnit.SECONDS.sleep(SETTLE_S);
      }
    }
  }

  /// How they came, or how far that went in the longest time that is waited.
  private static Arrivals gather(Crowd crowd, Crowd.Pace pace)
      throws InterruptedException, ExecutionException {
    try {
      return crowd.gather(pace).toCompletableFuture().get(GATHER_S_MAX, TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      return get(crowd.arrivals());
    }
  }

  private static <T> T get(CompletionStage<T> stage)
      throws InterruptedException, ExecutionException {
    return stage.toCompletableFuture().get();
  }
}
