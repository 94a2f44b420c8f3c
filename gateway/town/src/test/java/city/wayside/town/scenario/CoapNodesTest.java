package city.wayside.town.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.wayside.kit.coap.CoapTiming;
import city.wayside.kit.net.UdpLink;
import city.wayside.model.telemetry.Metric;
import city.wayside.road.network.RoadNetwork;
import city.wayside.town.clients.ClientsFile;
import city.wayside.town.compose.Bundled;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two edge nodes behind a balancer that gives every datagram to the next of them. Vehicles report
/// all the time over CoAP and DTLS, and both nodes are started anew meanwhile, one after the other:
/// they notice nothing but messages that they had to send again.
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class CoapNodesTest {

  private static final int VEHICLES = 40;
  private static final int MESSAGES_BETWEEN = 10;
  private static final long NS_PER_MS = 1_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  @TempDir private Path folder = Path.of("");

  private final InstantSource clock = InstantSource.system();
  private RoadNetwork network;
  private Path registry;

  @BeforeEach
  void register() throws Exception {
    network = Bundled.network();
    registry = folder.resolve("clients.jsonl");
    ClientsFile file = ClientsFile.readOrNew(registry);
    for (long station = 1; station <= VEHICLES; station++) {
      file.put(CoapFleet.registered(station, clock));
    }
    file.write();
  }

  @Test
  void aRollingRestartCostsRetransmissionsAndNothingElse() throws Exception {
    try (EdgePair nodes = new EdgePair(network, clock, registry, folder);
        UdpLink balancer = new UdpLink(nodes.address(0), nodes.address(1));
        CoapFleet fleet =
            new CoapFleet(balancer.address(), VEHICLES, CoapTiming.standard(), network, clock)) {
      await().atMost(PATIENCE).until(nodes::knowEachOther);
      fleet.connect();
      await().atMost(PATIENCE).until(fleet::isConnected);
      fleet.drive();
      drive(fleet);

      // The balancer sprays on at a node that is not there.
      restart(nodes, 1, fleet);
      drive(fleet);

      // The balancer is told first, as by an endpoint that is not ready, and last.
      balancer.lead(nodes.address(1));
      restart(nodes, 0, fleet);
      balancer.lead(nodes.address(0), nodes.address(1));
      drive(fleet);

      fleet.comeToRest();
      await().atMost(PATIENCE).until(fleet::isAtRest);
      report(nodes, fleet);
      assertThat(fleet.lostCount()).isZero();
      assertThat(fleet.refused()).isEmpty();
      assertThat(fleet.acknowledgedCount()).isEqualTo(fleet.sentCount());
      assertThat(fleet.answeredAgainCount()).isZero();
      assertThat(nodes.count(Metric.EDGE_MESSAGES_STORED)).isEqualTo(fleet.sentCount());
      assertThat(nodes.count(Metric.EDGE_DTLS_HANDSHAKES, "established")).isEqualTo(VEHICLES);
      assertThat(nodes.count(Metric.EDGE_DTLS_HANDSHAKES, "begun")).isEqualTo(VEHICLES);
      assertThat(nodes.count(Metric.EDGE_DTLS_HANDSHAKES, "resumed")).isZero();
      assertThat(nodes.count(Metric.EDGE_DTLS_HANDED_OVER, "saved")).isEqualTo(VEHICLES);
      assertThat(nodes.count(Metric.EDGE_DTLS_HANDED_OVER, "loaded")).isEqualTo(VEHICLES);
    }
  }

  @Test
  void whoseSessionWasLostShakesHandsAnew() throws Exception {
    // Soon gives up a session that nobody has any more.
    CoapTiming impatient = new CoapTiming(300, 1.5, 3, 2, 10_000, 10_000);
    try (EdgePair nodes = new EdgePair(network, clock, registry, folder);
        UdpLink balancer = new UdpLink(nodes.address(0), nodes.address(1));
        CoapFleet fleet = new CoapFleet(balancer.address(), VEHICLES, impatient, network, clock)) {
      await().atMost(PATIENCE).until(nodes::knowEachOther);
      fleet.connect();
      await().atMost(PATIENCE).until(fleet::isConnected);
      fleet.drive();
      drive(fleet);

      nodes.stop(1);
      // As if it had crashed.
      nodes.loseSessions(1);
      nodes.start(1);
      drive(fleet);

      fleet.comeToRest();
      await().atMost(PATIENCE).until(fleet::isAtRest);
      report(nodes, fleet);
      assertThat(fleet.lostCount()).isPositive();
      assertThat(fleet.refused()).isEmpty();
      assertThat(fleet.acknowledgedCount()).isEqualTo(fleet.sentCount() - fleet.lostCount());
      assertThat(nodes.count(Metric.EDGE_DTLS_HANDED_OVER, "loaded")).isZero();
      long lostSessions = nodes.count(Metric.EDGE_DTLS_HANDED_OVER, "saved");
      assertThat(lostSessions).isBetween(1L, VEHICLES - 1L);
      assertThat(fleet.openedCount()).isGreaterThanOrEqualTo(VEHICLES + lostSessions);
    }
  }

  /// Stops a node and starts it when its absence has been noticed.
  private static void restart(EdgePair nodes, int nodeId, CoapFleet fleet) throws Exception {
    long fromNs = System.nanoTime();
    nodes.stop(nodeId);
    long stoppedNs = System.nanoTime();
    long before = fleet.sentAgainCount();
    await().atMost(PATIENCE).until(() -> fleet.sentAgainCount() >= before + VEHICLES / 4);
    nodes.start(nodeId);
    System.out.printf(
        "node %d stopped in %d ms and was ready %d ms later%n",
        nodeId, (stoppedNs - fromNs) / NS_PER_MS, (System.nanoTime() - stoppedNs) / NS_PER_MS);
  }

  private static void report(EdgePair nodes, CoapFleet fleet) {
    System.out.printf(
        "%d vehicles sent %d messages, %d times again; %d acknowledged, %d given up, refused %s,"
            + " %d answered twice; %d received, %d stored, %d duplicates; %d handshakes,"
            + " %d records passed on, %d sessions left%n",
        VEHICLES,
        fleet.sentCount(),
        fleet.sentAgainCount(),
        fleet.acknowledgedCount(),
        fleet.lostCount(),
        fleet.refused(),
        fleet.answeredAgainCount(),
        nodes.count(Metric.EDGE_MESSAGES_RECEIVED),
        nodes.count(Metric.EDGE_MESSAGES_STORED),
        nodes.count(Metric.EDGE_MESSAGES_REFUSED),
        nodes.count(Metric.EDGE_DTLS_HANDSHAKES, "established"),
        nodes.count(Metric.EDGE_DTLS_PASSED_ON),
        nodes.count(Metric.EDGE_DTLS_HANDED_OVER, "saved"));
  }

  /// Every vehicle sends some messages more.
  private static void drive(CoapFleet fleet) {
    int[] before = fleet.progress();
    await().atMost(PATIENCE).until(() -> fleet.hasDrivenSince(before, MESSAGES_BETWEEN));
  }
}
