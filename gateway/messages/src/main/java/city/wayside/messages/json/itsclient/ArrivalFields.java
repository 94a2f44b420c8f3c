package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.messages.time.ItsTime;
import city.wayside.model.signal.PriorityRequest.Access;
import city.wayside.model.signal.PriorityRequest.Passage;

/// A way through an intersection and the time when it is needed, while they are read.
final class ArrivalFields {

  private static final int DURATION_NOT_GIVEN = -1;

  private Access inbound = Access.UNKNOWN;
  private Access outbound = Access.UNKNOWN;
  private int minute = ItsTime.MINUTE_INVALID;
  private int second = ItsTime.SECOND_UNAVAILABLE;
  private int durationMs = DURATION_NOT_GIVEN;

  /// Reads the way in.
  void readInbound(JsonCursor json) throws Rejection {
    inbound = DsrcReader.readAccess(json);
  }

  /// Reads the way out.
  void readOutbound(JsonCursor json) throws Rejection {
    outbound = DsrcReader.readAccess(json);
  }

  /// Reads the minute of the year of the arrival.
  void readMinute(JsonCursor json) throws Rejection {
    minute = json.count(0, ItsTime.MINUTE_INVALID);
  }

  /// Reads the milliseconds in the minute of the arrival.
  void readSecond(JsonCursor json) throws Rejection {
    second = json.count(0, ItsTime.SECOND_UNAVAILABLE);
  }

  /// Reads how long the way needs.
  void readDuration(JsonCursor json) throws Rejection {
    int ms = json.count(0, ItsTime.SECOND_UNAVAILABLE);
    durationMs = ms == ItsTime.SECOND_UNAVAILABLE ? DURATION_NOT_GIVEN : ms;
  }

  /// The way.
  ///
  /// @param madeMs when the message was made
  Passage passage(long madeMs) {
    long arrivalMs = ItsTime.unixMsOfMinute(minute, second, madeMs);
    return new Passage(inbound, outbound, arrivalMs, durationMs);
  }
}
