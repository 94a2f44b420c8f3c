package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.model.message.Report;
import city.wayside.model.signal.PriorityRequest.Requester;

/// Who asks for priority, while it is read.
final class RequesterFields {

  private static final int IMPORTANCE_MAX = 15;
  private static final int NOT_GIVEN = -1;

  private long stationId = JsonCursor.ABSENT;
  private String role = "";
  private int importanceCode = NOT_GIVEN;

  /// Reads the station's id.
  void readId(JsonCursor json) throws Rejection {
    stationId = json.whole(0, Report.STATION_ID_MAX);
  }

  /// Reads the role's code.
  void readRole(JsonCursor json) throws Rejection {
    role = Roles.word(json.count(0, Roles.CODE_MAX));
  }

  /// Reads role and importance (RequestorType).
  void readType(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "role" -> readRole(json);
        case "request" -> importanceCode = json.count(0, IMPORTANCE_MAX);
        default -> json.skip();
      }
    }
  }

  /// True when the station's id was read.
  boolean hasId() {
    return stationId != JsonCursor.ABSENT;
  }

  /// Who asks; only to be asked when the id was read.
  Requester requester() {
    return new Requester(stationId, role, importanceCode);
  }
}
