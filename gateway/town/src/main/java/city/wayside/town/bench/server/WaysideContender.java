package city.wayside.town.bench.server;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// `wayside run` with the demo town, in a process of its own with this process's flags.
public final class WaysideContender implements Contender {

  /// Begins every setting of ours.
  public static final String SETTING = "WAYSIDE_";

  private static final int START_S_MAX = 60;
  private static final long LOOK_EVERY_MS = 100;
  private static final int OK = 200;

  private final ServerProcess process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final int httpPort;
  private final int mqttPort;
  private final int tlsPort;

  private WaysideContender(ServerProcess process, int httpPort, int mqttPort, int tlsPort) {
    this.process = process;
    this.httpPort = httpPort;
    this.mqttPort = mqttPort;
    this.tlsPort = tlsPort;
  }

  /// Starts it and waits until it is ready.
  ///
  /// @throws IOException when it does not get ready, with its last words
  public static WaysideContender start(StartOptions options)
      throws IOException, InterruptedException {
    int httpPort = ServerProcess.freePort();
    int mqttPort = ServerProcess.freePort();
    int tlsPort = 0;
    Map<String, String> settings = new HashMap<>(options.settings());
    settings.put("WAYSIDE_SERVER_PORT", String.valueOf(httpPort));
    settings.put("WAYSIDE_EDGE_MQTT_PORT", String.valueOf(mqttPort));
    settings.put("WAYSIDE_EDGE_MQTT_WEB_SOCKET_PORT", "0");
    settings.putIfAbsent("WAYSIDE_EDGE_COAP_PORT", "0");
    settings.put("WAYSIDE_GRID_PORT", "0");
    Certificate certificate = options.certificate();
    if (certificate != null) {
      tlsPort = ServerProcess.freePort();
      settings.put("WAYSIDE_EDGE_MQTT_TLS_PORT", String.valueOf(tlsPort));
      settings.put("WAYSIDE_EDGE_MQTT_TLS_CERTIFICATE_FILE", certificate.chainFile().toString());
      settings.put("WAYSIDE_EDGE_MQTT_TLS_KEY_FILE", certificate.keyFile().toString());
    }
    WaysideContender started =
        new WaysideContender(ServerProcess.start(command(), settings), httpPort, mqttPort, tlsPort);
    started.awaitReady();
    return started;
  }

  private static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Commands.ofJdk("java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
    command.addAll(List.of("city.wayside.town.Main", "run"));
    return command;
  }

  private void awaitReady() throws IOException, InterruptedException {
    for (int i = 0; i < START_S_MAX * 1000 / LOOK_EVERY_MS; i++) {
      if (!process.isAlive()) {
        break;
      }
      if (isReady()) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
    }
    String lastWords = process.lastWords();
    close();
    throw new IOException("the server under test did not get ready: " + lastWords);
  }

  private boolean isReady() throws InterruptedException {
    try {
      return get("/health/ready").statusCode() == OK;
    } catch (IOException _) {
      return false;
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI address = URI.create("http://" + ServerProcess.LOOPBACK + ":" + httpPort + path);
    return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public String name() {
    return "wayside";
  }

  @Override
  public InetSocketAddress plain() {
    return ServerProcess.loopback(mqttPort);
  }

  @Override
  public InetSocketAddress tls() {
    if (tlsPort == 0) {
      throw new IllegalStateException("started without TLS");
    }
    return ServerProcess.loopback(tlsPort);
  }

  @Override
  public long residentBytes() throws IOException {
    return process.residentBytes();
  }

  @Override
  public Memory collectedMemory() throws IOException, InterruptedException {
    return process.collectedMemory();
  }

  @Override
  public Duration cpu() {
    return process.cpu();
  }

  /// What its counters say now.
  public Counters counters() throws IOException, InterruptedException {
    return Counters.parse(get("/metrics").body());
  }

  @Override
  public Settled settled() throws IOException, InterruptedException {
    return counters().settled();
  }

  @Override
  public void close() throws IOException {
    http.close();
    process.close();
  }
}
