package city.wayside.edge.conform;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Codes;
import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.Prop;
import city.wayside.edge.wire.Props;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Subscribe;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// SUBSCRIBE and SUBACK: which filters there are, and how they are answered.
@ExtendWith(Served.class)
class SubscribeRulesTest {

  private static final Version V5 = Version.MQTT_5;

  private final Server server;

  SubscribeRulesTest(Server server) {
    this.server = server;
  }

  @Normative(
      mqtt5 = {
        "MQTT-3.8.4-1",
        "MQTT-3.8.4-5",
        "MQTT-3.8.4-6",
        "MQTT-3.8.4-7",
        "MQTT-3.9.3-1",
        "MQTT-3.9.3-2"
      },
      mqtt311 = {"MQTT-3.8.4-1", "MQTT-3.8.4-4", "MQTT-3.8.4-5", "MQTT-3.9.3-1", "MQTT-3.9.3-2"})
  @ParameterizedTest
  @EnumSource
  void everyFilterIsAnsweredInItsPlace(Version version) {
    String id = server.freshId();
    Wire wire = server.connected(new Connect(version, id), version);
    Received.Suback answer =
        wire.subscribe(
            new Subscribe(11)
                .filter("v1/down/4711/#", 0)
                .filter("nothing/like/it", 1)
                .filter("v1/down/4712/#", 1)
                .filter("v1/up/4711/probe", 0)
                .filter("v1/geo/1/2/0/#", 1)
                .filter("v1/refused/" + id, 0));

    int no = version.isMqtt5() ? Codes.NOT_AUTHORIZED : Codes.UNSPECIFIED;
    assertThat(answer.codes()).containsExactly(0, no, 1, no, 1, 0);
  }

  @Normative(
      mqtt5 = {"MQTT-3.2.2-10", "MQTT-3.8.4-7"},
      mqtt311 = "MQTT-3.8.4-5")
  @ParameterizedTest
  @EnumSource
  void qos1IsTheMostThatIsGranted(Version version) {
    Wire wire = server.connected(version);
    Received.Suback answer =
        wire.subscribe(
            new Subscribe(1)
                .filter("v1/down/1/#", 0)
                .filter("v1/down/2/#", 1)
                .filter("v1/down/3/#", 2)
                .filter("v1/geo/3/3/#", 2));

    assertThat(answer.codes()).containsExactly(0, 1, 1, 1);
  }

  @Normative(
      mqtt5 = {"MQTT-4.7.2-1", "MQTT-4.7.3-4"},
      mqtt311 = {"MQTT-3.8.3-2", "MQTT-4.7.2-1", "MQTT-4.7.3-4"})
  @ParameterizedTest
  @ValueSource(
      strings = {
        "#",
        "+/#",
        "+",
        "/",
        "v1",
        "v1/#",
        "v1/up/#",
        "v1/up/4711/probe",
        "v1/down/#",
        "v1/down/+/#",
        "v1/refused/#",
        "v1/refused/+",
        "v1/refused/somebody",
        "V1/down/1/#",
        "/v1/down/1/#",
        "$SYS/#",
        "$SYS/broker/version"
      })
  void aFilterElsewhereIsNotAuthorized(String filter) {
    for (Version version : Version.values()) {
      Wire wire = server.connected(version);
      Received.Suback answer = wire.subscribe(new Subscribe(1).filter(filter, 1));

      int no = version.isMqtt5() ? Codes.NOT_AUTHORIZED : Codes.UNSPECIFIED;
      assertThat(answer.codes()).containsExactly(no);
      assertThat(wire.untilPong()).isEmpty();
    }
  }

