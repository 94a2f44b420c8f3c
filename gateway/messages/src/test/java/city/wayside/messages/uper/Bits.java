package city.wayside.messages.uper;

import city.wayside.model.refusal.Refusal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Values written as the digits of their bits, so that a test shows what stands on the wire.
final class Bits {

  private Bits() {}

  /// The bytes of binary digits; spaces are for the eye, and zeros fill the last byte.
  static byte[] of(String digits) {
    String bits = digits.replace(" ", "");
    byte[] bytes = new byte[(bits.length() + 7) / 8];
    for (int i = 0; i < bits.length(); i++) {
      bytes[i / 8] |= (byte) ((bits.charAt(i) - '0') << (7 - i % 8));
    }
    return bytes;
  }

  /// The digits of bytes, in groups of eight.
  static String text(byte[] bytes) {
    return IntStream.range(0, bytes.length)
        .mapToObj(i -> "%8s".formatted(Integer.toBinaryString(bytes[i] & 0xFF)).replace(' ', '0'))
        .collect(Collectors.joining(" "));
  }

  /// What a value is decoded to.
  static Read read(Type type, String digits) throws Malformed {
    Tape tape = new Tape();
    byte[] bytes = of(digits);
    return new Read(type, tape, new Uper().decode(type, bytes, 0, bytes.length, tape));
  }

  /// Why digits are no value of a type.
  static Refused refused(Type type, String digits) {
    try {
      read(type, digits);
      throw new AssertionError("not refused: " + digits);
    } catch (Malformed malformed) {
      return new Refused(malformed.code(), malformed.reason(), malformed.bitOffset());
    }
  }

  /// A refusal with its place.
  record Refused(Refusal code, String reason, int bitOffset) {}

  /// A decoded value.
  record Read(Type type, Tape tape, long cell) {

    /// The value at the end of a path.
    long at(String path) {
      return Path.of(type, path).cell(tape, cell);
    }

    /// The digits that the value is encoded to.
    String again() throws Malformed {
      return text(Uper.encode(type, tape, cell));
    }
  }
}
