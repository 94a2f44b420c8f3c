package city.wayside.town.bench.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Our server with CoAP: over DTLS for the clients of a file, or plain for everyone.
public final class WaysideCoapContender implements CoapContender {

  private final WaysideContender server;
  private final int port;

  private WaysideCoapContender(WaysideContender server, int port) {
    this.server = server;
    this.port = port;
  }

  /// Starts it and waits until it is ready.
  ///
  /// @param clients the clients file; nothing for plain CoAP
  /// @param given further settings
  /// @throws IOException when it does not get ready, with its last words
  public static WaysideCoapContender start(@Nullable Path clients, Map<String, String> given)
      throws IOException, InterruptedException {
    int port = ServerProcess.freeUdpPort();
    Map<String, String> settings = new HashMap<>(given);
    if (clients == null) {
      settings.put("WAYSIDE_EDGE_COAP_PORT", String.valueOf(port));
      // Without identities all that come from one address are one client.
      settings.put("WAYSIDE_EDGE_ADMISSION_CLIENT_RATE_PER_S", "1000000");
    } else {
      settings.put("WAYSIDE_CLIENTS_FILE", clients.toString());
      settings.put("WAYSIDE_EDGE_ACCESS_MODE", "registered");
      settings.put("WAYSIDE_EDGE_COAP_PORT", "0");
      settings.put("WAYSIDE_EDGE_COAP_DTLS_IS_ENABLED", "true");
      settings.put("WAYSIDE_EDGE_COAP_DTLS_PORT", String.valueOf(port));
    }
    return new WaysideCoapContender(WaysideContender.start(new StartOptions(null, settings)), port);
  }

  @Override
  public String name() {
    return server.name();
  }

  @Override
  public InetSocketAddress address() {
    return ServerProcess.loopback(port);
  }

  @Override
  public Duration cpu() {
    return server.cpu();
  }

  @Override
  public long residentBytes() throws IOException {
    return server.residentBytes();
  }

  @Override
  public Memory collectedMemory() throws IOException, InterruptedException {
    return server.collectedMemory();
  }

  @Override
  public Settled settled() throws IOException, InterruptedException {
    return server.settled();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
