package city.wayside.edge.endpoint.mqtt.packet;

import static city.wayside.edge.endpoint.mqtt.packet.Heard.assertTaken;
import static city.wayside.edge.endpoint.mqtt.packet.Heard.assertViolated;
import static city.wayside.edge.endpoint.mqtt.packet.MqttVersion.V3_1_1;
import static city.wayside.edge.endpoint.mqtt.packet.MqttVersion.V5;
import static city.wayside.edge.endpoint.mqtt.packet.RawPacket.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void aPingIsTwoBytes(MqttVersion version) {
    assertTaken(version, hex("c000"), "ping");
  }

  /// MQTT-3.1.0-1, 3.1.1 MQTT-3.1.0-1: seen in the first byte, so that whoever speaks something
  /// else is not waited for.
  @Test
  void connectMustComeFirst() {
    assertViolated(null, hex("c0"), 0x82, "PINGREQ: must not come before CONNECT");
    byte[] get = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    assertViolated(null, get, 0x82, "PUBACK: must not come before CONNECT");
    assertViolated(null, hex("160301"), 0x81, "CONNECT: has the flags 6, must be 0");
  }

  /// MQTT-3.1.0-2, 3.1.1 MQTT-3.1.0-2.
  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void connectMustNotComeTwice(MqttVersion version) {
    assertViolated(version, hex("10"), 0x82, "CONNECT: came already");
  }

  @Test
  void theVersionThatConnectBroughtCountsAtOnce() {
    byte[] connect = RawPacket.connect(5, 2).properties("").text("a").bytes();
    byte[] both = Arrays.copyOf(connect, connect.length + 2);
    both[connect.length] = (byte) 0xE0;
    Heard heard = Heard.reading(null, both);
    assertThat(heard.calls).hasSize(2).last().isEqualTo("disconnect 0x0 expiry=-1");
  }

  @ParameterizedTest
  @CsvSource({"20,CONNACK", "90,SUBACK", "b0,UNSUBACK", "d0,PINGRESP"})
  void whatServersSayDoesNotComeFromClients(String first, String name) {
    assertViolated(V5, hex(first), 0x82, name + ": is sent by servers only");
    assertViolated(V3_1_1, hex(first), 0x82, name + ": is sent by servers only");
  }

  @Test
  void theReservedTypesAreRefused() {
    assertViolated(V5, hex("00"), 0x81, "RESERVED: is the forbidden packet type 0");
    assertViolated(V3_1_1, hex("f0"), 0x81, "AUTH: is not known to MQTT 3.1.1");
  }

  /// MQTT-2.1.3-1, MQTT-3.6.1-1, MQTT-3.8.1-1, MQTT-3.10.1-1, MQTT-3.14.1-1, MQTT-3.15.1-1; 3.1.1
  /// MQTT-2.2.2-1, MQTT-2.2.2-2, MQTT-3.6.1-1, MQTT-3.8.1-1, MQTT-3.10.1-1, MQTT-3.14.1-1.
  @ParameterizedTest
  @CsvSource({
    "PUBACK,4,0",
    "PUBREC,5,0",
    "PUBREL,6,2",
    "PUBCOMP,7,0",
    "SUBSCRIBE,8,2",
    "UNSUBSCRIBE,10,2",
    "PINGREQ,12,0",
    "DISCONNECT,14,0",
    "AUTH,15,0"
  })
  void flagsMustBeThoseOfTheType(String name, int type, int right) {
    for (int flags = 0; flags < 16; flags++) {
      byte[] first = {(byte) (type << 4 | flags)};
      if (flags == right) {
        assertWaited(V5, first);
      } else {
        assertViolated(V5, first, 0x81, name + ": has the flags " + flags + ", must be " + right);
      }
    }
  }

  /// MQTT-3.3.1-4, 3.1.1 MQTT-3.3.1-4; MQTT-3.3.1-2, 3.1.1 MQTT-3.3.1-2.
  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void theFlagsOfPublishAreChecked(MqttVersion version) {
    for (int flags = 0; flags < 16; flags++) {
      byte[] first = {(byte) (0x30 | flags)};
      int qos = flags >> 1 & 3;
      if (qos == 3) {
        assertViolated(version, first, 0x81, "PUBLISH: has QoS 3");
      } else if (qos == 0 && flags >= 8) {
        assertViolated(version, first, 0x81, "PUBLISH: is marked as a duplicate at QoS 0");
      } else {
        assertWaited(version, first);
      }
    }
  }

  /// Nothing is at fault so far, and the rest is waited for.
  private static void assertWaited(@Nullable MqttVersion version, byte[] bytes) {
    Heard heard = new Heard(version);
    assertThat(new PacketReader(Heard.LIMITS).read(bytes, 0, bytes.length, heard)).isZero();
    assertThat(heard.calls).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"30ffffffff01", "30ffffffff", "30 80808080"})
  void aLengthTakesFourBytesAtMost(String digits) {
    String reason = "PUBLISH: remaining length takes more than four bytes";
    assertViolated(V5, hex(digits), 0x81, reason);
    assertViolated(V3_1_1, hex(digits), 0x81, reason);
  }

  /// MQTT-1.5.5-1; MQTT 3.1.1 has no such rule.
  @Test
  void aLengthOfMqtt5TakesNoMoreBytesThanItNeeds() {
    String reason = "PINGREQ: remaining length takes more bytes than it needs";
    assertViolated(V5, hex("c08000"), 0x81, reason);
    assertViolated(V5, hex("c0808000"), 0x81, reason);
    assertTaken(V3_1_1, hex("c08000"), "ping");
  }

  @Test
  void theLengthOfAConnectIsJudgedByItsVersion() {
    byte[] five = withLongLength(RawPacket.connect(5, 2).properties("").text("a").bytes());
    String reason = "CONNECT: remaining length takes more bytes than it needs";
    assertViolated(null, five, 0x81, reason);
    assertThat(Heard.reading(null, five).violation().version()).isEqualTo(V5);
    byte[] four = withLongLength(RawPacket.connect(4, 2).text("a").bytes());
    assertThat(Heard.reading(null, four).connect().clientId()).isEqualTo("a");
  }

  private static byte[] withLongLength(byte[] packet) {
    byte[] longer = new byte[packet.length + 1];
    longer[0] = packet[0];
    longer[1] = (byte) (packet[1] | 0x80);
    System.arraycopy(packet, 2, longer, 3, packet.length - 2);
    return longer;
  }

  /// MQTT-3.2.2-15: the header alone tells.
  @Test
  void aPacketThatIsTooLongIsNotWaitedFor() {
    assertViolated(V5, hex("30fe1f"), 0x95, "PUBLISH: has more than 4096 bytes");
    assertWaited(V5, hex("30fd1f"));
  }

  @Test
  void aConnectHasALimitOfItsOwn() {
    assertViolated(null, hex("10fe0f"), 0x95, "CONNECT: has more than 2048 bytes");
    assertThat(Heard.reading(null, hex("10fe0f")).violation().version()).isNull();
    assertWaited(null, hex("10fd0f"));
  }

  @Test
  void aPacketOfTheLongestLengthIsRead() {
    byte[] packet = RawPacket.of(0x30).text("a").raw(new byte[4_096 - 6]).bytes();
    assertThat(packet).hasSize(4_096);
    assertThat(Heard.reading(V3_1_1, packet).calls).hasSize(1);
  }

  @Test
  void whatComesAfterThePacketsIsLeft() {
    byte[] bytes = hex("c000 c000 4003");
    Heard heard = new Heard(V5);
    assertThat(new PacketReader(Heard.LIMITS).read(bytes, 0, bytes.length, heard)).isEqualTo(4);
    assertThat(heard.calls).containsExactly("ping", "ping");
  }

  @Test
  void onlyTheGivenRangeIsRead() {
    byte[] bytes = hex("ffff c000 c000 ffff");
    Heard heard = new Heard(V5);
    assertThat(new PacketReader(Heard.LIMITS).read(bytes, 2, 6, heard)).isEqualTo(6);
    assertThat(heard.calls).containsExactly("ping", "ping");
  }

  @Test
  void whoIsNotReadingHearsNothing() {
    byte[] bytes = hex("c000 c000 c000");
    PacketReader reader = new PacketReader(Heard.LIMITS);
    Heard heard = new Heard(V5);
    heard.wanted = 0;
    assertThat(reader.read(bytes, 0, 6, heard)).isZero();
    heard.wanted = 2;
    assertThat(reader.read(bytes, 0, 6, heard)).isEqualTo(4);
    heard.wanted = 9;
    assertThat(reader.read(bytes, 4, 6, heard)).isEqualTo(6);
    assertThat(heard.calls).containsExactly("ping", "ping", "ping");
  }

  @Test
  void whatIsAtFaultAndAllAfterItIsLeft() {
    byte[] bytes = hex("c000 c101 c000");
    Heard heard = new Heard(V5);
    assertThat(new PacketReader(Heard.LIMITS).read(bytes, 0, bytes.length, heard)).isEqualTo(2);
    assertThat(heard.calls)
        .containsExactly("ping", "violated 0x81 PINGREQ: has the flags 1, must be 0");
    assertThat(heard.violation().version()).isEqualTo(V5);
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void aPingHasNoBody(MqttVersion version) {
    assertViolated(
        version, hex("c00100"), 0x81, "PINGREQ: goes on for 1 bytes after its last field");
  }

  @Test
  void limitsMustLetSomethingThrough() {
    assertThat(PacketLimits.defaults().packetBytesMax()).isEqualTo(1_048_576);
    assertThatThrownBy(() -> new PacketLimits(0, 1, 1, 1, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("packetBytesMax is 0, must be 1 to 268435460");
    assertThatThrownBy(() -> new PacketLimits(1, 1, 1, 0, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("filtersMax is 0, must be 1 to 32767");
  }
}
