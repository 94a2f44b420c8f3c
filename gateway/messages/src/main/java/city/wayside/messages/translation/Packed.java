package city.wayside.messages.translation;

import city.wayside.messages.uper.Malformed;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;

/// What packing a value of the model gives.
public sealed interface Packed {

  /// A whole message, header or frame included.
  ///
  /// @param bytes the message; not shared
  record Bytes(byte[] bytes) implements Packed {}

  /// No message, for a value that the kind of message has no place for and that cannot be left out.
  ///
  /// @param refused the code and what would have to be different
  record Unpackable(Refused refused) implements Packed {}

  /// The answer for a value that must be in a range and is not.
  static Packed outOfRange(String reason) {
    return new Unpackable(new Refused(Refusal.OUT_OF_RANGE, reason));
  }

  /// The answer for a draft that could not be encoded.
  static Packed of(Malformed malformed) {
    return new Unpackable(new Refused(malformed.code(), malformed.reason()));
  }
}
