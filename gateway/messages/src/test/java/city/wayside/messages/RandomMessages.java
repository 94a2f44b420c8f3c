package city.wayside.messages;

import city.wayside.messages.sae.MessageFrame;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.OpenType;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.RandomValues;
import city.wayside.messages.uper.RandomValues.Fixed;
import city.wayside.messages.uper.RandomValues.Variety;
import city.wayside.messages.uper.SequenceType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Random valid messages. The same seed makes the same messages.
public final class RandomMessages {

  private final Random random;

  /// @param seed the same one gives the same messages
  public RandomMessages(long seed) {
    this.random = new Random(seed);
  }

  /// A message of a type.
  ///
  /// @param fixed fields that are not left to chance
  /// @throws Malformed when one of them lies in a part that chance left out or chose otherwise
  public byte[] next(SequenceType type, Fixed... fixed) throws Malformed {
    return RandomValues.message(type, Variety.ALL, random, List.of(fixed));
  }

  /// A frame of SAE with a message of this type.
  ///
  /// @param fixed fields of the frame that are not left to chance
  /// @throws Malformed as for [#next]
  public byte[] framed(String message, Fixed... fixed) throws Malformed {
    OpenType value = (OpenType) Path.of(MessageFrame.MESSAGE_FRAME, "value").target();
    long messageId = value.entries().get(value.position(message)).key();
    List<Fixed> all = new ArrayList<>(Arrays.asList(fixed));
    all.add(new Fixed(Path.of(MessageFrame.MESSAGE_FRAME, "messageId"), messageId));
    return RandomValues.message(MessageFrame.MESSAGE_FRAME, Variety.ALL, random, all);
  }

  /// A message of a format, of every variety.
  public static byte[] of(MessageFormat format, long seed) {
    return of(format, Variety.ALL, seed);
  }

  /// A message of a format.
  public static byte[] of(MessageFormat format, Variety variety, long seed) {
    // Release 2 spells the name of the number in another way.
    String id =
        format.word().equals("cpm") || format.word().equals("vam") ? "messageId" : "messageID";
    List<Fixed> fixed =
        switch (format.standard()) {
          case ETSI ->
              List.of(
                  fixed(format, "header.protocolVersion", format.version()),
                  fixed(format, "header." + id, format.messageId()));
          case SAE -> List.of(fixed(format, "messageId", format.messageId()));
        };
    try {
      return RandomValues.message(format.type(), variety, new Random(seed), fixed);
    } catch (Malformed impossible) {
      throw new IllegalStateException(impossible.reason(), impossible);
    }
  }

  private static Fixed fixed(MessageFormat format, String path, long value) {
    return new Fixed(Path.of(format.type(), path), value);
  }
}
