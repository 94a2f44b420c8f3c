package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.Rejection;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.time.ItsTime;
import city.wayside.model.signal.SignalGroup;
import city.wayside.model.signal.SignalGroup.Phase;
import city.wayside.model.signal.SignalState;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/// Writes a SPATEM 2.0.0.
final class SpatemWriter {

  private static final int GROUP_ID_MAX = 255;
  private static final int CONFIDENCE_MAX = 15;
  private static final int ADVISORY_TYPE_NONE = 0;

  private SpatemWriter() {}

  /// Writes the fields of `message`.
  static void write(JsonGenerator json, List<SignalState> signals, long stationId)
      throws IOException, Rejection {
    Bounds.requireCount("intersections", signals.size(), 1, Limits.INTERSECTIONS_MAX);
    PartWriter.header(json, stationId);
    json.writeArrayFieldStart("intersections");
    for (SignalState state : signals) {
      json.writeStartObject();
      writeIntersection(json, state);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeIntersection(JsonGenerator json, SignalState state)
      throws IOException, Rejection {
    Bounds.requireIntersection(state.intersection());
    Bounds.requireCount("signal groups", state.groups().size(), 1, Limits.GROUPS_MAX);
    PartWriter.intersection(json, "id", state.intersection());
    json.writeNumberField("revision", Bounds.requireRevision(state.revision()));
    json.writeArrayFieldStart("status");
    for (String word : StatusWords.words(state.status().flagsCode())) {
      json.writeString(word);
    }
    json.writeEndArray();
    PartWriter.minuteAndSecond(json, "moy", "timestamp", state.timeMs());
    json.writeArrayFieldStart("states");
    for (SignalGroup group : state.groups()) {
      writeGroup(json, group, state.timeMs());
    }
    json.writeEndArray();
  }

  private static void writeGroup(JsonGenerator json, SignalGroup group, long timeMs)
      throws IOException, Rejection {
    Bounds.requireCount("phases", group.phases().size(), 1, Limits.PHASES_MAX);
    json.writeStartObject();
    json.writeNumberField(
        "signal_group", Bounds.require("signal group", group.groupId(), 0, GROUP_ID_MAX));
    json.writeArrayFieldStart("state_time_speed");
    for (Phase phase : group.phases()) {
      json.writeStartObject();
      json.writeNumberField("event_state", Codes.PHASE_STATES.indexOf(phase.state()));
      writeTiming(json, phase, timeMs);
      writeSpeed(json, phase.advisedSpeedMps());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /// The earliest end must stand in a timing, the rest may be left out.
  private static void writeTiming(JsonGenerator json, Phase phase, long timeMs)
      throws IOException, Rejection {
    boolean isTimed =
        phase.startMs() != ItsTime.UNKNOWN_MS
            || phase.minEndMs() != ItsTime.UNKNOWN_MS
            || phase.maxEndMs() != ItsTime.UNKNOWN_MS
            || phase.likelyEndMs() != ItsTime.UNKNOWN_MS
            || phase.confidenceCode() >= 0;
    if (!isTimed) {
      return;
    }
    json.writeObjectFieldStart("timing");
    if (phase.startMs() != ItsTime.UNKNOWN_MS) {
      json.writeNumberField("start_time", ItsTime.startMarkOfUnixMs(phase.startMs(), timeMs));
    }
    json.writeNumberField("min_end_time", ItsTime.endMarkOfUnixMs(phase.minEndMs(), timeMs));
    if (phase.maxEndMs() != ItsTime.UNKNOWN_MS) {
      json.writeNumberField("max_end_time", ItsTime.endMarkOfUnixMs(phase.maxEndMs(), timeMs));
    }
    if (phase.likelyEndMs() != ItsTime.UNKNOWN_MS) {
      json.writeNumberField("likely_time", ItsTime.endMarkOfUnixMs(phase.likelyEndMs(), timeMs));
    }
    if (phase.confidenceCode() >= 0) {
      json.writeNumberField(
          "confidence",
          Bounds.require("phase.confidence", phase.confidenceCode(), 0, CONFIDENCE_MAX));
    }
    json.writeEndObject();
  }

  private static void writeSpeed(JsonGenerator json, double advisedSpeedMps) throws IOException {
    if (Double.isNaN(advisedSpeedMps)) {
      return;
    }
    json.writeArrayFieldStart("speeds");
    json.writeStartObject();
    json.writeNumberField("type", ADVISORY_TYPE_NONE);
    json.writeNumberField("speed", Quantity.ADVISED_SPEED.wireOf(advisedSpeedMps));
    json.writeEndObject();
    json.writeEndArray();
  }
}
