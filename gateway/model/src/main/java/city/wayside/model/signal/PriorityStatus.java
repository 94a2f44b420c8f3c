package city.wayside.model.signal;

/// What became of a request for priority (SSEM, J2735 SSM).
///
/// @param intersection the intersection whose controller answers
/// @param requester who asked
/// @param requestId the request's number at the requester, 0 to 255
/// @param sequence the requester's message that is answered, 0 to 127
/// @param timeMs when the message was made, milliseconds since 1970
/// @param passage the way through the intersection
/// @param outcome what became of it
public record PriorityStatus(
    IntersectionKey intersection,
    PriorityRequest.Requester requester,
    int requestId,
    int sequence,
    long timeMs,
    PriorityRequest.Passage passage,
    Outcome outcome) {

  /// What became of a request (PrioritizationResponseStatus), by the standard's codes.
  public enum Outcome {
    UNKNOWN,
    REQUESTED,
    PROCESSING,
    WATCH_OTHER_TRAFFIC,
    GRANTED,
    REJECTED,
    MAX_PRESENCE,
    RESERVICE_LOCKED
  }
}
