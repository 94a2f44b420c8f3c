package city.wayside.messages.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Runs the trials on damaged messages as fast as the machine allows: less clever than the fuzzer
/// that is guided by coverage, and thirty times as many. The same seed makes the same messages.
public final class MutationRun {

  private static final int PROGRESS = 5_000_000;
  private static final int DAMAGES_MAX = 6;
  private static final int MESSAGE_BYTES_MAX = 1500;
  private static final long HANG_NS = 1_000_000_000L;

  private final List<byte[]> seeds;
  private final SplittableRandom random;

  private MutationRun(List<byte[]> seeds, long seed) {
    this.seeds = seeds;
    this.random = new SplittableRandom(seed);
  }

  /// Reads messages from a folder, runs so many executions, and prints what came of it.
  ///
  /// @param words the folder, how many executions, the seed
  public static void main(String[] words) throws IOException {
    long executions = Long.parseLong(words[1]);
    try (Stream<Path> files = Files.list(Path.of(words[0]))) {
      List<byte[]> seeds = files.sorted().map(MutationRun::read).toList();
      System.out.println(
          new MutationRun(seeds, Long.parseLong(words[2])).run(executions)
              + " from "
              + seeds.size()
              + " messages");
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private String run(long executions) {
    long slowestNs = 0;
    long startNs = System.nanoTime();
    for (long i = 1; i <= executions; i++) {
      byte[] input = damaged(seeds.get(random.nextInt(seeds.size())));
      long beforeNs = System.nanoTime();
      try {
        DecodersFuzz.fuzzerTestOneInput(input);
      } catch (RuntimeException | Error finding) {
        throw new IllegalStateException(
            "finding: " + java.util.HexFormat.of().formatHex(input), finding);
      }
      slowestNs = Math.max(slowestNs, System.nanoTime() - beforeNs);
      if (slowestNs > HANG_NS) {
        throw new IllegalStateException("too slow: " + java.util.HexFormat.of().formatHex(input));
      }
      if (i % PROGRESS == 0) {
        System.out.println(i / 1_000_000 + " million executions");
      }
    }
    double seconds = (System.nanoTime() - startNs) / 1e9;
    return "%d executions in %.0f s, slowest %.1f ms, 0 findings"
        .formatted(executions, seconds, slowestNs / 1e6);
  }

  private byte[] damaged(byte[] seed) {
    byte[] message = seed.clone();
    for (int left = random.nextInt(1, DAMAGES_MAX + 1); left > 0 && message.length > 1; left--) {
      // The first byte names the trial.
      int place = random.nextInt(1, message.length);
      switch (random.nextInt(6)) {
        case 0, 1 -> message[place] ^= (byte) (1 << random.nextInt(8));
        case 2 -> message[place] = (byte) random.nextInt();
        case 3 -> message = Arrays.copyOf(message, place);
        case 4 -> message = joined(message, place, message, random.nextInt(1, message.length));
        default -> {
          byte[] other = seeds.get(random.nextInt(seeds.size()));
          message = joined(message, place, other, random.nextInt(other.length));
        }
      }
    }
    return message;
  }

  private static byte[] joined(byte[] head, int headLength, byte[] tail, int tailFrom) {
    int length = Math.min(MESSAGE_BYTES_MAX, headLength + tail.length - tailFrom);
    byte[] joined = Arrays.copyOf(head, length);
    int copied = Math.max(0, length - headLength);
    System.arraycopy(tail, tailFrom, joined, Math.min(headLength, length), copied);
    return joined;
  }
}
