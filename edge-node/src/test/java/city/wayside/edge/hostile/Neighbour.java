package city.wayside.edge.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;

/// A client that does everything right, on one connection from first to last.
final class Neighbour {

  private static final int IDS_MAX = 65_535;

  private final Server server;
  private final Wire wire;
  private int packetId;

  Neighbour(Server server, Version version) {
    this.server = server;
    this.wire = server.connected(version);
  }

  /// A message of it is taken as ever, and nothing else has come.
  void isServed() {
    packetId = packetId % IDS_MAX + 1;
    Received.Ack answer = wire.publish(server.goodMessage().qos(1, packetId));
    assertThat(answer.packetId()).isEqualTo(packetId);
    assertThat(answer.code()).isZero();
  }
}
