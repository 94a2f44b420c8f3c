package city.wayside.edge.fuzz;

import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.PacketType;
import city.wayside.edge.wire.Packets;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import java.util.List;
import java.util.function.BooleanSupplier;

/// A client that does everything right all the time, on one connection, whatever others do.
final class Bystander implements Runnable {

  private static final int IDS_MAX = 65_535;

  private final Server server;
  private final Version version;
  private final BooleanSupplier goesOn;
  private final List<String> findings;
  private volatile long servedCount;

  Bystander(Server server, Version version, BooleanSupplier goesOn, List<String> findings) {
    this.server = server;
    this.version = version;
    this.goesOn = goesOn;
    this.findings = findings;
  }

  /// How many messages of it were acknowledged.
  long servedCount() {
    return servedCount;
  }

  @Override
  public void run() {
    try {
      String id = "bystander" + server.freshId();
      Wire wire = server.connected(new Connect(version, id).keepAlive(600), version);
      while (goesOn.getAsBoolean()) {
        turn(wire, (int) (servedCount % IDS_MAX) + 1);
        servedCount++;
      }
    } catch (RuntimeException | AssertionError finding) {
      findings.add("a connection that did nothing wrong: " + finding);
    }
  }

  private void turn(Wire wire, int packetId) {
    int qos = packetId % 3 == 0 ? 2 : 1;
    expect(
        wire.publish(server.goodMessage().qos(qos, packetId)),
        qos == 2 ? PacketType.PUBREC : PacketType.PUBACK,
        packetId);
    if (qos == 2) {
      wire.send(Packets.ack(PacketType.PUBREL, packetId));
      expect(wire.expect(Received.Ack.class), PacketType.PUBCOMP, packetId);
    }
  }

  private static void expect(Received.Ack answer, PacketType type, int packetId) {
    if (answer.type() != type || answer.packetId() != packetId || answer.code() != 0) {
      throw new AssertionError("expected " + type + " " + packetId + ", but came " + answer);
    }
  }
}
