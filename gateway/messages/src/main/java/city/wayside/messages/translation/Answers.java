package city.wayside.messages.translation;

import city.wayside.messages.MessageFormat;
import city.wayside.messages.Unpacked;
import city.wayside.model.message.Decoded;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;

/// Answers to messages that are well formed and yet nothing the model has.
final class Answers {

  private Answers() {}

  /// For a kind of message that is carried, not translated.
  static Decoded unsupported(MessageFormat format) {
    return new Decoded.Undecodable(
        new Refused(
            Refusal.UNSUPPORTED_TYPE,
            format.standard().word()
                + " "
                + format.word()
                + " of version "
                + format.version()
                + " is not translated"));
  }

  /// For a frame whose number and content differ.
  static Decoded withoutContent(Unpacked.Message message) {
    return new Decoded.Undecodable(
        new Refused(Refusal.MALFORMED, "value is no " + message.format().word()));
  }
}
