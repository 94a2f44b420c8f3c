package city.wayside.edge.endpoint.coap.dtls;

import static city.wayside.edge.endpoint.coap.dtls.Credentials.key;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.psk;
import static city.wayside.edge.endpoint.coap.dtls.DtlsRig.vehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.eclipse.californium.scandium.config.DtlsConfig.DTLS_USE_MULTI_RECORD_MESSAGES;

import city.wayside.edge.endpoint.coap.dtls.ClusterConfig.Balancer;
import city.wayside.kit.fake.ManualClock;
import city.wayside.kit.net.FreePorts;
import city.wayside.kit.net.UdpLink;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.config.Secret;
import city.wayside.model.telemetry.Metric;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.eclipse.californium.elements.RawData;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several edge nodes behind one address that gives its datagrams to any of them.
class ClusterTest {

  private static final ClientRecord BUS = vehicle("bus-12", key("bus-12"));

  @TempDir private Path folder;

  /// Two for the clients, two for the nodes among themselves.
  private final int[] ports = {
    FreePorts.next(), FreePorts.next(), FreePorts.next(), FreePorts.next()
  };

  /// A node behind a balancer that sprays.
  private DtlsRig node(int nodeId) throws Exception {
    return node(nodeId, Balancer.BY_DATAGRAM);
  }

  private DtlsRig node(int nodeId, Balancer balancer) throws Exception {
    ClusterConfig cluster =
        new ClusterConfig(
            true,
            nodeId,
            DtlsRig.LOOPBACK,
            ports[2 + nodeId],
            new Secret("c".repeat(32)),
            List.of(DtlsRig.LOOPBACK + ":" + ports[2], DtlsRig.LOOPBACK + ":" + ports[3]),
            balancer,
            50);
    HandOverConfig left = new HandOverConfig(folder, new Secret("k".repeat(32)), 600);
    return new DtlsRig(Credentials.with(DtlsConfig.defaults(), ports[nodeId], cluster, left), BUS);
  }

  private static void awaitEachOther(DtlsRig one, DtlsRig two) {
    await().until(() -> one.door.otherNodesCount() == 1 && two.door.otherNodesCount() == 1);
  }

  private static long passedOn(DtlsRig rig, String way) {
    return rig.telemetry.count(Metric.EDGE_DTLS_PASSED_ON, way);
  }

  @Test
  void aSessionGoesOnWhicheverNodeItsRecordsReach() throws Exception {
    try (DtlsRig one = node(0);
        DtlsRig two = node(1);
        UdpLink balancer = new UdpLink(one.address(), two.address())) {
      awaitEachOther(one, two);
      for (int i = 0; i < 4; i++) {
        try (TestClient client = new TestClient(psk(key("bus-12")))) {
          for (int round = 0; round < 5; round++) {
            client.exchange(balancer.address(), "round " + round);
          }
          balancer.rebind();
          for (int round = 5; round < 10; round++) {
            client.exchange(balancer.address(), "round " + round);
          }
        }
      }

      assertThat(one.handshakes("established") + two.handshakes("established")).isEqualTo(4);
      assertThat(one.heard.size() + two.heard.size()).isEqualTo(40);
      assertThat(passedOn(one, "forwarded") + passedOn(two, "forwarded")).isPositive();
      assertThat(passedOn(one, "sent") + passedOn(two, "sent")).isPositive();
      assertThat(passedOn(one, "lost") + passedOn(two, "lost")).isZero();
    }
  }

