package city.wayside.town.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.wayside.kit.coap.CoapClients;
import city.wayside.kit.coap.CoapCode;
import city.wayside.kit.coap.CoapConnection;
import city.wayside.kit.coap.CoapListener;
import city.wayside.kit.coap.CoapPackets;
import city.wayside.kit.coap.CoapTarget;
import city.wayside.kit.coap.CoapTiming;
import city.wayside.kit.coap.DerivedKeys;
import city.wayside.kit.net.UdpLink;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.model.telemetry.Metric;
import city.wayside.road.network.RoadNetwork;
import city.wayside.town.clients.ClientsFile;
import city.wayside.town.compose.Bundled;
import city.wayside.town.compose.Role;
import city.wayside.town.compose.Town;
import city.wayside.town.compose.TownPlan;
import city.wayside.town.compose.WaysideConfig;
import city.wayside.town.config.ConfigReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Vehicles that report over CoAP and DTLS on a line that loses every third datagram, takes a fifth
/// of a second, and gives them other addresses while they drive: every report is acknowledged once
/// and counted once, and nobody shakes hands twice. So it is when they come a second time.
class BadLineTest {

  private static final int VEHICLES = 6;
  private static final int REPORTS_EACH = 4;
  private static final long SEED = 7;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final UdpLink.Quality BAD =
      new UdpLink.Quality(UdpLink.Loss.ofShare(0.3, SEED), 100);

  @TempDir private Path folder = Path.of("");

  private final InstantSource clock = InstantSource.system();
  private RoadNetwork network;
  private Town town;

  @BeforeEach
  void start() throws Exception {
    network = Bundled.network();
    Path clients = folder.resolve("clients.jsonl");
    ClientsFile file = ClientsFile.readOrNew(clients);
    for (long station = 1; station <= VEHICLES; station++) {
      file.put(
          new ClientRecord(
              "v-" + station,
              ClientRole.VEHICLE,
              Set.of(station),
              null,
              null,
              true,
              true,
              List.of(DerivedKeys.of("v-" + station)),
              clock.millis()));
    }
    file.write();
    Map<String, String> settings =
        Map.of(
            "WAYSIDE_EDGE_MQTT_PORT", "0",
            "WAYSIDE_EDGE_MQTT_WEB_SOCKET_PORT", "0",
            "WAYSIDE_EDGE_COAP_PORT", "0",
            "WAYSIDE_EDGE_COAP_DTLS_IS_ENABLED", "true",
            "WAYSIDE_EDGE_COAP_DTLS_PORT", "0",
            "WAYSIDE_EDGE_ACCESS_MODE", "registered",
            "WAYSIDE_CLIENTS_FILE", clients.toString(),
            "WAYSIDE_SERVER_PORT", "0",
            "WAYSIDE_GRID_PORT", "0",
            "WAYSIDE_GRID_CLUSTER_NAME", "bad-line-" + ProcessHandle.current().pid());
    WaysideConfig config = new ConfigReader<>(WaysideConfig.class, settings).defaults();
    town =
        Town.launch(
            new TownPlan(config, EnumSet.allOf(Role.class), network, clock, "bad-line", "test"));
  }

  @AfterEach
  void stop() {
    town.close();
  }

