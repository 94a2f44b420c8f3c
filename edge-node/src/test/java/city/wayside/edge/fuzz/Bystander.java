package city.wayside.edge.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.PacketType;
import city.wayside.edge.wire.Packets;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Subscribe;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// A client that does everything right all the time, on one connection, whatever others do.
final class Bystander implements Runnable {

  /// What it does over and over.
  enum Role {
    SPEAKER,
    LISTENER
  }

  private static final int IDS_MAX = 65_535;

  private final Server server;
  private final Version version;
  private final Role role;
  private final BooleanSupplier goesOn;
  private final List<String> findings;
  private final AtomicLong servedCount = new AtomicLong();

  Bystander(
      Server server, Version version, Role role, BooleanSupplier goesOn, List<String> findings) {
    this.server = server;
    this.version = version;
    this.role = role;
    this.goesOn = goesOn;
    this.findings = findings;
  }

  /// How many messages it sent that were acknowledged, or got that were for it.
  long servedCount() {
    return servedCount.get();
  }

  @Override
  public void run() {
    try {
      String id = "bystander" + server.freshId();
      Wire wire = server.connected(new Connect(version, id).keepAlive(600), version);
      if (role == Role.LISTENER) {
        wire.subscribe(new Subscribe(1).filter(Corpus.DOWN_TOPIC, 1));
      }
      while (goesOn.getAsBoolean()) {
        long turn = servedCount.getAndIncrement();
        switch (role) {
          case SPEAKER -> speak(wire, (int) (turn % IDS_MAX) + 1);
          case LISTENER -> listen(wire, "%s heard %d".formatted(id, turn));
        }
      }
    } catch (RuntimeException | AssertionError finding) {
      findings.add("a " + role + " that did nothing wrong: " + finding);
    }
  }

  private void speak(Wire wire, int packetId) {
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

  /// Has a message sent to all who listen, itself among them, and waits for it. The other
  /// listeners' messages come too, and each in its order.
  private void listen(Wire wire, String words) {
    server.publishDown(Corpus.DOWN_TOPIC, words, 1, false);
    boolean isHeard = false;
    while (!isHeard) {
      Received.Published message = wire.expect(Received.Published.class);
      wire.send(Packets.ack(PacketType.PUBACK, message.packetId()));
      isHeard = words.equals(new String(message.payload(), UTF_8));
    }
  }
}
