package city.wayside.edge.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.PacketType;
import city.wayside.edge.wire.Packets;
import city.wayside.edge.wire.Prop;
import city.wayside.edge.wire.Props;
import city.wayside.edge.wire.Publish;
import city.wayside.edge.wire.Subscribe;
import city.wayside.edge.wire.Version;
import java.util.ArrayList;
import java.util.List;

/// The valid packets that damage begins with.
///
/// @param version whose they are
/// @param connects packets that begin a session
/// @param others packets that follow it
record Corpus(Version version, List<byte[]> connects, List<byte[]> others) {

  /// Where messages go down to, while there are any.
  static final String DOWN_TOPIC = "v1/geo/0/1/2/denm";

  private static final int CLIENTS = 50;

  /// That of a version.
  ///
  /// @param probe a good payload
  static Corpus of(Version version, byte[] probe) {
    List<byte[]> connects = new ArrayList<>();
    for (int number = 0; number < CLIENTS; number++) {
      connects.addAll(connects(version, "fuzz" + number));
    }
    List<byte[]> others = new ArrayList<>(messages(version, probe));
    others.addAll(filters(version));
    others.addAll(answers(version));
    return new Corpus(version, List.copyOf(connects), List.copyOf(others));
  }

  private static List<byte[]> connects(Version version, String id) {
    List<byte[]> connects = new ArrayList<>();
    connects.add(new Connect(version, id).bytes());
    connects.add(new Connect(version, id).cleanStart(false).user(id).password("secret").bytes());
    connects.add(new Connect(version, id).will("v1/up/" + id + "/status", "gone", 1, true).bytes());
    if (version.isMqtt5()) {
      connects.add(
          new Connect(version, id)
              .cleanStart(false)
              .properties(
                  Props.of(Prop.SESSION_EXPIRY, 30)
                      .and(Prop.RECEIVE_MAXIMUM, 5)
                      .and(Prop.MAXIMUM_PACKET_SIZE, 400)
                      .and(Prop.TOPIC_ALIAS_MAXIMUM, 3)
                      .user("vendor", "acme"))
              .will("v1/up/" + id + "/status", "gone", 0, false)
              .willProperties(Props.of(Prop.WILL_DELAY, 1).and(Prop.CONTENT_TYPE, "text/plain"))
              .bytes());
    }
    return connects;
  }

  private static List<byte[]> messages(Version version, byte[] probe) {
    List<byte[]> messages = new ArrayList<>();
    for (int station = 1; station <= 20; station++) {
      Publish message = new Publish("v1/up/" + station + "/probe", probe);
      messages.add(message.bytes(version));
      messages.add(message.qos(1, station).bytes(version));
      messages.add(message.qos(2, station).dup().bytes(version));
    }
    messages.add(new Publish("v1/up/7/cam", "not a cam".getBytes(UTF_8)).bytes(version));
    messages.add(new Publish("v1/up/rsu/batch", new byte[20]).qos(1, 9).retain().bytes(version));
    messages.add(new Publish("default/inQueue/v2x/cam/x/0/1/2", probe).bytes(version));
    if (version.isMqtt5()) {
      messages.add(
          new Publish("v1/up/7/probe", probe)
              .qos(1, 11)
              .properties(
                  Props.of(Prop.TOPIC_ALIAS, 1)
                      .and(Prop.CONTENT_TYPE, "application/json")
                      .and(Prop.MESSAGE_EXPIRY, 60)
                      .and(Prop.RESPONSE_TOPIC, "v1/down/7/probe")
                      .user("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b716920-01"))
              .bytes(version));
      messages.add(new Publish("", probe).properties(Props.of(Prop.TOPIC_ALIAS, 1)).bytes(version));
    }
    return messages;
  }

  private static List<byte[]> filters(Version version) {
    Subscribe several =
        new Subscribe(21)
            .filter("v1/down/4711/#", 1)
            .filter("v1/geo/0/#", 1)
            .filter("v1/geo/0/1/+/denm", 0)
            .filter("v1/refused/fuzz1", 0)
            .filter("$share/group/v1/geo/#", 2);
    Subscribe one = new Subscribe(22).filter("v1/geo/0/1/2/+", 1);
    if (version.isMqtt5()) {
      one.properties(Props.of(Prop.SUBSCRIPTION_ID, 300).user("name", "value"));
    }
    return List.of(
        several.subscribe(version),
        one.subscribe(version),
        several.unsubscribe(version),
        new Subscribe(23).filter("v1/geo/0/1/2/+").unsubscribe(version));
  }

  private static List<byte[]> answers(Version version) {
    List<byte[]> answers = new ArrayList<>();
    for (int packetId = 1; packetId <= 8; packetId++) {
      answers.add(Packets.ack(PacketType.PUBACK, packetId));
      answers.add(Packets.ack(PacketType.PUBREL, packetId));
      if (version.isMqtt5()) {
        answers.add(Packets.ack(PacketType.PUBACK, packetId, 0x10));
        Props reason = Props.of(Prop.REASON_STRING, "because");
        answers.add(Packets.ack(PacketType.PUBREL, packetId, 0, reason));
      }
    }
    answers.add(Packets.ack(PacketType.PUBREC, 1));
    answers.add(Packets.ack(PacketType.PUBCOMP, 1));
    answers.add(Packets.ping());
    return answers;
  }
}
