package city.wayside.grid.form;

import java.nio.charset.StandardCharsets;

/// Whose sum of which segment and base window a stored tally is.
///
/// @param edge hash of the edge node's id and start, see [#edgeHash]
/// @param segmentIndex the segment's index in its network
/// @param windowStartMs start of the base window, milliseconds since 1970
public record TallyKey(long edge, int segmentIndex, long windowStartMs) {

  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  /// A 64-bit hash (FNV-1a) that stands for an edge node's id in every key, so that the text is not
  /// repeated a million times. Among a thousand runs of edge nodes, two share a hash with a
  /// probability of 3 in 10^14.
  public static long edgeHash(String edgeId) {
    long hash = FNV_OFFSET;
    for (byte octet : edgeId.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (octet & 0xFF)) * FNV_PRIME;
    }
    return hash;
  }
}
