package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.model.message.Decoded;
import city.wayside.model.signal.IntersectionMap;
import java.util.ArrayList;
import java.util.List;

/// Reads a MAPEM (ETSI TS 103 301, SAE J2735 MAP). Road segments are not taken.
final class MapemReader {

  private MapemReader() {}

  /// Reads the message on which the cursor stands.
  static Decoded read(JsonCursor json, Header header) throws Rejection {
    List<IntersectionMap> maps = new ArrayList<>();
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      if (field.equals("intersections")) {
        json.enterArray();
        while (json.nextElement(Limits.INTERSECTIONS_MAX)) {
          maps.add(new MapemIntersection().read(json));
        }
      } else {
        header.read(field, json);
      }
    }
    header.requireStation(json);
    return new Decoded.Maps(List.copyOf(maps));
  }
}
