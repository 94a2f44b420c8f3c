package city.wayside.kit.net;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
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
import org.jspecify.annotations.Nullable;

/// A line between clients and servers on this machine, as bad as it is told to be: it loses
/// datagrams, is slow, and stands for a NAT whose clients' outer ports may change at any time, and
/// for a load balancer that gives every datagram to the next server in turn. What a server sends to
/// an outer port that is given up is lost. It remembers what clients have sent, and can send it
/// again or something else in their name. Any thread.
public final class UdpLink implements AutoCloseable {

  private static final int DATAGRAM_BYTES_MAX = 65_535;

  /// Of so many datagrams of clients, the newest, it remembers what they were.
  private static final int REMEMBERED_MAX = 10_000;

  /// Which way a datagram goes.
  public enum Way {
    /// From a client to a server.
    THERE,
    /// From a server to a client.
    BACK
  }

  /// Which datagrams are lost.
  @FunctionalInterface
  public interface Loss {

    /// Whether a datagram is lost. Any thread.
    ///
    /// @param number how many went the same way before it, since the line became what it is
    boolean loses(Way way, int number);

    /// Loses datagrams at random; the same ones for the same seed.
    ///
    /// @param share which share of them, 0 to 1
    static Loss ofShare(double share, long seed) {
      long first = new SplittableRandom(seed).nextLong();
      // A throw for each by its number: what goes the other way in between changes nothing.
      return (way, number) ->
          new SplittableRandom(first + 2L * number + (way == Way.THERE ? 0 : 1)).nextDouble()
              < share;
    }
  }

  /// What a line is like.
  ///
  /// @param loss which datagrams are lost
  /// @param delayMs how long each takes, one way
  public record Quality(Loss loss, int delayMs) {

    /// Loses nothing, and is fast.
    public static final Quality GOOD = new Quality((_, _) -> false, 0);
  }

  /// The line since it became what it is: its quality, and how many datagrams went each way.
  private record State(Quality quality, AtomicInteger there, AtomicInteger back) {

    State(Quality quality) {
      this(quality, new AtomicInteger(), new AtomicInteger());
    }

    boolean losesNext(Way way) {
      AtomicInteger count = way == Way.THERE ? there : back;
      return quality.loss().loses(way, count.getAndIncrement());
    }
  }

  private final DatagramSocket inner;
  private final Map<SocketAddress, DatagramSocket> outer = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("udp-link").factory());
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicLong lostCount = new AtomicLong();
  private final Deque<byte[]> sent = new ArrayDeque<>();
  private volatile State state = new State(Quality.GOOD);
  private volatile List<InetSocketAddress> servers;
  private volatile @Nullable SocketAddress latest;

  /// A good line on the loopback.
  ///
  /// @param servers where datagrams go, to one after the other
  /// @throws IOException when there is no socket
  public UdpLink(InetSocketAddress... servers) throws IOException {
    this(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), List.of(servers));
  }

  /// A good line at an address.
  ///
  /// @param own where clients send to, an address of this machine
  /// @param servers where datagrams go, to one after the other
  /// @throws IOException when there is no socket
  public UdpLink(InetSocketAddress own, List<InetSocketAddress> servers) throws IOException {
    this.servers = List.copyOf(servers);
    this.inner = new DatagramSocket(own);
    listen(inner, this::fromClient);
  }

  /// What is done with a datagram.
  @FunctionalInterface
  private interface Taking {
    void take(SocketAddress from, byte[] bytes);
  }

  private static void listen(DatagramSocket socket, Taking taking) {
    Thread _ =
        Thread.ofVirtual()
            .start(() -> {
              byte[] buffer = new byte[DATAGRAM_BYTES_MAX];
              while (!socket.isClosed()) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                try {
                  socket.receive(packet);
                  taking.take(packet.getSocketAddress(), Arrays.copyOf(buffer, packet.getLength()));
                } catch (IOException closedOrRefused) {
                  // A closed socket ends it; that nobody listens is no matter of the line.
                }
              }
            });
  }

  private void fromClient(SocketAddress client, byte[] bytes) {
    latest = client;
    synchronized (sent) {
      if (sent.size() == REMEMBERED_MAX) {
        sent.removeFirst();
      }
      sent.addLast(bytes);
    }
    toServer(client, bytes);
  }

  private void toServer(SocketAddress client, byte[] bytes) {
    List<InetSocketAddress> all = servers;
    InetSocketAddress server = all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
    later(Way.THERE, () -> send(outer.computeIfAbsent(client, this::outerOf), bytes, server));
  }

  private DatagramSocket outerOf(SocketAddress client) {
    try {
      DatagramSocket made = new DatagramSocket(0, inner.getLocalAddress());
      listen(made, (_, bytes) -> later(Way.BACK, () -> send(inner, bytes, client)));
      return made;
    } catch (IOException e) {
      throw new IllegalStateException("no socket for another client", e);
    }
  }

  private void later(Way way, Runnable sending) {
    State now = state;
    if (now.losesNext(way)) {
      lostCount.incrementAndGet();
      return;
    }
    try {
      ScheduledFuture<?> _ =
          clock.schedule(sending, now.quality().delayMs(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      // The line is cut.
    }
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
    state = new State(other);
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
  public void lead(InetSocketAddress... others) {
    servers = List.of(others);
  }

  /// What clients have sent, lost or not, oldest first.
  public List<byte[]> sent() {
    synchronized (sent) {
      return List.copyOf(sent);
    }
  }

  /// Sends something as if the client had that sent the newest datagram.
  public void forge(byte[] bytes) {
    SocketAddress client = latest;
    if (client == null) {
      throw new IllegalStateException("no client has sent anything yet");
    }
    toServer(client, bytes.clone());
  }

  @Override
  public void close() {
    clock.shutdownNow();
    inner.close();
    outer.values().forEach(DatagramSocket::close);
  }
}
