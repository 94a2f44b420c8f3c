package city.wayside.edge.conform;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Codes;
import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.Prop;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Subscribe;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which ids clients may have, and which they are given.
@ExtendWith(Served.class)
class ClientIdRulesTest {

  private static final int IDENTIFIER_REJECTED = 2;

  private final Server server;

  ClientIdRulesTest(Server server) {
    this.server = server;
  }

  @Normative(mqtt5 = "MQTT-3.1.3-5", mqtt311 = "MQTT-3.1.3-5")
  @ParameterizedTest
  @EnumSource
  void digitsAndLatinLettersMakeAnId(Version version) {
    for (String id :
        new String[] {
          "0", "0123456789abcdefghijklm", "nopqrstuvwxyzABCDEFGHIJ", "KLMNOPQRSTUVWXYZ"
        }) {
      Wire wire = server.connected(new Connect(version, id), version);

      assertThat(wire.untilPong()).isEmpty();
    }
  }

  @Normative(
      mqtt5 = {"MQTT-3.1.3-6", "MQTT-3.1.3-7", "MQTT-3.2.2-16"},
      mqtt311 = "MQTT-3.1.3-6")
  @Test
  void aClientWithoutIdIsGivenOneOfItsOwn() {
    Set<String> given = new HashSet<>();
    for (boolean isClean : new boolean[] {true, false, true}) {
      Wire wire = server.open(Version.MQTT_5);
      Received.Connack answer = wire.connect(new Connect(Version.MQTT_5, "").cleanStart(isClean));
      assertThat(answer.code()).isZero();
      assertThat(answer.isSessionPresent()).isFalse();
      String id = Objects.requireNonNull(answer.properties().text(Prop.ASSIGNED_CLIENT_ID));
      assertThat(given.add(id)).as(id).isTrue();

      Received.Suback own = wire.subscribe(new Subscribe(1).filter("v1/refused/" + id, 0));
      assertThat(own.codes()).containsExactly(0);
    }
  }

  @Normative(mqtt311 = "MQTT-3.1.3-6")
  @Test
  void twoClientsOfMqtt311WithoutIdAreTwo() {
    Wire one = server.connected(new Connect(Version.MQTT_311, ""), Version.MQTT_311);
    Wire two = server.connected(new Connect(Version.MQTT_311, ""), Version.MQTT_311);

    assertThat(one.untilPong()).isEmpty();
    assertThat(two.untilPong()).isEmpty();
  }

  @Normative(mqtt5 = "MQTT-3.1.3-7")
  @Test
  void aClientWithAnIdIsNotGivenAnother() {
    Wire wire = server.open(Version.MQTT_5);
    Received.Connack answer = wire.connect(new Connect(Version.MQTT_5, server.freshId()));

    assertThat(answer.properties().has(Prop.ASSIGNED_CLIENT_ID)).isFalse();
  }

  @Normative(mqtt311 = {"MQTT-3.1.3-7", "MQTT-3.1.3-8"})
  @Test
  void withoutIdNoSessionOfMqtt311CanBeKept() {
    Wire wire = server.open(Version.MQTT_311);
    Received.Connack answer = wire.connect(new Connect(Version.MQTT_311, "").cleanStart(false));

    assertThat(answer.code()).isEqualTo(IDENTIFIER_REJECTED);
    wire.expectEnd();
  }

  @Normative(
      mqtt5 = {"MQTT-3.1.3-8", "MQTT-3.2.2-6", "MQTT-3.2.2-7"},
      mqtt311 = {"MQTT-3.1.3-9", "MQTT-3.2.2-4", "MQTT-3.2.2-5"})
  @ParameterizedTest
  @ValueSource(strings = {"a+b", "#", "a/#"})
  void anIdThatCanBeNoTopicLevelIsRefused(String id) {
    for (Version version : Version.values()) {
      Wire wire = server.open(version);
      Received.Connack answer = wire.connect(new Connect(version, id).cleanStart(false));

      int expected = version.isMqtt5() ? Codes.CLIENT_ID_NOT_VALID : IDENTIFIER_REJECTED;
      assertThat(answer.code()).isEqualTo(expected);
      assertThat(answer.isSessionPresent()).isFalse();
      wire.expectEnd();
    }
  }

  @Normative(mqtt5 = "MQTT-3.1.3-8", mqtt311 = "MQTT-3.1.3-9")
  @ParameterizedTest
  @EnumSource
  void anIdThatIsTooLongIsRefused(Version version) {
    Wire wire = server.open(version);
    Received.Connack answer = wire.connect(new Connect(version, "x".repeat(2_000)));

    int expected = version.isMqtt5() ? Codes.CLIENT_ID_NOT_VALID : IDENTIFIER_REJECTED;
    assertThat(answer.code()).isEqualTo(expected);
    wire.expectEnd();
  }

  @Normative(mqtt5 = "MQTT-3.1.3-2", mqtt311 = "MQTT-3.1.3-2")
  @ParameterizedTest
  @EnumSource
  void idsAreToldApartByEveryCharacter(Version version) {
    String id = "Car" + server.freshId();
    Wire one = server.connected(new Connect(version, id), version);
    Wire two =
        server.connected(new Connect(version, id.toLowerCase(java.util.Locale.ROOT)), version);
    Wire three = server.connected(new Connect(version, id + " "), version);

    assertThat(one.untilPong()).isEmpty();
    assertThat(two.untilPong()).isEmpty();
    assertThat(three.untilPong()).isEmpty();
  }
}
