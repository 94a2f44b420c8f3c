package city.wayside.edge.access.password;

import city.wayside.model.client.PasswordHash;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// A password's hash by PBKDF2-HMAC-SHA512 (RFC 8018), as `$pbkdf2-sha512$i=220000$salt$hash` with
/// salt and hash in base 64. Slow on purpose.
///
/// @param iterations rounds
/// @param salt only to be read
/// @param hash only to be read
public record Pbkdf2(int iterations, byte[] salt, byte[] hash) {

  /// Rounds for passwords that people choose: what OWASP advises in 2026.
  public static final int ITERATIONS = 220_000;

  /// Rounds for passwords of [#GENERATED_BYTES] random bytes. Nobody guesses those, however fast
  /// the guesses are checked; a vehicle that connects need not cost a fifth of a second.
  public static final int GENERATED_ITERATIONS = 1_000;

  /// Random bytes in a password that is generated: 160 bits.
  public static final int GENERATED_BYTES = 20;

  /// Random bytes in a salt.
  public static final int SALT_BYTES = 16;

  /// The longest password, in bytes of UTF-8.
  public static final int PASSWORD_BYTES_MAX = 1024;

  private static final int HASH_BYTES = 32;
  private static final int ITERATIONS_MAX = 100_000_000;
  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";

  private static final Pattern PHC =
      Pattern.compile(
          "\\$pbkdf2-sha512\\$i=([1-9][0-9]{0,8})(?:,l=[0-9]{1,3})?"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

  /// Hashes a password.
  ///
  /// @throws IllegalArgumentException when it is empty, too long or no UTF-8
  public static PasswordHash hash(byte[] password, byte[] salt, int iterations) {
    if (!isPassword(password)) {
      throw new IllegalArgumentException(
          "the password has %d bytes; allowed are 1 to %d bytes of UTF-8"
              .formatted(password.length, PASSWORD_BYTES_MAX));
    }
    byte[] hash = derived(password, salt, iterations, HASH_BYTES);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return new PasswordHash(
        "$pbkdf2-sha512$i=%d$%s$%s"
            .formatted(iterations, base64.encodeToString(salt), base64.encodeToString(hash)));
  }

  /// Reads a hash; empty when it is not of this algorithm.
  public static Optional<Pbkdf2> of(PasswordHash stored) {
    Matcher phc = PHC.matcher(stored.phc());
    if (!phc.matches() || Integer.parseInt(phc.group(1)) > ITERATIONS_MAX) {
      return Optional.empty();
    }
    Base64.Decoder base64 = Base64.getDecoder();
    try {
      return Optional.of(
          new Pbkdf2(
              Integer.parseInt(phc.group(1)),
              base64.decode(phc.group(2)),
              base64.decode(phc.group(3))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// True when this is the password's hash.
  public boolean isOf(byte[] password) {
    return isPassword(password)
        && MessageDigest.isEqual(derived(password, salt, iterations, hash.length), hash);
  }

  /// True for what can be a password: UTF-8, not empty, not too long.
  static boolean isPassword(byte[] bytes) {
    return bytes.length > 0 && bytes.length <= PASSWORD_BYTES_MAX && text(bytes).isPresent();
  }

  /// Takes as long as hashing any password does.
  static void spend(int iterations) {
    byte[] anything = new byte[SALT_BYTES];
    byte[] _ = derived(anything, anything, iterations, HASH_BYTES);
  }

  private static Optional<CharBuffer> text(byte[] bytes) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)));
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static byte[] derived(byte[] password, byte[] salt, int iterations, int lengthBytes) {
    CharBuffer text = text(password).orElseThrow();
    char[] characters = new char[text.length()];
    text.get(characters);
    PBEKeySpec wanted = new PBEKeySpec(characters, salt, iterations, 8 * lengthBytes);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(wanted).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    } finally {
      wanted.clearPassword();
      Arrays.fill(characters, ' ');
      Arrays.fill(text.array(), ' ');
    }
  }

  @Override
  public String toString() {
    return "Pbkdf2(secret)";
  }
}
