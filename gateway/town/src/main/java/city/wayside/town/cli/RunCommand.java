package city.wayside.town.cli;

import city.wayside.road.network.RoadNetwork;
import city.wayside.road.source.NetworkException;
import city.wayside.road.source.NetworkSource;
import city.wayside.town.clients.ClientsException;
import city.wayside.town.clients.ClientsFile;
import city.wayside.town.compose.Bundled;
import city.wayside.town.compose.Role;
import city.wayside.town.compose.Town;
import city.wayside.town.compose.TownException;
import city.wayside.town.compose.WaysideConfig;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `run`.
@Command(
    name = "run",
    description = {
      "Runs the service until it is told to stop (Ctrl-C or SIGTERM).",
      "Without --config, documented defaults: everything on the loopback, and the bundled demo town"
          + " as road network. Every key can also be set by an environment variable WAYSIDE_…; see"
          + " docs/CONFIGURATION.md."
    })
final class RunCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

  private final Terminal terminal;

  @Option(names = "--config", paramLabel = "FILE", description = "The configuration file (YAML).")
  private @Nullable Path config;

  @Option(
      names = "--roles",
      paramLabel = "ROLES",
      split = ",",
      defaultValue = "gateway,edge-node,city-adapters",
      description = {
        "What this process is there for, with commas: gateway, edge-node, city-adapters.",
        "Default: all of them."
      })
  private List<String> roles = List.of();

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed, InterruptedException {
    Set<Role> wanted = roles();
    WaysideConfig settings = Settings.read(terminal, config);
    RoadNetwork network = network(settings.network().file());
    checkClients(settings.clients().file());
    try (Stopping stopping = Stopping.onSignal();
        Town town = Town.launch(TownPlans.of(settings, wanted, network))) {
      Summary.of(town).forEach(terminal.out()::println);
      terminal.out().flush();
      stopping.await();
      terminal.out().println("stopping");
      terminal.out().flush();
    } catch (TownException e) {
      throw CommandFailed.failed(String.valueOf(e.getMessage()));
    }
    return ExitCode.OK;
  }

  /// Before anything is started, so that a file that cannot be used is bad usage.
  private static void checkClients(@Nullable Path file) throws CommandFailed {
    try {
      if (file != null) {
        ClientsFile _ = ClientsFile.read(file);
      }
    } catch (ClientsException e) {
      throw CommandFailed.usage("clients.file cannot be used\n" + e.getMessage());
    }
  }

  private Set<Role> roles() throws CommandFailed {
    Set<Role> wanted = EnumSet.noneOf(Role.class);
    for (String word : roles) {
      wanted.add(
          Role.ofWord(word.strip())
              .orElseThrow(() ->
                  CommandFailed.usage(
                      "--roles has \"" + word + "\"; allowed are " + Role.words())));
    }
    return wanted;
  }

  private static RoadNetwork network(@Nullable Path file) throws CommandFailed {
    try {
      if (file == null) {
        LOG.info("no road network is configured (network.file): using the bundled demo town");
        return Bundled.network();
      }
      RoadNetwork network = NetworkSource.read(file);
      Networks.logOddities(network);
      return network;
    } catch (NetworkException e) {
      throw CommandFailed.usage("network.file: " + e.getMessage());
    }
  }
}
