package city.wayside.town.bench.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Short commands of the JDK and of the system.
final class Commands {

  private Commands() {}

  /// A program of the JDK that runs this process.
  static Path ofJdk(String program) {
    return Path.of(System.getProperty("java.home", ""), "bin", program);
  }

  /// A program of the system, where it is installed.
  static Optional<Path> ofSystem(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), Stream.of("/usr/sbin"))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Runs a command to its end.
  ///
  /// @return what it printed
  /// @throws IOException when it cannot be started or fails
  static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    if (exitCode != 0) {
      throw new IOException(command.getFirst() + " ended with " + exitCode + ": " + printed);
    }
    return printed;
  }
}
