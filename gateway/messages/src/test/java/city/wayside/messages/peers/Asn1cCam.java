package city.wayside.messages.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// asn1c's generated C decoder of the CAM of release 1, as a peer for the speed of decoding on one
/// thread. Any thread.
public final class Asn1cCam {

  private static final PeerBuild BUILD = new PeerBuild("asn1c");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration OVERTIME = Duration.ofMinutes(1);

  /// How the memory of a message is handled.
  public enum Memory {
    /// Allocated and freed whole, as asn1c's documentation shows.
    FREE,
    /// One structure for all; only what hangs from it is allocated and freed.
    REUSE
  }

  /// What was measured. Every message was decoded and encoded again before, bit for bit.
  ///
  /// @param tool the generator and its version
  /// @param compiler the C compiler and its version
  /// @param flags the C compiler's flags
  /// @param messages how many different messages were decoded in turn
  /// @param decoded how many were decoded in the measured time
  /// @param seconds the measured time
  /// @param cpuSeconds the processor's time in it, less on a machine that is shared
  /// @param checksum latitude and speed of the messages, summed as the messages have them
  /// @param line the program's own line of JSON, to be kept with a report
  public record Measurement(
      String tool,
      String compiler,
      String flags,
      int messages,
      long decoded,
      double seconds,
      double cpuSeconds,
      long checksum,
      String line) {

    /// The rate by the wall's clock.
    public double messagesPerSecond() {
      return decoded / seconds;
    }

    /// The rate as if no other process had run.
    public double messagesPerCpuSecond() {
      return decoded / cpuSeconds;
    }
  }

  private Asn1cCam() {}

  /// Why there is none on this machine; empty when there is. Builds it, which takes some fifteen
  /// seconds once.
  ///
  /// @throws IllegalStateException with the system property `wayside.ci`, when a tool is missing
  public static Optional<String> missing() {
    return BUILD.missing();
  }

  /// Builds it; empty when [#missing()] says why not.
  public static Optional<Asn1cCam> build() {
    return missing().isPresent() ? Optional.empty() : Optional.of(new Asn1cCam());
  }

  /// Measures how fast messages are decoded, one after the other, again and again.
  ///
  /// @param messages CAMs of protocol version 2
  /// @throws IllegalStateException when a message is refused, or not what is encoded from it again
  public synchronized Measurement measure(
      Memory memory, List<byte[]> messages, Duration warmUp, Duration measured) {
    String lines =
        messages.stream()
            .map(HexFormat.of()::formatHex)
            .collect(Collectors.joining("\n", "", "\n"));
    Path input = BUILD.work().resolve("messages.hex");
    try {
      Files.writeString(input, lines);
      Finished bench =
          Finished.run(
              BUILD.log("measure"),
              warmUp.plus(measured).plus(OVERTIME),
              BUILD.work().resolve("cam-bench").toString(),
              memory.name().toLowerCase(Locale.ROOT),
              seconds(warmUp),
              seconds(measured),
              input.toString());
      if (bench.result() != 0) {
        throw new IllegalStateException("cam-bench: " + bench);
      }
      return measurement(bench.said());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String seconds(Duration duration) {
    return Double.toString(duration.toNanos() / 1e9);
  }

  private static Measurement measurement(String line) throws IOException {
    JsonNode said = JSON.readTree(line);
    return new Measurement(
        said.get("tool").asText(),
        said.get("compiler").asText(),
        said.get("flags").asText(),
        said.get("messages").asInt(),
        said.get("decoded").asLong(),
        said.get("seconds").asDouble(),
        said.get("cpuSeconds").asDouble(),
        said.get("checksum").asLong(),
        line);
  }
}
