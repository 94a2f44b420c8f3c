package city.wayside.town.clients;

import city.wayside.model.client.ClientRecord;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The clients of a file: one JSON object a line, with empty lines and lines that begin with `#`
/// between them, which are kept. It holds hashes and keys, so only its owner may read it.
public final class ClientsFile {

  /// The largest file, in bytes.
  static final long BYTES_MAX = 512L * 1024 * 1024;

  /// The longest line, in characters.
  static final int LINE_CHARS_MAX = 128 * 1024;

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;

  /// One line.
  ///
  /// @param client absent for lines that are no client
  private record Line(String text, @Nullable ClientRecord client) {}

  /// Every line that is no client, by a key that no client can have, and every client by its name,
  /// in the order of the file.
  private final Map<String, Line> lines;

  private ClientsFile(Path file, Map<String, Line> lines) {
    this.file = file;
    this.lines = lines;
  }

  /// The clients of a file.
  ///
  /// @throws ClientsException with every problem, as file, line, field, value and what is allowed
  public static ClientsFile read(Path file) throws ClientsException {
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw new ClientsException(
            "%s: is larger than %d bytes; a clients file is smaller".formatted(file, BYTES_MAX));
      }
      Reading reading = new Reading(file);
      try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          reading.take(line);
        }
      }
      return reading.end();
    } catch (NoSuchFileException _) {
      throw new ClientsException(
          "%s: does not exist; `wayside client add --file %s …` makes it".formatted(file, file));
    } catch (CharacterCodingException _) {
      throw new ClientsException(file + ": is not UTF-8 text; save it as UTF-8");
    } catch (IOException e) {
      throw new ClientsException(
          "%s: cannot be read (%s); give a readable file".formatted(file, e.getMessage()));
    }
  }

  /// The clients of a file, or none when there is no such file yet.
  public static ClientsFile readOrNew(Path file) throws ClientsException {
    return Files.exists(file) ? read(file) : new ClientsFile(file, new LinkedHashMap<>());
  }

  /// All clients, in the order of the file.
  public List<ClientRecord> clients() {
    return lines.values().stream()
        .flatMap(line -> Optional.ofNullable(line.client()).stream())
        .toList();
  }

  /// The client of a name.
  public Optional<ClientRecord> client(String name) {
    return Optional.ofNullable(lines.get(name)).map(Line::client);
  }

  /// Enters a client, in the place of the one of its name or at the end.
  public void put(ClientRecord client) {
    lines.put(client.name(), new Line(ClientLine.of(client), client));
  }

  /// Forgets a client.
  ///
  /// @return false when there is none of that name
  public boolean remove(String name) {
    return client(name).isPresent() && lines.remove(name) != null;
  }

  /// Writes the file: another one first, which then takes its place, so that whoever reads it sees
  /// the old clients or the new ones and nothing between.
  ///
  /// @throws ClientsException when it cannot be written
  public void write() throws ClientsException {
    Path whole = file.toAbsolutePath();
    try {
      Path folder = whole.getParent();
      Path fresh =
          Files.createTempFile(
              folder == null ? Path.of(".") : folder, ".clients-", ".tmp", ownerOnly(whole));
      try {
        try (BufferedWriter out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
          for (Line line : lines.values()) {
            out.append(line.text()).append('\n');
          }
        }
        keepPermissions(whole, fresh);
        Files.move(
            fresh, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new ClientsException(
          "%s: cannot be written (%s: %s); give a file in a folder that can be written to"
              .formatted(file, e.getClass().getSimpleName(), e.getMessage()));
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return isPosix(file)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /// Who could read the file before can read it afterwards: the gateway may run as another user.
  private static void keepPermissions(Path before, Path after) throws IOException {
    if (isPosix(before) && Files.exists(before)) {
      Files.setPosixFilePermissions(after, Files.getPosixFilePermissions(before));
    }
  }

  /// One reading of a file.
  private static final class Reading {
    private final Path file;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, Integer> lineOfName = new HashMap<>();
    private final Map<String, Integer> lineOfShown = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int lineNumber;

    Reading(Path file) {
      this.file = file;
    }

    void take(String line) {
      lineNumber++;
      if (line.length() > LINE_CHARS_MAX) {
        problem("it has %d characters; allowed are %d".formatted(line.length(), LINE_CHARS_MAX));
      } else if (line.isBlank() || line.startsWith("#")) {
        lines.put("#" + lineNumber, new Line(line, null));
      } else {
        try {
          take(line, ClientLineReader.read(line));
        } catch (BadClientException e) {
          problem(String.valueOf(e.getMessage()));
        }
      }
    }

    private void take(String line, ClientRecord client) {
      if (isFirst(lineOfName, client.name(), "name \"" + client.name() + "\"")) {
        lines.put(client.name(), new Line(line, client));
      }
      for (String shown : Set.copyOf(client.shown())) {
        isFirst(lineOfShown, shown, "the credential " + shown);
      }
    }

    private boolean isFirst(Map<String, Integer> seen, String key, String what) {
      @Nullable Integer earlier = seen.putIfAbsent(key, lineNumber);
      if (earlier != null) {
        problem("%s is in line %d already; allowed is one client with it".formatted(what, earlier));
      }
      return earlier == null;
    }

    private void problem(String words) {
      problems.add(file + ":" + lineNumber + ": " + words);
    }

    ClientsFile end() throws ClientsException {
      if (!problems.isEmpty()) {
        throw ClientsException.of(problems);
      }
      return new ClientsFile(file, lines);
    }
  }
}
