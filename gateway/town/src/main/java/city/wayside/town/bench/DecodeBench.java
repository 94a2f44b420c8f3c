package city.wayside.town.bench;

import static java.util.Objects.requireNonNull;

import java.lang.ref.Reference;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// How many messages a second one thread decodes. The decoders take turns in every run, so that
/// what else the machine does meets all of them. Blocks.
///
/// @param runs how often each decoder is measured
/// @param perRun how long it is measured each time, and before all runs warmed up
public record DecodeBench(int runs, Duration perRun) {

  /// Messages between two looks at the clock.
  private static final int BATCH = 1000;

  private static final int KEPT = 16;
  private static final double NS_PER_S = 1e9;

  /// Measures and tells; no rate without correctness.
  ///
  /// @param nanoClock nanoseconds of any origin
  /// @param progress told each line of the result as it is known
  /// @return true when the decoders were correct
  public boolean run(LongSupplier nanoClock, Consumer<String> progress) {
    return run(samples(), nanoClock, progress);
  }

  private static Map<DecodeSample, byte[]> samples() {
    Map<DecodeSample, byte[]> samples = new EnumMap<>(DecodeSample.class);
    for (DecodeSample sample : DecodeSample.values()) {
      samples.put(sample, sample.bytes());
    }
    return samples;
  }

  /// The same with other messages.
  boolean run(
      Map<DecodeSample, byte[]> samples, LongSupplier nanoClock, Consumer<String> progress) {
    progress.accept(Machine.line());
    progress.accept(
        String.format(
            Locale.ROOT,
            "load         one thread, %d runs of %.1f s for each decoder, after as long to warm up",
            runs,
            perRun.toNanos() / NS_PER_S));
    progress.accept(
        samples.entrySet().stream()
            .map(sample -> sample.getKey().word() + " " + sample.getValue().length + " bytes")
            .collect(Collectors.joining(", ", "messages     ", "")));
    List<String> faults =
        samples.entrySet().stream()
            .map(sample -> DecodeCheck.fault(sample.getKey(), sample.getValue()))
            .flatMap(Optional::stream)
            .toList();
    progress.accept(
        "correctness  decoded and encoded again to the same bytes, selective = full: "
            + (faults.isEmpty() ? "yes" : "NO; " + String.join(", ", faults)));
    if (!faults.isEmpty()) {
      return false;
    }
    measure(samples, nanoClock, progress);
    progress.accept(
        "peer         a decoder in C, generated from the official modules, is part of the JMH"
            + " report of the module messages, for it needs the official schemas");
    return true;
  }

  private void measure(
      Map<DecodeSample, byte[]> samples, LongSupplier nanoClock, Consumer<String> progress) {
    List<Decoding> decodings = Decoding.all();
    double[][] perS = new double[decodings.size()][runs];
    // All are warmed up before any is measured: the machine code of the loop suits all alike then.
    for (int run = -1; run < runs; run++) {
      for (int i = 0; i < perS.length; i++) {
        Decoding decoding = decodings.get(i);
        double rate = perS(decoding, requireNonNull(samples.get(decoding.sample())), nanoClock);
        if (run >= 0) {
          perS[i][run] = rate;
        }
      }
    }
    for (int i = 0; i < perS.length; i++) {
      Arrays.sort(perS[i]);
      progress.accept(line(decodings.get(i), perS[i]));
    }
  }

  private double perS(Decoding decoding, byte[] bytes, LongSupplier nanoClock) {
    // What is decoded is kept for a while, or else decoding it could be left out.
    Object[] kept = new Object[KEPT];
    try {
      long startNs = nanoClock.getAsLong();
      long tookNs;
      long count = 0;
      do {
        for (int i = 0; i < BATCH; i++) {
          kept[i % KEPT] = decoding.decoder().decode(bytes);
        }
        count += BATCH;
        tookNs = nanoClock.getAsLong() - startNs;
      } while (tookNs < perRun.toNanos());
      return count * NS_PER_S / tookNs;
    } finally {
      Reference.reachabilityFence(kept);
    }
  }

  private static String line(Decoding decoding, double[] sorted) {
    return String.format(
        Locale.ROOT,
        "%-14s messages/s %.0f %.0f %.0f (min, median, max)",
        decoding.name(),
        sorted[0],
        sorted[sorted.length / 2],
        sorted[sorted.length - 1]);
  }
}
