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

class SubscribeTest {

  private static RawPacket subscribe(MqttVersion version) {
    RawPacket packet = RawPacket.of(0x82).u16(7);
    return version == V5 ? packet.properties("") : packet;
  }

  private static RawPacket unsubscribe(MqttVersion version) {
    RawPacket packet = RawPacket.of(0xA2).u16(7);
    return version == V5 ? packet.properties("") : packet;
  }

  @Test
  void subscriptionsOfVersion3AreHandedOver() {
    byte[] packet = hex("820e 0007 0003 612f23 01 0003 2b2f62 02");
    Heard heard = Heard.reading(V3_1_1, packet);
    assertThat(heard.subscribe().packetId()).isEqualTo(7);
    assertThat(heard.subscribe().identifier()).isZero();
    assertThat(heard.subscribe().subscriptions())
        .containsExactly(
            new Subscription("a/#", 1, false, false, 0),
            new Subscription("+/b", 2, false, false, 0));
  }

  @Test
  void optionsOfVersion5AreHandedOver() {
    byte[] packet =
        RawPacket.of(0x82)
            .u16(7)
            .properties("0b 80 01 26 0001 6b 0001 76")
            .text("a")
            .u8(0x00)
            .text("b")
            .u8(0x1D)
            .text("c")
            .u8(0x22)
            .bytes();
    Heard heard = Heard.reading(V5, packet);
    assertThat(heard.subscribe().identifier()).isEqualTo(128);
    assertThat(heard.subscribe().subscriptions())
        .containsExactly(
            new Subscription("a", 0, false, false, 0),
            new Subscription("b", 1, true, true, 1),
            new Subscription("c", 2, false, false, 2));
  }

  @Test
  void unsubscribingIsHandedOver() {
    byte[] three = unsubscribe(V3_1_1).text("a/#").text("b").bytes();
    assertTaken(V3_1_1, three, "Unsubscribe[packetId=7, filters=[a/#, b]]");
    byte[] five = unsubscribe(V5).text("$share/g/a").bytes();
    assertTaken(V5, five, "Unsubscribe[packetId=7, filters=[$share/g/a]]");
  }

  /// MQTT-2.2.1-3, 3.1.1 MQTT-2.3.1-1.
  @Test
  void aPacketIdIsNot0() {
    assertViolated(V5, hex("8207 0000 00 0001 61 00"), 0x82, "SUBSCRIBE: packet identifier is 0");
    assertViolated(V3_1_1, hex("a205 0000 0001 61"), 0x82, "UNSUBSCRIBE: packet identifier is 0");
  }

  /// MQTT-3.8.3-2, MQTT-3.10.3-2, 3.1.1 MQTT-3.8.3-3, MQTT-3.10.3-2.
  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void thereIsAFilter(MqttVersion version) {
    assertViolated(version, subscribe(version).bytes(), 0x82, "SUBSCRIBE: has no topic filter");
    assertViolated(version, unsubscribe(version).bytes(), 0x82, "UNSUBSCRIBE: has no topic filter");
  }

  /// MQTT-3.8.3-5, 3.1.1 MQTT-3.8.3-4, and every other combination of options.
  @Test
  void optionsAreChecked() {
    for (int options = 0; options < 256; options++) {
      byte[] five = subscribe(V5).text("a").u8(options).bytes();
      if ((options & 0xC0) != 0) {
        String reason = "SUBSCRIBE: has reserved bits in its subscription options";
        assertViolated(V5, five, 0x81, reason);
      } else if ((options & 3) == 3) {
        assertViolated(V5, five, 0x82, "SUBSCRIBE: has maximum QoS 3");
      } else if (options >> 4 == 3) {
        assertViolated(V5, five, 0x82, "SUBSCRIBE: has retain handling 3");
      } else {
        assertThat(Heard.reading(V5, five).subscribe().subscriptions()).hasSize(1);
      }
      byte[] three = subscribe(V3_1_1).text("a").u8(options).bytes();
      if (options > 2) {
        assertThat(Heard.reading(V3_1_1, three).violation().reasonCode()).isEqualTo(0x81);
      } else {
        assertThat(Heard.reading(V3_1_1, three).subscribe().subscriptions())
            .containsExactly(new Subscription("a", options, false, false, 0));
      }
    }
  }

  /// MQTT-3.8.3-4.
  @Test
  void aSharedSubscriptionIsNotWithoutOnesOwn() {
    byte[] packet = subscribe(V5).text("$share/g/a").u8(0x04).bytes();
    assertViolated(V5, packet, 0x82, "SUBSCRIBE: has no local for a shared subscription");
    byte[] other = subscribe(V5).text("$share").u8(0x04).bytes();
    assertThat(Heard.reading(V5, other).subscribe().subscriptions()).hasSize(1);
  }

