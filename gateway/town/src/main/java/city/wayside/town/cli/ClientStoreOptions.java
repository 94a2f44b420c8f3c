package city.wayside.town.cli;

import city.wayside.town.clients.ClientStore;
import city.wayside.town.clients.ClientsException;
import city.wayside.town.clients.FileStore;
import city.wayside.town.clients.GridStore;
import city.wayside.town.compose.WaysideConfig;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a command on clients works: the options that all of them have.
final class ClientStoreOptions {

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "A clients file, instead of a running grid.")
  private @Nullable Path file;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The configuration file of the running service; its section grid says where the grid is."
              + " Without it, the documented defaults: a member on this machine.")
  private @Nullable Path config;

  /// What a command does with the clients.
  @FunctionalInterface
  interface Work {
    /// Does it.
    void on(ClientStore clients) throws ClientsException, CommandFailed;
  }

  /// The settings, for what depends on them.
  WaysideConfig settings(Terminal terminal) throws CommandFailed {
    return Settings.read(terminal, config);
  }

  /// True when it works on a file.
  boolean isFile() {
    return file != null;
  }

  /// Does something with the clients.
  ///
  /// @param mayBeNew true when the file need not be there yet
  void open(Terminal terminal, boolean mayBeNew, Work work) throws CommandFailed {
    WaysideConfig settings = settings(terminal);
    try (ClientStore clients =
        file != null
            ? new FileStore(file, mayBeNew)
            : GridStore.connect(settings.grid(), InstantSource.system())) {
      work.on(clients);
    } catch (ClientsException e) {
      throw CommandFailed.failed(String.valueOf(e.getMessage()));
    }
  }

  /// Tells that what was done to a client in the grid does not last when a file brought it.
  void warnOfFile(Terminal terminal, String name, boolean isFromFile) {
    if (!isFile() && isFromFile) {
      terminal
          .err()
          .println(
              "note: "
                  + name
                  + " comes from the gateway's clients file, which will undo this when it changes"
                  + " or is read again: change it there as well, with --file");
    }
  }
}
