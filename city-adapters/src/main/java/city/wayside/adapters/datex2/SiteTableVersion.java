package city.wayside.adapters.datex2;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The version of the measurement site table and of each site in it: a whole number, as loaders
/// expect, whose leading digits are the configured edition of the network and whose last seven come
/// from the network's own version.
///
/// So every process and every restart gives the same network the same version; another network has
/// another version even if nobody raised the edition; and versions grow when it is raised.
final class SiteTableVersion {

  private static final BigInteger HASH_COUNT = BigInteger.valueOf(10_000_000);

  private SiteTableVersion() {}

  /// The version of a table.
  static String of(int edition, String networkVersion) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(networkVersion.getBytes(StandardCharsets.UTF_8));
      long last = new BigInteger(1, hash).mod(HASH_COUNT).longValue();
      return Long.toString(edition * HASH_COUNT.longValue() + last);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
