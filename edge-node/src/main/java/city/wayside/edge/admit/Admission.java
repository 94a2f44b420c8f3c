package city.wayside.edge.admit;

import city.wayside.edge.station.Station;
import city.wayside.edge.station.StationLane;
import city.wayside.model.client.Grant;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.util.List;

/// Asks every check in turn; the first that refuses decides.
public final class Admission {

  private static final Admitting NO_ROOM =
      new Admitting.Rejected(
          new Refused(
              Refusal.OVERLOADED, "as many stations as this node remembers report, try again"));

  private final List<ReportCheck> ofTheReport;
  private final List<StationCheck> ofItsStation;

  /// Admission by these settings.
  public Admission(AdmissionConfig config) {
    ofTheReport =
        List.of(
            new RangeCheck(config.speedMpsMax()),
            new IdentityCheck(),
            new ClockCheck(config.reportAgeMsMax(), config.reportAheadMsMax()));
    ofItsStation =
        List.of(
            new OrderCheck(),
            new QuotaCheck(config.stationRatePerS(), config.stationBurst()),
            new JumpCheck(config.jumpMpsMax()));
  }

  /// Judges a report, and remembers it when it is admitted. The caller holds the lane.
  ///
  /// @param grant what the client that sent it may do
  /// @param lane the lane of the report's station
  /// @param nowMs the moment of receipt, milliseconds since 1970
  public Admitting admit(Grant grant, Report report, StationLane lane, long nowMs) {
    for (int i = 0; i < ofTheReport.size(); i++) {
      Refused refused = ofTheReport.get(i).check(grant, report, nowMs);
      if (refused != null) {
        return new Admitting.Rejected(refused);
      }
    }
    Station station = lane.station(report.stationId(), nowMs);
    if (station == null) {
      return NO_ROOM;
    }
    for (int i = 0; i < ofItsStation.size(); i++) {
      Refused refused = ofItsStation.get(i).check(station, report, nowMs);
      if (refused != null) {
        return new Admitting.Rejected(refused);
      }
    }
    station.admitted(report, nowMs);
    return new Admitting.Admitted(report, station);
  }
}
