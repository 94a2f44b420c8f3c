package city.wayside.edge.endpoint.mqtt.packet;

import static city.wayside.edge.endpoint.mqtt.packet.Heard.assertViolated;
import static city.wayside.edge.endpoint.mqtt.packet.RawPacket.hex;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectTest {

  private static Connect read(byte[] packet) {
    return Heard.reading(null, packet).connect();
  }

  private static void assertRefused(RawPacket packet, int reasonCode, String reason) {
    assertViolated(null, packet.bytes(), reasonCode, "CONNECT: " + reason);
  }

  /// MQTT-3.1.3-1: client identifier, will, user name, password.
  @Test
  void allFieldsOfVersion3AreHandedOver() {
    byte[] packet =
        hex(
            "10 22" // CONNECT, 34 bytes
                + "0004 4d515454 04" // MQTT, version 4
                + "ee" // user name, password, will retained with QoS 1, clean session
                + "001e" // keep alive 30 s
                + "0002 6376" // cv
                + "0003 612f62" // a/b
                + "0002 0001" // will payload
                + "0004 75736572" // user
                + "0003 707764"); // pwd
    Connect connect = read(packet);
    assertThat(connect.version()).isEqualTo(MqttVersion.V3_1_1);
    assertThat(connect.cleanStart()).isTrue();
    assertThat(connect.keepAliveS()).isEqualTo(30);
    assertThat(connect.clientId()).isEqualTo("cv");
    assertThat(connect.userName()).isEqualTo("user");
    assertThat(connect.password()).containsExactly('p', 'w', 'd');
    assertThat(connect.properties()).isEqualTo(ConnectProperties.ofVersion3(true));
    Will will = Objects.requireNonNull(connect.will());
    assertThat(will.topic()).isEqualTo("a/b");
    assertThat(will.payload()).containsExactly(0, 1);
    assertThat(will.qos()).isEqualTo(1);
    assertThat(will.isRetain()).isTrue();
    assertThat(will.delayS()).isZero();
    assertThat(will.properties()).isEqualTo(MessageProperties.none());
  }

  @Test
  void aSessionOfVersion3StaysUnlessItIsClean() {
    assertThat(read(RawPacket.connect(4, 0).text("a").bytes()).properties().sessionExpiryS())
        .isEqualTo(ConnectProperties.NEVER_EXPIRES);
    assertThat(read(RawPacket.connect(4, 2).text("a").bytes()).properties().sessionExpiryS())
        .isZero();
  }

  @Test
  void allFieldsOfVersion5AreHandedOver() {
    byte[] packet =
        RawPacket.connect(5, 0xF6)
            .properties(
                "11 0000003c" // session expiry interval
                    + "21 000a" // receive maximum
                    + "27 00010000" // maximum packet size
                    + "22 0010" // topic alias maximum
                    + "19 01" // request response information
                    + "17 00" // request problem information
                    + "26 0001 6b 0001 76" // user property
                    + "26 0001 6b 0001 77" // user property
                    + "15 0005 534352414d" // authentication method
                    + "16 0002 beef") // authentication data
            .text("vehicle")
            .properties(
                "18 00000005" // will delay interval
                    + "01 01" // payload format indicator
                    + "02 0000000a" // message expiry interval
                    + "03 0004 6a736f6e" // content type
                    + "08 0003 722f31" // response topic
                    + "09 0001 ff" // correlation data
                    + "26 0001 78 0001 79") // user property
            .text("v1/up/1/status")
            .text("{}")
            .text("user")
            .data("00ff")
            .bytes();
    Connect connect = read(packet);
    assertThat(connect.version()).isEqualTo(MqttVersion.V5);
    assertThat(connect.cleanStart()).isTrue();
    assertThat(connect.clientId()).isEqualTo("vehicle");
    assertThat(connect.userName()).isEqualTo("user");
    assertThat(connect.password()).containsExactly(0, 0xFF);
    assertSaid(connect.properties());
    assertWill(Objects.requireNonNull(connect.will()));
  }

  private static void assertSaid(ConnectProperties said) {
    assertThat(said.sessionExpiryS()).isEqualTo(60);
    assertThat(said.receiveMax()).isEqualTo(10);
    assertThat(said.packetBytesMax()).isEqualTo(65_536);
    assertThat(said.topicAliasMax()).isEqualTo(16);
    assertThat(said.requestsResponseInformation()).isTrue();
    assertThat(said.requestsProblemInformation()).isFalse();
    assertThat(said.userProperties())
        .containsExactly(new UserProperty("k", "v"), new UserProperty("k", "w"));
    assertThat(said.authMethod()).isEqualTo("SCRAM");
    assertThat(said.authData()).containsExactly(0xBE, 0xEF);
  }

  private static void assertWill(Will will) {
    assertThat(will.topic()).isEqualTo("v1/up/1/status");
    assertThat(will.payload()).containsExactly('{', '}');
    assertThat(will.qos()).isEqualTo(2);
    assertThat(will.isRetain()).isTrue();
    assertThat(will.delayS()).isEqualTo(5);
    MessageProperties said = will.properties();
    assertThat(said.payloadFormat()).isEqualTo(1);
    assertThat(said.messageExpiryS()).isEqualTo(10);
    assertThat(said.contentType()).isEqualTo("json");
    assertThat(said.responseTopic()).isEqualTo("r/1");
    assertThat(said.correlationData()).containsExactly(0xFF);
    assertThat(said.userProperties()).containsExactly(new UserProperty("x", "y"));
  }

  @Test
  void whatIsLeftOutHasTheStandardsDefault() {
    Connect connect = read(RawPacket.connect(5, 0).properties("").text("").bytes());
    assertThat(connect.cleanStart()).isFalse();
    assertThat(connect.clientId()).isEmpty();
    assertThat(connect.will()).isNull();
    assertThat(connect.userName()).isNull();
    assertThat(connect.password()).isNull();
    assertThat(connect.properties())
        .isEqualTo(
            new ConnectProperties(0, 65_535, 0xFFFF_FFFFL, 0, false, true, List.of(), null, null));
  }

  /// The largest numbers are not negative.
  @Test
  void numbersOf32BitsHaveNoSign() {
    Connect connect =
        read(RawPacket.connect(5, 0).properties("11 ffffffff 27 fffffffe").text("").bytes());
    assertThat(connect.properties().sessionExpiryS()).isEqualTo(ConnectProperties.NEVER_EXPIRES);
    assertThat(connect.properties().packetBytesMax()).isEqualTo(0xFFFF_FFFEL);
  }

  /// 3.1.1 MQTT-3.1.3-8 is left to whoever answers: the client is told with a CONNACK.
  @Test
  void anEmptyClientIdIsHandedOver() {
    assertThat(read(RawPacket.connect(4, 0).text("").bytes()).clientId()).isEmpty();
  }

  /// MQTT-3.1.2-1.
  @ParameterizedTest
  @ValueSource(strings = {"MQIsdp", "mqtt", "", "MQTTT", "MQT"})
  void anotherProtocolIsNotSpoken(String name) {
    byte[] packet = RawPacket.of(0x10).text(name).u8(4).u8(2).u16(0).text("a").bytes();
    assertViolated(null, packet, 0x84, "CONNECT: has another protocol name than MQTT");
    assertThat(Heard.reading(null, packet).violation().version()).isEqualTo(MqttVersion.V3_1_1);
  }

  /// MQTT-3.1.2-2, 3.1.1 MQTT-3.1.2-2: answered in the nearest version.
  @ParameterizedTest
  @CsvSource({"0,V3_1_1", "3,V3_1_1", "6,V5", "132,V5", "255,V5"})
  void anotherVersionIsNotSpoken(int level, MqttVersion nearest) {
    byte[] packet = RawPacket.connect(level, 2).text("a").bytes();
    assertViolated(
        null, packet, 0x84, "CONNECT: has protocol version " + level + ", must be 4 or 5");
    assertThat(Heard.reading(null, packet).violation().version()).isEqualTo(nearest);
  }

  /// MQTT-3.1.2-3, 3.1.1 MQTT-3.1.2-3.
  @Test
  void theReservedFlagIsRefused() {
    RawPacket packet = RawPacket.connect(5, 0x03).properties("").text("a");
    assertRefused(packet, 0x81, "has the reserved flag");
    assertThat(Heard.reading(null, packet.bytes()).violation().version()).isEqualTo(MqttVersion.V5);
    assertRefused(RawPacket.connect(4, 0x03).text("a"), 0x81, "has the reserved flag");
  }

  /// MQTT-3.1.2-11, MQTT-3.1.2-13, MQTT-3.1.2-15; the same in 3.1.1.
  @ParameterizedTest
  @ValueSource(ints = {0x08, 0x10, 0x20, 0x28})
  void willFlagsWithoutWillAreRefused(int flags) {
    String reason = "has will QoS or will retain without a will";
    assertRefused(RawPacket.connect(5, flags).properties("").text("a"), 0x81, reason);
    assertRefused(RawPacket.connect(4, flags).text("a"), 0x81, reason);
  }

  /// MQTT-3.1.2-14, 3.1.1 MQTT-3.1.2-14.
  @ParameterizedTest
  @ValueSource(ints = {0x18, 0x1C})
  void willQos3IsRefused(int flags) {
    assertRefused(RawPacket.connect(4, flags).text("a"), 0x81, "has will QoS 3");
    assertRefused(RawPacket.connect(5, flags).text("a"), 0x81, "has will QoS 3");
  }

  /// 3.1.1 MQTT-3.1.2-22; allowed in MQTT 5.
  @Test
  void aPasswordAloneIsForVersion5() {
    assertRefused(
        RawPacket.connect(4, 0x40).text("a").text("pwd"),
        0x81,
        "has a password without a user name");
    Connect connect = read(RawPacket.connect(5, 0x40).properties("").text("a").text("p").bytes());
    assertThat(connect.userName()).isNull();
    assertThat(connect.password()).containsExactly('p');
  }

  /// MQTT-3.1.2-9, MQTT-3.1.2-19, MQTT-3.1.2-21, MQTT-3.1.3-3; the same in 3.1.1.
  @Test
  void whatFlagsAnnounceMustCome() {
    assertRefused(RawPacket.connect(4, 2), 0x81, "ends within client identifier");
    assertRefused(RawPacket.connect(4, 6).text("a"), 0x81, "ends within will topic");
    assertRefused(RawPacket.connect(4, 6).text("a").text("t"), 0x81, "ends within will payload");
    assertRefused(RawPacket.connect(4, 0x82).text("a"), 0x81, "ends within user name");
    assertRefused(RawPacket.connect(4, 0xC2).text("a").text("u"), 0x81, "ends within password");
  }

  /// MQTT-3.1.2-18, MQTT-3.1.2-20; the same in 3.1.1.
  @Test
  void whatFlagsDoNotAnnounceMustNotCome() {
    assertRefused(
        RawPacket.connect(4, 2).text("a").text("u"),
        0x81,
        "goes on for 3 bytes after its last field");
  }

  @Test
  void whatIsCutOffIsRefused() {
    assertRefused(RawPacket.of(0x10), 0x81, "ends within protocol name");
    assertRefused(RawPacket.of(0x10).u16(9).u8('M'), 0x81, "ends within protocol name");
    assertRefused(RawPacket.of(0x10).text("MQTT"), 0x81, "ends within protocol version");
    assertRefused(RawPacket.of(0x10).text("MQTT").u8(5), 0x81, "ends within connect flags");
    assertRefused(
        RawPacket.of(0x10).text("MQTT").u8(5).u8(2).u8(0), 0x81, "ends within keep alive");
    assertRefused(RawPacket.connect(5, 2), 0x81, "ends within property length");
    assertRefused(RawPacket.connect(5, 2).u8(1), 0x81, "ends within properties");
  }

  /// MQTT-3.1.3-4, MQTT-3.1.3-9, MQTT-3.1.3-10; the same in 3.1.1.
  @Test
  void textMustBeWellFormed() {
    assertRefused(
        RawPacket.connect(4, 2).data("c0af"), 0x81, "client identifier is not well-formed UTF-8");
    assertRefused(
        RawPacket.connect(4, 6).text("a").data("eda080"),
        0x81,
        "will topic is not well-formed UTF-8");
    assertRefused(
        RawPacket.connect(4, 0x82).text("a").data("00"),
        0x81,
        "user name has the character U+0000");
  }

  /// MQTT-4.7.0-1, MQTT-4.7.3-1.
  @Test
  void aWillGoesToATopicName() {
    assertRefused(
        RawPacket.connect(4, 6).text("a").text("a/#").text(""), 0x81, "will topic has a wildcard");
    assertRefused(RawPacket.connect(4, 6).text("a").text(""), 0x82, "will topic is empty");
  }

  @Test
  void aWillThatSaysItIsTextMustBeText() {
    RawPacket packet =
        RawPacket.connect(5, 6).properties("").text("a").properties("0101").text("t").data("ff");
    assertRefused(packet, 0x99, "will payload is not UTF-8");
    Heard heard = new Heard(null);
    byte[] bytes = packet.bytes();
    new PacketReader(PacketLimits.defaults()).read(bytes, 0, bytes.length, heard);
    assertThat(Objects.requireNonNull(heard.connect().will()).payload()).containsExactly(0xFF);
  }

  @Test
  void authenticationDataNeedsAMethod() {
    assertRefused(
        RawPacket.connect(5, 2).properties("16 0000").text("a"),
        0x82,
        "has authentication data without a method");
  }

  @Test
  void whatIsNotAVersionIsNotAnswered() {
    assertThat(Heard.reading(null, RawPacket.of(0x10).bytes()).violation().version()).isNull();
  }
}
