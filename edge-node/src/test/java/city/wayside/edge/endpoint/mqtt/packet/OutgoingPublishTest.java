package city.wayside.edge.endpoint.mqtt.packet;

import static city.wayside.edge.endpoint.mqtt.packet.MqttVersion.V3_1_1;
import static city.wayside.edge.endpoint.mqtt.packet.MqttVersion.V5;
import static city.wayside.edge.endpoint.mqtt.packet.OutgoingPublish.NO_IDENTIFIERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutgoingPublishTest {

  private static final byte[] PAYLOAD = {(byte) 0xCA, (byte) 0xFF};
  private static final int[] TWO = {1, 128};
  private static final MessageProperties ALL =
      new MessageProperties(
          1, 300, "json", "r", new byte[] {9}, List.of(new UserProperty("k", "v")));

  private final ByteBuf out = Unpooled.buffer();

  private void assertWritten(String digits) {
    assertThat(RawPacket.hex(out)).isEqualTo(digits.replace(" ", ""));
    out.clear();
  }

  @Test
  void aMessageOfVersion3() {
    OutgoingPublish message = OutgoingPublish.of(V3_1_1, "a/b", PAYLOAD, MessageProperties.none());
    message.write(out, 0, false, false, 0, 0, true, NO_IDENTIFIERS, -1);
    assertWritten("3007 0003 612f62 caff");
    assertThat(message.sizeBytes(0, 0, true, NO_IDENTIFIERS)).isEqualTo(9);
    message.write(out, 1, true, true, 0x1234, 0, true, NO_IDENTIFIERS, -1);
    assertWritten("3b09 0003 612f62 1234 caff");
    assertThat(message.sizeBytes(1, 0, true, NO_IDENTIFIERS)).isEqualTo(11);
    message.write(out, 2, false, false, 1, 0, true, NO_IDENTIFIERS, -1);
    assertWritten("3409 0003 612f62 0001 caff");
  }

  /// MQTT-3.3.1-2, 3.1.1 MQTT-3.3.1-2.
  @Test
  void nothingIsADuplicateAtQos0() {
    OutgoingPublish.of(V3_1_1, "a", PAYLOAD, MessageProperties.none())
        .write(out, 0, true, false, 0, 0, true, NO_IDENTIFIERS, -1);
    assertWritten("3005 0001 61 caff");
  }

  @Test
  void version3KnowsNothingOfVersion5() {
    OutgoingPublish message = OutgoingPublish.of(V3_1_1, "a", PAYLOAD, ALL);
    message.write(out, 1, false, false, 1, 5, false, TWO, 10);
    assertWritten("3207 0001 61 0001 caff");
    assertThat(message.sizeBytes(1, 5, false, TWO)).isEqualTo(9);
  }

  /// MQTT-2.2.2-1.
  @Test
  void aMessageOfVersion5WithNothingSaid() {
    OutgoingPublish message = OutgoingPublish.of(V5, "a", PAYLOAD, MessageProperties.none());
    message.write(out, 1, false, true, 1, 0, true, NO_IDENTIFIERS, -1);
    assertWritten("3308 0001 61 0001 00 caff");
    assertThat(message.sizeBytes(1, 0, true, NO_IDENTIFIERS)).isEqualTo(10);
  }

  /// MQTT-3.3.2-4, MQTT-3.3.2-6, MQTT-3.3.2-15 to MQTT-3.3.2-20.
  @Test
  void whatWasSaidIsPassedOn() {
    OutgoingPublish message = OutgoingPublish.of(V5, "a", PAYLOAD, ALL);
    String rest = "01 01 03 0004 6a736f6e 08 0001 72 09 0001 09 26 0001 6b 0001 76 caff";
    message.write(out, 0, false, false, 0, 0, true, NO_IDENTIFIERS, 10);
    assertWritten("3023 0001 61 1d 02 0000000a" + rest);
    message.write(out, 0, false, false, 0, 0, true, NO_IDENTIFIERS, -1);
    assertWritten("3023 0001 61 1d 02 0000012c" + rest);
    assertThat(message.sizeBytes(0, 0, true, NO_IDENTIFIERS)).isEqualTo(37);
  }

  @Test
  void whatDoesNotExpireHasNoExpiry() {
    OutgoingPublish.of(V5, "a", PAYLOAD, MessageProperties.none())
        .write(out, 0, false, false, 0, 0, true, NO_IDENTIFIERS, 10);
    assertWritten("3006 0001 61 00 caff");
  }

  @Test
  void anAliasComesWithItsTopicAndThenAlone() {
    OutgoingPublish message = OutgoingPublish.of(V5, "a/b", PAYLOAD, MessageProperties.none());
    message.write(out, 0, false, false, 0, 258, true, NO_IDENTIFIERS, -1);
    assertWritten("300b 0003 612f62 03 23 0102 caff");
    assertThat(message.sizeBytes(0, 258, true, NO_IDENTIFIERS)).isEqualTo(13);
    message.write(out, 0, false, false, 0, 258, false, NO_IDENTIFIERS, -1);
    assertWritten("3008 0000 03 23 0102 caff");
    assertThat(message.sizeBytes(0, 258, false, NO_IDENTIFIERS)).isEqualTo(10);
  }

  @Test
  void withoutAnAliasTheTopicIsAlwaysSent() {
    OutgoingPublish message = OutgoingPublish.of(V5, "a", PAYLOAD, MessageProperties.none());
    message.write(out, 0, false, false, 0, 0, false, NO_IDENTIFIERS, -1);
    assertWritten("3006 0001 61 00 caff");
    assertThat(message.sizeBytes(0, 0, false, NO_IDENTIFIERS)).isEqualTo(8);
  }

  /// MQTT-3.3.4-4.
  @Test
  void allIdentifiersAreSent() {
    OutgoingPublish message = OutgoingPublish.of(V5, "a", PAYLOAD, MessageProperties.none());
    message.write(out, 1, false, false, 1, 0, true, TWO, -1);
    assertWritten("320d 0001 61 0001 05 0b 01 0b 8001 caff");
    assertThat(message.sizeBytes(1, 0, true, TWO)).isEqualTo(15);
  }

  @Test
  void longMessagesHaveLongLengths() {
    for (int length : new int[] {120, 124, 125, 16_379, 16_380, 16_381, 2_097_150}) {
      OutgoingPublish message =
          OutgoingPublish.of(V3_1_1, "a", new byte[length], MessageProperties.none());
      message.write(out, 0, false, false, 0, 0, true, NO_IDENTIFIERS, -1);
      assertThat(out.readableBytes()).isEqualTo(message.sizeBytes(0, 0, true, NO_IDENTIFIERS));
      out.clear();
    }
  }

  @Test
  void aTopicIsNeitherEmptyNorTooLong() {
    MessageProperties none = MessageProperties.none();
    assertThatThrownBy(() -> OutgoingPublish.of(V5, "", PAYLOAD, none))
        .isInstanceOf(IllegalArgumentException.class);
    String tooLong = "a".repeat(65_536);
    assertThatThrownBy(() -> OutgoingPublish.of(V3_1_1, tooLong, PAYLOAD, none))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
