package city.wayside.town.backtest;

import city.wayside.edge.admit.AdmissionConfig;
import city.wayside.kit.trace.TraceException;
import city.wayside.kit.trace.TraceReader;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.traffic.SegmentTally;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.tally.TallyBoard;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/// Drives a recorded trace through admission, matching, tally and roll-up as fast as the machine
/// allows, with the trace's own time as the clock.
///
/// Stations are shared out over threads, each station always to the same one; sums are whole
/// numbers, so the result is the same however many threads there are.
public final class Backtest {

  /// While more segment windows than this are open, those that ended [#KEEP_MS] before the newest
  /// report are closed; a trace that is in order of time loses nothing by it.
  static final int OPEN_WINDOWS_KEPT = 2_000_000;

  private static final int OPEN_WINDOWS_MAX = 4 * OPEN_WINDOWS_KEPT;
  private static final long KEEP_MS = 3_600_000;
  private static final int TAKE_EVERY_ROWS = 1 << 18;

  private final RoadNetwork network;
  private final int windowS;
  private final WindowTable table;
  private final StationSample sample;
  private final int threads;
  private final boolean withLimits;

  /// A backtest on a network, without limits.
  ///
  /// @param windowS length of the windows, a multiple of 60 s
  /// @param sample which stations take part
  /// @param threads how many threads match
  public Backtest(RoadNetwork network, int windowS, StationSample sample, int threads) {
    this(network, windowS, sample, threads, false);
  }

  /// A backtest on a network.
  ///
  /// @param windowS length of the windows, a multiple of 60 s
  /// @param sample which stations take part
  /// @param threads how many threads match
  /// @param withLimits whether a perfect assignment is made of the same rows
  public Backtest(
      RoadNetwork network, int windowS, StationSample sample, int threads, boolean withLimits) {
    this.network = network;
    this.windowS = windowS;
    this.withLimits = withLimits;
    this.table = new WindowTable(network, windowS, sample.share());
    this.sample = sample;
    this.threads = threads;
  }

  /// Runs a trace from where its reader stands to its end.
  ///
  /// @param progress told how many rows were read, now and then
  /// @throws TraceException when the trace cannot be read on
  public BacktestResult run(TraceReader trace, LongConsumer progress)
      throws TraceException, InterruptedException {
    TallyBoard board = new TallyBoard(network.segmentCount(), OPEN_WINDOWS_MAX);
    MatchingStage stage = new MatchingStage(network, board, AdmissionConfig.defaults());
    TrueSegments truth = new TrueSegments(network);
    PerfectRun perfect =
        withLimits ? new PerfectRun(network, windowS, sample.share(), OPEN_WINDOWS_MAX) : null;
    long sampled = 0;
    long newestMs = Long.MIN_VALUE;
    try (MatchingThreads matching = new MatchingThreads(stage, threads)) {
      while (trace.next()) {
        newestMs = Math.max(newestMs, trace.timeMs());
        if (sample.contains(trace.stationId())) {
          Row row = new Row(report(trace), truth.of(trace));
          matching.take(row);
          if (perfect != null) {
            perfect.take(row);
          }
          sampled++;
        }
        if (trace.rowCount() % TAKE_EVERY_ROWS == 0) {
          progress.accept(trace.rowCount());
          if (board.openWindowCount() > OPEN_WINDOWS_KEPT) {
            matching.flush();
            board.forgetBefore(newestMs - KEEP_MS);
          }
          table.put(board.takeChanged());
          if (perfect != null) {
            perfect.forgetBefore(newestMs - KEEP_MS);
          }
        }
      }
    }
    List<SegmentTally> last = board.takeChanged();
    table.put(last);
    progress.accept(trace.rowCount());
    return new BacktestResult(
        new ArrayList<>(table.rows()),
        trace.rowCount(),
        trace.badLineCount(),
        trace.stationCount(),
        sampled,
        stage.admittedCount(),
        stage.offRoadCount(),
        stage.judgedCount(),
        stage.rightCount(),
        stage.refusedCounts(),
        board.droppedLateCount() + board.droppedFullCount(),
        perfect == null || stage.judgedCount() == 0 ? null : perfect.limits());
  }

  private static Report report(TraceReader trace) {
    return new Report(
        trace.stationId(),
        trace.type(),
        MessageKind.PROBE,
        trace.timeMs(),
        trace.latDeg(),
        trace.lonDeg(),
        trace.speedMps(),
        trace.headingDeg(),
        Double.NaN);
  }
}
