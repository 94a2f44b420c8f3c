package city.wayside.messages.json.itsclient;

import static city.wayside.messages.json.JsonCursor.ABSENT;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.messages.time.ItsTime;
import city.wayside.model.message.Decoded;
import city.wayside.model.signal.PriorityRequest;
import java.util.ArrayList;
import java.util.List;

/// Reads an SREM (ETSI TS 103 301, SAE J2735 SRM).
final class SremReader {

  private static final int SEQUENCE_MAX = 127;

  private final Header header;
  private final RequesterFields requester = new RequesterFields();
  private final PositionFields position = new PositionFields();
  private final List<RequestFields> requests = new ArrayList<>();
  private int minute = ItsTime.MINUTE_INVALID;
  private long second = ABSENT;
  private int sequence;

  private SremReader(Header header) {
    this.header = header;
  }

  /// Reads the message on which the cursor stands.
  static Decoded read(JsonCursor json, Header header) throws Rejection {
    return new SremReader(header).readMessage(json);
  }

  private Decoded readMessage(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "timestamp" -> minute = json.count(0, ItsTime.MINUTE_INVALID);
        case "second" -> second = json.whole(0, ItsTime.SECOND_UNAVAILABLE);
        case "sequence_number" -> sequence = json.count(0, SEQUENCE_MAX);
        case "requests" -> readRequests(json);
        case "requestor" -> readRequester(json);
        default -> header.read(field, json);
      }
    }
    header.requireStation(json);
    json.require(second, "second");
    json.require(requester.hasId(), "requestor");
    long madeMs = MadeTime.unixMs(minute, (int) second, header.envelopeMs());
    List<PriorityRequest> made = new ArrayList<>(requests.size());
    for (RequestFields request : requests) {
      made.add(request.request(requester.requester(), sequence, madeMs, position.point()));
    }
    return new Decoded.PriorityRequests(List.copyOf(made));
  }

  private void readRequests(JsonCursor json) throws Rejection {
    json.enterArray();
    while (json.nextElement(Limits.INTERSECTIONS_MAX)) {
      requests.add(RequestFields.read(json));
    }
  }

  private void readRequester(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "id" -> requester.readId(json);
        case "type" -> requester.readType(json);
        case "position" -> readPosition(json);
        default -> json.skip();
      }
    }
    json.require(requester.hasId(), "id");
  }

  private void readPosition(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      if (field.equals("position")) {
        position.readPosition(json);
      } else {
        json.skip();
      }
    }
  }
}
