package city.wayside.edge.admit;

import city.wayside.edge.station.Station;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refused;
import org.jspecify.annotations.Nullable;

/// One question about a report in the light of what is remembered of its station. Within the
/// station's lane.
@FunctionalInterface
interface StationCheck {

  /// Why the report is refused; nothing when it is not.
  ///
  /// @param nowMs the moment of receipt
  @Nullable Refused check(Station station, Report report, long nowMs);
}
