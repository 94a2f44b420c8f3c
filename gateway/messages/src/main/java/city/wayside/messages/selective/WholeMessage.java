package city.wayside.messages.selective;

import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.messages.translation.Translator;
import city.wayside.model.message.Decoded;

/// Reads a message in full: the way out for what a selective decoder does not take, so that there
/// is one place that says what is wrong with a message.
final class WholeMessage {

  private static final Translator TRANSLATOR = new Translator();

  private WholeMessage() {}

  static Decoded read(byte[] bytes, int offset, int length, long receivedMs) {
    return switch (new Unpacker().unpack(bytes, offset, length)) {
      case Unpacked.Rejected rejected -> new Decoded.Undecodable(rejected.refused());
      case Unpacked.Message message -> TRANSLATOR.translate(message, receivedMs);
    };
  }
}
