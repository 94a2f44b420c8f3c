package city.wayside.kit.coap;

import city.wayside.model.client.SharedKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Keys of no worth for servers that live for one benchmark: whoever knows an identity knows its
/// key.
public final class DerivedKeys {

  private static final int KEY_BYTES = 16;

  private DerivedKeys() {}

  /// An identity with its key.
  public static SharedKey of(String identity) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return new SharedKey(identity, Arrays.copyOf(hash, KEY_BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
