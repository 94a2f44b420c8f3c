package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.BoundedJson;
import city.wayside.messages.json.Rejection;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.signal.IntersectionMap;
import city.wayside.model.signal.PriorityStatus;
import city.wayside.model.signal.SignalState;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/// Encodes the model as messages of the its-client dialects, each in its newest version. What they
/// lose is listed in `gateway/docs/TRANSLATIONS.md`.
///
/// The envelope is stamped with the time of what is told, so that a receiver resolves the times in
/// it against the right hour and year.
public final class ItsClientEncoder {

  private static final int LENGTH_EXPECTED_BYTES = 1024;

  /// The schemas of SPATEM and MAPEM 2.0.0 still ask for the origin of 1.x.
  private static final String ORIGIN = "global_application";

  /// Writes the value of `message`.
  @FunctionalInterface
  private interface Body {
    void write(JsonGenerator json) throws IOException, Rejection;
  }

  /// A CAM 2.4.0 of a report; the station is the report's.
  public Encoded cam(Report report, Sender sender) {
    return text(
        MessageKind.CAM, "2.4.0", report.timeMs(), sender, json -> CamWriter.write(json, report));
  }

  /// A DENM 2.3.0 of an event.
  public Encoded denm(RoadEvent event, Sender sender) {
    return text(
        MessageKind.DENM,
        "2.3.0",
        event.time().referenceMs(),
        sender,
        json -> DenmWriter.write(json, event, sender.stationId()));
  }

  /// A SPATEM 2.0.0 of what the signals of 1 to 32 intersections show at the same time.
  public Encoded spatem(List<SignalState> signals, Sender sender) {
    return text(
        MessageKind.SPATEM,
        "2.0.0",
        signals.isEmpty() ? 0 : signals.getFirst().timeMs(),
        sender,
        json -> SpatemWriter.write(json, signals, sender.stationId()));
  }

  /// A MAPEM 2.0.0 of the maps of 1 to 32 intersections.
  ///
  /// @param nowMs when the message is made, milliseconds since 1970
  public Encoded mapem(List<IntersectionMap> maps, Sender sender, long nowMs) {
    return text(
        MessageKind.MAPEM,
        "2.0.0",
        nowMs,
        sender,
        json -> MapemWriter.write(json, maps, sender.stationId()));
  }

  /// An SSEM 2.0.1 of answers that were made at the same time.
  ///
  /// @param sequence changes with every change of content, 0 to 127
  public Encoded ssem(List<PriorityStatus> statuses, Sender sender, int sequence) {
    return text(
        MessageKind.SSEM,
        "2.0.1",
        statuses.isEmpty() ? 0 : statuses.getFirst().timeMs(),
        sender,
        json -> SsemWriter.write(json, statuses, sender.stationId(), sequence));
  }

  private static Encoded text(
      MessageKind kind, String version, long timestampMs, Sender sender, Body body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(LENGTH_EXPECTED_BYTES);
    try (JsonGenerator json = BoundedJson.generator(out)) {
      Bounds.require("station", sender.stationId(), 0, Report.STATION_ID_MAX);
      Bounds.require("source_uuid", sender.sourceUuid().length(), 0, Limits.SOURCE_CHARS_MAX);
      json.writeStartObject();
      json.writeStringField("message_type", kind.word());
      if (kind == MessageKind.SPATEM || kind == MessageKind.MAPEM) {
        json.writeStringField("origin", ORIGIN);
      }
      json.writeStringField("source_uuid", sender.sourceUuid());
      json.writeNumberField("timestamp", timestampMs);
      json.writeStringField("version", version);
      if (kind == MessageKind.CAM) {
        json.writeStringField("message_format", "json/raw");
      }
      json.writeObjectFieldStart("message");
      body.write(json);
      json.writeEndObject();
      json.writeEndObject();
      Bounds.require("timestamp", timestampMs, Limits.TIMESTAMP_MIN_MS, Limits.TIMESTAMP_MAX_MS);
    } catch (Rejection rejection) {
      return new Encoded.Unencodable(rejection.refused());
    } catch (IOException impossible) {
      throw new IllegalStateException("an array cannot fail to be written", impossible);
    }
    return new Encoded.Text(out.toByteArray());
  }
}
