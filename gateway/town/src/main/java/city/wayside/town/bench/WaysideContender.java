package city.wayside.town.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// `wayside run` with the demo town, in a process of its own with this process's flags.
final class WaysideContender implements Contender {

  private static final int START_S_MAX = 60;
  private static final long LOOK_EVERY_MS = 100;
  private static final int OK = 200;

  private final ServerProcess process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final int httpPort;
  private final int mqttPort;

  private WaysideContender(ServerProcess process, int httpPort, int mqttPort) {
    this.process = process;
    this.httpPort = httpPort;
    this.mqttPort = mqttPort;
  }

  /// Starts it and waits until it is ready.
  static WaysideContender start() throws IOException, InterruptedException {
    int httpPort = ServerProcess.freePort();
    int mqttPort = ServerProcess.freePort();
    Map<String, String> settings =
        Map.of(
            "WAYSIDE_SERVER_PORT", String.valueOf(httpPort),
            "WAYSIDE_EDGE_MQTT_PORT", String.valueOf(mqttPort),
            "WAYSIDE_GRID_PORT", "0");
    WaysideContender started =
        new WaysideContender(ServerProcess.start(command(), settings), httpPort, mqttPort);
    started.awaitReady();
    return started;
  }

  private static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
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
  public int mqttPort() {
    return mqttPort;
  }

  @Override
  public Duration cpu() {
    return process.cpu();
  }

  /// Messages that the grid has.
  long storedCount() throws IOException, InterruptedException {
    return total("wayside_edge_messages_stored_total");
  }

  /// Messages that were refused.
  long refusedCount() throws IOException, InterruptedException {
    return total("wayside_edge_messages_refused_total");
  }

  @Override
  public long settledCount() throws IOException, InterruptedException {
    return storedCount() + refusedCount();
  }

  private long total(String metric) throws IOException, InterruptedException {
    return Math.round(
        get("/metrics")
            .body()
            .lines()
            .filter(line -> line.startsWith(metric))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .sum());
  }

  @Override
  public void close() throws IOException {
    http.close();
    process.close();
  }
}
