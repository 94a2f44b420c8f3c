package city.wayside.edge.downlink;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Ids for messages down: the upper bits stand for the edge node's start, the lower ones count. Any
/// thread.
public final class MessageIds implements LongSupplier {

  private static final int COUNT_BITS = 36;
  private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private final long upper;
  private final AtomicLong count = new AtomicLong();

  /// Ids of one start of an edge node. Among a hundred of them that run at the same time, two share
  /// their upper bits with a probability of 2 in 100,000.
  public MessageIds(String edgeId) {
    long hash = FNV_OFFSET;
    for (byte octet : edgeId.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (octet & 0xFF)) * FNV_PRIME;
    }
    // The upper bits of this hash differ little between texts that differ at their end only.
    hash = (hash ^ (hash >>> 32)) * FNV_PRIME;
    this.upper = (hash ^ (hash >>> 29)) << COUNT_BITS;
  }

  @Override
  public long getAsLong() {
    return upper | (count.incrementAndGet() & COUNT_MASK);
  }
}
