package city.wayside.grid;

import java.io.Serial;

/// The grid cannot be started, reached or relied on; the message says what to do where something
/// can be done.
public final class GridException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /// With a message for the operator.
  public GridException(String message) {
    super(message);
  }

  /// With a message for the operator and what lies behind it.
  public GridException(String message, Throwable cause) {
    super(message, cause);
  }
}
