package city.wayside.edge.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A connection to a server, octet by octet. What does not come within the deadline is an
/// [AssertionError], as is everything illegal that the server sends.
public final class Wire implements AutoCloseable {

  /// Within what everything must have happened: far more than it needs, so that a slow machine
  /// decides nothing. To see many tests fail soon, less.
  public static final Duration DEADLINE =
      Duration.ofMillis(Integer.getInteger("wayside.wire.deadlineMs", 20_000));

  private static final int DEADLINE_MS = (int) DEADLINE.toMillis();

  private final Version version;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private int packetBytesMax = Integer.MAX_VALUE;

  private Wire(Version version, Socket socket, InputStream in, OutputStream out) {
    this.version = version;
    this.socket = socket;
    this.in = in;
    this.out = out;
  }

  /// Connects to a server; sends nothing yet.
  public static Wire open(Version version, String host, int port) {
    try {
      Socket socket = socket(host, port);
      return new Wire(
          version,
          socket,
          new BufferedInputStream(socket.getInputStream()),
          socket.getOutputStream());
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  /// Connects to a server over a WebSocket.
  public static Wire open(Version version, WebSocket webSocket) {
    return new Wire(version, webSocket.socket(), webSocket.input(), webSocket.output());
  }

  static Socket socket(String host, int port) throws IOException {
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(DEADLINE_MS);
    socket.connect(new InetSocketAddress(host, port), DEADLINE_MS);
    return socket;
  }

  /// The version that it speaks.
  public Version version() {
    return version;
  }

  /// Fails from now on when a longer packet comes.
  public Wire acceptsUpTo(int lengthBytes) {
    packetBytesMax = lengthBytes;
    return this;
  }

  /// Sends packets, all at once. A connection that is closed meanwhile is for the reads to find.
  public Wire send(byte[]... packets) {
    try {
      trySend(Bytes.joined(packets));
    } catch (IOException closed) {
      // The server closed it.
    }
    return this;
  }

  /// Sends octets.
  ///
  /// @throws IOException when the server has closed the connection
  public void trySend(byte[] octets) throws IOException {
    out.write(octets);
    out.flush();
  }

  /// Sends every octet by itself.
  public Wire sendOneByOne(byte[] octets) {
    for (byte octet : octets) {
      send(new byte[] {octet});
    }
    return this;
  }

  /// Sends a message.
  public Wire send(Publish message) {
    return send(message.bytes(version));
  }

  /// Sends CONNECT and reads the answer.
  public Received.Connack connect(Connect connect) {
    return send(connect.bytes()).expect(Received.Connack.class);
  }

  /// Subscribes and reads the answer.
  public Received.Suback subscribe(Subscribe subscribe) {
    return send(subscribe.subscribe(version)).expect(Received.Suback.class);
  }

  /// Ends subscriptions and reads the answer.
  public Received.Unsuback unsubscribe(Subscribe subscribe) {
    return send(subscribe.unsubscribe(version)).expect(Received.Unsuback.class);
  }

  /// Sends a message of QoS 1 or 2 and reads the first answer.
  public Received.Ack publish(Publish message) {
    return send(message).expect(Received.Ack.class);
  }

  /// The next packet, which must be of this type.
  public <T extends Received> T expect(Class<T> type) {
    Received packet = next();
    if (!type.isInstance(packet)) {
      throw new AssertionError("expected " + type.getSimpleName() + ", but came " + packet);
    }
    return type.cast(packet);
  }

  /// The next packet.
  public Received next() {
    Received packet = nextOrEnd();
    if (packet == null) {
      throw new AssertionError("the server closed the connection");
    }
    return packet;
  }

  /// The next packet; absent when the server closed the connection.
  public @Nullable Received nextOrEnd() {
    Frame frame = frame();
    if (frame == null) {
      return null;
    }
    if (frame.lengthBytes() > packetBytesMax) {
      throw new AssertionError("a packet of " + frame.lengthBytes() + " octets");
    }
    return PacketReader.read(version, frame);
  }

  /// The next packet, not looked into; absent when the server closed the connection.
  public @Nullable Frame frame() {
    try {
      return Frame.read(in);
    } catch (SocketTimeoutException nothing) {
      throw new AssertionError("nothing came within " + DEADLINE_MS + " ms", nothing);
    } catch (IOException reset) {
      return null;
    }
  }

  /// The server closes the connection and says nothing more.
  public void expectEnd() {
    Received packet = nextOrEnd();
    if (packet != null) {
      throw new AssertionError("expected the end, but came " + packet);
    }
  }

  /// The server ends the connection: in MQTT 5 with a DISCONNECT of one of these codes.
  public void expectRefused(int... codes) {
    if (version.isMqtt5()) {
      int code = expect(Received.Goodbye.class).code();
      demandOneOf(code, codes);
    }
    expectEnd();
  }

  /// The server turns a CONNECT away that it could read: in MQTT 5 with a CONNACK of one of these
  /// codes.
  public void expectTurnedAway(int... codes) {
    if (version.isMqtt5()) {
      demandOneOf(expect(Received.Connack.class).code(), codes);
    }
    expectEnd();
  }

  /// The server turns something away that it need not know for MQTT: if it says anything, it is a
  /// CONNACK with a refusal.
  public void expectNothingBegins() {
    Frame answer = frame();
    if (answer == null) {
      return;
    }
    if (answer.firstOctet() != PacketType.CONNACK.firstOctet()
        || answer.body()[0] != 0
        || answer.body()[1] == 0) {
      throw new AssertionError("expected the end, but came " + PacketType.of(answer.firstOctet()));
    }
    expectEnd();
  }

  /// Everything that the server sends before it answers a ping.
  public List<Received> untilPong() {
    send(Packets.ping());
    List<Received> before = new ArrayList<>();
    for (Received packet = next(); !(packet instanceof Received.Pong); packet = next()) {
      before.add(packet);
    }
    return before;
  }

  /// Sends no more; still reads.
  public Wire endSending() {
    try {
      socket.shutdownOutput();
    } catch (IOException closed) {
      // The server was faster.
    }
    return this;
  }

  /// Breaks the connection off, as a vehicle does that drives into a tunnel and reboots.
  public void breakOff() {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException closed) {
      // It is closed already.
    }
    close();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void demandOneOf(int code, int... codes) {
    for (int allowed : codes) {
      if (code == allowed) {
        return;
      }
    }
    List<String> words = new ArrayList<>();
    for (int allowed : codes) {
      words.add("0x%02X".formatted(allowed));
    }
    throw new AssertionError("code is 0x%02X, must be one of %s".formatted(code, words));
  }
}
