package city.wayside.messages.json;

import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;

/// A payload that is not what it should be. It never leaves a decoder, which answers with the
/// refusal it carries. It has no stack trace: it is an answer to the sender, not a fault of the
/// program.
public final class Unreadable extends Exception {

  private static final long serialVersionUID = 1;

  private final Refusal code;
  private final String reason;

  /// A refusal in the making.
  ///
  /// @param code the stable code
  /// @param reason field, value and what is allowed
  public Unreadable(Refusal code, String reason) {
    super(reason, null, false, false);
    this.code = code;
    this.reason = reason;
  }

  /// The refusal as a value.
  public Refused refused() {
    return new Refused(code, reason);
  }
}
