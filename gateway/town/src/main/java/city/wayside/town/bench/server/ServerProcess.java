package city.wayside.town.bench.server;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A server in a process of its own on the loopback, so that its processor time is its own.
final class ServerProcess implements AutoCloseable {

  static final String LOOPBACK = "127.0.0.1";

  private static final long STOP_S_MAX = 10;
  private static final long START_S_MAX = 60;
  private static final long LOOK_EVERY_MS = 100;
  private static final int LOG_LINES_SHOWN = 20;

  private final Process process;
  private final Path log;

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /// Starts a command.
  ///
  /// @param settings environment variables for it; those of this process that begin with the same
  ///   word as ours are not passed on
  static ServerProcess start(List<String> command, Map<String, String> settings)
      throws IOException {
    Path log = Files.createTempFile("wayside-bench-", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("WAYSIDE_"));
    builder.environment().putAll(settings);
    return new ServerProcess(builder.start(), log);
  }

  /// A port that is free now.
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// A UDP port that is free now.
  static int freeUdpPort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// An address on the loopback.
  static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /// Waits until a port of the process takes connections.
  ///
  /// @throws IOException when the process ends before, or takes too long
  void awaitPort(InetSocketAddress address) throws IOException, InterruptedException {
    for (int i = 0; i < START_S_MAX * 1000 / LOOK_EVERY_MS && isAlive(); i++) {
      try (Socket socket = new Socket()) {
        socket.connect(address, (int) LOOK_EVERY_MS);
        return;
      } catch (IOException _) {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
      }
    }
    throw new IOException("nobody listens at " + address + ": " + lastWords());
  }

  /// Memory of the process that is in use now.
  long residentBytes() throws IOException {
    return MemoryText.residentBytes(Files.readString(ofProcess("status")));
  }

  /// Has a Java process collect its garbage and looks at its memory then.
  Memory collectedMemory() throws IOException, InterruptedException {
    jcmd("GC.run");
    long usedHeapBytes = MemoryText.liveBytes(jcmd("GC.class_histogram"));
    long residentHeapBytes =
        MemoryText.residentHeapBytes(jcmd("GC.heap_info"), Files.readString(ofProcess("smaps")));
    return new Memory(residentBytes(), residentHeapBytes, usedHeapBytes);
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    return Commands.run(
        List.of(Commands.ofJdk("jcmd").toString(), String.valueOf(process.pid()), command));
  }

  private Path ofProcess(String file) {
    return Path.of("/proc", String.valueOf(process.pid()), file);
  }

  /// Processor time of the process so far, user and system together.
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// The last lines that it printed.
  String lastWords() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join(
        System.lineSeparator(),
        lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(STOP_S_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Files.deleteIfExists(log);
  }
}
