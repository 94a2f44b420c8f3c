package city.wayside.kit.fleet;

import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import java.nio.charset.StandardCharsets;

/// Reports as JSON probes; what the report does not have is left out.
final class ProbeText implements PayloadFormat {

  @Override
  public MessageKind kind() {
    return MessageKind.PROBE;
  }

  @Override
  public byte[] encode(Report report) {
    StringBuilder json = new StringBuilder(144);
    json.append("{\"t\":").append(report.timeMs());
    json.append(",\"lat\":").append(report.latDeg());
    json.append(",\"lon\":").append(report.lonDeg());
    if (report.hasSpeed()) {
      json.append(",\"speedMps\":").append(report.speedMps());
    }
    if (report.hasHeading()) {
      json.append(",\"headingDeg\":").append(report.headingDeg());
    }
    json.append(",\"type\":\"").append(report.type().word()).append("\"}");
    return json.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
