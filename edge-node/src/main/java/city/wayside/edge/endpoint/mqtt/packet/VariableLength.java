package city.wayside.edge.endpoint.mqtt.packet;

import io.netty.buffer.ByteBuf;

/// Numbers of one to four bytes: seven bits a byte, the lowest first; the top bit says that more
/// follow (MQTT 5 §1.5.5).
final class VariableLength {

  /// The largest number of four bytes.
  static final int VALUE_MAX = (1 << 28) - 1;

  /// How many bytes a number has at most.
  static final int BYTES_MAX = 4;

  private VariableLength() {}

  /// How many bytes a number takes.
  static int bytes(int value) {
    if (value < 1 << 7) {
      return 1;
    }
    if (value < 1 << 14) {
      return 2;
    }
    return value < 1 << 21 ? 3 : BYTES_MAX;
  }

  /// Writes a number in as few bytes as it takes.
  ///
  /// @throws IllegalArgumentException when it is negative or takes more than four bytes
  static void write(ByteBuf out, int value) {
    if (value < 0 || value > VALUE_MAX) {
      throw new IllegalArgumentException(value + " must be 0 to " + VALUE_MAX);
    }
    int rest = value;
    while (rest > 0x7F) {
      out.writeByte((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }
}
