package city.wayside.edge.access;

import java.util.Locale;

/// By what a client was let in.
public enum Method {
  /// Everybody is let in.
  OPEN,
  /// A client certificate whose name is registered.
  CERTIFICATE,
  /// A registered user name and its password.
  PASSWORD,
  /// A token of the issuer.
  TOKEN,
  /// A shared key that is registered (DTLS with pre-shared keys).
  SHARED_KEY,
  /// A raw public key that is registered (RFC 7250).
  PUBLIC_KEY;

  private final String word = name().toLowerCase(Locale.ROOT);

  /// The stable word, for counters and the log.
  public String word() {
    return word;
  }

  /// True when the client must be in the registry for as long as it is connected.
  boolean needsRecord() {
    return switch (this) {
      case CERTIFICATE, PASSWORD, SHARED_KEY, PUBLIC_KEY -> true;
      case OPEN, TOKEN -> false;
    };
  }
}
