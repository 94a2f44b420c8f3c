package city.wayside.messages.translation;

import city.wayside.messages.uper.Malformed;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;

/// What packing a value of the model gives.
public sealed interface Packed {

  /// A whole message, header or frame included.
  ///
  /// @param bytes the message; not shared
  record Message(byte[] bytes) implements Packed {}

  /// The kind of message cannot say it.
  ///
  /// @param refused the code and what would have to be different
  record Impossible(Refused refused) implements Packed {}

  /// The answer for a value that must be in a range and is not.
  static Packed outOfRange(String reason) {
    return new Impossible(new Refused(Refusal.OUT_OF_RANGE, reason));
  }

  /// The answer for a draft that could not be encoded.
  static Packed of(Malformed malformed) {
    return new Impossible(new Refused(malformed.code(), malformed.reason()));
  }
}
