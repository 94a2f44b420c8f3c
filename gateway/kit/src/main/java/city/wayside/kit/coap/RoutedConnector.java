package city.wayside.kit.coap;

import city.wayside.model.client.SharedKey;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKey;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.SystemConfig;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.ConnectionId;
import org.eclipse.californium.scandium.dtls.HandshakeResultHandler;
import org.eclipse.californium.scandium.dtls.PskPublicInformation;
import org.eclipse.californium.scandium.dtls.PskSecretResult;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedPskStore;
import org.eclipse.californium.scandium.util.SecretUtil;
import org.eclipse.californium.scandium.util.ServerNames;
import org.jspecify.annotations.Nullable;

/// Scandium's DTLS without its socket: what goes out is handed to its owner, and what comes in is
/// handed to it. All on the event loop that it is given.
final class RoutedConnector extends DTLSConnector {

  /// Sessions at a time; those that are closed are forgotten for new ones.
  private static final int SESSIONS_MAX = 200_000;

  private static final int FORGOTTEN_AFTER_S = 10;

  /// Jobs that wait on the event loop: one for every client's datagram, at worst.
  private static final int JOBS_MAX = 200_000;

  /// Smaller than what any link of the Internet takes whole; handshakes are cut to it.
  private static final int MTU = 1280;

  private static final int CID_BYTES = 0; // The client's own: its peer has one address.

  /// Where things come from and go to.
  interface Routes {

    /// With which key a session begins; nothing when there is no such session any more.
    @Nullable SharedKey key(InetSocketAddress peer);

    /// Sends a record to a peer.
    void send(DatagramPacket datagram);

    /// A message came from a peer.
    void received(InetSocketAddress peer, byte[] message);
  }

  private final Routes routes;

  RoutedConnector(ScheduledExecutorService loop, Routes routes) {
    super(config(routes));
    this.routes = routes;
    setExecutor(loop);
    setRawDataReceiver(data -> routes.received(data.getInetSocketAddress(), data.getBytes()));
  }

  private static DtlsConnectorConfig config(Routes routes) {
    DtlsConfig.register();
    SystemConfig.register();
    Configuration values = new Configuration();
    values.set(DtlsConfig.DTLS_ROLE, DtlsRole.CLIENT_ONLY);
    values.set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 0);
    values.set(DtlsConfig.DTLS_CONNECTION_ID_LENGTH, CID_BYTES);
    values.set(DtlsConfig.DTLS_MAX_CONNECTIONS, SESSIONS_MAX);
    values.set(DtlsConfig.DTLS_STALE_CONNECTION_THRESHOLD, FORGOTTEN_AFTER_S, TimeUnit.SECONDS);
    values.set(DtlsConfig.DTLS_MAX_PENDING_INBOUND_JOBS, JOBS_MAX);
    values.set(DtlsConfig.DTLS_MAX_PENDING_OUTBOUND_JOBS, JOBS_MAX);
    values.set(DtlsConfig.DTLS_MAX_TRANSMISSION_UNIT, MTU);
    // What is required of every CoAP implementation (RFC 7252 §9.1.3.1), and what servers prefer.
    values.setAsList(
        DtlsConfig.DTLS_CIPHER_SUITES,
        CipherSuite.TLS_PSK_WITH_AES_128_CCM_8,
        CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256);
    values.set(SystemConfig.HEALTH_STATUS_INTERVAL, 0, TimeUnit.SECONDS);
    return DtlsConnectorConfig.builder(values)
        .setAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
        .setAdvancedPskStore(new Keys(routes))
        .build();
  }

  /// With a socket that nobody uses: Scandium asks for its address.
  @Override
  protected void start(InetSocketAddress address) throws IOException {
    if (!isRunning()) {
      init(address, new DatagramSocket(null), MTU);
    }
  }

  @Override
  protected void sendNextDatagramOverNetwork(DatagramPacket datagram) {
    routes.send(datagram);
  }

  /// The keys as Scandium asks for them: for the identity of a peer, then for the key of an
  /// identity.
  private static final class Keys implements AdvancedPskStore {
    private final Routes routes;
    private final Map<String, SharedKey> begun = new HashMap<>();

    Keys(Routes routes) {
      this.routes = routes;
    }

    @Override
    public boolean hasEcdhePskSupported() {
      return false;
    }

    @Override
    public @Nullable PskPublicInformation getIdentity(
        InetSocketAddress peer, @Nullable ServerNames names) {
      SharedKey key = routes.key(peer);
      if (key == null) {
        return null;
      }
      begun.put(key.identity(), key);
      return new PskPublicInformation(key.identity());
    }

    @Override
    public PskSecretResult requestPskSecretResult(
        ConnectionId cid,
        @Nullable ServerNames names,
        PskPublicInformation identity,
        @Nullable String hmacAlgorithm,
        @Nullable SecretKey otherSecret,
        byte @Nullable [] seed,
        boolean useExtendedMasterSecret) {
      SharedKey key = begun.get(identity.getPublicInfoAsString());
      SecretKey secret = key == null ? null : SecretUtil.create(key.key(), "PSK");
      return new PskSecretResult(cid, identity, secret);
    }

    @Override
    public void setResultHandler(HandshakeResultHandler handler) {}
  }
}
