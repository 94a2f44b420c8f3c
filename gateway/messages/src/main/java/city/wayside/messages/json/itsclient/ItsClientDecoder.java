package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.model.message.Decoded;
import org.jspecify.annotations.Nullable;

/// Decodes a payload of the its-client dialects: an envelope with a message of [Dialect] in it.
///
/// ```json
/// {"message_type":"cam","source_uuid":"com_car_42","timestamp":1574778515424,"version":"2.4.0",
///  "message":{"protocol_version":1,"station_id":42, ...}}
/// ```
///
/// Unknown fields are skipped. A list may be empty or a part absent, where a schema asks for one
/// that the model does not need; what the model needs must be there and in range.
public final class ItsClientDecoder {

  /// Decodes a payload that lies within an array.
  ///
  /// @param bytes holds the payload; only read
  /// @param offset index of the payload's first byte
  /// @param length how many bytes it has
  /// @param receivedMs when it was received, milliseconds since 1970; stands in for the time of an
  ///   envelope that has none
  public ItsClientMessage decode(byte[] bytes, int offset, int length, long receivedMs) {
    try (JsonCursor json = JsonCursor.over(bytes, offset, length)) {
      EnvelopeFields envelope = new EnvelopeFields();
      @Nullable Content content = null;
      boolean isThere = false;
      json.enterObject();
      String field;
      while ((field = json.nextField()) != null) {
        if (!field.equals("message")) {
          envelope.read(field, json);
        } else if (envelope.isReady()) {
          content = content(json, envelope, receivedMs);
        } else {
          isThere = true;
          json.skip();
        }
      }
      json.end();
      envelope.require(json);
      json.require(isThere || content != null, "message");
      if (content == null) {
        content = contentAgain(bytes, offset, length, envelope, receivedMs);
      }
      return message(content, envelope, receivedMs);
    } catch (Rejection rejection) {
      return new ItsClientMessage.Undecodable(rejection.refused());
    }
  }

  /// Reads the message once more: fields of the envelope stood after it, or are not there.
  private static Content contentAgain(
      byte[] bytes, int offset, int length, EnvelopeFields envelope, long receivedMs)
      throws Rejection {
    try (JsonCursor json = JsonCursor.over(bytes, offset, length)) {
      json.enterObject();
      String field;
      while ((field = json.nextField()) != null) {
        if (field.equals("message")) {
          return content(json, envelope, receivedMs);
        }
        json.skip();
      }
      throw new IllegalStateException("the message was there a moment ago");
    }
  }

  private static Content content(JsonCursor json, EnvelopeFields envelope, long receivedMs)
      throws Rejection {
    Dialect dialect = envelope.dialect();
    if (envelope.isPacked()) {
      return new Content.Packed(PackedReader.read(json));
    }
    Header header = new Header(envelope.timestampMs(receivedMs));
    Decoded decoded = dialect.read(json, header);
    return new Content.Plain(decoded, header.stationId());
  }

  private static ItsClientMessage message(
      Content content, EnvelopeFields envelope, long receivedMs) {
    return switch (content) {
      case Content.Plain(Decoded decoded, long stationId) ->
          new ItsClientMessage.Model(envelope.envelope(stationId, receivedMs), decoded);
      case Content.Packed(byte[] uper) ->
          new ItsClientMessage.Uper(envelope.envelope(Envelope.NO_STATION, receivedMs), uper);
    };
  }

  /// What is in the envelope.
  private sealed interface Content {
    record Plain(Decoded decoded, long stationId) implements Content {}

    record Packed(byte[] uper) implements Content {}
  }
}
