package city.wayside.messages;

import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Tape;
import city.wayside.messages.uper.Uper;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;

/// Unpacks whole messages of any kind. One thread; keep one and use it again.
public final class Unpacker {

  /// How long a message may be; endpoints take less.
  public static final int MESSAGE_BYTES_MAX = 1 << 16;

  private final Uper uper = new Uper();
  private final Tape tape = new Tape();

  /// Unpacks a message whose first bytes tell its kind and version.
  public Unpacked unpack(byte[] bytes) {
    return unpack(bytes, 0, bytes.length);
  }

  /// Unpacks a message that lies within an array, which must not change while the result is read.
  public Unpacked unpack(byte[] bytes, int offset, int length) {
    if (length > MESSAGE_BYTES_MAX) {
      return new Unpacked.Rejected(
          new Refused(
              Refusal.TOO_LARGE,
              "the message has " + length + " bytes, must be at most " + MESSAGE_BYTES_MAX),
          0);
    }
    try {
      MessageFormat format = MessageFormats.of(bytes, offset, length);
      // A frame says how long it is; senders let zeros or a trailer of their log follow it.
      long root =
          switch (format.standard()) {
            case ETSI -> uper.decode(format.type(), bytes, offset, length, tape);
            case SAE -> uper.decodeFirst(format.type(), bytes, offset, length, tape);
          };
      return new Unpacked.Message(format, tape, root);
    } catch (Malformed malformed) {
      return new Unpacked.Rejected(
          new Refused(malformed.code(), malformed.reason()), Math.max(0, malformed.bitOffset()));
    }
  }
}
