package city.wayside.model.client;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The fingerprint of a raw public key (RFC 7250).
///
/// @param sha256 the SHA-256 of the key's SubjectPublicKeyInfo, as 64 hexadecimal digits
public record PublicKeyPrint(String sha256) implements Credential {

  private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

  /// Writes the digits small.
  ///
  /// @throws IllegalArgumentException when it is no SHA-256
  public PublicKeyPrint {
    sha256 = sha256.toLowerCase(Locale.ROOT);
    if (!DIGITS.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "a public key's SHA-256 is \"%s\"; allowed are 64 hexadecimal digits".formatted(sha256));
    }
  }

  @Override
  public Optional<String> shown() {
    return Optional.of("key:" + sha256);
  }
}
