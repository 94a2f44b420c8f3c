package city.wayside.messages.canonical;

import city.wayside.messages.MessageFormat;
import city.wayside.messages.Unpacked;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// One message as one JSON object: its value with what it is, or why it is none.
///
/// ```json
/// {"standard":"etsi","type":"cam","version":2,"value":{...}}
/// {"error":{"code":"malformed","message":"...","bitOffset":48}}
/// ```
///
/// Any thread; stateless.
public final class MessageJson {

  private MessageJson() {}

  /// The object of what unpacking gave.
  public static String write(Unpacked unpacked) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = CanonicalJson.JSON.createGenerator(text)) {
      json.writeStartObject();
      switch (unpacked) {
        case Unpacked.Message message -> write(message, json);
        case Unpacked.Rejected rejected -> write(rejected, json);
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static void write(Unpacked.Message message, JsonGenerator json) throws IOException {
    MessageFormat format = message.format();
    json.writeStringField("standard", format.standard().word());
    json.writeStringField("type", format.word());
    json.writeNumberField("version", format.version());
    json.writeFieldName("value");
    new CanonicalWriter(message.tape(), json).write(format.type(), message.root());
  }

  private static void write(Unpacked.Rejected rejected, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("error");
    json.writeStringField("code", rejected.refused().code().word());
    json.writeStringField("message", rejected.refused().reason());
    json.writeNumberField("bitOffset", rejected.bitOffset());
    json.writeEndObject();
  }
}
