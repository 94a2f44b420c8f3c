package city.wayside.edge.fuzz;

import city.wayside.edge.wire.Bytes;
import city.wayside.edge.wire.Packets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Makes packets worse. Most damage leaves a packet's frame as it is, so that its connection lives
/// on and the next packet is looked at too; the rest breaks frames.
final class Damage {

  /// Of so many damaged packets one is broken beyond its frame.
  private static final int BROKEN_ONE_IN = 50;

  /// Of so many packets one is left as it is.
  private static final int WHOLE_ONE_IN = 3;

  private final SplittableRandom random;
  private final OctetDamage octets;

  Damage(SplittableRandom random) {
    this.random = random;
    this.octets = new OctetDamage(random);
  }

  /// A packet, perhaps damaged.
  byte[] packet(List<byte[]> packets) {
    byte[] packet = packets.get(random.nextInt(packets.size()));
    if (random.nextInt(WHOLE_ONE_IN) == 0) {
      return packet;
    }
    return random.nextInt(BROKEN_ONE_IN) == 0
        ? broken(packet, packets)
        : octets.changed(packet, headLength(packet));
  }

  private byte[] broken(byte[] packet, List<byte[]> packets) {
    return switch (random.nextInt(8)) {
      case 0 -> octets.cut(packet);
      case 1 -> Bytes.joined(octets.cut(packet), any(packets));
      case 2 -> octets.flipped(packet);
      case 3 -> Packets.packet(random.nextInt(256), body(packet));
      case 4 -> Packets.packet(packet[0], Arrays.copyOf(body(packet), random.nextInt(300)));
      case 5 -> Packets.claiming(packet[0], random.nextLong(1L << 28), body(packet));
      case 6 -> new Bytes().u8(packet[0]).varint(random.nextInt(500), 5).raw(packet).toArray();
      default -> octets.noise();
    };
  }

  private byte[] any(List<byte[]> packets) {
    return packets.get(random.nextInt(packets.size()));
  }

  private static byte[] body(byte[] packet) {
    return Arrays.copyOfRange(packet, Math.min(packet.length, headLength(packet)), packet.length);
  }

  private static int headLength(byte[] packet) {
    int place = 1;
    while (place < packet.length && packet[place] < 0) {
      place++;
    }
    return place + 1;
  }
}
