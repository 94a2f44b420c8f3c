package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.Rejection;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.time.ItsTime;
import city.wayside.messages.translation.RelevanceClasses;
import city.wayside.messages.uper.Tape;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventPlace;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.Relevance;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/// Writes a DENM 2.3.0. An event without end is written as valid for the longest time there is, a
/// day: its sender must repeat it before.
final class DenmWriter {

  private static final int CODE_MAX = 255;
  private static final int QUALITY_MAX = 7;
  private static final int SEQUENCE_MAX = 65_535;

  private DenmWriter() {}

  /// Writes the fields of `message`.
  static void write(JsonGenerator json, RoadEvent event, long stationId)
      throws IOException, Rejection {
    PartWriter.header(json, stationId);
    writeManagement(json, event);
    writeSituation(json, event);
    writeLocation(json, event.place());
  }

  private static void writeManagement(JsonGenerator json, RoadEvent event)
      throws IOException, Rejection {
    EventTime time = event.time();
    json.writeObjectFieldStart("management");
    json.writeObjectFieldStart("action_id");
    json.writeNumberField(
        "originating_station_id",
        Bounds.require("event.origin", event.key().originId(), 0, Report.STATION_ID_MAX));
    json.writeNumberField(
        "sequence_number",
        Bounds.require("event.sequence", event.key().sequence(), 0, SEQUENCE_MAX));
    json.writeEndObject();
    json.writeNumberField("detection_time", timestampIts("event.detected", time.detectedMs()));
    json.writeNumberField("reference_time", timestampIts("event.reference", time.referenceMs()));
    if (event.termination() != RoadEvent.Termination.NONE) {
      json.writeNumberField("termination", Codes.TERMINATIONS.indexOf(event.termination()));
    }
    EventPlace place = event.place();
    PartWriter.position(
        json,
        "event_position",
        place.position().latDeg(),
        place.position().lonDeg(),
        place.accuracyM());
    writeRelevance(json, event.relevance());
    json.writeNumberField("validity_duration", validityS(time));
    json.writeNumberField("station_type", StationType.ROAD_SIDE_UNIT.code());
    json.writeEndObject();
  }

  private static long timestampIts(String what, long unixMs) throws Rejection {
    return Bounds.require(what, ItsTime.timestampOfUnixMs(unixMs), 0, ItsTime.TIMESTAMP_ITS_MAX);
  }

  /// Whole seconds from detection to the end, rounded up.
  private static int validityS(EventTime time) {
    if (time.untilMs() == EventTime.OPEN) {
      return DenmManagement.VALIDITY_MAX_S;
    }
    long seconds = Math.ceilDiv(time.untilMs() - time.detectedMs(), 1000L);
    return Math.clamp(seconds, 0, DenmManagement.VALIDITY_MAX_S);
  }

  private static void writeRelevance(JsonGenerator json, Relevance relevance) throws IOException {
    writeCode(json, "awareness_distance", RelevanceClasses.distanceOf(relevance));
    writeCode(json, "traffic_direction", RelevanceClasses.directionOf(relevance));
  }

  private static void writeCode(JsonGenerator json, String field, long code) throws IOException {
    if (code != Tape.ABSENT) {
      json.writeNumberField(field, code);
    }
  }

  private static void writeSituation(JsonGenerator json, RoadEvent event)
      throws IOException, Rejection {
    List<List<GeoPoint>> zones = event.place().zones();
    boolean isEmpty =
        event.cause().equals(EventCause.NONE)
            && event.linkedCause().equals(EventCause.NONE)
            && event.quality().equals(RoadEvent.Quality.UNKNOWN)
            && zones.isEmpty();
    if (isEmpty) {
      return;
    }
    long quality = Bounds.require("event.quality", event.quality().levelCode(), 0, QUALITY_MAX);
    json.writeObjectFieldStart("situation");
    json.writeNumberField("information_quality", quality);
    writeCause(json, "event_type", "event.cause", event.cause());
    if (!event.linkedCause().equals(EventCause.NONE)) {
      writeCause(json, "linked_cause", "event.linkedCause", event.linkedCause());
    }
    if (!zones.isEmpty()) {
      json.writeArrayFieldStart("event_zone");
      for (PathSteps.Step step :
          PathSteps.of(event.place().position(), zones.getFirst(), Limits.ZONE_POINTS_MAX)) {
        json.writeStartObject();
        step.write(json, "event_position");
        json.writeNumberField("information_quality", quality);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void writeCause(JsonGenerator json, String field, String what, EventCause cause)
      throws IOException, Rejection {
    json.writeObjectFieldStart(field);
    json.writeNumberField("cause", Bounds.require(what, cause.causeCode(), 0, CODE_MAX));
    json.writeNumberField(
        "subcause", Bounds.require(what + ".subCause", cause.subCauseCode(), 0, CODE_MAX));
    json.writeEndObject();
  }

  private static void writeLocation(JsonGenerator json, EventPlace place) throws IOException {
    json.writeObjectFieldStart("location");
    if (!Double.isNaN(place.speedMps())) {
      PartWriter.measured(json, "event_speed", Quantity.SPEED, place.speedMps());
    }
    if (!Double.isNaN(place.headingDeg())) {
      PartWriter.measured(json, "event_position_heading", Quantity.HEADING, place.headingDeg());
    }
    if (!place.traces().isEmpty()) {
      json.writeArrayFieldStart("detection_zones_to_event_position");
      for (List<GeoPoint> trace :
          place.traces().subList(0, Math.min(place.traces().size(), Limits.TRACES_MAX))) {
        json.writeStartObject();
        json.writeArrayFieldStart("path");
        for (PathSteps.Step step : PathSteps.of(place.position(), trace, Limits.PATH_POINTS_MAX)) {
          json.writeStartObject();
          step.write(json, "path_position");
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
