package city.wayside.edge;

import city.wayside.edge.detect.Detector;
import city.wayside.edge.handover.Onward;
import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.station.Station;
import city.wayside.edge.uplink.Batcher;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.refusal.Refused;
import city.wayside.road.match.MatchedReport;
import city.wayside.road.match.RoadMatcher;
import city.wayside.road.tally.TallyBoard;

/// The way of an admitted report to the grid: matched, tallied, looked at, gathered. Within its
/// station's lane.
final class ReportLine implements Onward {

  private final RoadMatcher matcher;
  private final TallyBoard board;
  private final Detector detector;
  private final Batcher batcher;
  private final Ledger ledger;

  ReportLine(
      RoadMatcher matcher, TallyBoard board, Detector detector, Batcher batcher, Ledger ledger) {
    this.matcher = matcher;
    this.board = board;
    this.detector = detector;
    this.batcher = batcher;
    this.ledger = ledger;
  }

  @Override
  public void take(Inbound inbound, Report report, Station station) {
    MatchedReport matched = matcher.match(station.trajectory(), report);
    board.add(matched);
    detector.see(matched, station.motion());
    StationState state =
        new StationState(
            report,
            matched.segmentIndex(),
            matched.offsetM(),
            inbound.receivedMs(),
            matcher.context(station.trajectory(), report));
    batcher.admitted(inbound, state);
    ledger.admitted(inbound, state.onRoad());
  }

  @Override
  public void repeats(Inbound inbound, Refused why) {
    Refused tooMuch = batcher.follows(inbound);
    ledger.refused(inbound, tooMuch == null ? why : tooMuch);
  }
}
