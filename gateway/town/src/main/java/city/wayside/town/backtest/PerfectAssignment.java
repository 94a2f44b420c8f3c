package city.wayside.town.backtest;

import city.wayside.model.message.Report;
import city.wayside.road.match.MatchedReport;
import city.wayside.road.match.Passages;
import city.wayside.road.match.RoadMatcher;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.tally.TallyBoard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What could be had from the same rows at best: each row is put on the segment on which the trace
/// says that it is, and what was driven goes through the same tallies. One thread; rows of one
/// vehicle in order.
///
/// It is no bound in the strict sense: which vehicles are in the sample decides most of its errors
/// at small shares, and those the real figures have as well.
final class PerfectAssignment {

  /// What happens to the time between two rows on different segments.
  enum Cut {
    /// All of it counts for the segment of the later row, as the plain sum over rows has it.
    NOT_AT_ALL,
    /// It is cut where the way crosses from one segment to the next.
    AT_THE_BORDER
  }

  /// Longer in one junction, and what was before is given up.
  private static final int KNOTS_MAX = 1000;

  /// How far a vehicle had come at a moment.
  private record Knot(double odometerM, long timeMs) {}

  /// A vehicle since it was last on a segment of the network.
  private static final class Ride {
    int segment = Row.UNKNOWN;
    double offsetM;
    final List<Knot> knots = new ArrayList<>();

    void begin(int nowSegment, double nowOffsetM, long timeMs) {
      segment = nowSegment;
      offsetM = nowOffsetM;
      knots.clear();
      knots.add(new Knot(0, timeMs));
    }
  }

  private final RoadNetwork network;
  private final TallyBoard board;
  private final Cut cut;
  private final TrueWay way;
  private final Passages passages = new Passages();
  private final Map<Long, Ride> rides = new HashMap<>();

  PerfectAssignment(RoadNetwork network, TallyBoard board, Cut cut) {
    this.network = network;
    this.board = board;
    this.cut = cut;
    this.way = new TrueWay(network);
  }

  /// Takes one row. The speed of a row holds for the time since the row before.
  void take(Row row) {
    Report report = row.report();
    if (!report.type().isRoadVehicle()) {
      return;
    }
    int segment = row.trueSegment();
    double offsetM =
        cut == Cut.NOT_AT_ALL || segment == Row.UNKNOWN
            ? 0
            : way.offsetM(segment, report.latDeg(), report.lonDeg());
    Ride ride = rides.computeIfAbsent(report.stationId(), _ -> new Ride());
    if (ride.knots.isEmpty()) {
      ride.begin(segment, offsetM, report.timeMs());
      return;
    }
    Knot last = ride.knots.getLast();
    long tookMs = report.timeMs() - last.timeMs;
    if (tookMs <= 0) {
      return;
    }
    if (tookMs > RoadMatcher.GAP_MAX_MS
        || !(report.speedMps() >= 0)
        || ride.knots.size() > KNOTS_MAX) {
      ride.begin(segment, offsetM, report.timeMs());
      return;
    }
    double odometerM = last.odometerM + report.speedMps() * tookMs / 1000;
    ride.knots.add(new Knot(odometerM, report.timeMs()));
    if (segment == Row.UNKNOWN && cut == Cut.AT_THE_BORDER) {
      return;
    }
    passages.begin(ride.knots.getFirst().timeMs);
    addPieces(ride.knots, stretches(ride, segment, offsetM, odometerM));
    board.add(new MatchedReport(report, Math.max(segment, 0), 0, passages));
    ride.begin(segment, offsetM, report.timeMs());
  }

  /// A part of a ride on one link.
  ///
  /// @param link the link, or [Row#UNKNOWN]
  /// @param untilM the odometer at its end
  private record Stretch(int link, double untilM) {}

  /// Which links a ride went over. Where their lengths add up to another length than was driven,
  /// each is shortened or lengthened alike.
  private List<Stretch> stretches(Ride ride, int segment, double offsetM, double drivenM) {
    if (cut == Cut.NOT_AT_ALL || ride.segment == segment) {
      return List.of(new Stretch(segment, drivenM));
    }
    if (ride.segment == Row.UNKNOWN) {
      // It came out of a junction in which it was first seen.
      return List.of(
          new Stretch(Row.UNKNOWN, Math.max(0, drivenM - offsetM)), new Stretch(segment, drivenM));
    }
    List<Integer> between = way.between(ride.segment, segment, drivenM);
    double restM = network.lengthM(ride.segment) - ride.offsetM;
    double wayM = restM + offsetM;
    for (int link : between) {
      wayM += network.lengthM(link);
    }
    if (!(wayM > 0)) {
      return List.of(new Stretch(segment, drivenM));
    }
    double scale = drivenM / wayM;
    List<Stretch> stretches = new ArrayList<>(between.size() + 2);
    double untilM = restM;
    stretches.add(new Stretch(ride.segment, untilM * scale));
    for (int link : between) {
      untilM += network.lengthM(link);
      stretches.add(new Stretch(link, untilM * scale));
    }
    stretches.add(new Stretch(segment, drivenM));
    return stretches;
  }

  /// Adds a piece for each link between each two moments at which the odometer is known.
  private void addPieces(List<Knot> knots, List<Stretch> stretches) {
    int at = 0;
    for (int i = 1; i < knots.size(); i++) {
      Knot from = knots.get(i - 1);
      Knot to = knots.get(i);
      double reachedM = from.odometerM;
      while (at < stretches.size() - 1 && stretches.get(at).untilM < to.odometerM) {
        double untilM = Math.max(reachedM, stretches.get(at).untilM);
        addPiece(stretches.get(at).link, from, to, reachedM, untilM);
        reachedM = untilM;
        at++;
      }
      addPiece(stretches.get(at).link, from, to, reachedM, to.odometerM);
    }
  }

  private void addPiece(int link, Knot from, Knot to, double fromM, double toM) {
    if (link == Row.UNKNOWN || !network.isSegment(link)) {
      return;
    }
    double drivenM = to.odometerM - from.odometerM;
    double tookMs = to.timeMs - from.timeMs;
    double startMs = from.timeMs - passages.baseMs();
    passages.add(
        link,
        fromM,
        toM,
        startMs + (drivenM > 0 ? (fromM - from.odometerM) / drivenM * tookMs : 0),
        startMs + (drivenM > 0 ? (toM - from.odometerM) / drivenM * tookMs : tookMs),
        Double.NaN);
  }
}
