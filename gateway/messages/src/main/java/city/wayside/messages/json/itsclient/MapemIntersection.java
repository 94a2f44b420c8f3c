package city.wayside.messages.json.itsclient;

import static city.wayside.messages.json.JsonCursor.ABSENT;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.messages.measure.Quantity;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.IntersectionMap;
import city.wayside.model.signal.Lane;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The map of one intersection (IntersectionGeometry) while it is read.
final class MapemIntersection {

  private static final int REVISION_MAX = 127;

  private final PositionFields referencePoint = new PositionFields();
  private @Nullable IntersectionKey intersection;
  private boolean hasReferencePoint;
  private boolean hasLanes;
  private long revision = ABSENT;
  private String name = "";
  private double laneWidthM = Double.NaN;
  private final List<LaneFields> lanes = new ArrayList<>();

  /// Reads the object on which the cursor stands.
  IntersectionMap read(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "id" -> intersection = DsrcReader.readIntersection(json);
        case "revision" -> revision = json.whole(0, REVISION_MAX);
        case "name" -> name = json.text(Limits.NAME_CHARS_MAX);
        case "ref_point" -> {
          referencePoint.readPosition(json);
          hasReferencePoint = true;
        }
        case "lane_width" -> laneWidthM = json.quantity(Quantity.LANE_WIDTH);
        case "lane_set" -> readLanes(json);
        default -> json.skip();
      }
    }
    json.require(revision, "revision");
    json.require(hasReferencePoint, "ref_point");
    json.require(hasLanes, "lane_set");
    return map(json.require(intersection, "id"));
  }

  private IntersectionMap map(IntersectionKey key) {
    List<Lane> resolved = new ArrayList<>(lanes.size());
    for (LaneFields lane : lanes) {
      resolved.add(lane.lane(key, referencePoint.point(), laneWidthM));
    }
    return new IntersectionMap(
        key, (int) revision, name, referencePoint.point(), List.copyOf(resolved));
  }

  private void readLanes(JsonCursor json) throws Rejection {
    hasLanes = true;
    json.enterArray();
    while (json.nextElement(Limits.LANES_MAX)) {
      lanes.add(LaneFields.read(json));
    }
  }
}