  @Test
  void aClientWithoutConnectionIdsKeepsItsNodeAsLongAsItKeepsItsAddress() throws Exception {
    Consumer<DtlsConnectorConfig.Builder> simple =
        builder -> {
          psk(key("bus-12")).accept(builder);
          builder
              .setConnectionIdGenerator(null)
              // Every record goes alone, the shortest too, and any of them to either node.
              .set(DTLS_USE_MULTI_RECORD_MESSAGES, false);
        };
    try (DtlsRig one = node(0);
        DtlsRig two = node(1);
        UdpLink balancer = new UdpLink(one.address(), two.address());
        TestClient client = new TestClient(simple)) {
      awaitEachOther(one, two);
      for (int round = 0; round < 10; round++) {
        client.exchange(balancer.address(), "round " + round);
      }

      assertThat(one.handshakes("established") + two.handshakes("established")).isEqualTo(1);
      assertThat(passedOn(one, "forwarded") + passedOn(two, "forwarded")).isPositive();
      assertThat(one.heard.size() + two.heard.size()).isEqualTo(10);
    }
  }

  @Test
  void aSessionStaysWhereItsHandshakeCameUntilItsFlowGoesElsewhere() throws Exception {
    try (DtlsRig one = node(0, Balancer.BY_FLOW);
        DtlsRig two = node(1, Balancer.BY_FLOW)) {
      awaitEachOther(one, two);
      for (int i = 0; i < 4; i++) {
        try (TestClient client = new TestClient(psk(key("bus-12")));
            UdpLink flow = new UdpLink(two.address(), two.address())) {
          client.exchange(flow.address(), "here");
          assertThat(two.handshakes("established")).isEqualTo(i + 1);
          assertThat(passedOn(two, "forwarded")).isZero();
          flow.lead(one.address());
          client.exchange(flow.address(), "there");
        }
      }
      // Counted after it was sent, and so perhaps after its echo.
      await().until(() -> passedOn(one, "forwarded") == 4);
      assertThat(one.handshakes("greeted")).isZero();
      assertThat(two.heard).hasSize(8);
    }
  }

  /// A client behind an address of its own.
  private record Vehicle(TestClient client, UdpLink balancer) implements AutoCloseable {
    void speak(String text) throws InterruptedException {
      // Once through each node.
      client.exchange(balancer.address(), text);
      client.exchange(balancer.address(), text);
    }

    @Override
    public void close() {
      client.close();
      balancer.close();
    }
  }

  @Test
  void sessionsOutliveTheRestartOfTheirNode() throws Exception {
    List<Vehicle> vehicles = new ArrayList<>();
    try (DtlsRig one = node(0)) {
      try (DtlsRig two = node(1)) {
        awaitEachOther(one, two);
        while (two.handshakes("established") == 0 || one.handshakes("established") == 0) {
          UdpLink balancer = new UdpLink(one.address(), two.address());
          Vehicle vehicle = new Vehicle(new TestClient(psk(key("bus-12"))), balancer);
          vehicles.add(vehicle);
          vehicle.speak("before");
        }
      }
      long handshakesBefore = one.handshakes("greeted");
      try (DtlsRig next = node(1)) {
        awaitEachOther(one, next);
        for (Vehicle vehicle : vehicles) {
          vehicle.speak("after");
        }
        assertThat(next.handshakes("greeted")).isZero();
        assertThat(next.heard).isNotEmpty();
        assertThat(one.handshakes("greeted")).isEqualTo(handshakesBefore);
      }
    } finally {
      vehicles.forEach(Vehicle::close);
    }
  }

  @Test
  void whatDoesNotComeFromANodeIsNotTaken() throws Exception {
    try (DtlsRig one = node(0);
        TestClient client = new TestClient(psk(key("bus-12")));
        UdpLink link = new UdpLink(one.address());
        DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      client.exchange(link.address(), "before");
      byte[] record = link.sent().getFirst();
      byte[] address = InetAddress.getLoopbackAddress().getAddress();
      ByteBuffer passed = ByteBuffer.allocate(4 + address.length + 8 + record.length);
      passed.put((byte) 63).putShort((short) 1).put((byte) address.length).put(address);
      passed.put(new byte[8]).put(record);
      InetSocketAddress inner = new InetSocketAddress(DtlsRig.LOOPBACK, ports[2]);
      for (int length : new int[] {1, 4, 9, 20, passed.capacity()}) {
        stranger.send(new DatagramPacket(passed.array(), length, inner));
      }

      client.exchange(link.address(), "after");
      assertThat(one.handshakes("greeted")).isEqualTo(1);
      assertThat(passedOn(one, "taken")).isZero();
    }
  }

