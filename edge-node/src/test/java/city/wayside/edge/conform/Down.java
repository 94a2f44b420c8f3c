package city.wayside.edge.conform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.PacketType;
import city.wayside.edge.wire.Packets;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Subscribe;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import java.util.ArrayList;
import java.util.List;

/// A client that listens, and the place and station for which it does. Others' messages are kept
/// out, for nobody else uses either.
final class Down {

  private static final int KEPT_S = 60;
  private static final String MARK = "mark";

  private final Server server;
  private final Version version;
  private final String id;

  /// Quadkey levels.
  final String place;

  /// For marks, which tell that nothing came before them.
  private final String station;

  private Wire wire;
  private int packetIds = 1_000;

  Down(Server server, Version version) {
    this.server = server;
    this.version = version;
    this.id = server.freshId();
    this.place = server.freshPlace();
    this.station = server.freshId();
    this.wire = server.connected(connect(), version);
    subscribe("v1/down/" + station + "/#", 1);
  }

  /// A session that is kept.
  Connect connect() {
    Connect connect = new Connect(version, id).cleanStart(false);
    return version.isMqtt5() ? connect.sessionExpiry(KEPT_S) : connect;
  }

  /// Its connection.
  Wire wire() {
    return wire;
  }

  /// Begins again with another CONNECT, as the same client.
  Down again(Connect connect) {
    wire.close();
    wire = server.connected(connect, version);
    return this;
  }

  /// Breaks the connection off, and does not come back yet.
  Down leave() {
    int before = server.connectionsCount();
    wire.breakOff();
    // Until the server has noticed, it sends to a connection that nobody reads.
    await().atMost(Wire.DEADLINE).until(() -> server.connectionsCount() < before);
    return this;
  }

  /// Connects again.
  ///
  /// @return whether its session was there
  boolean comeBack() {
    wire = server.open(version);
    return wire.connect(connect()).isSessionPresent();
  }

  /// The topic of a type at its place.
  String topic(String type) {
    return "v1/geo/" + place + "/" + type;
  }

  /// The filter for everything at its place.
  String all() {
    return "v1/geo/" + place + "/#";
  }

  Received.Suback subscribe(String filter, int options) {
    return wire.subscribe(new Subscribe(nextPacketId()).filter(filter, options));
  }

  void unsubscribe(String filter) {
    wire.unsubscribe(new Subscribe(nextPacketId()).filter(filter));
  }

  int nextPacketId() {
    return packetIds++;
  }

  /// The next packet, a message with this text.
  Received.Published expect(String text) {
    Received.Published message = wire.expect(Received.Published.class);
    assertThat(text(message)).isEqualTo(text);
    return message;
  }

  /// Acknowledges a message.
  void acknowledge(Received.Published message) {
    wire.send(Packets.ack(PacketType.PUBACK, message.packetId()));
  }

  /// All messages that come before one of QoS 1 that is sent now. Those of QoS 1 are acknowledged.
  List<Received.Published> untilMark() {
    server.publishDown("v1/down/" + station + "/denm", MARK, 1, false);
    List<Received.Published> before = new ArrayList<>();
    while (true) {
      Received.Published next = wire.expect(Received.Published.class);
      if (next.qos() > 0) {
        acknowledge(next);
      }
      if (text(next).equals(MARK)) {
        return before;
      }
      before.add(next);
    }
  }

  static String text(Received.Published message) {
    return new String(message.payload(), UTF_8);
  }
}
