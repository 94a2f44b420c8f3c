package city.wayside.edge.admit;

import city.wayside.edge.station.Station;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refused;

/// What admission says to a report.
public sealed interface Admitting {

  /// The report is believed, and newer than all before it of its station.
  ///
  /// @param report the report
  /// @param station what is remembered of its station, to be used within the station's lane
  /// @param isFirst true for the first that is admitted of its station
  record Admitted(Report report, Station station, boolean isFirst) implements Admitting {}

  /// The report is turned away.
  ///
  /// @param refused the code and the reason
  record Rejected(Refused refused) implements Admitting {}
}
