package city.wayside.messages.json.itsclient;

import static city.wayside.messages.json.JsonCursor.ABSENT;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.messages.time.ItsTime;
import city.wayside.messages.translation.RelevanceClasses;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.Relevance;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.Report;

/// The management container of a DENM while it is read. `relevance_distance` became
/// `awareness_distance` in 2.1.0, `relevance_traffic_direction` became `traffic_direction` in
/// 2.2.0.
final class DenmManagement {

  /// How long an event holds when its sender does not say (DEFAULT of validityDuration).
  static final int VALIDITY_DEFAULT_S = 600;

  /// The longest time for which an event may hold.
  static final int VALIDITY_MAX_S = 86_400;

  private static final int SEQUENCE_MAX = 65_535;

  private final PositionFields position = new PositionFields();
  private boolean hasPosition;
  private boolean hasKey;
  private EventKey key = new EventKey(0, 0);
  private long detectionIts = ABSENT;
  private long referenceIts = ABSENT;
  private RoadEvent.Termination termination = RoadEvent.Termination.NONE;
  private long distance = ABSENT;
  private long direction = ABSENT;
  private int validityS = VALIDITY_DEFAULT_S;

  /// Reads the container on which the cursor stands.
  void read(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "action_id" -> readKey(json);
        case "detection_time" -> detectionIts = json.whole(0, ItsTime.TIMESTAMP_ITS_MAX);
        case "reference_time" -> referenceIts = json.whole(0, ItsTime.TIMESTAMP_ITS_MAX);
        case "termination" -> termination = Codes.read(json, Codes.TERMINATIONS);
        case "event_position" -> {
          position.readPosition(json);
          hasPosition = true;
        }
        case "confidence" -> position.readConfidence(json);
        case "relevance_distance", "awareness_distance" ->
            distance = json.whole(0, RelevanceClasses.DISTANCE_MAX);
        case "relevance_traffic_direction", "traffic_direction" ->
            direction = json.whole(0, RelevanceClasses.DIRECTION_MAX);
        case "validity_duration" -> validityS = json.count(0, VALIDITY_MAX_S);
        default -> json.skip();
      }
    }
    json.require(hasKey, "action_id");
    json.require(detectionIts, "detection_time");
    json.require(referenceIts, "reference_time");
    json.require(hasPosition, "event_position");
  }

  /// Which event it is.
  EventKey key() {
    return key;
  }

  /// Whether it goes on.
  RoadEvent.Termination termination() {
    return termination;
  }

  /// Where it is.
  PositionFields position() {
    return position;
  }

  /// Whom it concerns.
  Relevance relevance() {
    return RelevanceClasses.of(distance, direction);
  }

  /// When it was seen and how long it holds.
  ///
  /// @param envelopeMs when the message was made, by its envelope
  EventTime time(long envelopeMs) {
    long referenceMs = ItsTime.unixMsOfTimestamp(referenceIts);
    long missedMs = SenderClock.missedMs(referenceMs, envelopeMs);
    long detectedMs = ItsTime.unixMsOfTimestamp(detectionIts) + missedMs;
    return new EventTime(
        detectedMs, referenceMs + missedMs, detectedMs, detectedMs + validityS * 1000L);
  }

  private void readKey(JsonCursor json) throws Rejection {
    long originId = ABSENT;
    long sequence = ABSENT;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "originating_station_id" -> originId = json.whole(0, Report.STATION_ID_MAX);
        case "sequence_number" -> sequence = json.whole(0, SEQUENCE_MAX);
        default -> json.skip();
      }
    }
    key =
        new EventKey(
            json.require(originId, "originating_station_id"),
            json.require(sequence, "sequence_number"));
    hasKey = true;
  }
}
