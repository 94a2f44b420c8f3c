package city.wayside.messages.envelope;

import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;

/// Ends the reading of an envelope; never leaves this package. Carries no stack trace: it is an
/// answer to the sender, not a fault of the program.
final class Unreadable extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Refused refused;
  private final int atBytes;

  /// A refusal at a place.
  ///
  /// @param field the field in the words of its standard
  /// @param atBytes where it begins, from 0 at the first byte that was received
  /// @param problem what is wrong and what is allowed
  Unreadable(Refusal code, String field, int atBytes, String problem) {
    super(field, null, false, false);
    this.refused = new Refused(code, field + " at byte " + atBytes + " " + problem);
    this.atBytes = atBytes;
  }

  Refused refused() {
    return refused;
  }

  int atBytes() {
    return atBytes;
  }
}
