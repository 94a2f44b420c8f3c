package city.wayside.town.cli;

import city.wayside.model.client.ClientRecord;
import city.wayside.town.clients.ClientStore;
import city.wayside.town.clients.ClientsException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `client list`.
@Command(
    name = "list",
    description = "Lists all clients by name: role, state, for whom each speaks, credentials.")
final class ClientListCommand implements Callable<Integer> {

  private static final int PAGE_CLIENTS = 5_000;

  private final Terminal terminal;

  @Mixin private ClientStoreOptions where = new ClientStoreOptions();

  ClientListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed {
    where.open(terminal, false, this::list);
    return ExitCode.OK;
  }

  private void list(ClientStore clients) throws ClientsException {
    long count = 0;
    String after = "";
    while (true) {
      List<ClientRecord> page = clients.page(after, PAGE_CLIENTS);
      if (page.isEmpty()) {
        break;
      }
      page.forEach(client -> terminal.out().println(ClientWords.row(client)));
      after = page.getLast().name();
      count += page.size();
    }
    terminal.out().println(count == 1 ? "1 client" : count + " clients");
  }
}
