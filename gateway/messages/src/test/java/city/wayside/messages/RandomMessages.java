package city.wayside.messages;

import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.RandomValues;

/// Random valid messages of every format. The same seed makes the same message.
public final class RandomMessages {

  private RandomMessages() {}

  /// The bytes of a message.
  public static byte[] of(MessageFormat format, long seed) {
    return switch (format.standard()) {
      case ETSI -> etsi(format, seed);
      case SAE ->
          RandomValues.message(format.type(), seed, head(format, "messageId", format.messageId()));
    };
  }

  private static byte[] etsi(MessageFormat format, long seed) {
    // Release 2 spells the name of the number in another way.
    String id =
        format.word().equals("cpm") || format.word().equals("vam") ? "messageId" : "messageID";
    return RandomValues.message(
        format.type(),
        seed,
        head(format, "header.protocolVersion", format.version()),
        head(format, "header." + id, format.messageId()));
  }

  private static RandomValues.Head head(MessageFormat format, String path, long value) {
    return new RandomValues.Head(Path.of(format.type(), path), value);
  }
}
