package city.wayside.edge.access.password;

import city.wayside.edge.access.bounded.RecentMap;
import city.wayside.model.client.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// Passwords that were right a while ago, known again by a fast hash under a key of this process
/// alone. When all vehicles come back after an outage, each would cost a slow hash otherwise.
/// Neither passwords nor hashes that could be tried without the key are kept. Any thread.
public final class RememberedPasswords {

  private static final String ALGORITHM = "HmacSHA256";

  /// @param phc the slow hash for which the password was right
  private record Remembered(byte[] mark, String phc, long untilMs) {}

  private final RecentMap<String, Remembered> byName;
  private final SecretKey key;
  private final long rememberMs;

  /// Remembers nothing yet.
  ///
  /// @param key a key of this process alone
  public RememberedPasswords(PasswordConfig config, SecretKey key) {
    this.byName = new RecentMap<>(config.rememberedMax());
    this.key = key;
    this.rememberMs = config.rememberMs();
  }

  /// Remembers a password that was right.
  public void add(String name, PasswordHash hash, byte[] password, long nowMs) {
    if (rememberMs > 0) {
      byName.put(name, new Remembered(mark(name, password), hash.phc(), nowMs + rememberMs));
    }
  }

  /// True when this password was right for this hash not long ago.
  public boolean isRight(String name, PasswordHash hash, byte[] password, long nowMs) {
    @Nullable Remembered remembered = byName.get(name);
    return remembered != null
        && nowMs < remembered.untilMs()
        && remembered.phc().equals(hash.phc())
        && MessageDigest.isEqual(remembered.mark(), mark(name, password));
  }

  private byte[] mark(String name, byte[] password) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(name.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(password);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
