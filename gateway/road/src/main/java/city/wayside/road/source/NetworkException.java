package city.wayside.road.source;

import java.io.Serial;

/// A file is not a road network, or not one that can be used; the message names file, feature and
/// field, and says what to do.
public final class NetworkException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /// With a message for the person who gave the file.
  public NetworkException(String message) {
    super(message);
  }

  /// With a message and what lies behind it.
  public NetworkException(String message, Throwable cause) {
    super(message, cause);
  }
}
