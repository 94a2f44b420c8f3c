package city.wayside.model.signal;

import city.wayside.model.area.GeoPoint;

/// A vehicle asks a signal controller for priority or preemption (SREM, J2735 SRM).
///
/// @param intersection the intersection whose controller is asked
/// @param requester who asks
/// @param requestId the request's number at the requester, 0 to 255
/// @param sequence counts the requester's messages, 0 to 127; 0 when not given
/// @param type what is asked
/// @param timeMs when the message was made, milliseconds since 1970
/// @param passage the way through the intersection
/// @param position where the requester is; its coordinates are `NaN` when it did not say
public record PriorityRequest(
    IntersectionKey intersection,
    Requester requester,
    int requestId,
    int sequence,
    RequestType type,
    long timeMs,
    Passage passage,
    GeoPoint position) {

  /// What is asked (PriorityRequestType).
  public enum RequestType {
    RESERVED,
    REQUEST,
    UPDATE,
    CANCELLATION
  }

  /// Who asks.
  ///
  /// @param stationId its station id, or its temporary id as a number
  /// @param role why it may ask (BasicVehicleRole), by the standard's word, such as
  ///   `publicTransport`; empty when not given
  /// @param importanceCode how important, 0 (unknown) or 1 (least) to 14 (most); -1 when not given
  public record Requester(long stationId, String role, int importanceCode) {}

  /// A way through an intersection.
  ///
  /// @param inbound where it comes in
  /// @param outbound where it goes out; [Access#UNKNOWN] when not given
  /// @param arrivalMs when it arrives, milliseconds since 1970; `Long.MIN_VALUE` when not given
  /// @param durationMs how long it needs; -1 when not given
  public record Passage(Access inbound, Access outbound, long arrivalMs, int durationMs) {}

  /// A way in or out (IntersectionAccessPoint).
  ///
  /// @param kind what the number counts
  /// @param accessId the lane, approach or connection
  public record Access(AccessKind kind, int accessId) {

    /// Not given.
    public static final Access UNKNOWN = new Access(AccessKind.UNKNOWN, 0);
  }

  /// What the number of an access counts.
  public enum AccessKind {
    UNKNOWN,
    LANE,
    APPROACH,
    CONNECTION
  }
}
