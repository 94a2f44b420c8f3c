package city.wayside.edge.fuzz;

import city.wayside.edge.wire.Bytes;
import city.wayside.edge.wire.Packets;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;

/// What one connection sends: CONNECT, then damaged packets with a ping after every few of them.
/// Whoever answers a ping has dealt with all that was before it.
final class Stream {

  /// Packets between two pings.
  static final int PACKETS_PER_PING = 2;

  private static final int PINGS_MAX = 40;

  /// Of so many CONNECT packets one may be damaged.
  private static final int CONNECTS_WHOLE = 10;

  private final SplittableRandom random;
  private final Damage damage;
  private final List<Corpus> corpora;

  Stream(long seed, List<Corpus> corpora) {
    this.random = new SplittableRandom(seed);
    this.damage = new Damage(random.split());
    this.corpora = List.copyOf(corpora);
  }

  /// The next one.
  ByteBuffer next() {
    Corpus corpus = corpora.get(random.nextInt(corpora.size()));
    List<byte[]> connects = corpus.connects();
    Bytes bytes = new Bytes();
    bytes.raw(
        random.nextInt(CONNECTS_WHOLE) == 0
            ? damage.packet(connects)
            : connects.get(random.nextInt(connects.size())));
    for (int pings = random.nextInt(1, PINGS_MAX); pings > 0; pings--) {
      for (int packet = 0; packet < PACKETS_PER_PING; packet++) {
        bytes.raw(damage.packet(corpus.others()));
      }
      bytes.raw(Packets.ping());
    }
    return ByteBuffer.wrap(bytes.toArray());
  }
}
