package city.wayside.edge.conform;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Bytes;
import city.wayside.edge.wire.Codes;
import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.PacketType;
import city.wayside.edge.wire.Packets;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Subscribe;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The form of packets: types, flags, lengths and packet ids.
@ExtendWith(Served.class)
class PacketRulesTest {

  private static final Version V5 = Version.MQTT_5;
  private static final PacketType[] FROM_CLIENTS = {
    PacketType.PUBACK,
    PacketType.PUBREC,
    PacketType.PUBREL,
    PacketType.PUBCOMP,
    PacketType.SUBSCRIBE,
    PacketType.UNSUBSCRIBE,
    PacketType.PINGREQ,
    PacketType.DISCONNECT
  };

  private final Server server;

  PacketRulesTest(Server server) {
    this.server = server;
  }

  @Normative(
      mqtt5 = {
        "MQTT-2.1.3-1",
        "MQTT-3.6.1-1",
        "MQTT-3.8.1-1",
        "MQTT-3.10.1-1",
        "MQTT-3.14.1-1",
        "MQTT-4.13.1-1"
      },
      mqtt311 = {
        "MQTT-2.2.2-1",
        "MQTT-2.2.2-2",
        "MQTT-3.6.1-1",
        "MQTT-3.8.1-1",
        "MQTT-3.10.1-1",
        "MQTT-3.14.1-1"
      })
  @ParameterizedTest
  @EnumSource
  void otherFlagsThanTheTablesEndTheConnection(Version version) {
    for (PacketType type : FROM_CLIENTS) {
      for (int flags = 0; flags < 16; flags++) {
        if (flags != type.flags()) {
          refuses(
              version,
              Packets.packet((type.code() << 4) | flags, body(type, version)),
              Codes.MALFORMED);
        }
      }
    }
  }

  @Normative(
      mqtt5 = {"MQTT-2.1.3-1", "MQTT-3.14.0-1"},
      mqtt311 = "MQTT-2.2.2-2")
  @ParameterizedTest
  @EnumSource
  void connectWithFlagsIsTurnedAway(Version version) {
    for (int flags = 1; flags < 16; flags++) {
      byte[] body = new Connect(version, server.freshId()).body();
      Wire wire = server.open(version);
      wire.send(Packets.packet(PacketType.CONNECT.firstOctet() | flags, body));
      wire.expectNothingBegins();
      wire.close();
    }
  }

  @Normative(mqtt5 = "MQTT-3.15.1-1")
  @Test
  void authWithFlagsEndsTheConnection() {
    for (int flags = 1; flags < 16; flags++) {
      byte[] body = Bytes.of(0x19, 0);
      refuses(V5, Packets.packet(PacketType.AUTH.firstOctet() | flags, body), Codes.MALFORMED);
    }
  }

  @Normative(mqtt5 = "MQTT-4.13.1-1", mqtt311 = "MQTT-4.8.0-1")
  @ParameterizedTest
  @EnumSource
  void packetsThatOnlyServersSendEndTheConnection(Version version) {
    int[] codes = {Codes.PROTOCOL_ERROR, Codes.MALFORMED};
    refuses(version, Bytes.hex("00 00"), codes);
    refuses(version, Bytes.hex("20 02 0000"), codes);
    refuses(version, Bytes.hex("20 03 000000"), codes);
    refuses(version, Bytes.hex("90 03 0001 00"), codes);
    refuses(version, Bytes.hex("90 04 0001 00 00"), codes);
    refuses(version, Bytes.hex("B0 02 0001"), codes);
    refuses(version, Bytes.hex("B0 04 0001 00 00"), codes);
    refuses(version, Bytes.hex("D0 00"), codes);
    refuses(version, Bytes.hex("F0 00"), codes);
  }

