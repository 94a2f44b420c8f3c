package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.BoundedJson;
import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.model.refusal.Refusal;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Reads packed content: an object with the base64 of the bytes in `payload`.
final class PackedReader {

  private PackedReader() {}

  /// The bytes without base64.
  static byte[] read(JsonCursor json) throws Rejection {
    byte @Nullable [] bytes = null;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      if (field.equals("payload")) {
        bytes = unpacked(json);
      } else {
        json.skip();
      }
    }
    return json.require(bytes, "payload");
  }

  private static byte[] unpacked(JsonCursor json) throws Rejection {
    String base64 = json.text(BoundedJson.STRING_CHARS_MAX);
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (bytes.length > 0) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      // Refused below, with what is empty.
    }
    throw json.refused(Refusal.MALFORMED, "must be base64 of at least one byte");
  }
}
