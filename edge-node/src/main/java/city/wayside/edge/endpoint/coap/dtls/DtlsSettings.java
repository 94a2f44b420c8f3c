package city.wayside.edge.endpoint.coap.dtls;

import static org.eclipse.californium.scandium.config.DtlsConfig.DTLS_CLIENT_AUTHENTICATION_MODE;
import static org.eclipse.californium.scandium.config.DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT;
import static org.eclipse.californium.scandium.config.DtlsConfig.DTLS_MAX_CONNECTIONS;
import static org.eclipse.californium.scandium.config.DtlsConfig.DTLS_MAX_PENDING_HANDSHAKE_RESULT_JOBS;
import static org.eclipse.californium.scandium.config.DtlsConfig.DTLS_MAX_PENDING_INBOUND_JOBS;
import static org.eclipse.californium.scandium.config.DtlsConfig.DTLS_MAX_PENDING_OUTBOUND_JOBS;
import static org.eclipse.californium.scandium.config.DtlsConfig.DTLS_MAX_RETRANSMISSIONS;
import static org.eclipse.californium.scandium.config.DtlsConfig.DTLS_MAX_TRANSMISSION_UNIT;
import static org.eclipse.californium.scandium.config.DtlsConfig.DTLS_PRESELECTED_CIPHER_SUITES;
import static org.eclipse.californium.scandium.config.DtlsConfig.DTLS_RECEIVER_THREAD_COUNT;
import static org.eclipse.californium.scandium.config.DtlsConfig.DTLS_RECEIVE_BUFFER_SIZE;
import static org.eclipse.californium.scandium.config.DtlsConfig.DTLS_RECORD_SIZE_LIMIT;
import static org.eclipse.californium.scandium.config.DtlsConfig.DTLS_RETRANSMISSION_TIMEOUT;
import static org.eclipse.californium.scandium.config.DtlsConfig.DTLS_ROLE;
import static org.eclipse.californium.scandium.config.DtlsConfig.DTLS_SEND_BUFFER_SIZE;
import static org.eclipse.californium.scandium.config.DtlsConfig.DTLS_STALE_CONNECTION_THRESHOLD;
import static org.eclipse.californium.scandium.config.DtlsConfig.DTLS_VERIFY_PEERS_ON_RESUMPTION_THRESHOLD;

import city.wayside.model.config.Secret;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKey;
import org.eclipse.californium.elements.config.CertificateAuthenticationMode;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.SystemConfig;
import org.eclipse.californium.scandium.config.DtlsClusterConnectorConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.ConnectionIdGenerator;
import org.eclipse.californium.scandium.dtls.MultiNodeConnectionIdGenerator;
import org.eclipse.californium.scandium.dtls.PskSecretResult;
import org.eclipse.californium.scandium.dtls.SingleNodeConnectionIdGenerator;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite;
import org.eclipse.californium.scandium.util.SecretUtil;
import org.jspecify.annotations.Nullable;

/// The settings in Scandium's words.
final class DtlsSettings {

  /// Asked of the kernel, which may give less: a tenth of a second of full load.
  private static final int SOCKET_BUFFER_BYTES = 4 * 1024 * 1024;

  private static final int CLUSTER_ID_BYTES_MIN = 5;
  private static final int CLUSTER_KEY_CHARS_MIN = 32;
  private static final String CLUSTER_IDENTITY = "wayside-edge-node";

  private DtlsSettings() {}

