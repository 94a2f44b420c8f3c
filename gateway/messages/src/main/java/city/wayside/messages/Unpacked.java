package city.wayside.messages;

import city.wayside.messages.uper.Tape;
import city.wayside.model.refusal.Refused;

/// What unpacking bytes gives.
public sealed interface Unpacked {

  /// A whole message. Its tape belongs to the [Unpacker] and holds until the next message.
  ///
  /// @param format its kind and version
  /// @param tape its values
  /// @param root the cell of the whole message
  record Message(MessageFormat format, Tape tape, long root) implements Unpacked {}

  /// No message.
  ///
  /// @param refused the code and the reason
  /// @param bitOffset where in the bytes, in bits from 0
  record Rejected(Refused refused, int bitOffset) implements Unpacked {}
}
