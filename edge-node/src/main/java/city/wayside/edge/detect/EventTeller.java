package city.wayside.edge.detect;

import city.wayside.model.event.RoadEvent;

/// Tells the city and its vehicles of an event.
@FunctionalInterface
public interface EventTeller {

  /// Tells of it, or of its end.
  ///
  /// @return false when there is no room for it now, so that it must be told later
  boolean tell(RoadEvent event);
}
