package city.wayside.edge.endpoint.mqtt.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Damaged packets and mere noise: never an exception, never a byte too many, and the same whether
/// they come whole or in two parts.
class FuzzTest {

  /// More by `-Dwayside.fuzz.count=1000000`.
  private static final int COUNT = Integer.getInteger("wayside.fuzz.count", 4_000);

  private static final int CHANGES_MAX = 4;

  /// Numbers at which something changes.
  private static final int[] EDGES = {
    0x00, 0x01, 0x02, 0x0B, 0x10, 0x11, 0x1F, 0x20, 0x23, 0x26, 0x2B, 0x2F, 0x30, 0x32, 0x3B, 0x7F,
    0x80, 0x82, 0xC0, 0xE0, 0xED, 0xF0, 0xFF
  };

  /// Packets that are right, after one of [#connects].
  private static List<byte[]> packets(MqttVersion version) {
    boolean is5 = version == MqttVersion.V5;
    List<byte[]> packets = new ArrayList<>();
    for (int first : new int[] {0x30, 0x31, 0x33, 0x3A, 0x34}) {
      RawPacket publish = RawPacket.of(first).text("v1/up/ä/probe");
      publish = (first & 6) == 0 ? publish : publish.u16(7);
      packets.add(
          (is5 ? publish.properties("02 00000009 01 01 03 0001 6a 26 0001 6b 0001 76") : publish)
              .text("{}")
              .bytes());
    }
    for (int first : new int[] {0x40, 0x50, 0x62, 0x70}) {
      packets.add(RawPacket.of(first).u16(7).bytes());
      if (is5) {
        packets.add(RawPacket.of(first).u16(7).u8(0).properties("1f 0001 61").bytes());
      }
    }
    RawPacket subscribe = RawPacket.of(0x82).u16(7);
    RawPacket unsubscribe = RawPacket.of(0xA2).u16(7);
    if (is5) {
      subscribe.properties("0b 8001 26 0001 6b 0001 76");
      unsubscribe.properties("26 0001 6b 0001 76");
      packets.add(RawPacket.of(0x30).text("").properties("23 0001").bytes());
      packets.add(RawPacket.of(0xE0).u8(4).properties("11 00000009 1f 0001 61").bytes());
      packets.add(RawPacket.of(0xF0).u8(0x18).properties("15 0001 6d 16 0001 ff").bytes());
    }
    packets.add(subscribe.text("v1/+/#").u8(1).text("$share/g/+").u8(0).bytes());
    packets.add(unsubscribe.text("v1/+/#").text("a").bytes());
    packets.add(RawPacket.of(0xC0).bytes());
    packets.add(RawPacket.of(0xE0).bytes());
    return packets;
  }

  private static List<byte[]> connects() {
    return List.of(
        RawPacket.connect(4, 0xEE)
            .text("cv")
            .text("t")
            .text("gone")
            .text("user")
            .text("pwd")
            .bytes(),
        RawPacket.connect(5, 0xC6)
            .properties("11 00000009 21 000a 15 0001 6d 16 0001 ff 26 0001 6b 0001 76")
            .text("cv")
            .properties("18 00000005 01 01 08 0001 72 26 0001 6b 0001 76")
            .text("t")
            .text("gone")
            .text("user")
            .text("pwd")
            .bytes());
  }

  private final PacketReader reader = new PacketReader(Heard.LIMITS);
  private final SplittableRandom random = new SplittableRandom(1);
  private final Map<String, Integer> outcomes = new HashMap<>();

  @Test
  void damagedPackets() {
    for (int i = 0; i < COUNT; i++) {
      MqttVersion version = pick(List.of(MqttVersion.values()));
      boolean isConnecting = random.nextInt(4) == 0;
      List<byte[]> stream = new ArrayList<>();
      if (isConnecting) {
        stream.add(pick(connects()));
      } else {
        stream.add(pick(packets(version)));
      }
      while (random.nextInt(3) == 0) {
        stream.add(pick(packets(version)));
      }
      assertSound(isConnecting ? null : version, damaged(joined(stream)));
    }
    // A test that only ever meets one kind of outcome proves little.
    assertThat(outcomes.keySet())
        .contains("connect", "publish", "pubAck", "pubRec", "pubRel", "pubComp", "ping")
        .contains("Subscribe[packetId=7,", "Unsubscribe[packetId=7,", "disconnect", "auth")
        .contains("violated");
    assertThat(outcomes.get("violated")).isBetween(COUNT / 10, COUNT);
  }

  @Test
  void noise() {
    for (int i = 0; i < COUNT; i++) {
      byte[] bytes = new byte[random.nextInt(48)];
      random.nextBytes(bytes);
      assertSound(pick(Arrays.asList(null, MqttVersion.V3_1_1, MqttVersion.V5)), bytes);
    }
  }

  private <T extends @Nullable Object> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static byte[] joined(List<byte[]> packets) {
    byte[] all = {};
    for (byte[] packet : packets) {
      int from = all.length;
      all = Arrays.copyOf(all, from + packet.length);
      System.arraycopy(packet, 0, all, from, packet.length);
    }
    return all;
  }

  private byte[] damaged(byte[] bytes) {
    byte[] changed = bytes;
    for (int i = random.nextInt(CHANGES_MAX + 1); i > 0 && changed.length > 0; i--) {
      int at = random.nextInt(changed.length);
      switch (random.nextInt(6)) {
        case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> changed[at] = (byte) random.nextInt(256);
        case 2 -> changed[at] = (byte) EDGES[random.nextInt(EDGES.length)];
        case 3 -> changed = Arrays.copyOf(changed, at);
        case 4 -> changed = without(changed, at);
        default -> changed = with(changed, at, EDGES[random.nextInt(EDGES.length)]);
      }
    }
    return changed;
  }

  private static byte[] without(byte[] bytes, int at) {
    byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
    System.arraycopy(bytes, at + 1, shorter, at, shorter.length - at);
    return shorter;
  }

  private static byte[] with(byte[] bytes, int at, int value) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
    longer[at] = (byte) value;
    return longer;
  }

  private void assertSound(@Nullable MqttVersion version, byte[] bytes) {
    List<String> whole = heard(version, bytes, bytes.length);
    for (String call : whole) {
      outcomes.merge(call.split(" ", 2)[0], 1, Integer::sum);
    }
    for (int cut = 0; cut < bytes.length; cut++) {
      List<String> parts = heard(version, bytes, cut);
      if (!parts.equals(whole)) {
        assertThat(parts).as(HexFormat.of().formatHex(bytes) + " cut at " + cut).isEqualTo(whole);
      }
    }
  }

  /// What is heard when bytes come in two parts. They lie amid others that must not be touched.
  private List<String> heard(@Nullable MqttVersion version, byte[] bytes, int cut) {
    Heard heard = new Heard(version);
    byte[] scratch = new byte[bytes.length + 8];
    Arrays.fill(scratch, (byte) 0xC0);
    System.arraycopy(bytes, 0, scratch, 4, bytes.length);
    int half = reader.read(scratch, 4, 4 + cut, heard);
    int end = reader.read(scratch, half, 4 + bytes.length, heard);
    if (half < 4 || half > 4 + cut || end < half || end > 4 + bytes.length) {
      throw new AssertionError(HexFormat.of().formatHex(bytes) + ": " + half + ", " + end);
    }
    return heard.calls;
  }
}
