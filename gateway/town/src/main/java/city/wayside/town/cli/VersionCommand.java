package city.wayside.town.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `version`.
@Command(name = "version", description = "Prints the version, the JDK and the modules.")
final class VersionCommand implements Callable<Integer> {

  private static final List<String> MODULES =
      List.of(
          "model",
          "messages",
          "road",
          "grid",
          "kit",
          "server",
          "edge-node",
          "city-adapters",
          "town");

  private static final List<String> LIBRARIES =
      List.of("vertx", "netty", "hazelcast", "californium", "opentelemetry");

  private final Terminal terminal;

  VersionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    BuildVersion build = new BuildVersion();
    PrintWriter out = terminal.out();
    out.println("wayside " + build.version());
    out.println("JDK " + Runtime.version() + " (" + System.getProperty("java.vm.vendor") + ")");
    out.println("modules " + String.join(" ", MODULES));
    for (String library : LIBRARIES) {
      out.println(library + " " + build.of(library));
    }
    return ExitCode.OK;
  }
}
