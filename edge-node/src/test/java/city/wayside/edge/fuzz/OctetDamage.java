package city.wayside.edge.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Damage that needs to know nothing of what it damages.
final class OctetDamage {

  /// Of so many octets that are changed one becomes anything, the others a character.
  private static final int ANY_OCTET_ONE_IN = 12;

  private static final int NOISE_MAX = 100;

  private static final byte[] CHARACTERS =
      "0123456789/+#$-{}\":,. abcdeprouvz".getBytes(StandardCharsets.US_ASCII);

  private final SplittableRandom random;

  OctetDamage(SplittableRandom random) {
    this.random = random;
  }

  /// Changes an octet or two from a place on, mostly near the end, for lengths and flags are at the
  /// beginning.
  byte[] changed(byte[] octets, int from) {
    if (from >= octets.length) {
      return octets;
    }
    byte[] changed = octets.clone();
    int length = octets.length - from;
    for (int left = random.nextInt(1, 3); left > 0; left--) {
      int one = random.nextInt(length);
      int place = Math.max(one, random.nextInt(length));
      changed[from + Math.max(place, random.nextInt(length))] =
          random.nextInt(ANY_OCTET_ONE_IN) == 0
              ? (byte) random.nextInt()
              : CHARACTERS[random.nextInt(CHARACTERS.length)];
    }
    return changed;
  }

  /// Turns one bit.
  byte[] flipped(byte[] octets) {
    byte[] flipped = octets.clone();
    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    return flipped;
  }

  /// Leaves only a beginning.
  byte[] cut(byte[] octets) {
    return Arrays.copyOf(octets, random.nextInt(octets.length));
  }

  /// Anything at all.
  byte[] noise() {
    byte[] noise = new byte[random.nextInt(1, NOISE_MAX)];
    random.nextBytes(noise);
    return noise;
  }
}
