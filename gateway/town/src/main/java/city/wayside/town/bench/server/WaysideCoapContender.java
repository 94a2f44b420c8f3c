package city.wayside.town.bench.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Our server with CoAP over DTLS, for the clients of a file.
public final class WaysideCoapContender implements CoapContender {

  private final WaysideContender server;
  private final int securedPort;

  private WaysideCoapContender(WaysideContender server, int securedPort) {
    this.server = server;
    this.securedPort = securedPort;
  }

  /// Starts it and waits until it is ready.
  ///
  /// @param clients the clients file
  /// @param given settings that go before those that the benchmark needs
  /// @throws IOException when it does not get ready, with its last words
  public static WaysideCoapContender start(Path clients, Map<String, String> given)
      throws IOException, InterruptedException {
    int securedPort = ServerProcess.freeUdpPort();
    Map<String, String> settings = new HashMap<>();
    settings.put("WAYSIDE_CLIENTS_FILE", clients.toString());
    settings.put("WAYSIDE_EDGE_ACCESS_MODE", "registered");
    settings.put("WAYSIDE_EDGE_COAP_PORT", "0");
    settings.put("WAYSIDE_EDGE_COAP_DTLS_ENABLED", "true");
    settings.put("WAYSIDE_EDGE_COAP_DTLS_PORT", String.valueOf(securedPort));
    settings.putAll(given);
    return new WaysideCoapContender(
        WaysideContender.start(new StartOptions(null, settings)), securedPort);
  }

  @Override
  public String name() {
    return server.name();
  }

  @Override
  public InetSocketAddress secured() {
    return ServerProcess.loopback(securedPort);
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
