package city.wayside.edge.peers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.wayside.edge.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A program of somebody else's that is a client.
///
/// @param program the program
/// @param folder what must be there beside it; the program itself when nothing else
record Tool(Path program, Path folder) {

  private static final Duration PATIENCE = Wire.DEADLINE.multipliedBy(3);
  private static final long LOOK_MS = 20;

  /// The result of a program that was stopped.
  private static final int STOPPED = -1;

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
    return run(environment, words, _ -> false);
  }

  /// Runs it until what it has written is enough, and stops it then, unless it ends before.
  Ended runUntil(Predicate<String> enough, List<String> words) {
    return run(Map.of(), words, enough);
  }

  private Ended run(Map<String, String> environment, List<String> words, Predicate<String> enough) {
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
        long startedNanos = System.nanoTime();
        boolean hasEnded = false;
        while (!hasEnded && !enough.test(read(said))) {
          if (System.nanoTime() - startedNanos > PATIENCE.toNanos()) {
            throw new AssertionError(command + " does not end: " + read(said));
          }
          hasEnded = process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS);
        }
        return new Ended(hasEnded ? process.exitValue() : STOPPED, read(said));
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

  /// What it has written so far, perhaps half a character at its end.
  private static String read(Path said) throws IOException {
    return new String(Files.readAllBytes(said), UTF_8);
  }
}
