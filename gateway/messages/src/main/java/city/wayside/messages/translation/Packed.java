package city.wayside.messages.translation;

import city.wayside.model.refusal.Refused;

/// What packing values of the model gives.
public sealed interface Packed {

  /// A whole message, header or frame included.
  ///
  /// @param bytes what is sent
  record Bytes(byte[] bytes) implements Packed {}

  /// No message, for a value that the target has no place for and that cannot be left out.
  ///
  /// @param refused the code and the reason
  record Unpackable(Refused refused) implements Packed {}
}
