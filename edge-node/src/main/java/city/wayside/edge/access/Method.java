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
  TOKEN;

  private final String word = name().toLowerCase(Locale.ROOT);

  /// The stable word, for counters and the log.
  public String word() {
    return word;
  }

  /// True when the client must be in the registry for as long as it is connected.
  boolean needsRecord() {
    return this == CERTIFICATE || this == PASSWORD;
  }
}
