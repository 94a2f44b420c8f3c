package city.wayside.edge.endpoint.coap.dtls;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Stands between one client and one or more servers: a NAT whose outer port can change, and a load
/// balancer that gives every datagram to the next server in turn. It remembers what the client has
/// sent. A server's answer is passed on only while the server was sent something from the outer
/// port that it answers to.
final class UdpRelay implements AutoCloseable {

  private static final int DATAGRAM_BYTES_MAX = 65_535;

  private final DatagramSocket inner = loopback();
  private volatile List<InetSocketAddress> servers;
  private final List<byte[]> sent = new CopyOnWriteArrayList<>();
  private volatile DatagramSocket outer = loopback();
  private volatile @Nullable SocketAddress client;
  private int turn;

  UdpRelay(InetSocketAddress... servers) {
    this.servers = List.of(servers);
    Thread _ = Thread.ofVirtual().start(() -> pass(inner, this::toServer));
    listenOuter(outer);
  }

  private static DatagramSocket loopback() {
    try {
      return new DatagramSocket(0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @FunctionalInterface
  private interface Way {
    void pass(DatagramPacket packet) throws IOException;
  }

  private void listenOuter(DatagramSocket socket) {
    Thread _ = Thread.ofVirtual().start(() -> pass(socket, this::toClient));
  }

  private void pass(DatagramSocket from, Way way) {
    byte[] buffer = new byte[DATAGRAM_BYTES_MAX];
    while (!from.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        from.receive(packet);
        way.pass(packet);
      } catch (IOException e) {
        if (!from.isClosed()) {
          throw new AssertionError(e);
        }
      }
    }
  }

  private void toServer(DatagramPacket packet) throws IOException {
    client = packet.getSocketAddress();
    byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
    sent.add(bytes);
    send(bytes);
  }

  private void toClient(DatagramPacket packet) throws IOException {
    SocketAddress to = client;
    if (to != null) {
      inner.send(new DatagramPacket(packet.getData(), packet.getLength(), to));
    }
  }

  private synchronized void send(byte[] bytes) throws IOException {
    List<InetSocketAddress> all = servers;
    InetSocketAddress server = all.get(turn++ % all.size());
    outer.send(new DatagramPacket(bytes, bytes.length, server));
  }

  /// Where the client is to send to.
  InetSocketAddress address() {
    return (InetSocketAddress) inner.getLocalSocketAddress();
  }

  /// From now on the servers see the client at another port, and what they send to the one before
  /// is lost.
  void rebind() {
    DatagramSocket before = outer;
    DatagramSocket after = loopback();
    listenOuter(after);
    outer = after;
    before.close();
  }

  /// From now on everything goes to this server.
  void lead(InetSocketAddress server) {
    servers = List.of(server);
  }

  /// What the client has sent, oldest first.
  List<byte[]> sent() {
    return List.copyOf(sent);
  }

  /// Sends something as if the client had.
  void forge(byte[] bytes) {
    try {
      send(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    inner.close();
    outer.close();
  }
}
