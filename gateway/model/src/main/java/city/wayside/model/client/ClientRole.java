package city.wayside.model.client;

import java.util.Locale;
import java.util.Optional;

/// What a client is.
public enum ClientRole {
  /// A vehicle, or what else is a station itself: it speaks for its own stations.
  VEHICLE,
  /// A roadside unit: it speaks for every station that it hears, within its area.
  RSU;

  private final String word = name().toLowerCase(Locale.ROOT);

  /// The role as commands and tokens name it.
  public String word() {
    return word;
  }

  /// The role of a word; empty for an unknown one.
  public static Optional<ClientRole> ofWord(String word) {
    for (ClientRole role : values()) {
      if (role.word.equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
