package city.wayside.messages.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// One peer's folder of programs and the folder in which they are built.
///
/// @param name the folder's name in `src/test/peers`
record PeerBuild(String name) {

  /// How a build script says that the machine lacks a tool, in the words of sysexits.h.
  private static final int EX_UNAVAILABLE = 69;

  /// How it says that the official modules are not there.
  private static final int EX_NOINPUT = 66;

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Path ROOT = Path.of(System.getProperty("wayside.root", "."));
  private static final Path MODULE = ROOT.resolve("gateway/messages");
  private static final Path SCHEMAS = ROOT.resolve("../shared/schemas/asn1").normalize();

  /// A program of the peer.
  Path program(String file) {
    return MODULE.resolve("src/test/peers").resolve(name).resolve(file);
  }

  /// The folder with what is built.
  Path work() {
    return MODULE.resolve("target/peers").resolve(name);
  }

  /// Where a step writes what is for people.
  Path log(String step) {
    return work().resolve(step + ".log");
  }

  /// Builds the peer unless that is done.
  ///
  /// @return why there is none; empty when it is built
  /// @throws IllegalStateException when it should be possible and is not; with the system property
  ///   `wayside.ci`, also when a tool is missing
  synchronized Optional<String> missing() {
    try {
      Files.createDirectories(work());
      Finished build =
          Finished.run(
              log("build"),
              PATIENCE,
              program("build.sh").toString(),
              SCHEMAS.toString(),
              work().toString());
      boolean toolMissing = build.result() == EX_UNAVAILABLE && !Boolean.getBoolean("wayside.ci");
      if (toolMissing || build.result() == EX_NOINPUT) {
        return Optional.of("skipped: the peer " + name + " " + build.said());
      }
      if (build.result() != 0) {
        throw new IllegalStateException("the peer " + name + ": " + build);
      }
      return Optional.empty();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
