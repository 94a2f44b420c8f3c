package city.wayside.town.bench;

import city.wayside.kit.mqtt.MqttConnection;
import city.wayside.kit.mqtt.MqttLimits;
import city.wayside.kit.mqtt.MqttListener;
import city.wayside.kit.mqtt.MqttTarget;
import city.wayside.kit.mqtt.MqttVersion;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Mosquitto, forwarding the same bytes to one subscriber: the peer that does least per message.
final class MosquittoContender implements Contender {

  private static final int TRIES_MAX = 50;
  private static final long TRY_EVERY_MS = 100;
  private static final long SUBSCRIBED_AFTER_MS = 500;
  private static final long LOOK_EVERY_MS = 1000;

  private final ServerProcess process;
  private final Path settings;
  private final int port;
  // Kept: a client that nothing refers to any more is closed with its connections.
  private final NetClient net;
  private final AtomicLong forwarded = new AtomicLong();

  private MosquittoContender(ServerProcess process, Path settings, int port, NetClient net) {
    this.process = process;
    this.settings = settings;
    this.port = port;
    this.net = net;
  }

  /// The program, where it is installed.
  static Optional<Path> program() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), Stream.of("/usr/sbin"))
        .map(folder -> Path.of(folder, "mosquitto"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Starts it with one subscriber to everything.
  static MosquittoContender start(Path program, Vertx vertx, LongSupplier nanoClock)
      throws IOException, InterruptedException {
    int port = ServerProcess.freePort();
    Path settings = Files.createTempFile("wayside-bench-", ".conf");
    Files.writeString(
        settings,
        """
        listener %d %s
        allow_anonymous true
        persistence false
        max_queued_messages 0
        max_inflight_messages 0
        """
            .formatted(port, ServerProcess.LOOPBACK));
    ServerProcess process =
        ServerProcess.start(List.of(program.toString(), "-c", settings.toString()), Map.of());
    MosquittoContender started =
        new MosquittoContender(process, settings, port, vertx.createNetClient());
    started.subscribe(vertx, nanoClock);
    return started;
  }

  private void subscribe(Vertx vertx, LongSupplier nanoClock)
      throws IOException, InterruptedException {
    MqttTarget target = MqttTarget.of(ServerProcess.LOOPBACK, port, MqttVersion.V5);
    for (int i = 0; i < TRIES_MAX; i++) {
      Subscriber subscriber = new Subscriber();
      vertx.runOnContext(_ -> {
        MqttConnection connection =
            new MqttConnection(
                target, "bench-subscriber", MqttLimits.defaults(), subscriber, nanoClock);
        subscriber.connection = connection;
        connection.connect(net);
        // Keeps the connection alive; ends with the event loops.
        vertx.setPeriodic(LOOK_EVERY_MS, timer -> connection.look(nanoClock.getAsLong()));
      });
      if (subscriber.opened.await(TRY_EVERY_MS, TimeUnit.MILLISECONDS)) {
        TimeUnit.MILLISECONDS.sleep(SUBSCRIBED_AFTER_MS);
        return;
      }
    }
    String lastWords = process.lastWords();
    close();
    throw new IOException("mosquitto did not start: " + lastWords);
  }

  /// Subscribes to everything once it is connected, and counts what comes.
  private final class Subscriber implements MqttListener {
    private final CountDownLatch opened = new CountDownLatch(1);
    private volatile @Nullable MqttConnection connection;

    @Override
    public void opened() {
      MqttConnection open = connection;
      if (open != null) {
        open.subscribe("#");
        opened.countDown();
      }
    }

    @Override
    public void closed(boolean wasOpen, String reason) {}

    @Override
    public void acknowledged(int reasonCode, long latencyNs) {}

    @Override
    public void written() {}

    @Override
    public void lost(int count) {}

    @Override
    public void message(String topic, byte[] payload) {
      forwarded.incrementAndGet();
    }
  }

  @Override
  public String name() {
    return "mosquitto";
  }

  @Override
  public int mqttPort() {
    return port;
  }

  @Override
  public Duration cpu() {
    return process.cpu();
  }

  @Override
  public long settledCount() {
    return forwarded.get();
  }

  @Override
  public void close() throws IOException {
    net.close();
    process.close();
    Files.deleteIfExists(settings);
  }
}