  /// What is set by numbers alone. HelloVerify and the window against repeated records are on by
  /// themselves.
  @SuppressWarnings("deprecation") // The only way to verify the addresses of returning clients too.
  static Configuration configuration(DtlsConfig config) throws IOException {
    DtlsLimits limits = config.limits();
    Configuration set =
        new Configuration(
            SystemConfig.DEFINITIONS,
            org.eclipse.californium.scandium.config.DtlsConfig.DEFINITIONS);
    // The same counters serve as health reports, which nobody is to write into the log.
    set.set(SystemConfig.HEALTH_STATUS_INTERVAL, 0, TimeUnit.SECONDS);
    set.set(DTLS_ROLE, DtlsRole.SERVER_ONLY);
    set.set(DTLS_VERIFY_PEERS_ON_RESUMPTION_THRESHOLD, 0);
    set.set(DTLS_PRESELECTED_CIPHER_SUITES, CipherSuites.named(config.ciphers()));
    set.set(
        DTLS_CLIENT_AUTHENTICATION_MODE,
        switch (config.clientCertificate()) {
          case NONE -> CertificateAuthenticationMode.NONE;
          case OPTIONAL -> CertificateAuthenticationMode.WANTED;
          case REQUIRED -> CertificateAuthenticationMode.NEEDED;
        });
    set.set(DTLS_MAX_CONNECTIONS, limits.sessionsMax());
    set.set(DTLS_STALE_CONNECTION_THRESHOLD, limits.staleAfterS(), TimeUnit.SECONDS);
    set.set(DTLS_CONNECTOR_THREAD_COUNT, limits.threadsCount());
    set.set(DTLS_RECEIVER_THREAD_COUNT, 1);
    set.set(DTLS_MAX_PENDING_INBOUND_JOBS, limits.pendingRecordsMax());
    set.set(DTLS_MAX_PENDING_OUTBOUND_JOBS, limits.pendingRecordsMax());
    set.set(DTLS_MAX_PENDING_HANDSHAKE_RESULT_JOBS, Math.max(64, limits.handshakesAtOnceMax()));
    set.set(DTLS_RECORD_SIZE_LIMIT, limits.recordBytesMax());
    set.set(DTLS_MAX_TRANSMISSION_UNIT, limits.mtuBytes());
    set.set(DTLS_RETRANSMISSION_TIMEOUT, limits.retransmitMs(), TimeUnit.MILLISECONDS);
    set.set(DTLS_MAX_RETRANSMISSIONS, limits.retransmitsMax());
    set.set(DTLS_RECEIVE_BUFFER_SIZE, SOCKET_BUFFER_BYTES);
    set.set(DTLS_SEND_BUFFER_SIZE, SOCKET_BUFFER_BYTES);
    return set;
  }

  /// Makes connection ids.
  static ConnectionIdGenerator connectionIds(DtlsConfig config) throws IOException {
    if (!config.cluster().isEnabled()) {
      return new SingleNodeConnectionIdGenerator(config.connectionIdBytes());
    }
    if (config.connectionIdBytes() < CLUSTER_ID_BYTES_MIN) {
      throw new IOException(
          "edge.coap.dtls: connectionIdBytes is %d; a cluster needs %d or more"
              .formatted(config.connectionIdBytes(), CLUSTER_ID_BYTES_MIN));
    }
    return new MultiNodeConnectionIdGenerator(
        config.cluster().nodeId(), config.connectionIdBytes());
  }

  /// Refuses what a cluster cannot work with.
  static DtlsClusterConnectorConfig cluster(DtlsConfig config) throws IOException {
    ClusterConfig cluster = config.cluster();
    @Nullable Secret key = cluster.key();
    if (key == null || key.value().length() < CLUSTER_KEY_CHARS_MIN) {
      throw new IOException(
          "edge.coap.dtls.cluster: key must be given, with %d characters or more"
              .formatted(CLUSTER_KEY_CHARS_MIN));
    }
    for (String peer : cluster.peers()) {
      if (!peer.matches("[^:]+:[0-9]{1,5}|\\[[0-9a-fA-F:]+]:[0-9]{1,5}")) {
        throw new IOException(
            "edge.coap.dtls.cluster: peer is \"%s\"; allowed is host:port".formatted(peer));
      }
    }
    List<CipherSuite> suites = CipherSuites.named(config.ciphers());
    if (suites.stream().noneMatch(CipherSuite::isPskBased)) {
      throw new IOException(
          "edge.coap.dtls.cluster: the nodes use a shared key among themselves, for which ciphers"
              + " has no suite");
    }
    SecretKey secret =
        SecretUtil.create(
            key.value().getBytes(StandardCharsets.UTF_8), PskSecretResult.ALGORITHM_PSK);
    return DtlsClusterConnectorConfig.builder()
        .setAddress(address("edge.coap.dtls.cluster", cluster.host(), cluster.port()))
        .setSecure(CLUSTER_IDENTITY, secret)
        .setClusterMac(true)
        .setBackwardMessage(true)
        .build();
  }

  private static InetSocketAddress address(String section, String host, int port)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new IOException("%s: host %s has no address".formatted(section, host));
    }
    return address;
  }

  /// Whose sessions are left for a successor: those of one with the same kind of connection ids.
  static String owner(DtlsConfig config) {
    return config.cluster().isEnabled()
        ? "node-%d-cid-%d".formatted(config.cluster().nodeId(), config.connectionIdBytes())
        : "single-cid-%d".formatted(config.connectionIdBytes());
  }

  /// The builder of a connector's settings with what both kinds have.
  static DtlsConnectorConfig.Builder builder(DtlsConfig config, String host) throws IOException {
    return DtlsConnectorConfig.builder(configuration(config))
        .setAddress(address("edge.coap", host, config.port()))
        .setConnectionIdGenerator(connectionIds(config));
  }
}
