package city.wayside.messages.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A program that ran to its end.
///
/// @param result its exit status
/// @param said what it wrote, to either stream
record Finished(int result, String said) {

  /// Runs a program.
  ///
  /// @param log where it writes
  /// @throws IllegalStateException when it takes longer than `patience`; it is ended then
  static Finished run(Path log, Duration patience, String... words) throws IOException {
    Process process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(words[0] + " takes longer than " + patience);
      }
      return new Finished(process.exitValue(), Files.readString(log).strip());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } finally {
      process.destroyForcibly();
    }
  }
}
