package city.wayside.town.bench;

import city.wayside.messages.Unpacker;
import city.wayside.messages.selective.BsmState;
import city.wayside.messages.selective.CamState;
import java.util.List;

/// One decoder at work on one message.
///
/// @param name how it is called in the figures
/// @param sample the message
/// @param decoder decodes it
record Decoding(String name, DecodeSample sample, Decoder decoder) {

  /// Turns bytes into whatever it gives.
  @FunctionalInterface
  interface Decoder {
    Object decode(byte[] bytes);
  }

  /// All that is measured: the selective decoders, and the full one on every message.
  static List<Decoding> all() {
    Unpacker unpacker = new Unpacker();
    return List.of(
        new Decoding("selective cam", DecodeSample.CAM, Decoding::camState),
        new Decoding("selective bsm", DecodeSample.BSM, Decoding::bsmState),
        new Decoding("full cam", DecodeSample.CAM, unpacker::unpack),
        new Decoding("full bsm", DecodeSample.BSM, unpacker::unpack),
        new Decoding("full denm", DecodeSample.DENM, unpacker::unpack),
        new Decoding("full mapem", DecodeSample.MAPEM, unpacker::unpack));
  }

  /// The report of a CAM by the decoder that reads no more.
  static Object camState(byte[] bytes) {
    return CamState.read(bytes, 0, bytes.length, DecodeSample.TIME_MS);
  }

  /// The report of a BSM by the decoder that reads no more.
  static Object bsmState(byte[] bytes) {
    return BsmState.read(bytes, 0, bytes.length, DecodeSample.TIME_MS);
  }
}
