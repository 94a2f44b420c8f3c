package city.wayside.town.compose;

import java.io.Serial;

/// The town cannot start; the message names the part and what to do.
public final class TownException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /// With a message for the operator.
  public TownException(String message, Throwable cause) {
    super(message, cause);
  }
}
