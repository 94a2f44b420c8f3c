package city.wayside.kit.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.model.config.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketsTest {

  private final List<String> heard = new ArrayList<>();

  private static String hex(byte[] packet) {
    return HexFormat.of().formatHex(packet);
  }

  private PacketReader reader(MqttVersion version) {
    return new PacketReader(version, new Notes());
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  @Test
  void connectIsCleanWithKeepAlive() {
    MqttTarget five = MqttTarget.of("h", 1883, MqttVersion.V5);
    assertThat(hex(Packets.connect(five, "v-7", MqttSession.fresh(), 60)))
        .isEqualTo(
            "10" // CONNECT
                + "10" // remaining length 16
                + "00044d515454" // "MQTT"
                + "05" // version 5
                + "02" // clean start
                + "003c" // keep alive 60 s
                + "00" // no properties
                + "0003762d37"); // "v-7"
    MqttTarget named =
        new MqttTarget("h", 1883, MqttVersion.V3_1_1, "bus", new Secret("ring"), null);
    assertThat(hex(Packets.connect(named, "v", MqttSession.fresh(), 60)))
        .isEqualTo(
            "1018" // CONNECT, 24 bytes
                + "00044d515454"
                + "04" // version 3.1.1
                + "c2" // user name, password, clean session
                + "003c"
                + "000176" // "v"
                + "0003627573" // "bus"
                + "000472696e67"); // "ring"
  }

  @Test
  void aKeptSessionWithAWillSaysSo() {
    MqttTarget five = MqttTarget.of("h", 1883, MqttVersion.V5);
    MqttWill will = new MqttWill("w", "gone".getBytes(UTF_8), 1, true, 5);
    assertThat(hex(Packets.connect(five, "v", MqttSession.kept(3600).withWill(will), 60)))
        .isEqualTo(
            "1022" // CONNECT, 34 bytes
                + "00044d515454"
                + "05"
                + "2c" // will, will QoS 1, will retain; no clean start
                + "003c"
                + "051100000e10" // session expiry 3600 s
                + "000176" // "v"
                + "051800000005" // will delay 5 s
                + "000177" // "w"
                + "0004676f6e65"); // "gone"
    MqttTarget old = MqttTarget.of("h", 1883, MqttVersion.V3_1_1);
    assertThat(hex(Packets.connect(old, "v", MqttSession.kept(3600), 60)))
        .isEqualTo("100d" + "00044d515454" + "04" + "00" + "003c" + "000176");
  }

  @Test
  void publishCarriesAPacketIdForQosOneOnly() {
    byte[] topic = "t/1".getBytes(UTF_8);
    byte[] payload = "{}".getBytes(UTF_8);
    assertThat(hex(Packets.publish(MqttVersion.V5, topic, payload, 1, 513)))
        .isEqualTo("320a" + "0003742f31" + "0201" + "00" + "7b7d");
    assertThat(hex(Packets.publish(MqttVersion.V3_1_1, topic, payload, 0, 513)))
        .isEqualTo("3007" + "0003742f31" + "7b7d");
    assertThat(hex(Packets.publish(MqttVersion.V5, topic, new byte[321], 0, 0)))
        .startsWith("30c702" + "0003742f31" + "00");
  }

  @Test
  void smallPacketsAreWhatTheStandardSays() {
    assertThat(hex(Packets.pubAck(258))).isEqualTo("40020102");
    assertThat(hex(Packets.ping())).isEqualTo("c000");
    assertThat(hex(Packets.disconnect())).isEqualTo("e000");
    assertThat(hex(Packets.subscribe(MqttVersion.V5, 1, "a/b", 1)))
        .isEqualTo("8209" + "0001" + "00" + "0003612f62" + "01");
    assertThat(hex(Packets.subscribe(MqttVersion.V3_1_1, 1, "a/b", 0)))
        .isEqualTo("8208" + "0001" + "0003612f62" + "00");
  }

  @Test
  void answersAreReadWhereverTheyAreCut() {
    byte[] stream =
        bytes(
            "20 06 00 00 03 21 00 14" // CONNACK, receive maximum 20
                + "40 02 00 05" // PUBACK of 5, success without a code
                + "40 03 00 06 97" // PUBACK of 6, quota exceeded
                + "40 04 00 07 99 00" // PUBACK of 7, payload format invalid
                + "90 04 00 01 00 01" // SUBACK
                + "d0 00" // PINGRESP
                + "32 0a 00 01 61 00 09 02 01 00 7b 7d" // PUBLISH with a property
                + "e0 01 8b"); // DISCONNECT, server shutting down
    List<String> expected =
        List.of(
            "connAck 0 20",
            "pubAck 5 0",
            "pubAck 6 151",
            "pubAck 7 153",
            "subAck 1 1",
            "pingResp",
            "message a {} 1 9",
            "disconnect 139");
    for (int cut = 1; cut < stream.length; cut++) {
      heard.clear();
      PacketReader reader = reader(MqttVersion.V5);
      for (int from = 0; from < stream.length; from += cut) {
        reader.feed(Arrays.copyOfRange(stream, from, Math.min(stream.length, from + cut)));
      }
      assertThat(heard).isEqualTo(expected);
    }
  }

  @Test
  void receiveMaximumIsFoundBehindOtherProperties() {
    // session expiry, assigned id "ab", user property "k"="v", receive maximum 3
    reader(MqttVersion.V5)
        .feed(
            bytes(
                "20 17 00 00 14"
                    + "11 00000001"
                    + "12 0002 6162"
                    + "26 0001 6b 0001 76"
                    + "21 0003"));
    reader(MqttVersion.V3_1_1).feed(bytes("20 02 00 05"));

    assertThat(heard).containsExactly("connAck 0 3", "connAck 5 65535");
  }

  @Test
  void redirectionNamesAServer() {
    // CONNACK 0x9C with a reason string and server reference "b:2"; DISCONNECT 0x9D with "c"
    reader(MqttVersion.V5).feed(bytes("20 0d 01 9c 0a 1f 0001 78 1c 0003 623a32"));
    reader(MqttVersion.V5).feed(bytes("e0 06 9d 04 1c 0001 63"));
    reader(MqttVersion.V5).feed(bytes("e0 00"));

    assertThat(heard)
        .containsExactly("connAck 156 65535 present b:2", "disconnect 157 c", "disconnect 0");
  }

  @Test
  void theFirstReadableServerOfAReferenceIsTaken() {
    MqttTarget home = MqttTarget.of("h", 1883, MqttVersion.V5);
    assertThat(home.elsewhere("b:2")).isEqualTo(MqttTarget.of("b", 2, MqttVersion.V5));
    assertThat(home.elsewhere("b")).isEqualTo(MqttTarget.of("b", 1883, MqttVersion.V5));
    assertThat(home.elsewhere("[::1]:5 d:7")).isEqualTo(MqttTarget.of("::1", 5, MqttVersion.V5));
    assertThat(home.elsewhere("[::1]")).isEqualTo(MqttTarget.of("::1", 1883, MqttVersion.V5));
    assertThat(home.elsewhere("b:x :1 c: d:70000 [e ok:1"))
        .isEqualTo(MqttTarget.of("ok", 1, MqttVersion.V5));
    assertThat(home.elsewhere("")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "f0 00,a packet of type 15 is not for clients",
    "40 01 00,a packet of type 4 is too short for its fields",
    "20 01 00,a packet of type 2 is too short for its fields",
    "30 03 00 09 61,a packet of type 3 is too short for its fields",
    "30 ff ff ff 7f,a packet is longer than 1048576 bytes",
    "30 ff ff ff ff,a packet is longer than 1048576 bytes"
  })
  void whatIsNoMqttEndsTheReading(String hex, String reason) {
    PacketReader reader = reader(MqttVersion.V5);
    reader.feed(bytes(hex));
    reader.feed(bytes("40 02 00 05"));

    assertThat(heard).containsExactly(reason);
  }

  @Test
  void targetsAndLimitsRefuseWhatCannotBe() {
    assertThatThrownBy(() -> MqttTarget.of("h", 0, MqttVersion.V5)).hasMessage("port 0");
    assertThatThrownBy(() -> new MqttTarget("h", 1, MqttVersion.V5, null, new Secret("x"), null))
        .hasMessage("a password without a user name");
    assertThatThrownBy(() -> new MqttLimits(0, 1, 1, 1, 1))
        .hasMessage("inFlightMax 0 is not 1 to 65535");
    assertThatThrownBy(() -> new MqttLimits(1, 1, 1, 1, 65_536))
        .hasMessage("keepAliveS 65536 is not 1 to 65535");
    assertThatThrownBy(() -> MqttSession.kept(-1)).hasMessage("expiryS -1 is not 0 to 4294967295");
    assertThatThrownBy(() -> new MqttWill("t", new byte[0], 2, false, 0))
        .hasMessage("qos 2 is not 0 or 1");
    assertThatThrownBy(() -> new MqttTls(null, Path.of("c"), null))
        .hasMessage("a certificate and its key go together");
  }

  private final class Notes implements PacketReader.Heard {

    @Override
    public void connAck(Answer answer) {
      heard.add(
          "connAck "
              + answer.code()
              + " "
              + answer.receiveMax()
              + (answer.isSessionPresent() ? " present" : "")
              + reference(answer));
    }

    private static String reference(Answer answer) {
      return answer.isRedirect() ? " " + answer.serverReference() : "";
    }

    @Override
    public void pubAck(int packetId, int code) {
      heard.add("pubAck " + packetId + " " + code);
    }

    @Override
    public void subAck(int packetId, int code) {
      heard.add("subAck " + packetId + " " + code);
    }

    @Override
    public void pingResp() {
      heard.add("pingResp");
    }

    @Override
    public void message(String topic, byte[] payload, int qos, int packetId) {
      heard.add("message " + topic + " " + new String(payload, UTF_8) + " " + qos + " " + packetId);
    }

    @Override
    public void disconnect(Answer answer) {
      heard.add("disconnect " + answer.code() + reference(answer));
    }

    @Override
    public void garbled(String reason) {
      heard.add(reason);
    }
  }
}