  @Test
  void everyReportIsAcknowledgedOnceAndCountedOnce() throws Exception {
    InetSocketAddress server =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), town.coapSecurePort());
    try (UdpLink line = new UdpLink(server);
        CoapClients clients = vehicles(line.address())) {
      AtomicInteger acknowledged = new AtomicInteger();
      AtomicInteger failed = new AtomicInteger();
      List<Vehicle> vehicles = new ArrayList<>();
      for (long station = 1; station <= VEHICLES; station++) {
        Vehicle vehicle = new Vehicle(station, acknowledged, failed);
        vehicles.add(vehicle);
        clients.loop().execute(() -> vehicle.start(clients));
      }
      await().atMost(PATIENCE).until(() -> vehicles.stream().allMatch(vehicle -> vehicle.isOpen));
      line.become(BAD);
      vehicles.forEach(vehicle -> clients.loop().execute(() -> vehicle.drive(REPORTS_EACH / 2)));
      await()
          .atMost(PATIENCE)
          .until(() -> acknowledged.get() + failed.get() >= VEHICLES * REPORTS_EACH / 2);
      line.rebind();
      vehicles.forEach(vehicle -> clients.loop().execute(() -> vehicle.drive(REPORTS_EACH)));
      await()
          .atMost(PATIENCE)
          .until(() -> acknowledged.get() + failed.get() >= VEHICLES * REPORTS_EACH);

      assertThat(failed.get()).isZero();
      assertThat(acknowledged.get()).isEqualTo(VEHICLES * REPORTS_EACH);
      assertThat(count(Metric.EDGE_MESSAGES_RECEIVED)).isEqualTo(VEHICLES * REPORTS_EACH);
      assertThat(count(Metric.EDGE_MESSAGES_STORED)).isEqualTo(VEHICLES * REPORTS_EACH);
      assertThat(town.readings().read(Metric.EDGE_DTLS_HANDSHAKES))
          .containsEntry("established", (double) VEHICLES);
      assertThat(line.lostCount()).isPositive();
    }
  }

  /// A device that was switched off and on begins its message ids where it always does.
  @Test
  void theFirstReportsOfANewSessionAreNotTakenForThoseOfTheOneBefore() throws Exception {
    InetSocketAddress server =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), town.coapSecurePort());
    for (int session = 1; session <= 2; session++) {
      AtomicInteger acknowledged = new AtomicInteger();
      AtomicInteger failed = new AtomicInteger();
      try (CoapClients clients = vehicles(server)) {
        Vehicle vehicle = new Vehicle(1, acknowledged, failed);
        clients.loop().execute(() -> vehicle.start(clients));
        await().atMost(PATIENCE).until(() -> vehicle.isOpen);
        clients.loop().execute(() -> vehicle.drive(REPORTS_EACH));
        await().atMost(PATIENCE).until(() -> acknowledged.get() == REPORTS_EACH);
      }
      assertThat(failed.get()).isZero();
      assertThat(count(Metric.EDGE_MESSAGES_STORED)).isEqualTo(session * REPORTS_EACH);
    }
  }

  private static CoapClients vehicles(InetSocketAddress server) throws Exception {
    return CoapClients.of(
        CoapTarget.secured(server, station -> DerivedKeys.of("v-" + station)),
        CoapTiming.lossyLine(),
        System::nanoTime,
        SEED);
  }

  private double count(Metric metric) {
    return town.readings().total(metric);
  }

  /// Sends reports one after the other, as many as it was told to. Event loop of the clients.
  private final class Vehicle implements CoapListener {
    private final long station;
    private final AtomicInteger acknowledged;
    private final AtomicInteger failed;
    private @Nullable CoapConnection connection;
    private volatile boolean isOpen;
    private int sentCount;
    private int allowedCount;

    Vehicle(long station, AtomicInteger acknowledged, AtomicInteger failed) {
      this.station = station;
      this.acknowledged = acknowledged;
      this.failed = failed;
    }

    void start(CoapClients clients) {
      CoapConnection made = clients.connection(station, this);
      connection = made;
      made.connect();
    }

    void drive(int upToCount) {
      allowedCount = upToCount;
      roomAgain();
    }

    @Override
    public void opened() {
      isOpen = true;
    }

    @Override
    public void closed(boolean wasOpen, String reason) {
      failed.addAndGet(REPORTS_EACH - sentCount);
    }

    @Override
    public void answered(int token, int code) {
      (code == CoapCode.CHANGED ? acknowledged : failed).incrementAndGet();
    }

    @Override
    public void lost(int token) {
      failed.incrementAndGet();
    }

    @Override
    public void sentAgain() {
      // As often as it takes.
    }

    @Override
    public void roomAgain() {
      CoapConnection open = connection;
      if (open != null && sentCount < allowedCount) {
        sentCount++;
        byte[] options = CoapPackets.options("v1/up/" + station + "/probe", 50, true);
        boolean _ = open.post(sentCount, options, probe());
      }
    }

    private byte[] probe() {
      int segment = (int) station;
      return "{\"t\":%d,\"lat\":%s,\"lon\":%s,\"speedMps\":0,\"headingDeg\":%s}"
          .formatted(
              clock.millis(),
              network.latDeg(segment, 1),
              network.lonDeg(segment, 1),
              network.headingDeg(segment, 1))
          .getBytes(StandardCharsets.UTF_8);
    }
  }
}
