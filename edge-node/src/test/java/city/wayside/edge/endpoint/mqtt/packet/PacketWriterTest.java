package city.wayside.edge.endpoint.mqtt.packet;

import static city.wayside.edge.endpoint.mqtt.packet.MqttVersion.V3_1_1;
import static city.wayside.edge.endpoint.mqtt.packet.MqttVersion.V5;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PacketWriterTest {

  private static final int[] GRANTED_AND_REFUSED = {0x00, 0x01, 0x02, 0x87};

  private final ByteBuf out = Unpooled.buffer();

  private void assertWritten(String digits) {
    assertThat(RawPacket.hex(out)).isEqualTo(digits.replace(" ", ""));
    out.clear();
  }

  /// MQTT-3.2.2-1.
  @Test
  void connAckOfVersion3() {
    PacketWriter.connAck(out, V3_1_1, false, ReasonCode.SUCCESS, ConnAckProperties.none());
    assertWritten("2002 00 00");
    PacketWriter.connAck(out, V3_1_1, true, ReasonCode.SUCCESS, ConnAckProperties.none());
    assertWritten("2002 01 00");
  }

  /// MQTT-3.2.2-6, 3.1.1 MQTT-3.2.2-4.
  @Test
  void aRefusalTellsOfNoSession() {
    PacketWriter.connAck(out, V3_1_1, true, ReasonCode.NOT_AUTHORIZED, ConnAckProperties.none());
    assertWritten("2002 00 05");
    PacketWriter.connAck(out, V5, true, ReasonCode.NOT_AUTHORIZED, ConnAckProperties.none());
    assertWritten("2003 00 87 00");
  }

  @Test
  void returnCodesOfVersion3() {
    Map.of(0x00, 0, 0x84, 1, 0x85, 2, 0x88, 3, 0x86, 4, 0x87, 5)
        .forEach(
            (code, wanted) -> assertThat(ReasonCode.connectReturnCode(code)).isEqualTo(wanted));
    for (int code = 0x80; code < 0x100; code++) {
      assertThat(ReasonCode.connectReturnCode(code)).isBetween(1, 5);
    }
  }

  @Test
  void connAckOfVersion5() {
    ConnAckProperties all =
        ConnAckProperties.none()
            .sessionExpiryS(0xFFFF_FFFFL)
            .receiveMax(1_000)
            .qosMax(2)
            .retainAvailable(false)
            .packetBytesMax(65_536)
            .assignedClientId("id")
            .topicAliasMax(16)
            .wildcardsAvailable(true)
            .subscriptionIdentifiersAvailable(false)
            .sharedAvailable(false)
            .keepAliveS(60)
            .responseInformation("r")
            .serverReference("s")
            .authMethod("m")
            .authData(new byte[] {(byte) 0xFF})
            .reason("no")
            .userProperty("k", "v")
            .userProperty("k", "w");
    PacketWriter.connAck(out, V5, true, ReasonCode.SUCCESS, all);
    assertWritten(
        "2046 01 00 43"
            + "11 ffffffff"
            + "21 03e8"
            + "25 00"
            + "27 00010000"
            + "12 0002 6964"
            + "22 0010"
            + "28 01"
            + "29 00"
            + "2a 00"
            + "13 003c"
            + "1a 0001 72"
            + "1c 0001 73"
            + "15 0001 6d"
            + "16 0001 ff"
            + "1f 0002 6e6f"
            + "26 0001 6b 0001 76"
            + "26 0001 6b 0001 77");
  }

  /// MQTT-3.2.2-19, MQTT-3.2.2-20: user properties go first, words next.
  @Test
  void whatIsTooLongForTheClientIsLeftOut() {
    ConnAckProperties said =
        ConnAckProperties.none().keepAliveS(60).reason("no").userProperty("k", "v");
    PacketWriter.connAck(out, V5, false, ReasonCode.SUCCESS, said, 20);
    assertWritten("2012 00 00 0f 13 003c 1f 0002 6e6f 26 0001 6b 0001 76");
    PacketWriter.connAck(out, V5, false, ReasonCode.SUCCESS, said, 19);
    assertWritten("200b 00 00 08 13 003c 1f 0002 6e6f");
    PacketWriter.connAck(out, V5, false, ReasonCode.SUCCESS, said, 13);
    assertWritten("200b 00 00 08 13 003c 1f 0002 6e6f");
    PacketWriter.connAck(out, V5, false, ReasonCode.SUCCESS, said, 12);
    assertWritten("2006 00 00 03 13 003c");
  }

  @Test
  void propertiesThatCannotBeAreNotTaken() {
    ConnAckProperties some = ConnAckProperties.none().receiveMax(1);
    assertThatThrownBy(() -> some.receiveMax(2)).isInstanceOf(IllegalArgumentException.class);
    ConnAckProperties none = ConnAckProperties.none();
    assertThatThrownBy(() -> none.receiveMax(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> none.receiveMax(65_536)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> none.keepAliveS(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> none.packetBytesMax(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> none.assignedClientId("a".repeat(65_536)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private interface Acknowledging {
    void write(
        ByteBuf out,
        MqttVersion version,
        int packetId,
        int reasonCode,
        @Nullable String reason,
        long packetBytesMax);
  }

  private void assertAcknowledged(String first, Acknowledging writer, int failure) {
    writer.write(out, V3_1_1, 0x1234, failure, "words", Long.MAX_VALUE);
    assertWritten(first + "02 1234");
    writer.write(out, V5, 0x1234, 0, null, Long.MAX_VALUE);
    assertWritten(first + "02 1234");
    String code = Integer.toHexString(failure);
    writer.write(out, V5, 0xFFFF, failure, null, Long.MAX_VALUE);
    assertWritten(first + "03 ffff" + code);
    writer.write(out, V5, 1, failure, "no", 11);
    assertWritten(first + "09 0001" + code + "05 1f 0002 6e6f");
    writer.write(out, V5, 1, failure, "no", 10);
    assertWritten(first + "03 0001" + code);
    writer.write(out, V5, 1, 0, "ok", 11);
    assertWritten(first + "09 0001 00 05 1f 0002 6f6b");
  }

  /// MQTT-3.4.2-2, MQTT-3.5.2-2, MQTT-3.6.2-2, MQTT-3.7.2-2 and the short forms of §3.4.2.1.
  @Test
  void acknowledgements() {
    assertAcknowledged("40", PacketWriter::pubAck, 0x97);
    assertAcknowledged("50", PacketWriter::pubRec, 0x97);
    assertAcknowledged("62", PacketWriter::pubRel, 0x92);
    assertAcknowledged("70", PacketWriter::pubComp, 0x92);
  }

  @Test
  void acknowledgementsWithoutLimit() {
    PacketWriter.pubAck(out, V5, 1, 0x99, "a");
    assertWritten("4008 0001 99 04 1f 0001 61");
    PacketWriter.pubRec(out, V5, 1, 0x99, "a");
    assertWritten("5008 0001 99 04 1f 0001 61");
    PacketWriter.pubRel(out, V5, 1, 0x92, null);
    assertWritten("6203 0001 92");
    PacketWriter.pubComp(out, V5, 1, 0, null);
    assertWritten("7002 0001");
  }

  /// MQTT-1.5.4-2: whatever a client made the server say.
  @Test
  void wordsNeverHaveTheNullCharacter() {
    PacketWriter.pubAck(out, V5, 1, 0x99, "a\0");
    assertWritten("400b 0001 99 07 1f 0004 61efbfbd");
  }

  /// The section of properties and the packet have lengths of two bytes.
  @Test
  void longWords() {
    PacketWriter.pubAck(out, V5, 1, 0x99, "x".repeat(200), 211);
    assertThat(out.readableBytes()).isEqualTo(211);
    assertThat(RawPacket.hex(out)).startsWith("40d001" + "0001" + "99" + "cb01" + "1f00c8");
    out.clear();
    PacketWriter.pubAck(out, V5, 1, 0x99, "x".repeat(200), 210);
    assertWritten("4003 0001 99");
  }

  /// MQTT-3.8.4-6, MQTT-3.9.3-1, 3.1.1 MQTT-3.9.3-2.
  @Test
  void subAck() {
    PacketWriter.subAck(out, V3_1_1, 7, GRANTED_AND_REFUSED, "no");
    assertWritten("9006 0007 00 01 02 80");
    PacketWriter.subAck(out, V5, 7, GRANTED_AND_REFUSED, null);
    assertWritten("9007 0007 00 00 01 02 87");
    PacketWriter.subAck(out, V5, 7, GRANTED_AND_REFUSED, "no", 14);
    assertWritten("900c 0007 05 1f 0002 6e6f 00 01 02 87");
    PacketWriter.subAck(out, V5, 7, GRANTED_AND_REFUSED, "no", 13);
    assertWritten("9007 0007 00 00 01 02 87");
  }

  /// MQTT-3.11.3-1.
  @Test
  void unsubAck() {
    int[] codes = {0x00, 0x11};
    PacketWriter.unsubAck(out, V3_1_1, 7, codes, "no");
    assertWritten("b002 0007");
    PacketWriter.unsubAck(out, V5, 7, codes, null);
    assertWritten("b005 0007 00 00 11");
    PacketWriter.unsubAck(out, V5, 7, codes, "no", 12);
    assertWritten("b00a 0007 05 1f 0002 6e6f 00 11");
    PacketWriter.unsubAck(out, V5, 7, codes, "no", 11);
    assertWritten("b005 0007 00 00 11");
  }

  @Test
  void pingResponse() {
    PacketWriter.pingResponse(out);
    assertWritten("d000");
  }

  /// MQTT-3.14.2-2, MQTT-3.14.2-3.
  @Test
  void disconnect() {
    PacketWriter.disconnect(out, ReasonCode.NORMAL_DISCONNECTION, null, null);
    assertWritten("e000");
    PacketWriter.disconnect(out, ReasonCode.SESSION_TAKEN_OVER, null, null);
    assertWritten("e001 8e");
    PacketWriter.disconnect(out, ReasonCode.USE_ANOTHER_SERVER, "no", "s");
    assertWritten("e00b 9c 09 1c 0001 73 1f 0002 6e6f");
    PacketWriter.disconnect(out, ReasonCode.USE_ANOTHER_SERVER, "no", "s", 12);
    assertWritten("e006 9c 04 1c 0001 73");
    PacketWriter.disconnect(out, ReasonCode.NORMAL_DISCONNECTION, "ok", null);
    assertWritten("e007 00 05 1f 0002 6f6b");
  }

  /// MQTT-3.15.2-2.
  @Test
  void auth() {
    PacketWriter.auth(out, ReasonCode.CONTINUE_AUTHENTICATION, "m", new byte[] {1});
    assertWritten("f00a 18 08 15 0001 6d 16 0001 01");
    PacketWriter.auth(out, ReasonCode.SUCCESS, "m", null, "ok", 13);
    assertWritten("f00b 00 09 15 0001 6d 1f 0002 6f6b");
    PacketWriter.auth(out, ReasonCode.SUCCESS, "m", null, "ok", 12);
    assertWritten("f006 00 04 15 0001 6d");
  }

  /// MQTT-1.5.5-1.
  @Test
  void lengthsTakeAsFewBytesAsTheyNeed() {
    Map.of(
            0, "00",
            127, "7f",
            128, "8001",
            16_383, "ff7f",
            16_384, "808001",
            2_097_151, "ffff7f",
            2_097_152, "80808001",
            268_435_455, "ffffff7f")
        .forEach((value, digits) -> {
          assertThat(VariableLength.bytes(value)).isEqualTo(digits.length() / 2);
          VariableLength.write(out, value);
          assertWritten(digits);
        });
    assertThatThrownBy(() -> VariableLength.write(out, 268_435_456))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> VariableLength.write(out, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
