package city.wayside.town.cli;

import city.wayside.town.backtest.BacktestResult;
import city.wayside.town.backtest.Calibration;
import city.wayside.town.backtest.Comparison;
import city.wayside.town.backtest.LimitTable;
import city.wayside.town.backtest.StationSample;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What `backtest` tells people.
final class BacktestWords {

  private final PrintWriter out;

  BacktestWords(PrintWriter out) {
    this.out = out;
  }

  /// What became of the rows of one run.
  void tell(StationSample sample, boolean isOneOfMany, BacktestResult result, double tookS) {
    if (isOneOfMany) {
      out.printf(Locale.ROOT, "share %s, seed %d:%n", sample.share(), sample.seed());
    }
    long refused = result.refused().values().stream().mapToLong(Long::longValue).sum();
    out.printf(
        Locale.ROOT,
        "%d rows of %d stations in %.1f s: %.0f rows/s%n",
        result.rowCount(),
        result.stationCount(),
        tookS,
        result.rowCount() / tookS);
    out.printf(
        Locale.ROOT,
        "sampled %d = admitted %d + refused %d%s; off road %d; bad lines %d; dropped %d%n",
        result.sampledCount(),
        result.admittedCount(),
        refused,
        result.refused().isEmpty() ? "" : " " + result.refused(),
        result.offRoadCount(),
        result.badLineCount(),
        result.droppedCount());
    if (result.judgedCount() > 0) {
      out.printf(
          Locale.ROOT,
          "on the right segment: %.2f %% of the %d rows whose segment is known%n",
          100.0 * result.rightCount() / result.judgedCount(),
          result.judgedCount());
    }
  }

  /// Where the result went.
  void wrote(BacktestResult result, Path file) {
    out.println("wrote " + result.rows().size() + " segment windows to " + file);
  }

  /// Errors beside the achievable ones and whether stated errors hold, share by share.
  void tellErrors(List<Comparison> comparisons) {
    Comparison.byShare(comparisons)
        .values()
        .forEach(seeds -> {
          out.println();
          LimitTable.words(seeds).forEach(out::println);
          Calibration.words(seeds).forEach(out::println);
        });
  }
}
