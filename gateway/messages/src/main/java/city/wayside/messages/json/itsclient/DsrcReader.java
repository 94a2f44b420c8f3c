package city.wayside.messages.json.itsclient;

import static city.wayside.messages.json.JsonCursor.ABSENT;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.PriorityRequest.Access;
import city.wayside.model.signal.PriorityRequest.AccessKind;

/// Reads what the messages about intersections share (the dialects' `dsrc` schemas).
final class DsrcReader {

  private static final int ID_MAX = 65_535;
  private static final int INDEX_MAX = 255;
  private static final int APPROACH_MAX = 15;

  private DsrcReader() {}

  /// Reads which intersection is meant.
  static IntersectionKey readIntersection(JsonCursor json) throws Rejection {
    int regionId = 0;
    long intersectionId = ABSENT;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "region" -> regionId = json.count(0, ID_MAX);
        case "id" -> intersectionId = json.whole(0, ID_MAX);
        default -> json.skip();
      }
    }
    return new IntersectionKey(regionId, (int) json.require(intersectionId, "id"));
  }

  /// Reads a way in or out. The standard has a choice of three, the schemas ask for all three: the
  /// first that is not 0, which is no lane, approach or connection, is taken.
  static Access readAccess(JsonCursor json) throws Rejection {
    int lane = 0;
    int approach = 0;
    int connection = 0;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "lane" -> lane = json.count(0, INDEX_MAX);
        case "approach" -> approach = json.count(0, APPROACH_MAX);
        case "connection" -> connection = json.count(0, INDEX_MAX);
        default -> json.skip();
      }
    }
    if (lane != 0) {
      return new Access(AccessKind.LANE, lane);
    }
    if (approach != 0) {
      return new Access(AccessKind.APPROACH, approach);
    }
    return connection != 0 ? new Access(AccessKind.CONNECTION, connection) : Access.UNKNOWN;
  }
}
