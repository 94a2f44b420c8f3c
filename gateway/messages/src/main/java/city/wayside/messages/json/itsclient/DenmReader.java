package city.wayside.messages.json.itsclient;

import static city.wayside.messages.json.JsonCursor.ABSENT;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.messages.measure.Quantity;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventPlace;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.Decoded;
import java.util.ArrayList;
import java.util.List;

/// Reads a DENM (ETSI EN 302 637-3, TS 103 831). Containers lost the ending `_container` in 2.2.0,
/// ways to the event are `traces` of `path_history` before 2.1.0 and
/// `detection_zones_to_event_position` of `path` since.
final class DenmReader {

  private static final int CODE_MAX = 255;
  private static final int QUALITY_MAX = 7;

  private final Header header;
  private final DenmManagement management = new DenmManagement();
  private boolean hasManagement;
  private EventCause cause = EventCause.NONE;
  private EventCause linkedCause = EventCause.NONE;
  private RoadEvent.Quality quality = RoadEvent.Quality.UNKNOWN;
  private double speedMps = Double.NaN;
  private double headingDeg = Double.NaN;
  private List<List<PathReader.Step>> traces = List.of();
  private List<PathReader.Step> zone = List.of();

  private DenmReader(Header header) {
    this.header = header;
  }

  /// Reads the message on which the cursor stands.
  static Decoded read(JsonCursor json, Header header) throws Rejection {
    return new Decoded.Events(List.of(new DenmReader(header).readMessage(json)));
  }

  private RoadEvent readMessage(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "management", "management_container" -> {
          management.read(json);
          hasManagement = true;
        }
        case "situation", "situation_container" -> readSituation(json);
        case "location", "location_container" -> readLocation(json);
        default -> header.read(field, json);
      }
    }
    header.requireStation(json);
    json.require(hasManagement, "management");
    return new RoadEvent(
        management.key(),
        cause,
        linkedCause,
        management.termination(),
        management.time(header.envelopeMs()),
        place(),
        management.relevance(),
        quality,
        List.of());
  }

  private EventPlace place() {
    GeoPoint event = management.position().point();
    List<List<GeoPoint>> ways = new ArrayList<>();
    for (List<PathReader.Step> trace : traces) {
      List<GeoPoint> way = PathReader.points(event, trace);
      if (!way.isEmpty()) {
        ways.add(way);
      }
    }
    List<GeoPoint> border = PathReader.points(event, zone);
    return new EventPlace(
        event,
        management.position().accuracyM(),
        headingDeg,
        speedMps,
        List.copyOf(ways),
        border.isEmpty() ? List.of() : List.of(border));
  }

  private void readSituation(JsonCursor json) throws Rejection {
    boolean hasCause = false;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "information_quality" -> quality = new RoadEvent.Quality(json.count(0, QUALITY_MAX));
        case "event_type" -> {
          cause = readCause(json);
          hasCause = true;
        }
        case "linked_cause" -> linkedCause = readCause(json);
        case "event_zone" -> zone = PathReader.read(json, "event_position", Limits.ZONE_POINTS_MAX);
        default -> json.skip();
      }
    }
    json.require(hasCause, "event_type");
  }

  private static EventCause readCause(JsonCursor json) throws Rejection {
    long causeCode = ABSENT;
    int subCauseCode = 0;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "cause" -> causeCode = json.whole(0, CODE_MAX);
        case "subcause" -> subCauseCode = json.count(0, CODE_MAX);
        default -> json.skip();
      }
    }
    return new EventCause((int) json.require(causeCode, "cause"), subCauseCode);
  }

  private void readLocation(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "event_speed" -> speedMps = Measured.read(json, Quantity.SPEED);
        case "event_position_heading" -> headingDeg = Measured.read(json, Quantity.HEADING);
        case "traces", "detection_zones_to_event_position" -> readTraces(json);
        default -> json.skip();
      }
    }
  }

  /// The schema of 2.1.0 asks for both names; an empty list does not undo the other.
  private void readTraces(JsonCursor json) throws Rejection {
    List<List<PathReader.Step>> read = new ArrayList<>();
    json.enterArray();
    while (json.nextElement(Limits.TRACES_MAX)) {
      json.enterObject();
      String field;
      while ((field = json.nextField()) != null) {
        switch (field) {
          case "path", "path_history" ->
              read.add(PathReader.read(json, "path_position", Limits.PATH_POINTS_MAX));
          default -> json.skip();
        }
      }
    }
    if (!read.isEmpty()) {
      traces = read;
    }
  }
}
