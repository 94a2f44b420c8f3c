package city.wayside.kit.trace;

import java.io.Serial;

/// A file is not a trace, or cannot be read on; the message names the file and what is expected.
public final class TraceException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /// With a message for the person who gave the file.
  public TraceException(String message) {
    super(message);
  }

  /// With a message and what lies behind it.
  public TraceException(String message, Throwable cause) {
    super(message, cause);
  }
}
