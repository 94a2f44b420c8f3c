package city.wayside.edge.endpoint.coap.dtls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.elements.MessageCallback;
import org.eclipse.californium.elements.RawData;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.SystemConfig;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.SingleNodeConnectionIdGenerator;
import org.jspecify.annotations.Nullable;

/// A client that says something and waits for its echo.
final class TestClient implements AutoCloseable {

  private static final int PATIENCE_S = 20;

  private final DTLSConnector connector;
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  /// @param credentials adds what the client shows and whom it believes
  TestClient(Consumer<DtlsConnectorConfig.Builder> credentials) {
    this(credentials, 1_000, 4, 2);
  }

  /// One that sends the flights of a handshake again and again for longer than a test waits.
  static TestClient stubborn(Consumer<DtlsConnectorConfig.Builder> credentials) {
    return new TestClient(credentials, 100, 1_000, 1);
  }

  /// One that is not to come in, and gives a server up that says nothing.
  static TestClient unwelcome(Consumer<DtlsConnectorConfig.Builder> credentials) {
    return new TestClient(credentials, 100, 1, 1);
  }

  /// @param growth by what the time grows with each repetition
  private TestClient(
      Consumer<DtlsConnectorConfig.Builder> credentials,
      int retransmitMs,
      int retransmitsMax,
      float growth) {
    Configuration set = new Configuration(SystemConfig.DEFINITIONS, DtlsConfig.DEFINITIONS);
    set.set(DtlsConfig.DTLS_ROLE, DtlsRole.CLIENT_ONLY);
    set.set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1);
    set.set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 1);
    set.set(DtlsConfig.DTLS_RETRANSMISSION_TIMEOUT, retransmitMs, TimeUnit.MILLISECONDS);
    set.set(DtlsConfig.DTLS_RETRANSMISSION_TIMEOUT_SCALE, growth);
    set.set(DtlsConfig.DTLS_MAX_RETRANSMISSIONS, retransmitsMax);
    set.set(DtlsConfig.DTLS_RETRANSMISSION_BACKOFF, 0);
    DtlsConnectorConfig.Builder builder =
        DtlsConnectorConfig.builder(set)
            .setAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            // It takes part in connection ids, and needs none for what it receives.
            .setConnectionIdGenerator(new SingleNodeConnectionIdGenerator(0));
    credentials.accept(builder);
    connector = new DTLSConnector(builder.build());
    connector.setRawDataReceiver(
        raw -> heard.add(new String(raw.getBytes(), StandardCharsets.UTF_8)));
    try {
      connector.start();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// Sends something.
  ///
  /// @return the context with which it was sent; failed when no session came of it
  CompletableFuture<EndpointContext> say(InetSocketAddress server, String text) {
    CompletableFuture<EndpointContext> sent = new CompletableFuture<>();
    connector.send(
        RawData.outbound(
            text.getBytes(StandardCharsets.UTF_8),
            new AddressEndpointContext(server),
            new MessageCallback() {
              @Override
              public void onConnecting() {}

              @Override
              public void onDtlsRetransmission(int flight) {}

              @Override
              public void onContextEstablished(EndpointContext context) {
                sent.complete(context);
              }

              @Override
              public void onSent() {}

              @Override
              public void onError(Throwable error) {
                sent.completeExceptionally(error);
              }
            },
            false));
    return sent.orTimeout(PATIENCE_S, TimeUnit.SECONDS);
  }

  /// Sends something and waits for its echo.
  EndpointContext exchange(InetSocketAddress server, String text) throws InterruptedException {
    EndpointContext context = say(server, text).join();
    String echo = hear();
    if (!text.equals(echo)) {
      throw new AssertionError("said " + text + ", heard " + echo);
    }
    return context;
  }

  /// What comes next; nothing when nothing comes in time.
  @Nullable String hear() throws InterruptedException {
    return heard.poll(PATIENCE_S, TimeUnit.SECONDS);
  }

  /// The next message begins with a handshake that goes on with the session before.
  void resume() {
    connector.forceResumeAllSessions();
  }

  @Override
  public void close() {
    connector.destroy();
  }
}
