package city.wayside.edge.peers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.wayside.edge.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program of somebody else's that is a client.
///
/// @param program the program
/// @param folder what must be there beside it; the program itself when nothing else
record Tool(Path program, Path folder) {

  private static final long PATIENCE_MS = 3 * Wire.DEADLINE.toMillis();

  /// How a run ended.
  ///
  /// @param result the exit code
  /// @param said what it wrote
  record Ended(int result, String said) {}

  /// Skips the test when the program is not on this machine; with the system property `wayside.ci`
  /// that is a failure.
  void mustBeHere() {
    boolean isHere = Files.isExecutable(program) && Files.exists(folder);
    if (!isHere && Boolean.getBoolean("wayside.ci")) {
      throw new AssertionError("missing: " + program + " with " + folder);
    }
    assumeTrue(isHere, "skipped: this machine has no " + program + " with " + folder);
  }

  /// Runs it to its end.
  Ended run(Map<String, String> environment, List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(words);
    try {
      Path said = Files.createTempFile("wayside-peer", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      try {
        if (!process.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
          throw new AssertionError(command + " does not end: " + Files.readString(said));
        }
        return new Ended(process.exitValue(), Files.readString(said, UTF_8));
      } finally {
        process.destroyForcibly();
        Files.delete(said);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
