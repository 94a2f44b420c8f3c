package city.wayside.model.message;

import city.wayside.model.event.RoadEvent;
import city.wayside.model.refusal.Refused;
import city.wayside.model.signal.IntersectionMap;
import city.wayside.model.signal.PriorityRequest;
import city.wayside.model.signal.PriorityStatus;
import city.wayside.model.signal.SignalState;
import java.util.List;

/// What decoding a payload gives: a message in the model's terms, or the reason why there is none.
public sealed interface Decoded
    permits Report,
        Decoded.Reports,
        Decoded.Events,
        Decoded.Signals,
        Decoded.Maps,
        Decoded.PriorityRequests,
        Decoded.PriorityStatuses,
        Decoded.Undecodable {

  /// What a station perceives of others: the objects of a CPM.
  ///
  /// @param reports a report of each, by an id that the message gives it; an object without one has
  ///   [#UNNAMED_OBJECT_ID] plus its place in the list, which is good for this message only
  record Reports(List<Report> reports) implements Decoded {
    /// The first id of objects without one: ids that messages give have 16 bits.
    public static final long UNNAMED_OBJECT_ID = 0x1_0000;
  }

  /// What happens on the road: a DENM, an IVIM, a TIM.
  ///
  /// @param events one or more
  record Events(List<RoadEvent> events) implements Decoded {}

  /// What signals show: a SPATEM or SPaT.
  ///
  /// @param signals one for each intersection
  record Signals(List<SignalState> signals) implements Decoded {}

  /// Maps of intersections: a MAPEM or MAP.
  ///
  /// @param maps one for each intersection
  record Maps(List<IntersectionMap> maps) implements Decoded {}

  /// Requests for priority: an SREM or SRM.
  ///
  /// @param requests one for each intersection that is asked
  record PriorityRequests(List<PriorityRequest> requests) implements Decoded {}

  /// Answers to requests for priority: an SSEM or SSM.
  ///
  /// @param statuses one for each request that is answered
  record PriorityStatuses(List<PriorityStatus> statuses) implements Decoded {}

  /// The payload could not be turned into a message.
  ///
  /// @param refused the code and the reason
  record Undecodable(Refused refused) implements Decoded {}
}
