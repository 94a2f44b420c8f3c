package city.wayside.messages.bench;

import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.messages.selective.BsmState;
import city.wayside.messages.selective.CamState;
import city.wayside.messages.translation.Translator;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Uper;
import city.wayside.model.message.Decoded;
import java.util.Arrays;

/// Checks before anything is measured: what is fast must be right.
final class Correctness {

  private Correctness() {}

  /// Every sample is decoded and encoded to the same bytes, and the selective decoders agree.
  ///
  /// @throws IllegalStateException when one does not
  static void check() {
    for (Sample sample : Sample.values()) {
      byte[] bytes = sample.bytes();
      if (!(new Unpacker().unpack(bytes) instanceof Unpacked.Message message)) {
        throw new IllegalStateException(sample + " is not decoded");
      }
      try {
        byte[] again = Uper.encode(message.format().type(), message.tape(), message.root());
        require(Arrays.equals(again, bytes), sample + " is encoded to other bytes");
      } catch (Malformed malformed) {
        throw new IllegalStateException(sample + ": " + malformed.reason(), malformed);
      }
      Decoded full = new Translator().translate(message, SelectiveDecode.RECEIVED_MS);
      switch (sample) {
        case CAM, CAM_WITH_PATH ->
            require(
                CamState.read(bytes, 0, bytes.length, SelectiveDecode.RECEIVED_MS).equals(full),
                sample + " is read otherwise by the selective decoder");
        case BSM, BSM_WITH_PATH ->
            require(
                BsmState.read(bytes, 0, bytes.length, SelectiveDecode.RECEIVED_MS).equals(full),
                sample + " is read otherwise by the selective decoder");
        case DENM, MAPEM -> {}
      }
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
