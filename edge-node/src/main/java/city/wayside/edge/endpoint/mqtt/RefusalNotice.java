package city.wayside.edge.endpoint.mqtt;

import city.wayside.model.refusal.Refused;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// What a client is told on `v1/refused/{client}` of a publish that was refused:
/// `{"code":…,"reason":…,"topic":…,"messageId":…,"at":…}`.
///
/// @param refused the code and the reason
/// @param topic the topic it was published on
/// @param messageId its packet id, 0 with QoS 0
/// @param atMs when it was refused, milliseconds since 1970
record RefusalNotice(Refused refused, String topic, int messageId, long atMs) {

  /// A longer topic is shown cut off.
  static final int TOPIC_CHARS_MAX = 256;

  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /// The notice as JSON.
  byte[] json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("code", refused.code().word());
      json.writeStringField("reason", refused.reason());
      json.writeStringField("topic", topic.substring(0, Math.min(TOPIC_CHARS_MAX, topic.length())));
      json.writeNumberField("messageId", messageId);
      json.writeStringField("at", TIME.format(Instant.ofEpochMilli(atMs)));
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
