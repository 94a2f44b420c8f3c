package city.wayside.messages.canonical;

import city.wayside.messages.MessageFormat;
import city.wayside.messages.MessageFormats;
import city.wayside.messages.Standard;
import city.wayside.messages.uper.Malformed;
import city.wayside.model.refusal.Refusal;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a JSON object says about the message in it, read before the message itself: members may
/// come in any order.
///
/// @param standard the family's word; nothing when it does not say
/// @param type the kind's word; nothing when it does not say
/// @param version the version; 0 when it does not say
/// @param isWrapped true when the message is the member `value`, false when it is the whole object
public record MessageObject(
    @Nullable String standard, @Nullable String type, int version, boolean isWrapped) {

  /// Reads what the text says.
  ///
  /// @throws Malformed when it is no JSON object, or tells of an error instead of a message
  public static MessageObject of(String text) throws Malformed {
    @Nullable String standard = null;
    @Nullable String type = null;
    int version = 0;
    try (JsonParser json = CanonicalJson.JSON.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw malformed("is not a JSON object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken token = json.nextToken();
        if (name.equals("standard") && token == JsonToken.VALUE_STRING) {
          standard = json.getText();
        } else if (name.equals("type") && token == JsonToken.VALUE_STRING) {
          type = json.getText();
        } else if (name.equals("version") && token == JsonToken.VALUE_NUMBER_INT) {
          version = json.getIntValue();
        } else if (name.equals("error")) {
          throw malformed("tells of an error, not of a message");
        } else {
          json.skipChildren();
        }
      }
    } catch (JsonProcessingException malformed) {
      throw malformed("is not valid JSON: " + malformed.getOriginalMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new MessageObject(standard, type, version, standard != null);
  }

  /// The bytes of the message.
  ///
  /// @param text the same text
  /// @param givenStandard the family when the object does not say it
  /// @param givenType the kind when the object does not say it
  /// @throws Malformed when it is no message of that kind
  public byte[] pack(String text, @Nullable Standard givenStandard, @Nullable String givenType)
      throws Malformed {
    MessageFormat format = format(givenStandard, givenType);
    byte[] bytes =
        isWrapped ? CanonicalJson.packMember(format, text) : CanonicalJson.pack(format, text);
    MessageFormat read = MessageFormats.of(bytes, 0, bytes.length);
    if (!read.equals(format)) {
      throw malformed("has a header of " + read + ", must be of " + format);
    }
    return bytes;
  }

  private MessageFormat format(@Nullable Standard givenStandard, @Nullable String givenType)
      throws Malformed {
    String word = type != null ? type : givenType;
    if (word == null) {
      throw malformed("does not say its type, and none was given");
    }
    @Nullable Standard wanted = standard != null ? standard(standard) : givenStandard;
    for (Standard family : Standard.values()) {
      Optional<MessageFormat> format = MessageFormats.of(family, word, version);
      if (format.isPresent() && (wanted == null || wanted == family)) {
        return format.get();
      }
    }
    throw new Malformed(
        Refusal.UNSUPPORTED_TYPE,
        "has type "
            + word
            + (version == 0 ? "" : " version " + version)
            + ", must be one of "
            + MessageFormats.all(),
        Malformed.NO_OFFSET);
  }

  private static Standard standard(String word) throws Malformed {
    return Arrays.stream(Standard.values())
        .filter(one -> one.word().equals(word))
        .findFirst()
        .orElseThrow(() -> malformed("has standard " + word + ", must be etsi or sae"));
  }

  private static Malformed malformed(String reason) {
    return new Malformed(Refusal.MALFORMED, reason, Malformed.NO_OFFSET);
  }
}
