package city.wayside.town.bench.server;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// HiveMQ Community Edition, which like ours is Java on Netty, with this process's flags. It is no
/// part of the product: its libraries are fetched into a folder of their own, beside the
/// distribution.
public final class HiveMqContender implements Contender {

  /// How to get it.
  static final String HOW_TO_GET = "./mvnw -q -f gateway/town/src/peers/pom.xml package";

  private static final String MAIN = "city.wayside.peers.HiveMqPeer";
  private static final int FOLDERS_UP_MAX = 3;

  private final ServerProcess process;
  private final Path home;
  private final int port;
  private final int tlsPort;

  private HiveMqContender(ServerProcess process, Path home, int port, int tlsPort) {
    this.process = process;
    this.home = home;
    this.port = port;
    this.tlsPort = tlsPort;
  }

  /// True where its libraries are.
  static boolean isInstalled() {
    return libraries().isPresent();
  }

  /// `target/peers/hivemq`, beside `target/wayside/lib/….jar` or `target/classes`.
  private static Optional<Path> libraries() {
    try {
      Path here =
          Path.of(
              HiveMqContender.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (int up = 0; up < FOLDERS_UP_MAX && here.getParent() != null; up++) {
        here = here.getParent();
        Path folder = here.resolve("peers").resolve("hivemq");
        if (Files.isDirectory(folder)) {
          return Optional.of(folder);
        }
      }
      return Optional.empty();
    } catch (java.net.URISyntaxException _) {
      return Optional.empty();
    }
  }

  /// Starts it and waits until it listens.
  public static HiveMqContender start(StartOptions options)
      throws IOException, InterruptedException {
    Path libraries =
        libraries().orElseThrow(() -> new IOException("there is no HiveMQ; get it: " + HOW_TO_GET));
    int port = ServerProcess.freePort();
    Certificate certificate = options.certificate();
    int tlsPort = certificate == null ? 0 : ServerProcess.freePort();
    Path home = Files.createTempDirectory("wayside-bench-hivemq-");
    Path config = Files.createDirectory(home.resolve("conf"));
    Files.createDirectory(home.resolve("extensions"));
    Files.writeString(config.resolve("config.xml"), settings(port, tlsPort, certificate));
    List<String> command = new ArrayList<>();
    command.add(Commands.ofJdk("java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", libraries + "/*", MAIN, home.toString()));
    HiveMqContender started =
        new HiveMqContender(ServerProcess.start(command, Map.of()), home, port, tlsPort);
    try {
      started.process.awaitPort(started.plain());
      if (tlsPort != 0) {
        started.process.awaitPort(started.tls());
      }
      return started;
    } catch (IOException | InterruptedException failure) {
      started.close();
      throw failure;
    }
  }

  private static String settings(int port, int tlsPort, @Nullable Certificate certificate) {
    String listener =
        """
        <tcp-listener><port>%d</port><bind-address>%s</bind-address></tcp-listener>
        """
            .formatted(port, ServerProcess.LOOPBACK);
    if (certificate != null) {
      listener +=
          """
          <tls-tcp-listener>
            <port>%d</port><bind-address>%s</bind-address>
            <tls><keystore>
              <path>%s</path><password>%s</password>
              <private-key-password>%s</private-key-password>
            </keystore></tls>
          </tls-tcp-listener>
          """
              .formatted(
                  tlsPort,
                  ServerProcess.LOOPBACK,
                  certificate.storeFile(),
                  certificate.storePassword(),
                  certificate.storePassword());
    }
    return """
    <hivemq>
      <listeners>
    %s
      </listeners>
      <persistence><mode>in-memory</mode></persistence>
      <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
    </hivemq>
    """
        .formatted(listener);
  }

  @Override
  public String name() {
    return "hivemq";
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
  public Memory collectedMemory() throws IOException, InterruptedException {
    return process.collectedMemory();
  }

  @Override
  public Settled settled() {
    throw new IllegalStateException("it has no part in benchmarks of messages");
  }

  @Override
  public void close() throws IOException {
    process.close();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
