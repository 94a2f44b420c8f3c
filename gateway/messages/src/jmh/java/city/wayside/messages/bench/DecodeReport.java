package city.wayside.messages.bench;

import city.wayside.messages.peers.Asn1cCam;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Measures on one thread and prints machine, correctness, rate, spread and garbage of each
/// decoder, and the ratio to asn1c's C decoder, which runs just before and after on the same
/// messages.
///
/// Garbage decides the exit code: a selective decoder may make one small object a message. Rates
/// are for people to judge.
public final class DecodeReport {

  /// A report has 80 bytes; a second object, however small, would make it 96 or more.
  private static final double SELECTIVE_BYTES_MAX = 95;

  private static final Duration PEER_WARM_UP = Duration.ofSeconds(1);
  private static final Duration PEER_MEASURED = Duration.ofSeconds(3);

  private boolean isLean = true;

  private DecodeReport() {}

  /// Measures and prints.
  public static void main(String[] words) throws RunnerException, IOException {
    Correctness.check();
    DecodeReport report = new DecodeReport();
    report.printMachine();
    report.run();
    if (!report.isLean) {
      System.exit(1);
    }
  }

  private void printMachine() {
    System.out.printf(
        "%d processors, %s %s, load %.1f; one thread%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name"),
        System.getProperty("java.vm.version"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    System.out.println(
        "correct: every message was encoded again to the same bytes, selective and full agree");
    System.out.printf(
        "%-22s %6s %14s %26s %12s%n",
        "decoder", "bytes", "messages/s", "lowest to highest", "B/msg");
  }

  private void run() throws RunnerException, IOException {
    for (RunResult result : measure("SelectiveDecode", null)) {
      print(result, sample(result), SELECTIVE_BYTES_MAX);
    }
    Optional<Asn1cCam> peer = Asn1cCam.build();
    for (Sample sample : Sample.values()) {
      boolean hasPeer = sample == Sample.CAM || sample == Sample.CAM_WITH_PATH;
      double before = hasPeer ? peerRate(peer, sample) : 0;
      RunResult result = measure("FullDecode", sample).iterator().next();
      double after = hasPeer ? peerRate(peer, sample) : 0;
      print(result, sample, Double.MAX_VALUE);
      if (before > 0) {
        printPeer(before, after, result.getPrimaryResult().getScore());
      }
    }
    if (peer.isEmpty()) {
      System.out.println("no peer: " + Asn1cCam.missing().orElse("unknown"));
    }
  }

  private static Sample sample(RunResult result) {
    String name = result.getPrimaryResult().getLabel();
    return Sample.valueOf(name.toUpperCase(java.util.Locale.ROOT));
  }

  private static Collection<RunResult> measure(String benchmark, @Nullable Sample sample)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(benchmark)
            .forks(1)
            .threads(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1))
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT);
    if (sample != null) {
      options.param("sample", sample.name());
    }
    return new Runner(options.build()).run();
  }

  private void print(RunResult run, Sample sample, double bytesMax) {
    Result<?> rate = run.getPrimaryResult();
    double garbage = run.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
    boolean lean = garbage <= bytesMax;
    isLean &= lean;
    System.out.printf(
        "%-22s %6d %,14.0f %,12.0f to %,10.0f %12.1f%s%n",
        (bytesMax < Double.MAX_VALUE ? "selective " : "full ") + sample,
        sample.bytes().length,
        rate.getScore(),
        rate.getStatistics().getMin(),
        rate.getStatistics().getMax(),
        garbage,
        lean ? "" : "  more than one small object");
  }

  private static double peerRate(Optional<Asn1cCam> peer, Sample sample) throws IOException {
    return peer.isEmpty()
        ? 0
        : peer.get()
            .measure(Asn1cCam.Memory.REUSE, List.of(sample.bytes()), PEER_WARM_UP, PEER_MEASURED)
            .messagesPerSecond();
  }

  private static void printPeer(double before, double after, double ours) {
    double peer = (before + after) / 2;
    System.out.printf(
        "%-22s %6s %,14.0f %,12.0f to %,10.0f   ratio %.1f%n",
        "  asn1c (C), reusing",
        "",
        peer,
        Math.min(before, after),
        Math.max(before, after),
        ours / peer);
  }
}
