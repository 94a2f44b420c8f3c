package city.wayside.messages.fuzz;

import java.util.Arrays;
import java.util.List;

/// The target of the coverage-guided fuzzer: the first byte chooses a decoder, the others are its
/// message. An exception that escapes is a finding, as is a broken promise that a [Trial] checks.
public final class DecodersFuzz {

  private static final List<Trial> TRIALS = Trials.all();

  private DecodersFuzz() {}

  /// One input.
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    TRIALS.get((input[0] & 0xFF) % TRIALS.size()).run(Arrays.copyOfRange(input, 1, input.length));
  }
}
