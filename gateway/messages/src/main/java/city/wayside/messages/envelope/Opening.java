package city.wayside.messages.envelope;

import city.wayside.model.refusal.Refused;

/// What opening an envelope gives: the way to the message, or the reason why there is none.
public sealed interface Opening permits Unwrapped, Opening.Unreachable {

  /// The message cannot be reached.
  ///
  /// @param refused the code and the reason, which names the field and the byte where it begins,
  ///   counted from 0 at the first byte received
  /// @param offsetBytes that byte
  record Unreachable(Refused refused, int offsetBytes) implements Opening {}
}
