package city.wayside.edge.conform;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Bytes;
import city.wayside.edge.wire.Codes;
import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.Packets;
import city.wayside.edge.wire.Prop;
import city.wayside.edge.wire.Props;
import city.wayside.edge.wire.Publish;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Subscribe;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Strings: UTF-8 without U+0000, everywhere.
@ExtendWith(Served.class)
class TextRulesTest {

  private static final Version V5 = Version.MQTT_5;

  private final Server server;

  TextRulesTest(Server server) {
    this.server = server;
  }

  /// One version and a string that is none.
  record Ill(Version version, String name, byte[] octets) {
    @Override
    public String toString() {
      return version + " " + name;
    }
  }

  static List<Ill> ill() {
    List<Ill> all = new ArrayList<>();
    for (Version version : Version.values()) {
      all.add(new Ill(version, "U+0000", Bytes.of('a', 0, 'b')));
      all.add(new Ill(version, "U+0000 in two octets", Bytes.hex("61 C080 62")));
      all.add(new Ill(version, "a slash in two octets", Bytes.hex("76 C0AF 62")));
      all.add(new Ill(version, "a slash in three octets", Bytes.hex("E080AF")));
      all.add(new Ill(version, "first surrogate", Bytes.hex("EDA080")));
      all.add(new Ill(version, "last surrogate", Bytes.hex("EDBFBF")));
      all.add(new Ill(version, "two surrogates", Bytes.hex("EDA081 EDB080")));
      all.add(new Ill(version, "beyond U+10FFFF", Bytes.hex("F4908080")));
      all.add(new Ill(version, "five octets", Bytes.hex("F888808080")));
      all.add(new Ill(version, "lone continuation", Bytes.hex("61 80")));
      all.add(new Ill(version, "cut off", Bytes.hex("61 E282")));
      all.add(new Ill(version, "no continuation", Bytes.hex("C3 28")));
      all.add(new Ill(version, "FF", Bytes.hex("FF")));
    }
    return all;
  }

  @Normative(
      mqtt5 = {
        "MQTT-1.5.4-1",
        "MQTT-1.5.4-2",
        "MQTT-3.1.3-4",
        "MQTT-3.1.3-11",
        "MQTT-3.1.3-12",
        "MQTT-3.14.0-1"
      },
      mqtt311 = {
        "MQTT-1.5.3-1",
        "MQTT-1.5.3-2",
        "MQTT-3.1.3-4",
        "MQTT-3.1.3-10",
        "MQTT-3.1.3-11",
        "MQTT-3.2.2-6"
      })
  @ParameterizedTest(name = "{0}")
  @MethodSource("ill")
  void ofConnectEveryStringIsChecked(Ill ill) {
    Version version = ill.version();
    String id = server.freshId();
    List<Connect> connects = new ArrayList<>();
    connects.add(new Connect(version, ill.octets()));
    connects.add(new Connect(version, id).user(ill.octets()));
    connects.add(new Connect(version, id).will(ill.octets(), new byte[] {1}, 0, false));
    if (version.isMqtt5()) {
      connects.add(new Connect(version, id).properties(user(ill)));
      connects.add(
          new Connect(version, id)
              .will("v1/up/" + id + "/status", "gone", 0, false)
              .willProperties(Props.none().and(Prop.CONTENT_TYPE, ill.octets())));
    }
    for (Connect connect : connects) {
      Wire wire = server.open(version);
      wire.send(connect.bytes()).expectTurnedAway(Codes.MALFORMED);
      wire.close();
    }
  }

  @Normative(
      mqtt5 = {
        "MQTT-1.5.4-1",
        "MQTT-1.5.4-2",
        "MQTT-3.3.2-1",
        "MQTT-3.8.3-1",
        "MQTT-3.10.3-1",
        "MQTT-4.7.3-2",
        "MQTT-4.13.1-1"
      },
      mqtt311 = {
        "MQTT-1.5.3-1",
        "MQTT-1.5.3-2",
        "MQTT-3.3.2-1",
        "MQTT-3.8.3-1",
        "MQTT-3.10.3-1",
        "MQTT-4.7.3-2",
        "MQTT-4.8.0-1"
      })
  @ParameterizedTest(name = "{0}")
  @MethodSource("ill")
  void topicsAndFiltersAreChecked(Ill ill) {
    Version version = ill.version();
    byte[] topic = Bytes.joined("v1/up/".getBytes(StandardCharsets.UTF_8), ill.octets());
    Subscribe filter = new Subscribe(5).filter("v1/down/1/#", 0).filter(topic, 0);

    refuses(version, new Publish(topic, new byte[0]).bytes(version));
    refuses(version, new Publish(topic, new byte[0]).qos(1, 5).bytes(version));
    refuses(version, filter.subscribe(version));
    refuses(version, filter.unsubscribe(version));
  }

  @Normative(mqtt5 = {"MQTT-1.5.4-1", "MQTT-1.5.7-1", "MQTT-3.3.2-13", "MQTT-3.3.2-19"})
  @ParameterizedTest(name = "{0}")
  @MethodSource("ill")
  void propertiesAreChecked(Ill ill) {
    if (!ill.version().isMqtt5()) {
      return;
    }
    byte[] good = {'a'};
    Props response = Props.none().and(Prop.RESPONSE_TOPIC, ill.octets());
    Props content = Props.none().and(Prop.CONTENT_TYPE, ill.octets());
    Props first = Props.none().user(ill.octets(), good);
    Props second = Props.none().user(good, ill.octets());

    refuses(V5, server.goodMessage().properties(response).bytes(V5));
    refuses(V5, server.goodMessage().properties(content).bytes(V5));
    refuses(V5, server.goodMessage().properties(first).bytes(V5));
    refuses(V5, server.goodMessage().properties(second).bytes(V5));
    refuses(V5, new Subscribe(1).filter("v1/down/1/#", 0).properties(first).subscribe(V5));
    refuses(V5, new Subscribe(1).filter("v1/down/1/#", 0).properties(second).unsubscribe(V5));
    Props reason = Props.none().and(Prop.REASON_STRING, ill.octets());
    refuses(V5, Packets.disconnect(Codes.WITH_WILL, reason));
  }

  @Normative(mqtt5 = "MQTT-1.5.4-3", mqtt311 = "MQTT-1.5.3-3")
  @ParameterizedTest
  @EnumSource
  void aByteOrderMarkIsACharacterLikeAnyOther(Version version) {
    String id = server.freshId();
    Wire plain = server.connected(new Connect(version, id), version);
    Wire marked = server.connected(new Connect(version, "\uFEFF" + id), version);

    Received.Suback answer =
        marked.subscribe(
            new Subscribe(1).filter("v1/refused/\uFEFF" + id, 0).filter("v1/refused/" + id, 0));
    assertThat(answer.codes().getFirst()).isZero();
    assertThat(answer.codes().getLast()).isGreaterThanOrEqualTo(Codes.UNSPECIFIED);
    assertThat(plain.untilPong()).as("not taken over").isEmpty();
  }

  private static Props user(Ill ill) {
    return Props.none().user(ill.octets(), ill.octets());
  }

  private void refuses(Version version, byte[] packet) {
    Wire wire = server.connected(version);
    wire.send(packet).expectRefused(Codes.MALFORMED);
    wire.close();
  }
}
