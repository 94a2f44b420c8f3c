package city.wayside.town.penetration;

import java.io.Serial;

/// A file of shares or counts cannot be used at all; the message names it, and says why and what to
/// do.
public final class PenetrationException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  PenetrationException(String message) {
    super(message);
  }
}