  /// MQTT-4.7.1-1, MQTT-4.7.1-2, 3.1.1 MQTT-4.7.1-2, MQTT-4.7.1-3.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "#",
        "+",
        "/",
        "a",
        "a/#",
        "/#",
        "+/#",
        "+/+",
        "a/+/b",
        "/+",
        "+/",
        "a//b",
        "a/+",
        "v1/geo/1/2/0/#",
        "$SYS/#",
        "$share",
        "$shared/#",
        "ä/+/ö",
        "a b/#"
      })
  void aFilterMayHaveWholeLevelsOfWildcards(String filter) {
    for (MqttVersion version : MqttVersion.values()) {
      byte[] packet = subscribe(version).text(filter).u8(0).bytes();
      assertThat(Heard.reading(version, packet).subscribe().subscriptions())
          .containsExactly(new Subscription(filter, 0, false, false, 0));
      byte[] undone = unsubscribe(version).text(filter).bytes();
      assertTaken(version, undone, "Unsubscribe[packetId=7, filters=[" + filter + "]]");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a#,topic filter has a # that is not its last level",
    "#/,topic filter has a # that is not its last level",
    "a/#/b,topic filter has a # that is not its last level",
    "##,topic filter has a # that is not its last level",
    "a/b#,topic filter has a # that is not its last level",
    "+#,topic filter has a + that is not a whole level",
    "a+,topic filter has a + that is not a whole level",
    "+a,topic filter has a + that is not a whole level",
    "a/+b/c,topic filter has a + that is not a whole level",
    "a/b+/c,topic filter has a + that is not a whole level",
    "++,topic filter has a + that is not a whole level",
    "'',topic filter is empty"
  })
  void aWildcardIsNotPartOfALevel(String filter, String reason) {
    assertFilterRefused(V3_1_1, filter, reason);
    assertFilterRefused(V5, filter, reason);
    assertFilterRefused(V5, "$share/g/" + filter, reason);
  }

  private static void assertFilterRefused(MqttVersion version, String filter, String reason) {
    byte[] packet = subscribe(version).text(filter).u8(0).bytes();
    assertViolated(version, packet, 0x81, "SUBSCRIBE: " + reason);
    byte[] undone = unsubscribe(version).text(filter).bytes();
    assertViolated(version, undone, 0x81, "UNSUBSCRIBE: " + reason);
  }

  /// MQTT-4.8.2-1, MQTT-4.8.2-2; MQTT 3.1.1 knows no shared subscriptions.
  @ParameterizedTest
  @CsvSource({
    "$share/,share name is empty",
    "$share//a,share name is empty",
    "$share/g,share name is not followed by a topic filter",
    "$share/g/,topic filter is empty"
  })
  void aSharedSubscriptionHasANameAndAFilter(String filter, String reason) {
    assertFilterRefused(V5, filter, reason);
    byte[] packet = subscribe(V3_1_1).text(filter).u8(0).bytes();
    assertThat(Heard.reading(V3_1_1, packet).subscribe().subscriptions()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$share/+/a", "$share/g+/a", "$share/#", "$share/g#/a"})
  void aShareNameHasNoWildcards(String filter) {
    assertFilterRefused(V5, filter, "share name has a wildcard");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$share/g/a", "$share/g/#", "$share/g//", "$share/g/+/b", "$share/ä/a"})
  void aSharedSubscriptionIsHandedOverWhole(String filter) {
    byte[] packet = subscribe(V5).text(filter).u8(1).bytes();
    assertThat(Heard.reading(V5, packet).subscribe().subscriptions())
        .containsExactly(new Subscription(filter, 1, false, false, 0));
  }

  /// MQTT-3.8.3-1, MQTT-3.10.3-1, MQTT-4.7.3-2; the same in 3.1.1.
  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void aFilterIsText(MqttVersion version) {
    byte[] illFormed = subscribe(version).data("61ff").u8(0).bytes();
    assertViolated(version, illFormed, 0x81, "SUBSCRIBE: topic filter is not well-formed UTF-8");
    byte[] nul = unsubscribe(version).data("6100").bytes();
    assertViolated(version, nul, 0x81, "UNSUBSCRIBE: topic filter has the character U+0000");
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void tooManyFiltersAreRefused(MqttVersion version) {
    RawPacket subscribe = subscribe(version);
    RawPacket unsubscribe = unsubscribe(version);
    for (int i = 0; i < Heard.LIMITS.filtersMax(); i++) {
      subscribe.text("a").u8(0);
      unsubscribe.text("a");
    }
    assertThat(Heard.reading(version, subscribe.bytes()).subscribe().subscriptions()).hasSize(5);
    String reason = ": has more than 5 topic filters";
    assertViolated(version, subscribe.text("a").u8(0).bytes(), 0x97, "SUBSCRIBE" + reason);
    assertViolated(version, unsubscribe.text("a").bytes(), 0x97, "UNSUBSCRIBE" + reason);
  }

  @Test
  void whatIsCutOffIsRefused() {
    assertViolated(V5, hex("8201 00"), 0x81, "SUBSCRIBE: ends within packet identifier");
    assertViolated(V5, hex("8202 0007"), 0x81, "SUBSCRIBE: ends within property length");
    byte[] cut = subscribe(V5).text("a").bytes();
    assertViolated(V5, cut, 0x81, "SUBSCRIBE: ends within subscription options");
    byte[] shorter = subscribe(V5).u16(2).u8('a').bytes();
    assertViolated(V5, shorter, 0x81, "SUBSCRIBE: ends within topic filter");
    byte[] half = unsubscribe(V5).u8(0).bytes();
    assertViolated(V5, half, 0x81, "UNSUBSCRIBE: ends within topic filter");
  }
}
