package city.wayside.messages.json;

import city.wayside.model.message.Report;
import java.nio.charset.StandardCharsets;

/// Encodes a report as a probe, the JSON object that [ProbeDecoder] reads. What the report does not
/// have is left out. Any thread; stateless.
public final class ProbeEncoder {

  private static final int LENGTH_EXPECTED_CHARS = 160;

  /// The probe for a topic that names the station.
  public byte[] encode(Report report) {
    return bytes(text(report).append('}'));
  }

  /// The probe for a topic that has `-` in the station's place: the payload names it.
  public byte[] encodeWithStation(Report report) {
    return bytes(text(report).append(",\"station\":").append(report.stationId()).append('}'));
  }

  private static StringBuilder text(Report report) {
    StringBuilder json = new StringBuilder(LENGTH_EXPECTED_CHARS);
    json.append("{\"t\":").append(report.timeMs());
    json.append(",\"lat\":").append(report.latDeg());
    json.append(",\"lon\":").append(report.lonDeg());
    if (report.hasSpeed()) {
      json.append(",\"speedMps\":").append(report.speedMps());
    }
    if (report.hasHeading()) {
      json.append(",\"headingDeg\":").append(report.headingDeg());
    }
    if (!Double.isNaN(report.accuracyM())) {
      json.append(",\"accuracyM\":").append(report.accuracyM());
    }
    return json.append(",\"type\":\"").append(report.type().word()).append('"');
  }

  private static byte[] bytes(StringBuilder json) {
    // All of it is ASCII, for which this is a plain copy.
    return json.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
