package city.wayside.town.bench.ingest;

import city.wayside.kit.load.Load;
import city.wayside.kit.load.Pace;
import city.wayside.road.network.RoadNetwork;
import city.wayside.town.bench.Machine;
import city.wayside.town.bench.server.Contender;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// How many messages a second go all the way, and what one costs: MQTT in, admitted, matched,
/// tallied, in the grid, acknowledged. The server runs in a process of its own; the load shares its
/// machine. Where Mosquitto is installed it takes the same load in turn and forwards it to one
/// subscriber, which is less than our whole job, for comparison.
///
/// @param plan what is measured
/// @param network where the vehicles drive; the network of the server's defaults
/// @param clock what messages are stamped with
/// @param nanoClock paces the load and measures latencies
public record IngestBench(
    IngestPlan plan, RoadNetwork network, InstantSource clock, LongSupplier nanoClock) {

  private static final double WARM_UP_PER_S = 4000;
  private static final int WARM_UP_S = 8;
  private static final double SEARCH_FROM_PER_S = 4000;
  private static final int SEARCH_STEP_S = 4;

  /// Runs all.
  ///
  /// @param progress told each line of the result as it is known
  /// @return true when every run of ours was correct
  public boolean run(Vertx vertx, Consumer<String> progress)
      throws IOException, InterruptedException, ExecutionException {
    progress.accept(Machine.line());
    progress.accept(plan.line());
    try (IngestContenders contenders =
        IngestContenders.start(vertx, nanoClock, plan.peers(), plan.settings())) {
      contenders.missing().forEach(progress);
      Pace pace =
          switch (plan.mode()) {
            case IngestPlan.Mode.Fixed(double perS) -> Pace.of(perS);
            case IngestPlan.Mode.Blast() -> Pace.BLAST;
            case IngestPlan.Mode.Search(double p99MsMax) ->
                Pace.of(search(contenders.all(), p99MsMax, progress));
          };
      return pace.perS() > 0 && measure(contenders.all(), pace, progress);
    }
  }

  /// The highest rate of each; ours is the one at which both are measured then.
  private double search(List<Contender> contenders, double p99MsMax, Consumer<String> progress)
      throws IOException, InterruptedException, ExecutionException {
    List<Double> found = new ArrayList<>();
    for (Contender contender : contenders) {
      try (Load load = load(contender, 0)) {
        Capacity capacity = new Capacity(contender, load, SEARCH_STEP_S);
        capacity.warmUp(WARM_UP_PER_S, WARM_UP_S);
        double best = capacity.find(SEARCH_FROM_PER_S, p99MsMax, progress);
        load.leave().toCompletableFuture().get();
        progress.accept(
            String.format(
                Locale.ROOT,
                "%-12s highest rate with p99 within %.0f ms: %.0f messages/s",
                contender.name(),
                p99MsMax,
                best));
        found.add(best);
      }
    }
    return found.getFirst();
  }

  private boolean measure(List<Contender> contenders, Pace pace, Consumer<String> progress)
      throws IOException, InterruptedException, ExecutionException {
    Map<String, List<IngestRun>> done = new LinkedHashMap<>();
    for (int run = 0; run <= plan.runs(); run++) {
      for (Contender contender : contenders) {
        IngestRun result = run(contender, pace, run + 1);
        progress.accept(result.line(contender.name(), run == 0 ? "warm-up" : "run " + run));
        if (run > 0) {
          done.computeIfAbsent(contender.name(), name -> new ArrayList<>()).add(result);
        }
      }
    }
    IngestSummary.lines(done).forEach(progress);
    return IngestSummary.isCorrect(done);
  }

  private IngestRun run(Contender contender, Pace pace, int generation)
      throws IOException, InterruptedException, ExecutionException {
    try (Load load = load(contender, generation)) {
      IngestRun run = new Capacity(contender, load, SEARCH_STEP_S).run(pace, plan.durationS());
      load.leave().toCompletableFuture().get();
      return run;
    }
  }

  private Load load(Contender contender, int generation)
      throws IOException, InterruptedException, ExecutionException {
    Load load = new Load(plan.load(contender.plain(), generation), network, clock, nanoClock);
    load.connect().toCompletableFuture().get();
    return load;
  }
}
