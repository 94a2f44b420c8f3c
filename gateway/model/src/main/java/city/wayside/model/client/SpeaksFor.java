package city.wayside.model.client;

import city.wayside.model.area.BoundingBox;
import java.util.Set;

/// For which stations a client may speak.
public sealed interface SpeaksFor {

  /// For every station, wherever it is.
  record Everyone() implements SpeaksFor {}

  /// For these stations alone.
  ///
  /// @param stationIds their ids, 0 to 4,294,967,295
  record Stations(Set<Long> stationIds) implements SpeaksFor {
    /// Takes a copy.
    public Stations {
      stationIds = Set.copyOf(stationIds);
    }
  }

  /// For every station inside an area: a roadside unit for those that it can hear.
  ///
  /// @param area where they may be
  record Within(BoundingBox area) implements SpeaksFor {}

  /// Stands for every station.
  SpeaksFor EVERYONE = new Everyone();
}
