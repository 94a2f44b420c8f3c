package city.wayside.edge.decode;

import city.wayside.edge.inbound.Inbound;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Reads the status of a client: a JSON object, or a line of text. What it means is between the
/// client and whoever runs the gateway. Any thread.
public final class StatusReader {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16).build())
          .build();

  private final int bytesMax;

  /// @param bytesMax the longest status
  public StatusReader(int bytesMax) {
    this.bytesMax = bytesMax;
  }

  /// Reads the payload of a message.
  public ClientStatus read(Inbound inbound) {
    if (inbound.length() > bytesMax) {
      return unreadable(
          Refusal.TOO_LARGE,
          "the status has " + inbound.length() + " bytes, must be at most " + bytesMax);
    }
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(inbound.bytes(), inbound.offset(), inbound.length()))
              .toString();
    } catch (CharacterCodingException e) {
      return unreadable(Refusal.MALFORMED, "the status is no UTF-8");
    }
    if (text.startsWith("{")) {
      return isObject(text)
          ? new ClientStatus.Told(text)
          : unreadable(Refusal.MALFORMED, "the status begins with { and is no JSON object");
    }
    return text.chars().anyMatch(Character::isISOControl)
        ? unreadable(Refusal.MALFORMED, "the status is a text with control characters")
        : new ClientStatus.Told(text);
  }

  private static boolean isObject(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      parser.skipChildren();
      return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  private static ClientStatus unreadable(Refusal code, String reason) {
    return new ClientStatus.Unreadable(new Refused(code, reason));
  }
}