  private static ClusterNodes nodes(ManualClock clock, int own, int... others) {
    ClusterConfig config =
        new ClusterConfig(true, own, DtlsRig.LOOPBACK, 0, null, List.of(), Balancer.BY_FLOW, 2_000);
    ClusterNodes nodes = new ClusterNodes(config, clock);
    for (int other : others) {
      hear(nodes, other);
    }
    return nodes;
  }

  private static void hear(ClusterNodes nodes, int nodeId) {
    InetSocketAddress from = new InetSocketAddress("192.0.2." + nodeId, 5884);
    byte[] answer = {60, (byte) nodeId};
    nodes.receiveData(RawData.inbound(answer, new AddressEndpointContext(from), false, 0, from));
  }

  @Test
  void allNodesAgreeOnTheOwnerOfAnAddress() {
    ManualClock clock = new ManualClock(1_000_000);
    ClusterNodes one = nodes(clock, 1, 2, 200);
    ClusterNodes two = nodes(clock, 2, 200, 1);
    ClusterNodes last = nodes(clock, 200, 1, 2);
    Map<Integer, Integer> owned = new HashMap<>();
    for (int port = 1; port <= 3_000; port++) {
      InetSocketAddress client = new InetSocketAddress("198.51.100.7", port);
      int owner = one.ownerOf(client);
      assertThat(two.ownerOf(client)).isEqualTo(owner);
      assertThat(last.ownerOf(client)).isEqualTo(owner);
      owned.merge(owner, 1, Integer::sum);
    }
    assertThat(owned).containsOnlyKeys(1, 2, 200).values().allMatch(count -> count > 800);
  }

  @Test
  void aNodeThatIsNotHeardGetsNoHandshakesAndTheOthersKeepTheirs() {
    ManualClock clock = new ManualClock(1_000_000);
    ClusterNodes nodes = nodes(clock, 1, 2, 3);
    Map<InetSocketAddress, Integer> before = new HashMap<>();
    for (int port = 1; port <= 1_000; port++) {
      InetSocketAddress client = new InetSocketAddress("198.51.100.7", port);
      before.put(client, nodes.ownerOf(client));
    }
    clock.advance(6_001);
    hear(nodes, 3);

    assertThat(nodes.othersCount()).isEqualTo(1);
    before.forEach((client, owner) ->
        assertThat(nodes.ownerOf(client))
            .satisfies(now -> {
              assertThat(now).isNotEqualTo(2);
              assertThat(owner == 2 || owner.equals(now)).isTrue();
            }));
    // Records of its sessions still go where it was, should it only have been slow.
    assertThat(nodes.getClusterNode(2)).isNotNull();
  }

  @Test
  void aNodeOfTheSameNumberIsNotBelieved() {
    ClusterNodes nodes = nodes(new ManualClock(1_000_000), 1, 1);
    assertThat(nodes.othersCount()).isZero();
    assertThat(nodes.getClusterNode(1)).isNull();
  }

  @Test
  void aClusterThatCannotWorkIsRefused() {
    Secret key = new Secret("c".repeat(32));
    assertRefused(
        new ClusterConfig(true, 1, DtlsRig.LOOPBACK, 0, null, List.of(), Balancer.BY_FLOW, 50),
        "edge.coap.dtls.cluster: key must be given, with 32 characters or more");
    assertRefused(
        new ClusterConfig(
            true, 1, DtlsRig.LOOPBACK, 0, key, List.of("edge-2"), Balancer.BY_FLOW, 50),
        "edge.coap.dtls.cluster: peer is \"edge-2\"; allowed is host:port");
  }

  private static void assertRefused(ClusterConfig cluster, String message) {
    assertThatThrownBy(() ->
            new DtlsRig(
                Credentials.with(DtlsConfig.defaults(), 0, cluster, HandOverConfig.defaults())))
        .hasMessage(message);
  }
}
