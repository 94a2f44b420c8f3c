package city.wayside.edge.endpoint.coap.dtls;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.eclipse.californium.elements.Connector;
import org.eclipse.californium.elements.DtlsEndpointContext;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.elements.MapBasedEndpointContext;
import org.eclipse.californium.elements.RawData;
import org.eclipse.californium.elements.RawDataChannel;
import org.eclipse.californium.scandium.DtlsClusterConnector.ClusterNodesProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The other nodes: which number is at which address, and which of them are there. Nodes say hello
/// to one another over the channel that they have among themselves, and that their key protects.
///
///     hello  = 61 · number 1
///     answer = 60 · number 1
final class ClusterNodes implements ClusterNodesProvider, RawDataChannel, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterNodes.class);

  private static final byte HELLO = 61;
  private static final byte ANSWER = 60;
  private static final int MESSAGE_BYTES = 2;

  /// A node that was not heard for so many hellos is not there.
  private static final int HELLOS_MISSED_MAX = 3;

  /// A session that brought no answer to so many hellos is given up. A node that was started anew
  /// begins one by itself, so this is for nodes that both believe in sessions that differ.
  private static final int HELLOS_UNANSWERED_MAX = 10;

  private record Node(InetSocketAddress address, long heardMs) {}

  private final ClusterConfig config;
  private final InstantSource clock;
  private final Map<Integer, Node> byId = new ConcurrentHashMap<>();

  /// For how many turns nothing was heard of an address. The thread `dtls-cluster` only.
  private final Map<InetSocketAddress, Integer> turnsSilent = new ConcurrentHashMap<>();

  private final CountDownLatch closing = new CountDownLatch(1);
  private @Nullable Connector channel;

  ClusterNodes(ClusterConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
  }

  /// Begins to say hello.
  ///
  /// @param channel what the nodes have among themselves; running
  /// @param own the address at which the others reach this node
  void start(Connector channel, InetSocketAddress own) {
    this.channel = channel;
    Thread _ =
        Thread.ofVirtual()
            .name("dtls-cluster")
            .start(() -> {
              try {
                do {
                  turn(channel, own);
                } while (!closing.await(config.helloMs(), TimeUnit.MILLISECONDS));
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private void turn(Connector channel, InetSocketAddress own) {
    long nowMs = clock.millis();
    for (InetSocketAddress peer : peers()) {
      if (peer.equals(own) || !channel.isRunning()) {
        continue;
      }
      if (isHeard(peer, nowMs, 2L * config.helloMs())) {
        turnsSilent.remove(peer);
        if (begins(own, peer)) {
          say(channel, HELLO, new AddressEndpointContext(peer));
        }
        continue;
      }
      // Two handshakes at once would end each other: so one of the two begins at every turn, the
      // other one at the first, for it may have been started anew, and now and then.
      int turns = turnsSilent.merge(peer, 1, Integer::sum);
      if (begins(own, peer) || turns % HELLOS_MISSED_MAX == 1) {
        boolean isGivenUp = turns % HELLOS_UNANSWERED_MAX == 0;
        say(channel, HELLO, isGivenUp ? anew(peer) : new AddressEndpointContext(peer));
      }
    }
  }

  private static EndpointContext anew(InetSocketAddress peer) {
    return new MapBasedEndpointContext(
        peer, null, DtlsEndpointContext.ATTRIBUTE_HANDSHAKE_MODE_FORCE);
  }

  private List<InetSocketAddress> peers() {
    List<InetSocketAddress> peers = new ArrayList<>();
    for (String peer : config.peers()) {
      int colon = peer.lastIndexOf(':');
      try {
        int port = Integer.parseInt(peer.substring(colon + 1));
        for (InetAddress each : InetAddress.getAllByName(peer.substring(0, colon))) {
          peers.add(new InetSocketAddress(each, port));
        }
      } catch (UnknownHostException _) {
        LOG.debug("The node {} has no address now", peer);
      }
    }
    return peers;
  }

  /// True when the first of two nodes is the one that begins.
  private static boolean begins(InetSocketAddress first, InetSocketAddress second) {
    return first.toString().compareTo(second.toString()) < 0;
  }

  private boolean isHeard(InetSocketAddress address, long nowMs, long silenceMsMax) {
    return byId.values().stream()
        .anyMatch(node -> node.address().equals(address) && nowMs - node.heardMs() <= silenceMsMax);
  }

  private void say(Connector channel, byte what, EndpointContext to) {
    byte[] message = {what, (byte) config.nodeId()};
    try {
      channel.send(RawData.outbound(message, to, null, false));
    } catch (RuntimeException e) {
      LOG.debug("A hello to {} was not sent: {}", to.getPeerAddress(), e.toString());
    }
  }

  @Override
  public void receiveData(RawData raw) {
    byte[] message = raw.getBytes();
    if (message.length < MESSAGE_BYTES || (message[0] != HELLO && message[0] != ANSWER)) {
      return;
    }
    int nodeId = message[1] & 0xff;
    if (nodeId == config.nodeId()) {
      LOG.warn(
          "The node at {} has the same number as this one, {}; records will be lost",
          raw.getInetSocketAddress(),
          nodeId);
      return;
    }
    Node node = new Node(raw.getInetSocketAddress(), clock.millis());
    @Nullable Node before = byId.put(nodeId, node);
    if (before == null || !before.address().equals(node.address())) {
      LOG.info("The node {} is at {}", nodeId, node.address());
    }
    Connector answering = channel;
    if (message[0] == HELLO && answering != null) {
      say(answering, ANSWER, raw.getEndpointContext());
    }
  }

  @Override
  public @Nullable InetSocketAddress getClusterNode(int nodeId) {
    @Nullable Node node = byId.get(nodeId);
    return node == null ? null : node.address();
  }

  @Override
  public boolean available(InetSocketAddress destination) {
    return byId.values().stream().anyMatch(node -> node.address().equals(destination));
  }

  /// How many other nodes are there.
  int othersCount() {
    long nowMs = clock.millis();
    return (int) byId.values().stream().filter(node -> isThere(node, nowMs)).count();
  }

  private boolean isThere(Node node, long nowMs) {
    return nowMs - node.heardMs() <= (long) HELLOS_MISSED_MAX * config.helloMs();
  }

  /// Which node an address belongs to as long as no connection id says so: of all that are there,
  /// the one whose number gives the highest value together with the address. When a node comes or
  /// goes, only what belongs to it belongs to another one then.
  int ownerOf(InetSocketAddress client) {
    long nowMs = clock.millis();
    int hash = 31 * Arrays.hashCode(client.getAddress().getAddress()) + client.getPort();
    int owner = config.nodeId();
    long highest = mixed(hash, owner);
    for (Map.Entry<Integer, Node> each : byId.entrySet()) {
      if (isThere(each.getValue(), nowMs)) {
        long value = mixed(hash, each.getKey());
        if (value > highest || (value == highest && each.getKey() > owner)) {
          highest = value;
          owner = each.getKey();
        }
      }
    }
    return owner;
  }

  /// Splitmix64's last step: every bit depends on every other one.
  private static long mixed(int hash, int nodeId) {
    long z = ((long) hash << 32) ^ (nodeId * 0x9E3779B97F4A7C15L);
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
