package city.wayside.edge.admit;

import city.wayside.model.event.RoadEvent;
import city.wayside.model.refusal.Refused;
import java.util.List;

/// What admission says to a message about events.
public sealed interface HazardAdmitting {

  /// The message tells something new that is believed.
  ///
  /// @param events those of its events that are new or newer than before; one or more
  record Admitted(List<RoadEvent> events) implements HazardAdmitting {}

  /// The message is turned away.
  ///
  /// @param refused the code and the reason
  record Rejected(Refused refused) implements HazardAdmitting {}
}
