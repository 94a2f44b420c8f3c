package city.wayside.edge.endpoint.coap.dtls;

import city.wayside.edge.access.AccessConfig;
import city.wayside.edge.access.AccessMode;
import city.wayside.edge.access.Entry;
import city.wayside.edge.access.FailuresConfig;
import city.wayside.edge.access.Gatekeeper;
import city.wayside.edge.access.Gatekeepers;
import city.wayside.kit.fake.FakeClients;
import city.wayside.kit.fake.RecordingTelemetry;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Credential;
import city.wayside.model.telemetry.Metric;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.elements.RawData;

/// A door behind which everything that comes is sent back.
final class DtlsRig implements AutoCloseable {

  static final String LOOPBACK = InetAddress.getLoopbackAddress().getHostAddress();

  final RecordingTelemetry telemetry = new RecordingTelemetry();
  final FakeClients clients;
  final Gatekeeper gatekeeper;
  final DtlsDoor door;

  /// Who has sent something, oldest first.
  final List<EndpointContext> heard = new CopyOnWriteArrayList<>();

  DtlsRig(DtlsConfig config, ClientRecord... registered) throws IOException {
    this(config, 60, registered);
  }

  /// @param failuresMax how many handshakes of one address may fail
  DtlsRig(DtlsConfig config, int failuresMax, ClientRecord... registered) throws IOException {
    clients = new FakeClients(registered);
    AccessConfig all = AccessConfig.defaults();
    AccessConfig access =
        new AccessConfig(
            AccessMode.REGISTERED,
            true,
            all.clientIds(),
            50,
            2_000,
            all.password(),
            null,
            all.lookup(),
            all.work(),
            new FailuresConfig(failuresMax, 0.1, 100));
    InstantSource clock = InstantSource.system();
    gatekeeper = Gatekeepers.start(access, false, 1, clients, telemetry, clock);
    door = DtlsDoor.open(config, LOOPBACK, gatekeeper, telemetry, clock);
    door.connector()
        .setRawDataReceiver(raw -> {
          heard.add(raw.getEndpointContext());
          door.connector()
              .send(RawData.outbound(raw.getBytes(), raw.getEndpointContext(), null, false));
        });
    door.connector().start();
  }

  static ClientRecord vehicle(String name, Credential... credentials) {
    return new ClientRecord(
        name,
        ClientRole.VEHICLE,
        Set.of(12L),
        null,
        null,
        true,
        false,
        List.of(credentials),
        1_000);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(LOOPBACK, door.port());
  }

  /// What the gatekeeper says of the one who has sent the last message.
  Entry judged() {
    return gatekeeper
        .admit(door.presented(heard.getLast()))
        .toCompletableFuture()
        .orTimeout(20, TimeUnit.SECONDS)
        .join();
  }

  /// How many handshakes have had this outcome.
  long handshakes(String outcome) {
    return telemetry.count(Metric.EDGE_DTLS_HANDSHAKES, outcome);
  }

  @Override
  public void close() {
    door.close();
    gatekeeper.close();
  }
}
