package city.wayside.town.bench.network;

import city.wayside.road.network.RoadNetwork;
import city.wayside.road.source.NetworkException;
import city.wayside.road.source.NetworkSource;
import city.wayside.town.bench.Machine;
import city.wayside.town.network.HeapSize;
import city.wayside.town.network.NetworkWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// How long a network takes to load, and how much memory a segment takes. The first load is that of
/// a service that starts, on a JVM that has compiled nothing yet; the others follow in the same
/// process.
///
/// @param runs how often the network is loaded after the first time
/// @param nanoClock nanoseconds of any origin
/// @param processorNs nanoseconds that the calling thread had a processor
public record NetworkBench(int runs, LongSupplier nanoClock, LongSupplier processorNs) {

  private static final double NS_PER_S = 1e9;

  /// Measures an invented city.
  ///
  /// @param segments how many directed segments it has
  /// @param seed decides what it looks like
  /// @param progress told each line of the result as it is known
  /// @return true when all that was read was right
  public boolean run(int segments, long seed, Consumer<String> progress)
      throws IOException, NetworkException {
    Path folder = Files.createTempDirectory("wayside-");
    Path file = folder.resolve("city.geojson");
    try {
      new GridCity(segments, seed).write(file);
      return run(file, segments, progress);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  /// Measures a network that is there.
  public boolean run(Path file, Consumer<String> progress) throws IOException, NetworkException {
    return run(file, -1, progress);
  }

  private boolean run(Path file, int segmentsExpected, Consumer<String> progress)
      throws IOException, NetworkException {
    progress.accept(Machine.line());
    progress.accept(
        String.format(
            Locale.ROOT,
            "load         %s, %.1f MB, read once and %d times more",
            file.getFileName(),
            Files.size(file) / 1e6,
            runs));
    Load first = load(file);
    RoadNetwork network = first.network();
    List<Load> loads = new ArrayList<>();
    boolean isSame = true;
    for (int run = 0; run < runs; run++) {
      Load load = load(file);
      isSame &= load.network().version().equals(network.version());
      loads.add(new Load(network, load.tookS(), load.processorS()));
    }
    boolean isComplete = segmentsExpected < 0 || network.segmentCount() == segmentsExpected;
    boolean isCorrect = isSame && isComplete && survivesWriting(network);
    progress.accept(
        "correctness  "
            + network.segmentCount()
            + " segments, the same version from each run and after writing and reading again: "
            + (isCorrect ? "yes" : "NO"));
    lines(first, loads).forEach(progress);
    return isCorrect;
  }

  private static boolean survivesWriting(RoadNetwork network) throws IOException, NetworkException {
    Path folder = Files.createTempDirectory("wayside-");
    Path file = folder.resolve("again.geojson");
    try {
      NetworkWriter.write(network, file);
      return NetworkSource.read(file).version().equals(network.version());
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private record Load(RoadNetwork network, double tookS, double processorS) {}

  private Load load(Path file) throws NetworkException {
    long startNs = nanoClock.getAsLong();
    long startProcessorNs = processorNs.getAsLong();
    RoadNetwork network = NetworkSource.read(file);
    return new Load(
        network,
        (nanoClock.getAsLong() - startNs) / NS_PER_S,
        (processorNs.getAsLong() - startProcessorNs) / NS_PER_S);
  }

  private static List<String> lines(Load first, List<Load> loads) {
    int segments = first.network().segmentCount();
    double[] tookS = loads.stream().mapToDouble(Load::tookS).sorted().toArray();
    double[] processorS = loads.stream().mapToDouble(Load::processorS).sorted().toArray();
    double medianS = tookS[tookS.length / 2];
    return List.of(
        String.format(
            Locale.ROOT,
            "first load   %.2f s, of them %.2f s on a processor; %.0f segments/s",
            first.tookS(),
            first.processorS(),
            segments / first.tookS()),
        "loads        "
            + spread(tookS)
            + " s"
            + String.format(Locale.ROOT, "; %.0f segments/s", segments / medianS),
        "processor    " + spread(processorS) + " s of the loading thread",
        String.format(
            Locale.ROOT,
            "memory       %.1f bytes a segment, counted field by field",
            (double) HeapSize.bytes(first.network()) / segments));
  }

  private static String spread(double[] sorted) {
    return String.format(
        Locale.ROOT,
        "%.2f, %.2f, %.2f (least, median, most)",
        sorted[0],
        sorted[sorted.length / 2],
        sorted[sorted.length - 1]);
  }
}