  @Normative(mqtt5 = "MQTT-1.5.5-1")
  @Test
  void numbersHaveNoNeedlessOctets() {
    byte[] ping = new Bytes().u8(0xC0).varint(0, 2).toArray();
    refuses(V5, ping, Codes.MALFORMED);
    byte[] subscribe = new Bytes().u16(1).varint(0, 2).text("v1/down/1/#").u8(0).toArray();
    refuses(V5, Packets.packet(0x82, subscribe), Codes.MALFORMED);
    byte[] identifier =
        new Bytes().u16(1).u8(3).u8(0x0B).varint(5, 2).text("v1/down/1/#").u8(0).toArray();
    refuses(V5, Packets.packet(0x82, identifier), Codes.MALFORMED);
  }

  @Normative(mqtt5 = "MQTT-4.13.1-1", mqtt311 = "MQTT-4.8.0-1")
  @ParameterizedTest
  @EnumSource
  void aLengthHasFourOctetsAtMost(Version version) {
    for (int first : new int[] {0xC0, 0x30, 0x82}) {
      refuses(
          version, new Bytes().u8(first).raw(Bytes.hex("80808080 01")).toArray(), Codes.MALFORMED);
      refuses(
          version, new Bytes().u8(first).raw(Bytes.hex("FFFFFFFF FF")).toArray(), Codes.MALFORMED);
    }
  }

  @Normative(mqtt5 = "MQTT-4.13.1-1", mqtt311 = "MQTT-4.8.0-1")
  @ParameterizedTest
  @EnumSource
  void packetsAreNeitherTooShortNorTooLong(Version version) {
    for (PacketType type : FROM_CLIENTS) {
      byte[] body = body(type, version);
      for (int length = 0; length < body.length; length++) {
        byte[] cut = Packets.packet(type.firstOctet(), Arrays.copyOf(body, length));
        refuses(version, cut, Codes.MALFORMED, Codes.PROTOCOL_ERROR);
      }
      byte[] longer = Arrays.copyOf(body, body.length + 1);
      // A third octet is the reason code of MQTT 5, as is the first of DISCONNECT.
      if (!version.isMqtt5() || (!isAck(type) && type != PacketType.DISCONNECT)) {
        refuses(version, Packets.packet(type.firstOctet(), longer), Codes.MALFORMED);
      }
    }
  }

  @Normative(mqtt5 = "MQTT-3.3.2-1", mqtt311 = "MQTT-3.3.2-1")
  @ParameterizedTest
  @EnumSource
  void aPublishThatIsCutOffIsMalformed(Version version) {
    byte[] body = new Bytes().text("v1/up/7/probe").u16(3).toArray();
    for (int length = 0; length < body.length; length++) {
      byte[] cut = Arrays.copyOf(body, length);
      refuses(version, Packets.packet(0x32, cut), Codes.MALFORMED);
    }
  }

  @Normative(mqtt5 = "MQTT-2.2.1-2", mqtt311 = "MQTT-2.3.1-5")
  @ParameterizedTest
  @EnumSource
  void qos0HasNoPacketId(Version version) {
    long before = server.storedCount();
    Wire wire = server.connected(version);

    wire.send(server.goodMessage());
    assertThat(wire.untilPong()).isEmpty();
    wire.publish(server.goodMessage().qos(1, 1));
    assertThat(server.storedCount()).isEqualTo(before + 2);
  }

  @Normative(mqtt5 = "MQTT-2.2.1-3", mqtt311 = "MQTT-2.3.1-1")
  @ParameterizedTest
  @EnumSource
  void packetIdZeroEndsTheConnection(Version version) {
    int[] codes = {Codes.PROTOCOL_ERROR, Codes.MALFORMED};
    refuses(version, server.goodMessage().qos(1, 0).bytes(version), codes);
    refuses(version, server.goodMessage().qos(2, 0).bytes(version), codes);
    refuses(version, new Subscribe(0).filter("v1/down/1/#", 0).subscribe(version), codes);
    refuses(version, new Subscribe(0).filter("v1/down/1/#").unsubscribe(version), codes);
    refuses(version, Packets.ack(PacketType.PUBREL, 0), codes);
  }

