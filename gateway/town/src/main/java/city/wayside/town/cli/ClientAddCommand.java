package city.wayside.town.cli;

import city.wayside.model.area.BoundingBox;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Credential;
import city.wayside.town.clients.ClientStore;
import city.wayside.town.clients.ClientsException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `client add`.
@Command(
    name = "add",
    description = {
      "Registers a client: what it is, for which stations it speaks, by what it proves who it is.",
      "A client in a running grid is there for as long as one member is up; a client in a file"
          + " (setting clients.file of the gateway) comes back with the next start."
    })
final class ClientAddCommand implements Callable<Integer> {

  private static final String EVERYWHERE = "everywhere";
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(\\.\\d{1,15})?");

  private final Terminal terminal;
  private final SecureRandom random;

  @Parameters(
      paramLabel = "NAME",
      description = "The client's name: its user name, and what its client id begins with.")
  private String name = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description =
          "vehicle, which speaks for its own stations (default), or rsu, which speaks for every"
              + " station in its area.")
  private String role = ClientRole.VEHICLE.word();

  @Option(
      names = "--station",
      paramLabel = "ID",
      split = ",",
      description =
          "A station that a vehicle speaks for; may be given several times. Without any, the one"
              + " whose id is the client's name.")
  private List<String> stations = new ArrayList<>();

  @Option(
      names = "--area",
      paramLabel = "S,W,N,E",
      description =
          "Where an rsu may hear stations: southern, western, northern and eastern edge in degrees,"
              + " or everywhere.")
  private @Nullable String area;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Messages a second that it may send; without it, its role's.")
  private @Nullable String rate;

  @Option(names = "--replace", description = "Puts it in place of the client of that name.")
  private boolean replaces;

  @Mixin private CredentialOptions credentials = new CredentialOptions();
  @Mixin private ClientStoreOptions where = new ClientStoreOptions();

  ClientAddCommand(Terminal terminal, SecureRandom random) {
    this.terminal = terminal;
    this.random = random;
  }

  @Override
  public Integer call() throws CommandFailed {
    // Before a password is asked for.
    ClientRecord bare = client(List.of());
    int iterations = where.settings(terminal).edge().access().password().iterations();
    CredentialOptions.Made made = credentials.make(terminal, name, iterations, random);
    ClientRecord client = client(made.credentials());
    where.open(terminal, true, clients -> add(clients, client));
    terminal.out().println((replaces ? "put " : "added ") + ClientWords.line(bare));
    made.secrets().forEach(terminal.out()::println);
    if (made.credentials().isEmpty()) {
      terminal
          .err()
          .println("note: " + name + " has no credential: nothing but a token lets it in");
    }
    return ExitCode.OK;
  }

  private void add(ClientStore clients, ClientRecord client)
      throws ClientsException, CommandFailed {
    Optional<ClientRecord> before = clients.client(name);
    if (before.isPresent() && !replaces) {
      throw CommandFailed.failed(
          "NAME is \"%s\", which is registered already; allowed is a new name, or --replace"
              .formatted(name));
    }
    Set<String> shown = new HashSet<>(client.shown());
    for (ClientRecord other : clients.showing(shown)) {
      if (!other.name().equals(name)) {
        shown.retainAll(other.shown());
        throw CommandFailed.failed(
            "the credential %s is registered for %s; allowed is one client with it"
                .formatted(shown.iterator().next(), other.name()));
      }
    }
    clients.put(client);
    before.ifPresent(old -> where.warnOfFile(terminal, name, old.isFromFile()));
  }

  private ClientRecord client(List<Credential> made) throws CommandFailed {
    ClientRole wanted =
        ClientRole.ofWord(role)
            .orElseThrow(
                () -> CommandFailed.usage("--role is \"" + role + "\"; allowed are vehicle, rsu"));
    if (wanted == ClientRole.RSU && area == null) {
      throw CommandFailed.usage(
          "--area is missing for an rsu; allowed is S,W,N,E in degrees, or everywhere");
    }
    try {
      return new ClientRecord(
          name,
          wanted,
          stationIds(),
          area == null || area.equals(EVERYWHERE) ? null : box(area),
          rate == null ? null : number("--rate", rate),
          true,
          false,
          made,
          InstantSource.system().millis());
    } catch (IllegalArgumentException e) {
      throw CommandFailed.usage(String.valueOf(e.getMessage()));
    }
  }

  private Set<Long> stationIds() throws CommandFailed {
    Set<Long> ids = new HashSet<>();
    for (String word : stations) {
      try {
        ids.add(Long.parseLong(word));
      } catch (NumberFormatException _) {
        throw CommandFailed.usage(
            "--station is \"" + word + "\"; allowed is a whole number from 0 to 4294967295");
      }
    }
    return ids;
  }

  private static BoundingBox box(String text) throws CommandFailed {
    String[] words = text.split(",", -1);
    try {
      if (words.length == 4) {
        double[] corners = new double[4];
        for (int i = 0; i < 4; i++) {
          if (!NUMBER.matcher(words[i].strip()).matches()) {
            throw new IllegalArgumentException(words[i]);
          }
          corners[i] = Double.parseDouble(words[i].strip());
        }
        return new BoundingBox(corners[0], corners[1], corners[2], corners[3]);
      }
    } catch (IllegalArgumentException _) {
      // Told below like any other misfit.
    }
    throw CommandFailed.usage(
        "--area is \"%s\"; allowed is S,W,N,E in degrees, south to north and west to east, or"
                .formatted(text)
            + " everywhere");
  }

  private static double number(String option, String text) throws CommandFailed {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException _) {
      throw CommandFailed.usage(
          "%s is \"%s\"; allowed is a number of messages a second".formatted(option, text));
    }
  }
}
