package city.wayside.model.client;

import java.util.Optional;

/// The hash of a password.
///
/// @param phc the hash as a PHC string: `$algorithm$parameters$salt$hash`
public record PasswordHash(String phc) implements Credential {

  /// The longest hash, in characters.
  public static final int CHARS_MAX = 512;

  /// Refuses what is no PHC string.
  public PasswordHash {
    if (phc.length() > CHARS_MAX || !phc.startsWith("$")) {
      throw new IllegalArgumentException(
          "a password's hash has "
              + phc.length()
              + " characters; allowed is a PHC string of up to "
              + CHARS_MAX
              + " characters that begins with $");
    }
  }

  /// The algorithm and its parameters, without salt and hash; for people.
  public String parameters() {
    int end = phc.lastIndexOf('$', phc.lastIndexOf('$') - 1);
    return end <= 0 ? "" : phc.substring(1, end).replace('$', ' ');
  }

  @Override
  public Optional<String> shown() {
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "PasswordHash(secret)";
  }
}
