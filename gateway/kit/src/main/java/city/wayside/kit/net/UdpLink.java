package city.wayside.kit.net;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A bad line between clients and servers on this machine: it loses datagrams, is slow, and stands
/// for a NAT whose clients' outer ports may change at any time, and for a load balancer that gives
/// every datagram to the next server in turn. What a server sends to an outer port that is given up
/// is lost.
public final class UdpLink implements AutoCloseable {

  private static final int DATAGRAM_BYTES_MAX = 65_535;

  /// What a line is like.
  ///
  /// @param lossShare which share of the datagrams is lost, on the way there and on the way back, 0
  ///   to 1
  /// @param delayMs how long each takes, one way
  public record Quality(double lossShare, int delayMs) {

    /// Loses nothing, and is fast.
    public static final Quality GOOD = new Quality(0, 0);
  }

  private final SplittableRandom dice;
  private final DatagramSocket inner;
  private final Map<SocketAddress, DatagramSocket> outer = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("udp-link").factory());
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicLong lostCount = new AtomicLong();
  private volatile Quality quality;
  private volatile List<InetSocketAddress> servers;

  /// A good line to some servers.
  ///
  /// @param seed decides which datagrams are lost
  /// @throws IOException when there is no socket
  public UdpLink(long seed, List<InetSocketAddress> servers) throws IOException {
    this.quality = Quality.GOOD;
    this.dice = new SplittableRandom(seed);
    this.servers = List.copyOf(servers);
    this.inner = socket();
    listen(inner, this::fromClient);
  }

  private static DatagramSocket socket() throws IOException {
    return new DatagramSocket(0, InetAddress.getLoopbackAddress());
  }

  /// What is done with a datagram.
  @FunctionalInterface
  private interface Way {
    void pass(SocketAddress from, byte[] bytes);
  }

  private static void listen(DatagramSocket socket, Way way) {
    Thread _ =
        Thread.ofVirtual()
            .start(() -> {
              byte[] buffer = new byte[DATAGRAM_BYTES_MAX];
              while (!socket.isClosed()) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                try {
                  socket.receive(packet);
                  way.pass(packet.getSocketAddress(), Arrays.copyOf(buffer, packet.getLength()));
                } catch (IOException closedOrRefused) {
                  // A closed socket ends it; that nobody listens is no matter of the line.
                }
              }
            });
  }

  private void fromClient(SocketAddress client, byte[] bytes) {
    List<InetSocketAddress> all = servers;
    InetSocketAddress server = all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
    later(() -> send(outer.computeIfAbsent(client, this::outerOf), bytes, server));
  }

  private DatagramSocket outerOf(SocketAddress client) {
    try {
      DatagramSocket made = socket();
      listen(made, (_, bytes) -> later(() -> send(inner, bytes, client)));
      return made;
    } catch (IOException e) {
      throw new IllegalStateException("no socket for another client", e);
    }
  }

  private void later(Runnable sending) {
    Quality now = quality;
    if (isLost(now.lossShare())) {
      lostCount.incrementAndGet();
      return;
    }
    try {
      ScheduledFuture<?> _ = clock.schedule(sending, now.delayMs(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      // The line is cut.
    }
  }

  private synchronized boolean isLost(double share) {
    return dice.nextDouble() < share;
  }

  private static void send(DatagramSocket from, byte[] bytes, SocketAddress to) {
    try {
      from.send(new DatagramPacket(bytes, bytes.length, to));
    } catch (IOException gone) {
      // It was given up meanwhile: lost.
    }
  }

  /// Where clients send to.
  public InetSocketAddress address() {
    return (InetSocketAddress) inner.getLocalSocketAddress();
  }

  /// How many datagrams were lost so far.
  public long lostCount() {
    return lostCount.get();
  }

  /// What the line is like from now on.
  public void become(Quality other) {
    quality = other;
  }

  /// From now on servers see every client at another port.
  public void rebind() {
    List<SocketAddress> clients = new ArrayList<>(outer.keySet());
    for (SocketAddress client : clients) {
      DatagramSocket before = outer.put(client, outerOf(client));
      if (before != null) {
        before.close();
      }
    }
  }

  /// From now on datagrams go to these servers.
  public void servers(List<InetSocketAddress> others) {
    servers = List.copyOf(others);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    inner.close();
    outer.values().forEach(DatagramSocket::close);
  }
}
