package city.wayside.messages.fuzz;

import city.wayside.messages.MessageFormat;
import city.wayside.messages.Unpacked;
import city.wayside.messages.canonical.CanonicalJson;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Tape;
import city.wayside.messages.uper.Uper;
import java.util.Arrays;

/// Decodes bytes as one format; what is decoded must be encoded to bytes that decode to the same,
/// and its JSON must give a message with the same JSON.
final class FormatTrial implements Trial {

  private final MessageFormat format;
  private final Uper uper = new Uper();
  private final Tape tape = new Tape();
  private final Tape tapeAgain = new Tape();

  FormatTrial(MessageFormat format) {
    this.format = format;
  }

  @Override
  public void run(byte[] message) {
    long root;
    try {
      root = uper.decode(format.type(), message, 0, message.length, tape);
    } catch (Malformed refused) {
      Trial.promise(!refused.reason().isBlank(), "a refusal says why");
      Trial.promise(
          refused.bitOffset() <= 8 * message.length, "a refusal's place is in the message");
      return;
    }
    try {
      byte[] bytes = Uper.encode(format.type(), tape, root);
      Trial.promise(bytes.length <= message.length + MORE_BYTES_MAX, "encoding adds little");
      String json = CanonicalJson.write(new Unpacked.Message(format, tape, root));
      long again = uper.decode(format.type(), bytes, 0, bytes.length, tapeAgain);
      Trial.promise(
          json.equals(CanonicalJson.write(new Unpacked.Message(format, tapeAgain, again))),
          "what was encoded is decoded unchanged");
      byte[] packed = CanonicalJson.pack(format, json);
      if (!Arrays.equals(packed, bytes)) {
        // Defaults that were spelled out, which JSON leaves out.
        long lean = uper.decode(format.type(), packed, 0, packed.length, tapeAgain);
        Trial.promise(
            packed.length <= bytes.length
                && json.equals(CanonicalJson.write(new Unpacked.Message(format, tapeAgain, lean))),
            "JSON gives the same message, but for defaults that were spelled out");
      }
    } catch (Malformed refused) {
      throw new IllegalStateException("broken: what is decoded can be encoded", refused);
    }
  }

  /// Numbers that a sender wrote with fewer octets than needed do not exist, but lengths that it
  /// wrote as extensions although they are not may take another form.
  private static final int MORE_BYTES_MAX = 64;
}
