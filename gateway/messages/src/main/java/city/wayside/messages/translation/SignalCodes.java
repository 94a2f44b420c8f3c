package city.wayside.messages.translation;

import city.wayside.model.signal.Lane.LaneType;
import city.wayside.model.signal.PriorityRequest.RequestType;
import city.wayside.model.signal.PriorityStatus.Outcome;
import city.wayside.model.signal.SignalGroup.PhaseState;
import java.util.List;

/// The words of enumerations and choices that the model has constants for: the place in a list is
/// the position in the standard (SAE J2735).
final class SignalCodes {

  /// MovementPhaseState.
  static final List<PhaseState> PHASE_STATES =
      List.of(
          PhaseState.UNAVAILABLE,
          PhaseState.DARK,
          PhaseState.STOP_THEN_PROCEED,
          PhaseState.STOP_AND_REMAIN,
          PhaseState.PRE_MOVEMENT,
          PhaseState.PERMISSIVE_MOVEMENT,
          PhaseState.PROTECTED_MOVEMENT,
          PhaseState.PERMISSIVE_CLEARANCE,
          PhaseState.PROTECTED_CLEARANCE,
          PhaseState.CAUTION_CONFLICTING_TRAFFIC);

  /// LaneTypeAttributes; `OTHER` has no place there.
  static final List<LaneType> LANE_TYPES =
      List.of(
          LaneType.VEHICLE,
          LaneType.CROSSWALK,
          LaneType.BIKE_LANE,
          LaneType.SIDEWALK,
          LaneType.MEDIAN,
          LaneType.STRIPING,
          LaneType.TRACKED_VEHICLE,
          LaneType.PARKING);

  /// PriorityRequestType.
  static final List<RequestType> REQUEST_TYPES =
      List.of(
          RequestType.RESERVED, RequestType.REQUEST, RequestType.UPDATE, RequestType.CANCELLATION);

  /// PrioritizationResponseStatus.
  static final List<Outcome> OUTCOMES =
      List.of(
          Outcome.UNKNOWN,
          Outcome.REQUESTED,
          Outcome.PROCESSING,
          Outcome.WATCH_OTHER_TRAFFIC,
          Outcome.GRANTED,
          Outcome.REJECTED,
          Outcome.MAX_PRESENCE,
          Outcome.RESERVICE_LOCKED);

  private SignalCodes() {}

  /// The constant at a position.
  ///
  /// @param otherwise what stands for a position that later editions may add
  static <T> T at(long position, List<T> codes, T otherwise) {
    return position < codes.size() ? codes.get((int) position) : otherwise;
  }
}
