package city.wayside.messages;

import java.util.Locale;

/// The families of packed messages.
public enum Standard {
  /// ETSI ITS: messages that begin with an ItsPduHeader.
  ETSI,
  /// SAE J2735: messages in a MessageFrame.
  SAE;

  private final String word = name().toLowerCase(Locale.ROOT);

  /// The family's word on the command line and in JSON.
  public String word() {
    return word;
  }
}
