package city.wayside.edge.admit;

import city.wayside.edge.station.Station;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refused;
import city.wayside.road.match.Trajectory;

/// What admission says to a report.
public sealed interface Admitting {

  /// The report is believed, and newer than all before it of its station.
  ///
  /// @param report the report
  /// @param station what is remembered of its station, to be used within the station's lane
  record Admitted(Report report, Station station) implements Admitting {

    /// Where its station has been.
    public Trajectory trajectory() {
      return station.trajectory();
    }
  }

  /// The report is turned away.
  ///
  /// @param refused the code and the reason
  record Rejected(Refused refused) implements Admitting {}
}
