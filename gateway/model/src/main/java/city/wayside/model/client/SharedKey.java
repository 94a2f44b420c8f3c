package city.wayside.model.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// A key that client and gateway share (DTLS with pre-shared keys, RFC 4279).
///
/// @param identity the name that the client sends to say which key it has
/// @param key the secret itself; only to be read
public record SharedKey(String identity, byte[] key) implements Credential {

  /// The longest identity, in characters.
  public static final int IDENTITY_CHARS_MAX = 128;

  /// The shortest key, in bytes: 128 bits.
  public static final int KEY_BYTES_MIN = 16;

  /// The longest key, in bytes.
  public static final int KEY_BYTES_MAX = 64;

  private static final String SHOWN = "psk:";
  private static final String PURPOSE = "wayside: by which shared key a client came in";

  /// Takes a copy of the key.
  ///
  /// @throws IllegalArgumentException when identity or key is too short or too long
  public SharedKey {
    if (identity.isBlank() || identity.length() > IDENTITY_CHARS_MAX) {
      throw new IllegalArgumentException(
          "the identity of a shared key has %d characters; allowed are 1 to %d"
              .formatted(identity.length(), IDENTITY_CHARS_MAX));
    }
    if (key.length < KEY_BYTES_MIN || key.length > KEY_BYTES_MAX) {
      throw new IllegalArgumentException(
          "a shared key has %d bytes; allowed are %d to %d"
              .formatted(key.length, KEY_BYTES_MIN, KEY_BYTES_MAX));
    }
    key = key.clone();
  }

  /// What a client with this identity shows.
  public static String shown(String identity) {
    return SHOWN + identity;
  }

  @Override
  public Optional<String> shown() {
    return Optional.of(shown(identity));
  }

  /// The identity with a fingerprint of the key.
  @Override
  public Optional<String> mark() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(PURPOSE.getBytes(StandardCharsets.UTF_8));
      return Optional.of(shown(identity) + " " + HexFormat.of().formatHex(digest.digest(key)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SharedKey shared
        && identity.equals(shared.identity)
        && Arrays.equals(key, shared.key);
  }

  @Override
  public int hashCode() {
    return identity.hashCode();
  }

  @Override
  public String toString() {
    return "SharedKey(" + identity + ", secret)";
  }
}
