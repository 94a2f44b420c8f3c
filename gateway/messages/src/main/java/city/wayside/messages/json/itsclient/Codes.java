package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.signal.PriorityRequest;
import city.wayside.model.signal.PriorityStatus;
import city.wayside.model.signal.SignalGroup;
import java.util.List;

/// The meanings of enumerated numbers: the place in a list is the number.
final class Codes {

  /// DENM termination.
  static final List<RoadEvent.Termination> TERMINATIONS =
      List.of(RoadEvent.Termination.CANCELLED, RoadEvent.Termination.NEGATED);

  /// MovementPhaseState.
  static final List<SignalGroup.PhaseState> PHASE_STATES = List.of(SignalGroup.PhaseState.values());

  /// PriorityRequestType.
  static final List<PriorityRequest.RequestType> REQUEST_TYPES =
      List.of(PriorityRequest.RequestType.values());

  /// PrioritizationResponseStatus.
  static final List<PriorityStatus.Outcome> OUTCOMES = List.of(PriorityStatus.Outcome.values());

  private Codes() {}

  /// Reads a number and gives its meaning.
  static <T> T read(JsonCursor json, List<T> meanings) throws Rejection {
    return meanings.get(json.count(0, meanings.size() - 1));
  }
}
