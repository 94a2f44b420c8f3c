package city.wayside.town.bench;

import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.messages.translation.Translator;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Uper;
import java.util.Arrays;
import java.util.Optional;

/// Whether decoders are right about a message: what is decoded is encoded to the same bytes, and
/// the selective decoder gives what the full one gives.
final class DecodeCheck {

  private DecodeCheck() {}

  /// What is wrong with a message of a sample's kind, or nothing.
  static Optional<String> fault(DecodeSample sample, byte[] bytes) {
    if (!(new Unpacker().unpack(bytes) instanceof Unpacked.Message message)) {
      return Optional.of(sample.word() + " is not decoded");
    }
    try {
      byte[] again = Uper.encode(message.format().type(), message.tape(), message.root());
      if (!Arrays.equals(again, bytes)) {
        return Optional.of(sample.word() + " is encoded to other bytes");
      }
    } catch (Malformed malformed) {
      return Optional.of(sample.word() + " is not encoded again: " + malformed.reason());
    }
    Object full = new Translator().translate(message, DecodeSample.TIME_MS);
    Object selective =
        switch (sample) {
          case CAM -> Decoding.camState(bytes);
          case BSM -> Decoding.bsmState(bytes);
          case DENM, MAPEM -> full;
        };
    return selective.equals(full)
        ? Optional.empty()
        : Optional.of(sample.word() + " is read otherwise by the selective decoder");
  }
}
