package city.wayside.town.bench.server;

import city.wayside.kit.mqtt.MqttConnection;
import city.wayside.kit.mqtt.MqttLimits;
import city.wayside.kit.mqtt.MqttListener;
import city.wayside.kit.mqtt.MqttTarget;
import city.wayside.kit.mqtt.MqttVersion;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Mosquitto: the peer that does least per message and per connection.
public final class MosquittoContender implements Contender {

  private static final String PROGRAM = "mosquitto";
  private static final long SUBSCRIBED_S_MAX = 10;
  private static final long LOOK_EVERY_MS = 1000;

  private final ServerProcess process;
  private final Path settings;
  private final int port;
  private final int tlsPort;
  private final AtomicLong forwarded = new AtomicLong();
  // Kept: a client that nothing refers to any more is closed with its connections.
  private @Nullable NetClient net;

  private MosquittoContender(ServerProcess process, Path settings, int port, int tlsPort) {
    this.process = process;
    this.settings = settings;
    this.port = port;
    this.tlsPort = tlsPort;
  }

  /// True where the program is there.
  static boolean isInstalled() {
    return Commands.ofSystem(PROGRAM).isPresent();
  }

  /// Starts it and waits until it listens.
  public static MosquittoContender start(StartOptions options)
      throws IOException, InterruptedException {
    Path program =
        Commands.ofSystem(PROGRAM).orElseThrow(() -> new IOException("there is no mosquitto"));
    int port = ServerProcess.freePort();
    Certificate certificate = options.certificate();
    int tlsPort = certificate == null ? 0 : ServerProcess.freePort();
    Path settings = Files.createTempFile("wayside-bench-", ".conf");
    Files.writeString(settings, settings(port, tlsPort, certificate));
    // It takes the settings along from whoever starts it: as root it would become another user,
    // who may not read the key.
    ServerProcess process =
        ServerProcess.start(List.of(program.toString(), "-c", settings.toString()), Map.of());
    MosquittoContender started = new MosquittoContender(process, settings, port, tlsPort);
    try {
      process.awaitPort(started.plain());
      return started;
    } catch (IOException | InterruptedException failure) {
      started.close();
      throw failure;
    }
  }

  private static String settings(int port, int tlsPort, @Nullable Certificate certificate) {
    String plain =
        """
        user %s
        allow_anonymous true
        persistence false
        max_queued_messages 0
        max_inflight_messages 0
        listener %d %s
        """
            .formatted(System.getProperty("user.name"), port, ServerProcess.LOOPBACK);
    if (certificate == null) {
      return plain;
    }
    return plain
        + """
        listener %d %s
        certfile %s
        keyfile %s
        """
            .formatted(
                tlsPort, ServerProcess.LOOPBACK, certificate.chainFile(), certificate.keyFile());
  }

  /// Has it forward everything to one subscriber from now on, which counts.
  public void forwardToOne(Vertx vertx, LongSupplier nanoClock)
      throws IOException, InterruptedException {
    NetClient client = vertx.createNetClient();
    net = client;
    MqttTarget target = MqttTarget.of(ServerProcess.LOOPBACK, port, MqttVersion.V5);
    Subscriber subscriber = new Subscriber();
    vertx.runOnContext(_ -> {
      MqttConnection connection =
          new MqttConnection(
              target, "bench-subscriber", MqttLimits.defaults(), subscriber, nanoClock);
      subscriber.connection = connection;
      connection.connect(client);
      // Keeps the connection alive; ends with the event loops.
      vertx.setPeriodic(LOOK_EVERY_MS, timer -> connection.look(nanoClock.getAsLong()));
    });
    if (!subscriber.subscribed.await(SUBSCRIBED_S_MAX, TimeUnit.SECONDS)) {
      throw new IOException("mosquitto granted no subscription: " + process.lastWords());
    }
  }

  /// Subscribes to everything once it is connected, and counts what comes.
  private final class Subscriber implements MqttListener {
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private volatile @Nullable MqttConnection connection;

    @Override
    public void opened() {
      MqttConnection open = connection;
      if (open != null) {
        open.subscribe("#", 0);
      }
    }

    @Override
    public void subscribed(int packetId, int qos) {
      subscribed.countDown();
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
    return PROGRAM;
  }

  @Override
  public InetSocketAddress plain() {
    return ServerProcess.loopback(port);
  }

  @Override
  public InetSocketAddress tls() {
    if (tlsPort == 0) {
      throw new IllegalStateException("started without TLS");
    }
    return ServerProcess.loopback(tlsPort);
  }

  @Override
  public Duration cpu() {
    return process.cpu();
  }

  @Override
  public long residentBytes() throws IOException {
    return process.residentBytes();
  }

  @Override
  public Memory collectedMemory() throws IOException {
    return new Memory(process.residentBytes(), 0, 0);
  }

  @Override
  public Settled settled() {
    return new Settled(forwarded.get(), 0);
  }

  @Override
  public void close() throws IOException {
    if (net != null) {
      net.close();
    }
    process.close();
    Files.deleteIfExists(settings);
  }
}