  @Normative(
      mqtt5 = {"MQTT-4.7.1-1", "MQTT-4.7.1-2"},
      mqtt311 = {"MQTT-4.7.1-2", "MQTT-4.7.1-3"})
  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1/geo/#/denm",
        "v1/geo/1#",
        "v1/geo/1/#/",
        "v1/geo/##",
        "v1/geo/1/2+/denm",
        "v1/geo/+1/denm",
        "v1/geo/++/denm",
        "#/denm"
      })
  void wildcardsInTheWrongPlaceAreRefused(String filter) {
    for (Version version : Version.values()) {
      Wire wire = server.connected(version);
      wire.send(new Subscribe(1).filter("v1/down/1/#", 0).filter(filter, 0).subscribe(version));

      Received answer = wire.nextOrEnd();
      if (answer instanceof Received.Suback suback) {
        int no = version.isMqtt5() ? Codes.FILTER_INVALID : Codes.UNSPECIFIED;
        assertThat(suback.codes()).containsExactly(0, no);
        assertThat(wire.untilPong()).isEmpty();
      } else if (answer instanceof Received.Goodbye goodbye) {
        assertThat(goodbye.code())
            .isIn(Codes.FILTER_INVALID, Codes.MALFORMED, Codes.PROTOCOL_ERROR);
        wire.expectEnd();
      } else {
        assertThat(answer).as("the end in MQTT 3.1.1").isNull();
        assertThat(version).isEqualTo(Version.MQTT_311);
      }
    }
  }

  @Normative(mqtt311 = "MQTT-3.8.3-2")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1/geo/#",
        "v1/geo/1/#",
        "v1/geo/1/2/0/2/denm",
        "v1/geo/1/2/0/2/+",
        "v1/geo/+/+/+/denm",
        "v1/geo/1/2/+/+/denm",
        "v1/geo/+/#",
        "v1/down/4711/denm",
        "v1/down/4711/+",
        "v1/down/4711/#"
      })
  void wildcardsAreSupportedWhereThereAreMessages(String filter) {
    for (Version version : Version.values()) {
      Received.Suback answer =
          server.connected(version).subscribe(new Subscribe(1).filter(filter, 1));
      assertThat(answer.codes()).containsExactly(1);
    }
  }

  @Test
  void sharedSubscriptionsAreNotAvailable() {
    for (Version version : Version.values()) {
      Wire wire = server.connected(version);
      Received.Suback answer =
          wire.subscribe(
              new Subscribe(1)
                  .filter("$share/group/v1/geo/1/#", 0)
                  .filter("$share/group/v1/down/4711/#", 1));

      int no = version.isMqtt5() ? Codes.SHARED_NOT_SUPPORTED : Codes.UNSPECIFIED;
      assertThat(answer.codes()).containsExactly(no, no);
    }
  }

  @Normative(
      mqtt5 = {"MQTT-3.8.3-2", "MQTT-4.13.1-1"},
      mqtt311 = "MQTT-3.8.3-3")
  @ParameterizedTest
  @EnumSource
  void aSubscribeWithoutFiltersEndsTheConnection(Version version) {
    refuses(version, new Subscribe(1).subscribe(version), Codes.PROTOCOL_ERROR, Codes.MALFORMED);
  }

  @Normative(
      mqtt5 = {"MQTT-3.8.3-5", "MQTT-4.13.1-1"},
      mqtt311 = "MQTT-3.8.3-4")
  @ParameterizedTest
  @EnumSource
  void reservedOptionsEndTheConnection(Version version) {
    int reserved = version.isMqtt5() ? 0x40 : 0x04;
    for (int options = reserved; options < 256; options <<= 1) {
      refuses(
          version,
          new Subscribe(1).filter("v1/down/1/#", options).subscribe(version),
          Codes.MALFORMED);
    }
    int[] codes = {Codes.PROTOCOL_ERROR, Codes.MALFORMED};
    refuses(version, new Subscribe(1).filter("v1/down/1/#", 3).subscribe(version), codes);
    refuses(version, new Subscribe(1).filter("v1/down/1/#", 0x30).subscribe(version), codes);
  }

  @Test
  void allOptionsOfMqtt5AreTaken() {
    Wire wire = server.connected(V5);
    for (int options : new int[] {0x04, 0x08, 0x10, 0x20, 0x2C + 1, 0x1C + 2}) {
      Received.Suback answer = wire.subscribe(new Subscribe(1).filter("v1/down/4711/#", options));
      assertThat(answer.codes()).containsExactly(Math.min(1, options & 3));
    }
  }

  @Test
  void everySubscriptionIdentifierIsTaken() {
    Wire wire = server.connected(V5);
    for (int identifier : new int[] {1, 127, 128, 16_384, 268_435_455}) {
      Props props = Props.of(Prop.SUBSCRIPTION_ID, identifier);
      Received.Suback answer =
          wire.subscribe(new Subscribe(1).filter("v1/down/4711/#", 0).properties(props));
      assertThat(answer.codes()).containsExactly(0);
    }
  }

  @Normative(
      mqtt5 = {"MQTT-4.7.3-1", "MQTT-4.7.3-3"},
      mqtt311 = {"MQTT-4.7.3-1", "MQTT-4.7.3-3"})
  @ParameterizedTest
  @EnumSource
  void aFilterHasOneCharacterAtLeastAndAsManyAsFit(Version version) {
    Wire wire = server.connected(version);
    String longest = "v1/down/" + "1".repeat(65_535 - "v1/down//#".length()) + "/#";
    Received.Suback answer = wire.subscribe(new Subscribe(1).filter(longest, 0));
    assertThat(answer.codes().getFirst()).isGreaterThanOrEqualTo(Codes.UNSPECIFIED);
    assertThat(wire.untilPong()).isEmpty();

    wire.send(new Subscribe(2).filter("", 0).subscribe(version));
    Received empty = wire.nextOrEnd();
    if (empty instanceof Received.Suback suback) {
      assertThat(suback.codes().getFirst()).isGreaterThanOrEqualTo(Codes.UNSPECIFIED);
    } else if (empty instanceof Received.Goodbye goodbye) {
      assertThat(goodbye.code()).isIn(Codes.FILTER_INVALID, Codes.MALFORMED, Codes.PROTOCOL_ERROR);
    } else {
      assertThat(empty).isNull();
      assertThat(version).isEqualTo(Version.MQTT_311);
    }
  }

  @Normative(mqtt5 = {"MQTT-3.1.2-24", "MQTT-3.9.2-1", "MQTT-3.9.2-2"})
  @ParameterizedTest
  @ValueSource(ints = {20, 40, 80})
  void aSubackIsNeverTooLargeForItsClient(int packetBytesMax) {
    Wire wire = server.open(V5).acceptsUpTo(packetBytesMax);
    Props small = Props.of(Prop.MAXIMUM_PACKET_SIZE, packetBytesMax);
    wire.send(new Connect(V5, server.freshId()).properties(small).bytes());
    if (wire.nextOrEnd() == null) {
      // What CONNACK must say does not fit.
      return;
    }
    Received.Suback answer =
        wire.subscribe(new Subscribe(1).filter("no/such/" + "x".repeat(packetBytesMax), 0));
    assertThat(answer.codes()).containsExactly(Codes.NOT_AUTHORIZED);
  }

  @Test
  void twoHundredFiltersAreAnsweredOneByOne() {
    Wire wire = server.connected(V5);
    Subscribe many = new Subscribe(1);
    for (int i = 0; i < 200; i++) {
      many.filter("no/such/" + i, 0);
    }
    assertThat(wire.subscribe(many).codes()).hasSize(200).containsOnly(Codes.NOT_AUTHORIZED);
    assertThat(wire.unsubscribe(many).codes()).hasSize(200);
  }

  private void refuses(Version version, byte[] packet, int... codes) {
    Wire wire = server.connected(version);
    wire.send(packet).expectRefused(codes);
    wire.close();
  }
}