  @Normative(
      mqtt5 = {"MQTT-2.2.1-5", "MQTT-2.2.1-6", "MQTT-3.8.4-2", "MQTT-3.10.4-5"},
      mqtt311 = {"MQTT-2.3.1-6", "MQTT-2.3.1-7", "MQTT-3.8.4-2", "MQTT-3.10.4-4"})
  @ParameterizedTest
  @EnumSource
  void answersCarryThePacketIdOfWhatTheyAnswer(Version version) {
    Wire wire = server.connected(version);
    for (int packetId : new int[] {1, 255, 256, 0x7FFF, 0x8000, 0xFFFF}) {
      Received.Ack puback = wire.publish(server.goodMessage().qos(1, packetId));
      assertThat(puback.type()).isEqualTo(PacketType.PUBACK);
      assertThat(puback.packetId()).isEqualTo(packetId);
      Received.Ack pubrec = wire.publish(server.goodMessage().qos(2, packetId));
      assertThat(pubrec.type()).isEqualTo(PacketType.PUBREC);
      assertThat(pubrec.packetId()).isEqualTo(packetId);
      wire.send(Packets.ack(PacketType.PUBREL, packetId));
      Received.Ack pubcomp = wire.expect(Received.Ack.class);
      assertThat(pubcomp.type()).isEqualTo(PacketType.PUBCOMP);
      assertThat(pubcomp.packetId()).isEqualTo(packetId);
      Subscribe filter = new Subscribe(packetId).filter("v1/down/4711/#", 0);
      assertThat(wire.subscribe(filter).packetId()).isEqualTo(packetId);
      assertThat(wire.unsubscribe(filter).packetId()).isEqualTo(packetId);
    }
  }

  @Normative(mqtt5 = "MQTT-2.2.2-1")
  @Test
  void noPropertiesAreALengthOfZero() {
    // The client's side here; every packet of the server is read with this rule in mind.
    Wire wire = server.connected(V5);
    assertThat(wire.subscribe(new Subscribe(1).filter("v1/down/4711/#", 0)).codes())
        .containsExactly(0);
    byte[] withoutLength = new Bytes().u16(2).text("v1/down/4711/#").u8(0).toArray();
    wire.send(Packets.packet(0x82, withoutLength)).expectRefused(Codes.MALFORMED);
  }

  @Normative(mqtt5 = "MQTT-3.12.4-1", mqtt311 = "MQTT-3.12.4-1")
  @ParameterizedTest
  @EnumSource
  void everyPingIsAnswered(Version version) {
    Wire wire = server.connected(version);
    List<byte[]> pings = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      pings.add(Packets.ping());
    }
    wire.send(pings.toArray(byte[][]::new));

    for (int i = 0; i < 100; i++) {
      wire.expect(Received.Pong.class);
    }
  }

  private static boolean isAck(PacketType type) {
    return switch (type) {
      case PUBACK, PUBREC, PUBREL, PUBCOMP -> true;
      default -> false;
    };
  }

  /// A body that the type may have.
  private static byte[] body(PacketType type, Version version) {
    byte[] properties = version.isMqtt5() ? Bytes.of(0) : new byte[0];
    Bytes withId = new Bytes().u16(1).raw(properties);
    return switch (type) {
      case PUBACK, PUBREC, PUBREL, PUBCOMP -> Bytes.of(0, 1);
      case SUBSCRIBE -> withId.text("v1/down/1/#").u8(0).toArray();
      case UNSUBSCRIBE -> withId.text("v1/down/1/#").toArray();
      default -> new byte[0];
    };
  }

  private void refuses(Version version, byte[] packet, int... codes) {
    Wire wire = server.connected(version);
    wire.send(packet).expectRefused(codes);
    wire.close();
  }
}
