package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.Rejection;
import city.wayside.messages.time.ItsTime;
import city.wayside.model.message.Report;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.PriorityRequest.Access;
import city.wayside.model.signal.PriorityRequest.AccessKind;
import city.wayside.model.signal.PriorityRequest.Passage;
import city.wayside.model.signal.PriorityRequest.Requester;
import city.wayside.model.signal.PriorityStatus;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes an SSEM 2.0.1: the answers by intersection, in the order in which each comes first.
final class SsemWriter {

  private static final int SEQUENCE_MAX = 127;
  private static final int REQUEST_ID_MAX = 255;
  private static final int IMPORTANCE_MAX = 15;
  private static final int INDEX_MAX = 255;
  private static final int APPROACH_MAX = 15;
  private static final int DURATION_MAX_MS = ItsTime.SECOND_UNAVAILABLE - 1;

  private SsemWriter() {}

  /// Writes the fields of `message`.
  static void write(JsonGenerator json, List<PriorityStatus> statuses, long stationId, int sequence)
      throws IOException, Rejection {
    Bounds.require("sequence", sequence, 0, SEQUENCE_MAX);
    Map<IntersectionKey, List<PriorityStatus>> byIntersection = new LinkedHashMap<>();
    for (PriorityStatus status : statuses) {
      byIntersection.computeIfAbsent(status.intersection(), _ -> new ArrayList<>()).add(status);
    }
    Bounds.requireCount("intersections", byIntersection.size(), 1, Limits.INTERSECTIONS_MAX);
    PartWriter.header(json, stationId);
    PartWriter.minuteAndSecond(json, "timestamp", "second", statuses.getFirst().timeMs());
    json.writeNumberField("sequence_number", sequence);
    json.writeArrayFieldStart("status");
    for (Map.Entry<IntersectionKey, List<PriorityStatus>> entry : byIntersection.entrySet()) {
      writeIntersection(json, entry.getKey(), entry.getValue(), sequence);
    }
    json.writeEndArray();
  }

  private static void writeIntersection(
      JsonGenerator json, IntersectionKey key, List<PriorityStatus> statuses, int sequence)
      throws IOException, Rejection {
    Bounds.requireIntersection(key);
    Bounds.requireCount("answers of an intersection", statuses.size(), 1, Limits.INTERSECTIONS_MAX);
    json.writeStartObject();
    json.writeNumberField("sequence_number", sequence);
    PartWriter.intersection(json, "id", key);
    json.writeArrayFieldStart("sig_status");
    for (PriorityStatus status : statuses) {
      json.writeStartObject();
      writeRequester(json, status);
      writePassage(json, status.passage());
      json.writeNumberField("status", Codes.OUTCOMES.indexOf(status.outcome()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /// The role stands alone only where there is no importance.
  private static void writeRequester(JsonGenerator json, PriorityStatus status)
      throws IOException, Rejection {
    Requester requester = status.requester();
    json.writeObjectFieldStart("requester");
    json.writeNumberField(
        "id", Bounds.require("requester", requester.stationId(), 0, Report.STATION_ID_MAX));
    json.writeNumberField(
        "request", Bounds.require("request", status.requestId(), 0, REQUEST_ID_MAX));
    json.writeNumberField(
        "sequence_number", Bounds.require("sequence", status.sequence(), 0, SEQUENCE_MAX));
    int role = Roles.code(requester.role());
    if (requester.importanceCode() >= 0) {
      json.writeObjectFieldStart("type_data");
      json.writeNumberField("role", role < 0 ? Roles.NONE_CODE : role);
      json.writeNumberField(
          "request", Bounds.require("importance", requester.importanceCode(), 0, IMPORTANCE_MAX));
      json.writeEndObject();
    } else if (role >= 0) {
      json.writeNumberField("role", role);
    }
    json.writeEndObject();
  }

  private static void writePassage(JsonGenerator json, Passage passage)
      throws IOException, Rejection {
    requireAccess(passage.inbound());
    PartWriter.access(json, "inbound_on", passage.inbound());
    if (!passage.outbound().equals(Access.UNKNOWN)) {
      requireAccess(passage.outbound());
      PartWriter.access(json, "outbound_on", passage.outbound());
    }
    PartWriter.minuteAndSecond(json, "minute", "second", passage.arrivalMs());
    if (passage.durationMs() >= 0) {
      json.writeNumberField("duration", Math.min(passage.durationMs(), DURATION_MAX_MS));
    }
  }

  private static void requireAccess(Access access) throws Rejection {
    int max = access.kind() == AccessKind.APPROACH ? APPROACH_MAX : INDEX_MAX;
    Bounds.require("access", access.accessId(), 0, max);
  }
}
