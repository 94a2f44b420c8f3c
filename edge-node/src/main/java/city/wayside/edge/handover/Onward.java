package city.wayside.edge.handover;

import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.station.Station;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refused;

/// Where messages go on that have waited for their station's trajectory.
public interface Onward {

  /// Takes an admitted report. Within its station's lane.
  ///
  /// @param inbound the message, without its bytes
  void take(Inbound inbound, Report report, Station station);

  /// Answers for a report that another edge node has taken before, or a newer one.
  ///
  /// @param inbound the message, without its bytes
  void repeats(Inbound inbound, Refused why);
}
