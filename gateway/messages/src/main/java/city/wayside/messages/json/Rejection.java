package city.wayside.messages.json;

import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;

/// A payload that cannot be read, or a value that cannot be written. It never leaves a decoder or
/// encoder, which answers with the refusal it carries. It has no stack trace: it is an answer, not
/// a fault of the program.
public final class Rejection extends Exception {

  private static final long serialVersionUID = 1;

  private final Refusal code;
  private final String reason;

  /// A refusal in the making.
  ///
  /// @param code the stable code
  /// @param reason field, value and what is allowed
  public Rejection(Refusal code, String reason) {
    super(reason, null, false, false);
    this.code = code;
    this.reason = reason;
  }

  /// The refusal as a value.
  public Refused refused() {
    return new Refused(code, reason);
  }
}
