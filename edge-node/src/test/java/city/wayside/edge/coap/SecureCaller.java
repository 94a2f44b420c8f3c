package city.wayside.edge.coap;

import city.wayside.model.client.SharedKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapHandler;
import org.eclipse.californium.core.CoapObserveRelation;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.SystemConfig;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.SingleNodeConnectionIdGenerator;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;

/// A client of Californium's over DTLS, with a shared key and connection ids.
public final class SecureCaller implements AutoCloseable {

  private static final long WAIT_MS = 20_000;

  private final CoapEndpoint endpoint;
  private final InetSocketAddress server;

  /// @param server where it sends to
  public SecureCaller(InetSocketAddress server, SharedKey key) {
    this.server = server;
    Configuration settings =
        new Configuration(
            SystemConfig.DEFINITIONS,
            CoapConfig.DEFINITIONS,
            UdpConfig.DEFINITIONS,
            DtlsConfig.DEFINITIONS);
    settings.set(DtlsConfig.DTLS_ROLE, DtlsRole.CLIENT_ONLY);
    settings.set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1);
    settings.set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 1);
    DTLSConnector connector =
        new DTLSConnector(
            DtlsConnectorConfig.builder(settings)
                .setAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .setConnectionIdGenerator(new SingleNodeConnectionIdGenerator(0))
                .setAdvancedPskStore(new AdvancedSinglePskStore(key.identity(), key.key()))
                .build());
    endpoint = CoapEndpoint.builder().setConfiguration(settings).setConnector(connector).build();
    try {
      endpoint.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String uri(String path) {
    return "coaps://127.0.0.1:" + server.getPort() + "/" + path;
  }

  /// Sends a request and awaits its answer.
  public Response get(String path) {
    Request request = new Request(Code.GET);
    request.setURI(uri(path));
    return CoapCaller.answer(request, endpoint, WAIT_MS);
  }

  /// Sends a request, once, whose answer is of no interest.
  public void send(String path) {
    Request request = new Request(Code.GET, CoAP.Type.NON);
    request.setURI(uri(path));
    request.send(endpoint);
  }

  /// What it observes.
  public static final class Observed implements CoapHandler {

    private final BlockingQueue<CoapResponse> told = new LinkedBlockingQueue<>();

    @Override
    public void onLoad(CoapResponse response) {
      told.add(response);
    }

    @Override
    public void onError() {
      // What is missing is missed by the test.
    }

    /// What is told next; fails when nothing is in time.
    public CoapResponse next() throws InterruptedException {
      CoapResponse next = told.poll(WAIT_MS, TimeUnit.MILLISECONDS);
      if (next == null) {
        throw new AssertionError("nothing was told");
      }
      return next;
    }

    /// How much was told and not asked for.
    public int leftCount() {
      return told.size();
    }
  }

  /// Observes; what is told first has come already.
  public Observed observe(String path) throws InterruptedException {
    Observed observed = new Observed();
    CoapClient client = new CoapClient(uri(path));
    client.setEndpoint(endpoint);
    CoapObserveRelation _ = client.observe(observed);
    CoapResponse first = observed.next();
    if (!first.advanced().getOptions().hasObserve()) {
      throw new AssertionError("not observed: " + first.getCode());
    }
    return observed;
  }

  @Override
  public void close() {
    endpoint.destroy();
  }
}
