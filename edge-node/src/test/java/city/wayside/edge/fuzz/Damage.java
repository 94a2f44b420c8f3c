package city.wayside.edge.fuzz;

import city.wayside.edge.wire.Bytes;
import city.wayside.edge.wire.Packets;
import java.nio.charset.StandardCharsets;
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

  /// Of so many octets that are changed one becomes anything, the others a character.
  private static final int ANY_OCTET_ONE_IN = 12;

  private static final byte[] CHARACTERS =
      "0123456789/+#$-{}\":,. abcdeprouvz".getBytes(StandardCharsets.US_ASCII);

  private final SplittableRandom random;

  Damage(SplittableRandom random) {
    this.random = random;
  }

  /// A packet, perhaps damaged.
  byte[] packet(List<byte[]> packets) {
    byte[] packet = packets.get(random.nextInt(packets.size()));
    if (random.nextInt(WHOLE_ONE_IN) == 0) {
      return packet;
    }
    return random.nextInt(BROKEN_ONE_IN) == 0 ? broken(packet, packets) : changed(packet);
  }

  /// Changes octets behind the fixed header, mostly near the end, for lengths and flags are at the
  /// beginning.
  private byte[] changed(byte[] packet) {
    int from = headLength(packet);
    if (from >= packet.length) {
      return packet;
    }
    byte[] changed = packet.clone();
    int length = packet.length - from;
    for (int left = random.nextInt(1, 3); left > 0; left--) {
      int place = Math.max(random.nextInt(length), random.nextInt(length));
      changed[from + Math.max(place, random.nextInt(length))] =
          random.nextInt(ANY_OCTET_ONE_IN) == 0
              ? (byte) random.nextInt()
              : CHARACTERS[random.nextInt(CHARACTERS.length)];
    }
    return changed;
  }

  private byte[] broken(byte[] packet, List<byte[]> packets) {
    return switch (random.nextInt(8)) {
      case 0 -> Arrays.copyOf(packet, random.nextInt(packet.length));
      case 1 -> Bytes.joined(Arrays.copyOf(packet, random.nextInt(packet.length)), any(packets));
      case 2 -> flipped(packet);
      case 3 -> Packets.packet(random.nextInt(256), body(packet));
      case 4 -> Packets.packet(packet[0], Arrays.copyOf(body(packet), random.nextInt(300)));
      case 5 -> Packets.claiming(packet[0], random.nextLong(1L << 28), body(packet));
      case 6 -> new Bytes().u8(packet[0]).varint(random.nextInt(500), 5).raw(packet).toArray();
      default -> {
        byte[] noise = new byte[random.nextInt(1, 100)];
        random.nextBytes(noise);
        yield noise;
      }
    };
  }

  private byte[] any(List<byte[]> packets) {
    return packets.get(random.nextInt(packets.size()));
  }

  private byte[] flipped(byte[] packet) {
    byte[] flipped = packet.clone();
    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    return flipped;
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
