package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.time.ItsTime;
import city.wayside.model.signal.SignalGroup.Phase;
import city.wayside.model.signal.SignalGroup.PhaseState;

/// One phase of a signal group (MovementEvent) while it is read.
final class PhaseFields {

  private static final int CONFIDENCE_MAX = 15;
  private static final int CONFIDENCE_NOT_GIVEN = -1;

  private PhaseState state = PhaseState.UNAVAILABLE;
  private int startMark = ItsTime.MARK_UNKNOWN;
  private int minEndMark = ItsTime.MARK_UNKNOWN;
  private int maxEndMark = ItsTime.MARK_UNKNOWN;
  private int likelyEndMark = ItsTime.MARK_UNKNOWN;
  private int confidenceCode = CONFIDENCE_NOT_GIVEN;
  private double advisedSpeedMps = Double.NaN;

  private PhaseFields() {}

  /// Reads the object on which the cursor stands.
  static PhaseFields read(JsonCursor json) throws Rejection {
    PhaseFields fields = new PhaseFields();
    boolean hasState = false;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "event_state" -> {
          fields.state = Codes.read(json, Codes.PHASE_STATES);
          hasState = true;
        }
        case "timing" -> fields.readTiming(json);
        case "speeds" -> fields.readSpeeds(json);
        default -> json.skip();
      }
    }
    json.require(hasState, "event_state");
    return fields;
  }

  /// The phase.
  ///
  /// @param timeMs when the message was true, against which its time marks are resolved
  Phase phase(long timeMs) {
    return new Phase(
        state,
        ItsTime.unixMsOfStartMark(startMark, timeMs),
        ItsTime.unixMsOfEndMark(minEndMark, timeMs),
        ItsTime.unixMsOfEndMark(maxEndMark, timeMs),
        ItsTime.unixMsOfEndMark(likelyEndMark, timeMs),
        confidenceCode,
        advisedSpeedMps);
  }

  private void readTiming(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "start_time" -> startMark = json.count(0, ItsTime.MARK_UNKNOWN);
        case "min_end_time" -> minEndMark = json.count(0, ItsTime.MARK_UNKNOWN);
        case "max_end_time" -> maxEndMark = json.count(0, ItsTime.MARK_UNKNOWN);
        case "likely_time" -> likelyEndMark = json.count(0, ItsTime.MARK_UNKNOWN);
        case "confidence" -> confidenceCode = json.count(0, CONFIDENCE_MAX);
        default -> json.skip();
      }
    }
  }

  /// Takes the first speed that is for everybody.
  private void readSpeeds(JsonCursor json) throws Rejection {
    json.enterArray();
    while (json.nextElement(Limits.SPEEDS_MAX)) {
      double speedMps = readSpeedForAll(json);
      if (Double.isNaN(advisedSpeedMps)) {
        advisedSpeedMps = speedMps;
      }
    }
  }

  /// An advised speed; `NaN` when it is for public transport or a class of vehicles only.
  private static double readSpeedForAll(JsonCursor json) throws Rejection {
    double speedMps = Double.NaN;
    boolean isForAll = true;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "type" -> isForAll &= json.whole(0, 3) != 3;
        case "class" -> {
          json.skip();
          isForAll = false;
        }
        case "speed" -> speedMps = json.quantity(Quantity.ADVISED_SPEED);
        default -> json.skip();
      }
    }
    return isForAll ? speedMps : Double.NaN;
  }
}
