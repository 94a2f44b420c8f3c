package city.wayside.kit.coap.bare;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.core.server.resources.Resource;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.SystemConfig;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite;

/// A Californium server that answers every POST below `v1/up` with 2.04 and does nothing with it:
/// over DTLS with pre-shared keys and connection ids, and plain.
public final class BareServer implements AutoCloseable {

  private static final int SESSIONS_MAX = 200_000;
  private static final int STALE_AFTER_S = 10;
  private static final int SOCKET_BYTES = 4 * 1024 * 1024;
  private static final int CID_BYTES = 6;

  private final CoapServer server;
  private final CoapEndpoint plain;
  private final CoapEndpoint secured;
  private final LongAdder taken = new LongAdder();

  /// A server on the loopback.
  ///
  /// @param port of plain CoAP, 0 for any that is free
  /// @param securedPort of CoAP over DTLS, 0 for any that is free
  public BareServer(int port, int securedPort) {
    CoapConfig.register();
    UdpConfig.register();
    DtlsConfig.register();
    SystemConfig.register();
    Configuration values = configuration();
    server = new CoapServer(values);
    plain =
        new CoapEndpoint.Builder().setConfiguration(values).setInetSocketAddress(at(port)).build();
    DtlsConnectorConfig dtls =
        DtlsConnectorConfig.builder(values)
            .setAddress(at(securedPort))
            .setAdvancedPskStore(new AnyKey())
            .build();
    secured =
        new CoapEndpoint.Builder()
            .setConfiguration(values)
            .setConnector(new DTLSConnector(dtls))
            .build();
    server.addEndpoint(plain);
    server.addEndpoint(secured);
    server.add(new Up());
  }

  private static InetSocketAddress at(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static Configuration configuration() {
    Configuration values = new Configuration();
    values.set(CoapConfig.MAX_ACTIVE_PEERS, SESSIONS_MAX);
    values.set(CoapConfig.DEDUPLICATOR, CoapConfig.DEDUPLICATOR_PEERS_MARK_AND_SWEEP);
    values.set(UdpConfig.UDP_RECEIVE_BUFFER_SIZE, SOCKET_BYTES);
    values.set(UdpConfig.UDP_SEND_BUFFER_SIZE, SOCKET_BYTES);
    values.set(SystemConfig.HEALTH_STATUS_INTERVAL, 0, TimeUnit.SECONDS);
    values.set(DtlsConfig.DTLS_ROLE, DtlsRole.SERVER_ONLY);
    values.set(DtlsConfig.DTLS_CONNECTION_ID_LENGTH, CID_BYTES);
    values.set(DtlsConfig.DTLS_MAX_CONNECTIONS, SESSIONS_MAX);
    values.set(DtlsConfig.DTLS_STALE_CONNECTION_THRESHOLD, STALE_AFTER_S, TimeUnit.SECONDS);
    values.set(DtlsConfig.DTLS_RECEIVE_BUFFER_SIZE, SOCKET_BYTES);
    values.set(DtlsConfig.DTLS_SEND_BUFFER_SIZE, SOCKET_BYTES);
    values.setAsList(
        DtlsConfig.DTLS_CIPHER_SUITES,
        CipherSuite.TLS_PSK_WITH_AES_128_CCM_8,
        CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256);
    return values;
  }

  /// Starts to listen.
  public void start() {
    server.start();
  }

  /// Where it takes plain CoAP.
  public InetSocketAddress plain() {
    return plain.getAddress();
  }

  /// Where it takes CoAP over DTLS.
  public InetSocketAddress secured() {
    return secured.getAddress();
  }

  /// How many messages it took.
  public long taken() {
    return taken.sum();
  }

  @Override
  public void close() {
    server.destroy();
  }

  /// `v1`, and all that is below it.
  private final class Up extends CoapResource {
    Up() {
      super("v1");
    }

    @Override
    public Resource getChild(String name) {
      return this;
    }

    @Override
    public void handlePOST(CoapExchange exchange) {
      taken.increment();
      exchange.respond(ResponseCode.CHANGED);
    }
  }
}
