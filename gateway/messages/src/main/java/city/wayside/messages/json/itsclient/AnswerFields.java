package city.wayside.messages.json.itsclient;

import static city.wayside.messages.json.JsonCursor.ABSENT;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.PriorityStatus;

/// One answer to a request for priority (SignalStatusPackage) while it is read.
final class AnswerFields {

  private static final int REQUEST_ID_MAX = 255;
  private static final int SEQUENCE_MAX = 127;

  private final RequesterFields requester = new RequesterFields();
  private final ArrivalFields arrival = new ArrivalFields();
  private long requestId = ABSENT;
  private long sequence = ABSENT;
  private PriorityStatus.Outcome outcome = PriorityStatus.Outcome.UNKNOWN;
  private boolean hasInbound;

  private AnswerFields() {}

  /// Reads the object on which the cursor stands.
  static AnswerFields read(JsonCursor json) throws Rejection {
    AnswerFields fields = new AnswerFields();
    boolean hasOutcome = false;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "requester" -> fields.readRequester(json);
        case "inbound_on" -> {
          fields.arrival.readInbound(json);
          fields.hasInbound = true;
        }
        case "outbound_on" -> fields.arrival.readOutbound(json);
        case "minute" -> fields.arrival.readMinute(json);
        case "second" -> fields.arrival.readSecond(json);
        case "duration" -> fields.arrival.readDuration(json);
        case "status" -> {
          fields.outcome = Codes.read(json, Codes.OUTCOMES);
          hasOutcome = true;
        }
        default -> json.skip();
      }
    }
    json.require(fields.hasInbound, "inbound_on");
    json.require(hasOutcome, "status");
    return fields;
  }

  /// False when the controller acts for no one in particular.
  boolean hasRequester() {
    return requester.hasId();
  }

  /// The answer.
  PriorityStatus status(IntersectionKey intersection, long madeMs) {
    return new PriorityStatus(
        intersection,
        requester.requester(),
        (int) requestId,
        (int) sequence,
        madeMs,
        arrival.passage(madeMs),
        outcome);
  }

  private void readRequester(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "id" -> requester.readId(json);
        case "request" -> requestId = json.whole(0, REQUEST_ID_MAX);
        case "sequence_number" -> sequence = json.whole(0, SEQUENCE_MAX);
        case "role" -> requester.readRole(json);
        case "type_data" -> requester.readType(json);
        default -> json.skip();
      }
    }
    json.require(requester.hasId(), "id");
    json.require(requestId, "request");
    json.require(sequence, "sequence_number");
  }
}
