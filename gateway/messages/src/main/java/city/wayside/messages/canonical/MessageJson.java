package city.wayside.messages.canonical;

import city.wayside.messages.MessageFormat;
import city.wayside.messages.MessageOpener;
import city.wayside.messages.Unpacked;
import city.wayside.messages.envelope.HeaderInfo;
import city.wayside.messages.envelope.Layer;
import city.wayside.messages.envelope.Unwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One message as one JSON object: its value with what it is, or why it is none.
///
/// ```json
/// {"standard":"etsi","type":"cam","version":2,"value":{...}}
/// {"error":{"code":"malformed","message":"...","bitOffset":48}}
/// ```
///
/// A message that came in an envelope has a member `envelope` before its value: the layers, and
/// what the outermost signature says of it.
///
/// Any thread; stateless.
public final class MessageJson {

  private MessageJson() {}

  /// The object of a message that came bare.
  public static String write(Unpacked unpacked) {
    return write(new MessageOpener.Opened(unpacked, null));
  }

  /// The object of what was opened and unpacked.
  public static String write(MessageOpener.Opened opened) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = CanonicalJson.JSON.createGenerator(text)) {
      json.writeStartObject();
      switch (opened.unpacked()) {
        case Unpacked.Message message -> write(message, opened.envelope(), json);
        case Unpacked.Rejected rejected -> write(rejected, json);
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static void write(
      Unpacked.Message message, @Nullable Unwrapped envelope, JsonGenerator json)
      throws IOException {
    MessageFormat format = message.format();
    json.writeStringField("standard", format.standard().word());
    json.writeStringField("type", format.word());
    json.writeNumberField("version", format.version());
    if (envelope != null) {
      write(envelope, json);
    }
    json.writeFieldName("value");
    new CanonicalWriter(message.tape(), json).write(format.type(), message.root());
  }

  private static void write(Unwrapped envelope, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("envelope");
    json.writeArrayFieldStart("layers");
    for (Layer layer : envelope.layers()) {
      json.writeString(layer.name().toLowerCase(Locale.ROOT));
    }
    json.writeEndArray();
    if (envelope.signedData().isPresent()) {
      HeaderInfo header = envelope.signedData().get().headerInfo();
      json.writeNumberField("psid", header.psid());
      if (header.generationTime().isPresent()) {
        json.writeNumberField("generationTimeMs", header.generationTime().get().unixMs());
      }
    }
    json.writeEndObject();
  }

  private static void write(Unpacked.Rejected rejected, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("error");
    json.writeStringField("code", rejected.refused().code().word());
    json.writeStringField("message", rejected.refused().reason());
    json.writeNumberField("bitOffset", rejected.bitOffset());
    json.writeEndObject();
  }
}
