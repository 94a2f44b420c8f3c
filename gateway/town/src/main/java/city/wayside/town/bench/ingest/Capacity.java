package city.wayside.town.bench.ingest;

import city.wayside.kit.load.Load;
import city.wayside.kit.load.LoadCounts;
import city.wayside.kit.load.Pace;
import city.wayside.town.bench.server.MeasuredServer;
import city.wayside.town.bench.server.Settled;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Runs a load against a server at one rate after another, until it is known which is too much.
public final class Capacity {

  private static final int TRIES_MAX = 16;
  private static final int RAMP_S = 1;
  private static final int DRAIN_MS_MAX = 10_000;
  private static final int SETTLE_MS_MAX = 10_000;
  private static final long LOOK_EVERY_MS = 100;

  private final MeasuredServer server;
  private final Load load;
  private final int stepS;

  /// A load against a server.
  ///
  /// @param load connected
  /// @param stepS how long each rate is tried
  public Capacity(MeasuredServer server, Load load, int stepS) {
    this.server = server;
    this.load = load;
    this.stepS = stepS;
  }

  /// The highest rate at which all is taken, in time.
  ///
  /// @param startPerS the first rate tried
  /// @param p99MsMax 99 of 100 acknowledgements come within that time
  /// @param progress told each try
  /// @return messages a second; 0 when no rate is low enough
  public double find(double startPerS, double p99MsMax, Consumer<String> progress)
      throws IOException, InterruptedException, ExecutionException {
    StepSearch search = new StepSearch(startPerS, TRIES_MAX);
    while (!search.isDone()) {
      IngestRun run = run(Pace.of(search.next()), stepS);
      boolean hasPassed = run.isAsWanted() && run.latency().p99Ms() <= p99MsMax;
      progress.accept(
          run.line(
              server.name(),
              String.format(
                  Locale.ROOT, "%.0f/s %s", search.next(), hasPassed ? "passes" : "is too much")));
      search.told(hasPassed);
    }
    return search.best();
  }

  /// Has the server load and compile what it needs.
  public void warmUp(double perS, int durationS)
      throws IOException, InterruptedException, ExecutionException {
    IngestRun _ = run(Pace.of(perS), durationS);
  }

  /// Sends at a pace for some time, after a second that is not counted in the rate, and waits for
  /// all answers.
  public IngestRun run(Pace pace, int durationS)
      throws IOException, InterruptedException, ExecutionException {
    get(load.take());
    Settled settledBefore = server.settled();
    Duration cpuBefore = server.cpu();
    Duration generatorBefore = generatorCpu();
    get(load.drive(pace));
    TimeUnit.SECONDS.sleep(RAMP_S + durationS);
    LoadCounts counts = get(load.drain(0));
    double sendingS = counts.elapsedS();
    counts = counts.plus(get(load.drain(DRAIN_MS_MAX)));
    Settled settled = settled(settledBefore.total() + counts.all().sent()).since(settledBefore);
    return new IngestRun(
        counts,
        sendingS,
        settled,
        server.cpu().minus(cpuBefore),
        generatorCpu().minus(generatorBefore));
  }

  private static Duration generatorCpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /// What is not acknowledged may still be on its way: waits until all is dealt with, or no longer.
  private Settled settled(long wanted) throws IOException, InterruptedException {
    Settled settled = server.settled();
    for (int i = 0; settled.total() < wanted && i < SETTLE_MS_MAX / LOOK_EVERY_MS; i++) {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
      settled = server.settled();
    }
    return settled;
  }

  private static <T> T get(CompletionStage<T> stage)
      throws InterruptedException, ExecutionException {
    return stage.toCompletableFuture().get();
  }
}
