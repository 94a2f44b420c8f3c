package city.wayside.town.bench.server;

import city.wayside.kit.coap.bare.BareServerMain;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Californium's server alone, which answers and does nothing else, with this process's flags.
public final class BareCoapContender implements CoapContender {

  private final ServerProcess process;
  private final int port;
  private final int countPort;

  private BareCoapContender(ServerProcess process, int port, int countPort) {
    this.process = process;
    this.port = port;
    this.countPort = countPort;
  }

  /// Starts it and waits until it listens.
  ///
  /// @param isSecured whether for CoAP over DTLS, or for plain CoAP
  public static BareCoapContender start(boolean isSecured)
      throws IOException, InterruptedException {
    int port = ServerProcess.freeUdpPort();
    int countPort = ServerProcess.freePort();
    List<String> command = new ArrayList<>();
    command.add(Commands.ofJdk("java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
    command.add(BareServerMain.class.getName());
    String wanted = String.valueOf(port);
    command.addAll(List.of(isSecured ? "0" : wanted, isSecured ? wanted : "0"));
    command.add(String.valueOf(countPort));
    BareCoapContender started =
        new BareCoapContender(ServerProcess.start(command, Map.of()), port, countPort);
    try {
      started.process.awaitPort(ServerProcess.loopback(countPort));
      return started;
    } catch (IOException | InterruptedException failure) {
      started.close();
      throw failure;
    }
  }

  @Override
  public String name() {
    return "californium";
  }

  @Override
  public InetSocketAddress address() {
    return ServerProcess.loopback(port);
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
  public Settled settled() throws IOException {
    InetSocketAddress counts = ServerProcess.loopback(countPort);
    try (Socket asking = new Socket(counts.getAddress(), counts.getPort())) {
      byte[] text = asking.getInputStream().readAllBytes();
      return new Settled(Long.parseLong(new String(text, StandardCharsets.US_ASCII)), 0);
    }
  }

  @Override
  public void close() throws IOException {
    process.close();
  }
}
