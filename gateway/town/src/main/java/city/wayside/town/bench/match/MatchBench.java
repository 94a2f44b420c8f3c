package city.wayside.town.bench.match;

import city.wayside.road.match.RoadMatcher;
import city.wayside.road.network.RoadNetwork;
import city.wayside.town.bench.Machine;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// How many points a second the matcher alone takes on one thread, when it is warm. Blocks.
///
/// @param network the roads
/// @param points what is matched, in every run the same
/// @param runs how many runs are measured
public record MatchBench(RoadNetwork network, MatchPoints points, int runs) {

  /// So many passes go before the first that is measured, the one that is judged among them.
  private static final int WARM_UP = 3;

  /// A run goes over the points until it has taken so long: a few milliseconds say nothing.
  private static final double RUN_S_MIN = 0.5;

  private static final long DIFFERENT = Long.MIN_VALUE;
  private static final double NS_PER_S = 1e9;

  /// Measures and tells; no rate without correctness.
  ///
  /// @param nanoClock nanoseconds of any origin
  /// @param processorClock nanoseconds that this thread has had a processor
  /// @param progress told each line of the result as it is known
  /// @return true when every run found the same places
  public boolean run(
      LongSupplier nanoClock, LongSupplier processorClock, Consumer<String> progress) {
    progress.accept(Machine.line());
    progress.accept(
        String.format(
            Locale.ROOT,
            "load         one thread, the matcher alone, %d points of %d stations in the order of"
                + " the trace, %d segments; %d rows left out",
            points.count(),
            Arrays.stream(points.reports())
                .mapToLong(report -> report.stationId())
                .distinct()
                .count(),
            network.segmentCount(),
            points.leftOutCount()));
    RoadMatcher matcher = new RoadMatcher(network);
    MatchPass.Judged judged = new MatchPass(points).judge(matcher);
    boolean isCorrect = true;
    for (int pass = 1; pass < WARM_UP; pass++) {
      isCorrect &= new MatchPass(points).run(matcher) == judged.sum();
    }
    double[] perS = new double[runs];
    double[] perProcessorS = new double[runs];
    for (int run = 0; run < runs; run++) {
      Measured measured = measure(matcher, nanoClock, processorClock);
      isCorrect &= measured.sum == judged.sum();
      perS[run] = measured.count * NS_PER_S / measured.tookNs;
      perProcessorS[run] = measured.count * NS_PER_S / measured.processorNs;
      progress.accept(
          String.format(
              Locale.ROOT,
              "run %-8d points/s %.0f, in a second of processor time %.0f",
              run + 1,
              perS[run],
              perProcessorS[run]));
    }
    progress.accept("correctness  every run found the same places: " + (isCorrect ? "yes" : "NO"));
    progress.accept(rightWords(judged));
    if (isCorrect) {
      progress.accept(spread("result       points/s", perS));
      progress.accept(spread("             points in a second of processor time", perProcessorS));
    }
    return isCorrect;
  }

  private static String spread(String what, double[] rates) {
    double[] sorted = rates.clone();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "%s %.0f %.0f %.0f (min, median, max)",
        what,
        sorted[0],
        sorted[sorted.length / 2],
        sorted[sorted.length - 1]);
  }

  /// What a run took.
  ///
  /// @param sum of what its passes found; [#DIFFERENT] when they differ
  private record Measured(long count, long tookNs, long processorNs, long sum) {}

  private Measured measure(
      RoadMatcher matcher, LongSupplier nanoClock, LongSupplier processorClock) {
    long tookNs = 0;
    long processorNs = 0;
    long count = 0;
    long sum = 0;
    while (tookNs < RUN_S_MIN * NS_PER_S) {
      MatchPass pass = new MatchPass(points);
      long startNs = nanoClock.getAsLong();
      long processorStartNs = processorClock.getAsLong();
      long found = pass.run(matcher);
      processorNs += processorClock.getAsLong() - processorStartNs;
      tookNs += nanoClock.getAsLong() - startNs;
      sum = count == 0 || found == sum ? found : DIFFERENT;
      count += points.count();
    }
    return new Measured(count, tookNs, processorNs, sum);
  }

  private static String rightWords(MatchPass.Judged judged) {
    return judged.judgedCount() == 0
        ? "accuracy     unknown: the trace has no edge_id that the network knows"
        : String.format(
            Locale.ROOT,
            "accuracy     on the right segment: %.2f %% of the %d points whose segment is known",
            100.0 * judged.rightCount() / judged.judgedCount(),
            judged.judgedCount());
  }
}
