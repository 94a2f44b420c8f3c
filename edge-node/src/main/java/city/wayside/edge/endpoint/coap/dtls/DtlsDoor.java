package city.wayside.edge.endpoint.coap.dtls;

import city.wayside.edge.access.Gatekeeper;
import city.wayside.edge.access.HandshakeDesk;
import city.wayside.edge.access.Presented;
import city.wayside.edge.endpoint.coap.dtls.ClusterConfig.Balancer;
import city.wayside.edge.endpoint.coap.dtls.DtlsConfig.ClientCertificate;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.Principal;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.elements.EndpointContextMatcher;
import org.eclipse.californium.elements.util.DataStreamReader;
import org.eclipse.californium.elements.util.DatagramWriter;
import org.eclipse.californium.elements.util.Filter;
import org.eclipse.californium.elements.util.SerializationUtil;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.Connection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door through which clients come in over DTLS.
///
/// It is opened before its connector is started, for the sessions of the process before are taken
/// over then, and closed after its endpoint was stopped and before that is destroyed, for the
/// sessions are left for the next process then.
public final class DtlsDoor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DtlsDoor.class);

  private final DtlsConfig config;
  private final DtlsIdentity identity;
  private final DtlsCounts counts;
  private final DTLSConnector connector;
  private final Sessions sessions;
  private final @Nullable ClusterNodes nodes;
  private final @Nullable SessionFolder folder;
  private final ExecutorService answers;

  private DtlsDoor(
      DtlsConfig config,
      DtlsIdentity identity,
      DtlsCounts counts,
      DTLSConnector connector,
      Sessions sessions,
      @Nullable ClusterNodes nodes,
      @Nullable SessionFolder folder,
      ExecutorService answers) {
    this.config = config;
    this.identity = identity;
    this.counts = counts;
    this.connector = connector;
    this.sessions = sessions;
    this.nodes = nodes;
    this.folder = folder;
    this.answers = answers;
  }

  /// A door with the sessions that the process before has left. Blocks while files are read.
  ///
  /// @param host the address to listen on
  /// @param gatekeeper knows the clients' keys
  /// @throws IOException when a setting or a file cannot be used; the message says which
  public static DtlsDoor open(
      DtlsConfig config,
      String host,
      Gatekeeper gatekeeper,
      Telemetry telemetry,
      InstantSource clock)
      throws IOException {
    DtlsIdentity identity = new DtlsIdentity(config);
    DtlsCounts counts = new DtlsCounts(telemetry);
    ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();
    DtlsConnectorConfig settings =
        settings(config, host, identity, gatekeeper.handshakes(), counts, answers);
    ClusterNodes nodes =
        config.cluster().isEnabled() ? new ClusterNodes(config.cluster(), clock) : null;
    Sessions sessions = new Sessions(settings);
    if (nodes != null) {
      telemetry.gauge(Metric.EDGE_DTLS_NODES, "", nodes::othersCount);
    }
    DTLSConnector connector =
        nodes == null
            ? new SessionConnector(settings, sessions)
            : new ClusterConnector(
                config.cluster().balancer() == Balancer.BY_DATAGRAM,
                settings,
                DtlsSettings.cluster(config),
                sessions,
                nodes,
                counts);
    @Nullable Path left = config.handOver().folder();
    SessionFolder folder =
        left == null
            ? null
            : new SessionFolder(config.handOver(), left, DtlsSettings.owner(config), clock);
    DtlsDoor door =
        new DtlsDoor(config, identity, counts, connector, sessions, nodes, folder, answers);
    door.takeOver();
    return door;
  }

  private static DtlsConnectorConfig settings(
      DtlsConfig config,
      String host,
      DtlsIdentity identity,
      HandshakeDesk desk,
      DtlsCounts counts,
      ExecutorService answers)
      throws IOException {
    HandshakeGate gate = new HandshakeGate(desk, counts, config.limits().handshakesAtOnceMax());
    DtlsConnectorConfig.Builder builder =
        DtlsSettings.builder(config, host)
            .setAdvancedPskStore(new RegisteredKeys(desk, answers))
            .setApplicationLevelInfoSupplier((_, mark) -> DtlsPeer.remembering(mark))
            .setHealthHandler(counts)
            .setDatagramFilter(gate)
            .setSessionListener(gate);
    if (identity.content().own().isPresent()) {
      builder.setCertificateIdentityProvider(new ServerCredentials(identity));
      if (config.clientCertificate() != ClientCertificate.NONE) {
        builder.setAdvancedCertificateVerifier(new ClientTrust(identity, desk, answers));
      }
    }
    try {
      return builder.build();
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new IOException("edge.coap.dtls: " + e.getMessage(), e);
    }
  }

  /// What is to be given to a CoAP endpoint.
  public DTLSConnector connector() {
    return connector;
  }

  /// Tells who is the other end of a conversation.
  public EndpointContextMatcher matcher() {
    return new SessionMatcher();
  }

  /// The port on which it listens, once its connector was started.
  public int port() {
    return connector.getAddress().getPort();
  }

  /// Reads the files again if they have changed: new handshakes use the new ones. Files that cannot
  /// be used leave all as it was. Blocks.
  ///
  /// @return true when new files are used from now on
  public boolean refresh() {
    return identity.refresh();
  }

  /// What the sender of a message shows.
  public Presented presented(EndpointContext from) {
    return DtlsPeer.presented(from, sessions.mark(from));
  }

  /// By what the sender of a message is told from others: [DtlsPeer.Known], or its address where it
  /// has shown nothing.
  public Object known(EndpointContext from) {
    @Nullable Principal principal = from.getPeerIdentity();
    return principal == null
        ? from.getPeerAddress().getAddress()
        : new DtlsPeer.Known(principal, sessions.mark(from));
  }

  /// Ends all sessions of a peer that may not come in any more; it must shake hands again. Sessions
  /// by another shared key go on.
  public Future<Void> endSessionsOf(DtlsPeer.Known peer) {
    Filter<Connection> ending =
        connection -> {
          sessions.endIfOf(peer, connection);
          // All of them are looked at.
          return false;
        };
    return connector.startForEach(ending);
  }

  /// How many other nodes of the cluster are there; 0 without a cluster.
  public int otherNodesCount() {
    return nodes == null ? 0 : nodes.othersCount();
  }

  /// True when the sessions are left for the next process.
  public boolean isHandedOver() {
    return folder != null;
  }

  private void takeOver() {
    if (folder == null) {
      return;
    }
    try {
      Optional<byte[]> left = folder.take();
      if (left.isPresent()) {
        ByteArrayInputStream in = new ByteArrayInputStream(left.get());
        sessions.readMarks(in);
        long deltaNs = SerializationUtil.readNanotimeSynchronizationMark(new DataStreamReader(in));
        int count = connector.load(in, deltaNs);
        counts.loaded(count);
        LOG.info("{} DTLS sessions were taken over", count);
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("DTLS sessions were not taken over, clients will shake hands: {}", e.getMessage());
    }
  }

  /// Stops the connector and leaves the sessions for the next process. Blocks.
  @Override
  public void close() {
    if (connector.isRunning()) {
      connector.stop();
    }
    if (folder != null) {
      leave(folder);
    }
    connector.destroy();
    answers.close();
  }

  private void leave(SessionFolder to) {
    try {
      DatagramWriter moment = new DatagramWriter();
      SerializationUtil.writeNanotimeSynchronizationMark(moment);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      sessions.writeMarks(out);
      moment.writeTo(out);
      int count = connector.save(out, config.limits().staleAfterS());
      if (count == 0) {
        return;
      }
      to.leave(out.toByteArray());
      counts.saved(count);
      LOG.info("{} DTLS sessions were left for the next process", count);
    } catch (IOException e) {
      LOG.warn("DTLS sessions were not left, clients will shake hands: {}", e.getMessage());
    }
  }
}
