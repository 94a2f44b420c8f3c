package city.wayside.messages.json.itsclient;

import static city.wayside.messages.json.JsonCursor.ABSENT;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.PriorityRequest;

/// One request for priority (SignalRequestPackage) while it is read.
final class RequestFields {

  private static final int REQUEST_ID_MAX = 255;

  private final ArrivalFields arrival = new ArrivalFields();
  private IntersectionKey intersection = new IntersectionKey(0, 0);
  private long requestId = ABSENT;
  private PriorityRequest.RequestType type = PriorityRequest.RequestType.RESERVED;
  private boolean hasInbound;

  private RequestFields() {}

  /// Reads the object on which the cursor stands.
  static RequestFields read(JsonCursor json) throws Rejection {
    RequestFields fields = new RequestFields();
    boolean hasRequest = false;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "request" -> {
          fields.readRequest(json);
          hasRequest = true;
        }
        case "minute" -> fields.arrival.readMinute(json);
        case "second" -> fields.arrival.readSecond(json);
        case "duration" -> fields.arrival.readDuration(json);
        default -> json.skip();
      }
    }
    json.require(hasRequest, "request");
    return fields;
  }

  /// The request.
  PriorityRequest request(
      PriorityRequest.Requester requester, int sequence, long madeMs, GeoPoint position) {
    return new PriorityRequest(
        intersection,
        requester,
        (int) requestId,
        sequence,
        type,
        madeMs,
        arrival.passage(madeMs),
        position);
  }

  private void readRequest(JsonCursor json) throws Rejection {
    boolean hasIntersection = false;
    boolean hasType = false;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "id" -> {
          intersection = DsrcReader.readIntersection(json);
          hasIntersection = true;
        }
        case "request_id" -> requestId = json.whole(0, REQUEST_ID_MAX);
        case "request_type" -> {
          type = Codes.read(json, Codes.REQUEST_TYPES);
          hasType = true;
        }
        case "inbound_lane" -> {
          arrival.readInbound(json);
          hasInbound = true;
        }
        case "outbound_lane" -> arrival.readOutbound(json);
        default -> json.skip();
      }
    }
    json.require(hasIntersection, "id");
    json.require(requestId, "request_id");
    json.require(hasType, "request_type");
    json.require(hasInbound, "inbound_lane");
  }
}
