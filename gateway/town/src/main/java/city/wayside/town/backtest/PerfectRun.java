package city.wayside.town.backtest;

import city.wayside.road.network.RoadNetwork;
import city.wayside.road.tally.TallyBoard;
import java.util.List;

/// A perfect assignment of a whole trace, cut at borders and not. One thread.
final class PerfectRun {

  /// One way of cutting, its tallies and their windows.
  private static final class Tallying {
    final TallyBoard board;
    final PerfectAssignment assignment;
    final WindowTable table;

    Tallying(RoadNetwork network, WindowTable table, int openMax, PerfectAssignment.Cut cut) {
      this.board = new TallyBoard(network.segmentCount(), openMax);
      this.assignment = new PerfectAssignment(network, board, cut);
      this.table = table;
    }
  }

  private final List<Tallying> both;

  /// @param windowS length of the windows
  /// @param share the share of stations that take part
  /// @param openMax how many segment windows may be open
  PerfectRun(RoadNetwork network, int windowS, double share, int openMax) {
    both =
        List.of(
            new Tallying(
                network,
                new WindowTable(network, windowS, share),
                openMax,
                PerfectAssignment.Cut.AT_THE_BORDER),
            new Tallying(
                network,
                new WindowTable(network, windowS, share),
                openMax,
                PerfectAssignment.Cut.NOT_AT_ALL));
  }

  void take(Row row) {
    both.forEach(each -> each.assignment.take(row));
  }

  /// Keeps what was tallied, and closes windows that ended before a moment.
  void forgetBefore(long timeMs) {
    both.forEach(each -> {
      each.table.put(each.board.takeChanged());
      each.board.forgetBefore(timeMs);
    });
  }

  /// All that was tallied.
  Limits limits() {
    both.forEach(each -> each.table.put(each.board.takeChanged()));
    return new Limits(both.getFirst().table.rows(), both.getLast().table.rows());
  }
}
