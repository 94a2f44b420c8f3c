package city.wayside.edge.endpoint.mqtt.packet;

import static city.wayside.edge.endpoint.mqtt.packet.Heard.assertTaken;
import static city.wayside.edge.endpoint.mqtt.packet.Heard.assertViolated;
import static city.wayside.edge.endpoint.mqtt.packet.MqttVersion.V3_1_1;
import static city.wayside.edge.endpoint.mqtt.packet.MqttVersion.V5;
import static city.wayside.edge.endpoint.mqtt.packet.RawPacket.hex;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishTest {

  private static final String NOTHING_SAID =
      "format=-1 expiry=-1 type=null response=null correlation=null []";

  private static void assertRefused(RawPacket packet, int reasonCode, String reason) {
    assertViolated(V5, packet.bytes(), reasonCode, "PUBLISH: " + reason);
  }

  @Test
  void aMessageOfVersion3IsHandedOver() {
    assertTaken(
        V3_1_1,
        hex(
            "3b 09" // PUBLISH, a duplicate at QoS 1, retained, 9 bytes
                + "0003 612f62" // a/b
                + "1234" // packet identifier
                + "caff"), // payload
        "publish a/b id=4660 qos=1 dup=true retain=true alias=0 payload=caff " + NOTHING_SAID);
  }

  /// MQTT-2.2.1-2, 3.1.1 MQTT-2.3.1-5.
  @Test
  void aMessageOfQos0HasNoPacketId() {
    assertTaken(
        V3_1_1,
        hex("30 05 0001 61 caff"),
        "publish a id=0 qos=0 dup=false retain=false alias=0 payload=caff " + NOTHING_SAID);
  }

  @Test
  void aMessageMayBeEmpty() {
    assertTaken(
        V3_1_1,
        hex("30 03 0001 61"),
        "publish a id=0 qos=0 dup=false retain=false alias=0 payload= " + NOTHING_SAID);
  }

  @Test
  void allPropertiesOfVersion5AreHandedOver() {
    byte[] packet =
        RawPacket.of(0x34)
            .text("a")
            .u16(65_535)
            .properties(
                "26 0001 6b 0000" // user property
                    + "01 01" // payload format indicator
                    + "02 ffffffff" // message expiry interval
                    + "23 ffff" // topic alias
                    + "08 0001 72" // response topic
                    + "09 0002 00ff" // correlation data
                    + "26 0001 6b 0001 76" // user property
                    + "03 0004 6a736f6e") // content type
            .raw(hex("7b7d"))
            .bytes();
    assertTaken(
        V5,
        packet,
        "publish a id=65535 qos=2 dup=false retain=false alias=65535 payload=7b7d format=1"
            + " expiry=4294967295 type=json response=r correlation=00ff"
            + " [UserProperty[name=k, value=], UserProperty[name=k, value=v]]");
  }

  /// What one message had does not come back with the next.
  @Test
  void messagesDoNotMix() {
    byte[] packets = hex("3009 0001 61 05 02 00000009" + "3004 0001 62 00" + "3003 0001 63");
    Heard heard = new Heard(V5);
    PacketReader reader = new PacketReader(Heard.LIMITS);
    assertThat(reader.read(packets, 0, 17, heard)).isEqualTo(17);
    Heard other = new Heard(V3_1_1);
    assertThat(reader.read(packets, 17, 22, other)).isEqualTo(22);
    assertThat(heard.calls.getFirst()).contains("publish a", "expiry=9");
    assertThat(heard.calls.getLast()).contains("publish b", NOTHING_SAID);
    assertThat(other.calls).singleElement().asString().contains("publish c", NOTHING_SAID);
  }

  /// MQTT-2.2.1-3, 3.1.1 MQTT-2.3.1-1.
  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void aPacketIdIsNot0(MqttVersion version) {
    assertViolated(version, hex("3206 0001 61 0000 00"), 0x82, "PUBLISH: packet identifier is 0");
  }

  /// MQTT-3.3.2-1, MQTT-1.5.4-1, MQTT-1.5.4-2, 3.1.1 MQTT-3.3.2-1, MQTT-1.5.3-1, MQTT-1.5.3-2; see
  /// also [Utf8Test].
  @ParameterizedTest
  @CsvSource({
    "ff,topic name is not well-formed UTF-8",
    "6161616161616161ff,topic name is not well-formed UTF-8",
    "eda080,topic name is not well-formed UTF-8",
    "61616161616161616100,topic name has the character U+0000",
    "00,topic name has the character U+0000",
    "c3a400,topic name has the character U+0000"
  })
  void aTopicIsText(String topic, String reason) {
    for (MqttVersion version : MqttVersion.values()) {
      byte[] packet = RawPacket.of(0x30).data(topic).u8(0).bytes();
      assertViolated(version, packet, 0x81, "PUBLISH: " + reason);
    }
  }

  /// MQTT-3.3.2-2, MQTT-4.7.0-1, 3.1.1 MQTT-3.3.2-2, MQTT-4.7.1-1.
  @ParameterizedTest
  @ValueSource(
      strings = {"#", "+", "a/#", "a/+/b", "v1/up/47+1/probe", "v1/up/1/probe#", "ä/+", "#ä"})
  void aTopicHasNoWildcards(String topic) {
    for (MqttVersion version : MqttVersion.values()) {
      byte[] packet = RawPacket.of(0x30).text(topic).u8(0).bytes();
      assertViolated(version, packet, 0x81, "PUBLISH: topic name has a wildcard");
    }
  }

  /// MQTT-1.5.4-3, 3.1.1 MQTT-1.5.3-3: a byte order mark stays.
  @ParameterizedTest
  @ValueSource(
      strings = {"/", "v1/up/4711/probe", "a b", "ä/ö", "😀", "\uFEFFa", "$SYS/x", "*,\"$"})
  void aTopicMayHaveAnythingElse(String topic) {
    byte[] packet = RawPacket.of(0x30).text(topic).bytes();
    Heard heard = Heard.reading(V3_1_1, packet);
    assertThat(heard.calls).singleElement().asString().startsWith("publish " + topic + " id=0");
  }

  /// MQTT-4.7.3-1, 3.1.1 MQTT-4.7.3-1.
  @Test
  void anEmptyTopicNeedsAnAlias() {
    String reason = "PUBLISH: topic name is empty";
    assertViolated(V3_1_1, hex("3002 0000"), 0x82, reason);
    assertViolated(V5, hex("3003 0000 00"), 0x82, reason);
    assertTaken(
        V5,
        hex("3006 0000 03 23 0001"),
        "publish  id=0 qos=0 dup=false retain=false alias=1 payload= " + NOTHING_SAID);
  }

  /// MQTT-3.3.2-8.
  @Test
  void topicAlias0IsRefused() {
    assertRefused(RawPacket.of(0x30).text("a").properties("23 0000"), 0x94, "topic alias is 0");
  }

  /// MQTT-3.3.4-6.
  @Test
  void aSubscriptionIdentifierComesFromServersOnly() {
    assertRefused(
        RawPacket.of(0x30).text("a").properties("0b 01"), 0x82, "has a subscription identifier");
  }

  /// MQTT-3.3.2-13, MQTT-3.3.2-14.
  @Test
  void aResponseTopicIsATopicName() {
    RawPacket wildcard = RawPacket.of(0x30).text("a").properties("08 0001 23");
    assertRefused(wildcard, 0x81, "response topic has a wildcard");
    RawPacket empty = RawPacket.of(0x30).text("a").properties("08 0000");
    assertRefused(empty, 0x82, "response topic is empty");
    RawPacket illFormed = RawPacket.of(0x30).text("a").properties("08 0001 ff");
    assertRefused(illFormed, 0x81, "response topic is not well-formed UTF-8");
  }

  /// MQTT-3.3.2-19.
  @Test
  void aContentTypeIsText() {
    RawPacket packet = RawPacket.of(0x30).text("a").properties("03 0001 ff");
    assertRefused(packet, 0x81, "content type is not well-formed UTF-8");
  }

  @Test
  void aPayloadThatSaysItIsTextMustBeText() {
    RawPacket packet = RawPacket.of(0x30).text("a").properties("0101").raw(hex("ff"));
    assertRefused(packet, 0x99, "payload is not UTF-8");
    assertThat(Heard.reading(V5, hex("3007 0001 61 02 0101 00")).calls).hasSize(1);
    assertThat(Heard.reading(V5, hex("3007 0001 61 02 0100 ff")).calls).hasSize(1);
  }

  @Test
  void whetherAPayloadIsTextMayBeAsked() {
    assertThat(isPayloadWellFormed("3007 0001 61 02 0101 ff")).isFalse();
    assertThat(isPayloadWellFormed("3007 0001 61 02 0101 00")).isTrue();
    assertThat(isPayloadWellFormed("3007 0001 61 02 0100 ff")).isTrue();
    assertThat(isPayloadWellFormed("3005 0001 61 00 ff")).isTrue();
  }

  private static boolean isPayloadWellFormed(String digits) {
    Publish publish = new Publish(new PropertyReader(1), PacketLimits.defaults());
    byte[] packet = hex(digits);
    try {
      publish.read(0x30, new FieldReader().reset(packet, 2, packet.length), V5);
    } catch (BadPacket bad) {
      throw new AssertionError(bad);
    }
    return publish.isPayloadWellFormed();
  }

  /// MQTT-2.2.2-1: the length of the properties is never left out.
  @Test
  void whatIsCutOffIsRefused() {
    assertRefused(RawPacket.of(0x30), 0x81, "ends within topic name");
    assertRefused(RawPacket.of(0x30).u8(0), 0x81, "ends within topic name");
    assertRefused(RawPacket.of(0x30).u16(2).u8('a'), 0x81, "ends within topic name");
    assertRefused(RawPacket.of(0x32).text("a").u8(1), 0x81, "ends within packet identifier");
    assertRefused(RawPacket.of(0x30).text("a"), 0x81, "ends within property length");
    assertRefused(RawPacket.of(0x30).text("a").u8(2).u8(1), 0x81, "ends within properties");
  }
}
