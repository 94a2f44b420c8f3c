package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.Rejection;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.time.ItsTime;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// Writes a CAM 2.4.0.
final class CamWriter {

  private static final int DRIVE_DIRECTION_UNAVAILABLE = 2;
  private static final int LENGTH_UNAVAILABLE = 1023;
  private static final int TRAILER_UNAVAILABLE = 4;
  private static final int WIDTH_UNAVAILABLE = 62;
  private static final int ACCELERATION_UNAVAILABLE = 161;
  private static final int ACCELERATION_CONFIDENCE_UNAVAILABLE = 102;
  private static final int CURVATURE_UNAVAILABLE = 1023;
  private static final int CURVATURE_CONFIDENCE_UNAVAILABLE = 7;
  private static final int CURVATURE_MODE_UNAVAILABLE = 2;
  private static final int YAW_RATE_UNAVAILABLE = 32_767;
  private static final int YAW_RATE_CONFIDENCE_UNAVAILABLE = 8;

  private CamWriter() {}

  /// Writes the fields of `message`.
  static void write(JsonGenerator json, Report report) throws IOException, Rejection {
    long stationId = Bounds.require("station", report.stationId(), 0, Report.STATION_ID_MAX);
    PartWriter.header(json, stationId);
    json.writeNumberField(
        "generation_delta_time", ItsTime.generationDeltaOfUnixMs(report.timeMs()));
    json.writeObjectFieldStart("basic_container");
    json.writeNumberField("station_type", report.type().code());
    PartWriter.position(
        json, "reference_position", report.latDeg(), report.lonDeg(), report.accuracyM());
    json.writeEndObject();
    json.writeObjectFieldStart("high_frequency_container");
    if (report.type() == StationType.ROAD_SIDE_UNIT) {
      json.writeObjectFieldStart("rsu_container_high_frequency");
      json.writeEndObject();
    } else {
      writeMotion(json, report);
    }
    json.writeEndObject();
  }

  private static void writeMotion(JsonGenerator json, Report report) throws IOException {
    json.writeObjectFieldStart("basic_vehicle_container_high_frequency");
    PartWriter.measured(json, "heading", Quantity.HEADING, report.headingDeg());
    PartWriter.measured(json, "speed", Quantity.SPEED, report.speedMps());
    json.writeNumberField("drive_direction", DRIVE_DIRECTION_UNAVAILABLE);
    PartWriter.valued(json, "vehicle_length", LENGTH_UNAVAILABLE, TRAILER_UNAVAILABLE);
    json.writeNumberField("vehicle_width", WIDTH_UNAVAILABLE);
    PartWriter.valued(
        json,
        "longitudinal_acceleration",
        ACCELERATION_UNAVAILABLE,
        ACCELERATION_CONFIDENCE_UNAVAILABLE);
    PartWriter.valued(json, "curvature", CURVATURE_UNAVAILABLE, CURVATURE_CONFIDENCE_UNAVAILABLE);
    json.writeNumberField("curvature_calculation_mode", CURVATURE_MODE_UNAVAILABLE);
    PartWriter.valued(json, "yaw_rate", YAW_RATE_UNAVAILABLE, YAW_RATE_CONFIDENCE_UNAVAILABLE);
    json.writeEndObject();
  }
}
