package city.wayside.town.cli;

import city.wayside.model.client.ClientRecord;
import city.wayside.town.clients.ClientStore;
import city.wayside.town.clients.ClientsException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What is done with clients that are registered: shown, disabled, enabled, removed. When one of
/// several names is unknown, nothing is done to any.
abstract sealed class ClientChangeCommand implements Callable<Integer> {

  final Terminal terminal;

  @Parameters(paramLabel = "NAME", arity = "1..*", description = "The names of the clients.")
  private List<String> names = new ArrayList<>();

  @Mixin private ClientStoreOptions where = new ClientStoreOptions();

  private ClientChangeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Does it to one client, and says so.
  abstract void change(ClientStore clients, ClientRecord client) throws ClientsException;

  /// True when it changes a client.
  abstract boolean isChange();

  @Override
  public Integer call() throws CommandFailed {
    where.open(
        terminal,
        false,
        clients -> {
          List<ClientRecord> found = new ArrayList<>();
          for (String name : names) {
            found.add(
                clients
                    .client(name)
                    .orElseThrow(() ->
                        CommandFailed.failed(
                            "NAME is \"%s\", which is not registered; `wayside client list` lists"
                                    .formatted(name)
                                + " those that are")));
          }
          for (ClientRecord client : found) {
            change(clients, client);
            if (isChange()) {
              where.warnOfFile(terminal, client.name(), client.isFromFile());
            }
          }
        });
    return ExitCode.OK;
  }

  /// `client show`.
  @Command(
      name = "show",
      description = "Shows everything about clients but their passwords and keys.")
  static final class Show extends ClientChangeCommand {
    Show(Terminal terminal) {
      super(terminal);
    }

    @Override
    void change(ClientStore clients, ClientRecord client) {
      ClientWords.lines(client).forEach(terminal.out()::println);
    }

    @Override
    boolean isChange() {
      return false;
    }
  }

  /// `client disable`.
  @Command(
      name = "disable",
      description = "Keeps clients out: those that are connected are disconnected within seconds.")
  static final class Disable extends ClientChangeCommand {
    Disable(Terminal terminal) {
      super(terminal);
    }

    @Override
    void change(ClientStore clients, ClientRecord client) throws ClientsException {
      clients.put(client.withEnabled(false));
      terminal.out().println("disabled " + client.name());
    }

    @Override
    boolean isChange() {
      return true;
    }
  }

  /// `client enable`.
  @Command(name = "enable", description = "Lets clients in again that were disabled.")
  static final class Enable extends ClientChangeCommand {
    Enable(Terminal terminal) {
      super(terminal);
    }

    @Override
    void change(ClientStore clients, ClientRecord client) throws ClientsException {
      clients.put(client.withEnabled(true));
      terminal.out().println("enabled " + client.name());
    }

    @Override
    boolean isChange() {
      return true;
    }
  }

  /// `client remove`.
  @Command(
      name = "remove",
      description =
          "Forgets clients: those that are connected are disconnected within seconds, unless a"
              + " token let them in.")
  static final class Remove extends ClientChangeCommand {
    Remove(Terminal terminal) {
      super(terminal);
    }

    @Override
    void change(ClientStore clients, ClientRecord client) throws ClientsException {
      clients.remove(client.name());
      terminal.out().println("removed " + client.name());
    }

    @Override
    boolean isChange() {
      return true;
    }
  }
}
