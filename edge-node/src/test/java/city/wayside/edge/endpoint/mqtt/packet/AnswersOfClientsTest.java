package city.wayside.edge.endpoint.mqtt.packet;

import static city.wayside.edge.endpoint.mqtt.packet.Heard.assertTaken;
import static city.wayside.edge.endpoint.mqtt.packet.Heard.assertViolated;
import static city.wayside.edge.endpoint.mqtt.packet.MqttVersion.V3_1_1;
import static city.wayside.edge.endpoint.mqtt.packet.MqttVersion.V5;
import static city.wayside.edge.endpoint.mqtt.packet.RawPacket.hex;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// PUBACK, PUBREC, PUBREL, PUBCOMP, DISCONNECT and AUTH.
class AnswersOfClientsTest {

  private static final Set<Integer> TAKES =
      Set.of(0x00, 0x10, 0x80, 0x83, 0x87, 0x90, 0x91, 0x97, 0x99);
  private static final Set<Integer> RELEASES = Set.of(0x00, 0x92);
  private static final Set<Integer> DISCONNECTS =
      Set.of(0x00, 0x04, 0x80, 0x81, 0x82, 0x83, 0x90, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99);
  private static final Set<Integer> PROVES = Set.of(0x18, 0x19);

  @ParameterizedTest
  @CsvSource({"40,pubAck", "50,pubRec", "62,pubRel", "70,pubComp"})
  void anAnswerHasAShortForm(String first, String call) {
    assertTaken(V3_1_1, hex(first + "02 1234"), call + " 4660 0x0");
    assertTaken(V5, hex(first + "02 1234"), call + " 4660 0x0");
    assertTaken(V5, hex(first + "03 1234 00"), call + " 4660 0x0");
    assertTaken(V5, hex(first + "04 1234 00 00"), call + " 4660 0x0");
    assertTaken(V5, hex(first + "08 1234 00 04 1f 0001 61"), call + " 4660 0x0");
  }

  @ParameterizedTest
  @CsvSource({"40,PUBACK", "50,PUBREC", "62,PUBREL", "70,PUBCOMP"})
  void anAnswerHasNoMoreAndNoLess(String first, String name) {
    String cut = name + ": ends within packet identifier";
    assertViolated(V5, hex(first + "00"), 0x81, cut);
    assertViolated(V5, hex(first + "01 12"), 0x81, cut);
    assertViolated(V3_1_1, hex(first + "01 12"), 0x81, cut);
    String more = name + ": goes on for 1 bytes after its last field";
    assertViolated(V3_1_1, hex(first + "03 1234 00"), 0x81, more);
    assertViolated(V5, hex(first + "05 1234 00 00 00"), 0x81, more);
    assertViolated(V5, hex(first + "04 1234 00 01"), 0x81, name + ": ends within properties");
  }

  /// MQTT-2.2.1-5.
  @ParameterizedTest
  @CsvSource({"40,PUBACK", "50,PUBREC", "62,PUBREL", "70,PUBCOMP"})
  void aPacketIdIsNot0(String first, String name) {
    assertViolated(V5, hex(first + "02 0000"), 0x82, name + ": packet identifier is 0");
    assertViolated(V3_1_1, hex(first + "02 0000"), 0x82, name + ": packet identifier is 0");
  }

  /// MQTT-3.4.2-1, MQTT-3.5.2-1, MQTT-3.6.2-1, MQTT-3.7.2-1.
  @ParameterizedTest
  @CsvSource({"0x40,pubAck", "0x50,pubRec", "0x62,pubRel", "0x70,pubComp"})
  void anAnswerHasOneOfItsReasonCodes(int first, String call) {
    Set<Integer> allowed = first < 0x60 ? TAKES : RELEASES;
    for (int code = 0; code < 256; code++) {
      byte[] packet = RawPacket.of(first).u16(1).u8(code).bytes();
      if (allowed.contains(code)) {
        assertTaken(V5, packet, call + " 1 0x" + Integer.toHexString(code));
      } else {
        String name = PacketType.of(first).name();
        assertViolated(V5, packet, 0x82, name + ": must not have reason code " + code);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void goodByeMayBeTwoBytes(MqttVersion version) {
    assertTaken(version, hex("e000"), "disconnect 0x0 expiry=-1");
  }

  @Test
  void goodByeMayHaveReasonAndProperties() {
    assertTaken(V5, hex("e001 04"), "disconnect 0x4 expiry=-1");
    assertTaken(V5, hex("e002 04 00"), "disconnect 0x4 expiry=-1");
    assertTaken(V5, hex("e00b 00 09 11 ffffffff 1f 0001 61"), "disconnect 0x0 expiry=4294967295");
    assertTaken(V5, hex("e007 00 05 11 00000000"), "disconnect 0x0 expiry=0");
  }

  @Test
  void goodByeOfVersion3HasNothing() {
    assertViolated(
        V3_1_1, hex("e001 00"), 0x81, "DISCONNECT: goes on for 1 bytes after its last field");
  }

  @Test
  void nothingFollowsGoodBye() {
    assertViolated(
        V5, hex("e003 00 00 00"), 0x81, "DISCONNECT: goes on for 1 bytes after its last field");
  }

  /// MQTT-3.14.2-1: and one that a client may use.
  @Test
  void goodByeHasOneOfItsReasonCodes() {
    for (int code = 0; code < 256; code++) {
      byte[] packet = RawPacket.of(0xE0).u8(code).bytes();
      if (DISCONNECTS.contains(code)) {
        assertTaken(V5, packet, "disconnect 0x" + Integer.toHexString(code) + " expiry=-1");
      } else {
        assertViolated(V5, packet, 0x82, "DISCONNECT: must not have reason code " + code);
      }
    }
  }

  @Test
  void onlyServersReferToServers() {
    assertViolated(
        V5,
        hex("e006 00 04 1c 0001 61"),
        0x82,
        "DISCONNECT: has a server reference, which only servers give");
  }

  @Test
  void authenticationIsHandedOver() {
    assertTaken(V5, hex("f006 18 04 15 0001 6d"), "auth 0x18 m ");
    assertTaken(V5, hex("f00b 19 09 15 0001 6d 16 0002 00ff"), "auth 0x19 m 00ff");
  }

  /// MQTT-3.15.2-1: success is for servers to say, and it is what an empty packet says.
  @Test
  void authenticationHasOneOfItsReasonCodes() {
    for (int code = 0; code < 256; code++) {
      byte[] packet = RawPacket.of(0xF0).u8(code).properties("15 0001 6d").bytes();
      if (PROVES.contains(code)) {
        assertTaken(V5, packet, "auth 0x" + Integer.toHexString(code) + " m ");
      } else {
        assertViolated(V5, packet, 0x82, "AUTH: must not have reason code " + code);
      }
    }
    assertViolated(V5, hex("f000"), 0x82, "AUTH: must not have reason code 0");
  }

  @Test
  void authenticationNamesItsMethod() {
    assertViolated(V5, hex("f002 18 00"), 0x82, "AUTH: has no authentication method");
    assertViolated(V5, hex("f005 18 03 16 0000"), 0x82, "AUTH: has no authentication method");
    assertViolated(V5, hex("f001 18"), 0x81, "AUTH: ends within property length");
  }

  @Test
  void nothingFollowsAuthentication() {
    assertViolated(
        V5,
        hex("f007 18 04 15 0001 6d 00"),
        0x81,
        "AUTH: goes on for 1 bytes after its last field");
  }
}
