package city.wayside.town.bench.match;

import city.wayside.kit.trace.TraceReader;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.message.StationType;
import city.wayside.road.match.MatchedReport;
import city.wayside.road.match.RoadMatcher;
import city.wayside.road.match.Trajectory;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.source.NetworkSource;
import city.wayside.town.bench.Machine;
import com.graphhopper.matching.Observation;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// Our matcher and GraphHopper's over the same points in the same run, taking turns, on one thread:
/// points a second of both, their ratio, and how right both are.
///
/// Arguments: the folder with the recorded city, how many vehicles, how many runs, sigma in metres.
public final class MatchComparison {

  private static final String SEGMENT_TAG = "sumo:edge";
  private static final double NS_PER_S = 1e9;
  private static final double RUN_S_MIN = 0.5;
  private static final int WARM_UP = 20;

  private final RoadNetwork network;
  private final MatchPoints points;
  private final Tracks tracks;
  private final GraphHopperMatcher peer;
  private final PrintStream out;

  private MatchComparison(
      RoadNetwork network,
      MatchPoints points,
      Tracks tracks,
      GraphHopperMatcher peer,
      PrintStream out) {
    this.network = network;
    this.points = points;
    this.tracks = tracks;
    this.peer = peer;
    this.out = out;
  }

  /// Runs it.
  public static void main(String[] words) throws Exception {
    Path data = Path.of(words[0]);
    int vehicles = Integer.parseInt(words[1]);
    int runs = Integer.parseInt(words[2]);
    double sigmaM = Double.parseDouble(words[3]);
    RoadNetwork network = NetworkSource.read(data.resolve("network.geojson"));
    Path trace = data.resolve("trace-gps-error.csv.gz");
    Map<Long, String> vehicleIds = chosen(trace, vehicles);
    MatchPoints points;
    try (TraceReader reader = TraceReader.open(trace, _ -> {})) {
      points = MatchPoints.read(network, reader, MatchPoints.POINTS_MAX, vehicleIds::containsKey);
    }
    Path folder = Files.createTempDirectory("wayside-graphhopper-");
    Path pbf = data.resolve("network.osm.pbf");
    GraphHopperMatcher peer =
        new GraphHopperMatcher(network, pbf, WayIds.read(pbf, SEGMENT_TAG), folder, sigmaM);
    Tracks tracks = Tracks.of(network, points, vehicleIds, data.resolve("truth_routes.csv.gz"));
    System.out.println(Machine.line());
    System.out.printf(
        Locale.ROOT,
        "load         one thread; %d points of %d vehicles, buses left out; %d segments;"
            + " GraphHopper's sigma %.0f m; in turn, %d runs after some to warm up%n",
        points.count(),
        tracks.points().size(),
        network.segmentCount(),
        sigmaM,
        runs);
    new MatchComparison(network, points, tracks, peer, System.out).run(runs);
  }

  /// Every so manieth vehicle of the trace, by station, with the trace's own id.
  private static Map<Long, String> chosen(Path trace, int vehicles) throws Exception {
    Map<Long, String> cars = new HashMap<>();
    try (TraceReader reader = TraceReader.open(trace, _ -> {})) {
      while (reader.next()) {
        if (reader.type() != StationType.BUS) {
          cars.putIfAbsent(reader.stationId(), reader.vehicleId(reader.stationIndex()));
        }
      }
    }
    int every = Math.max(1, cars.size() / vehicles);
    return cars.entrySet().stream()
        .filter(car -> car.getKey() % every == 0)
        .limit(vehicles)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void run(int runs) {
    Map<Long, List<Observation>> observations = new HashMap<>();
    tracks
        .points()
        .forEach(
            (station, track) -> observations.put(station, GraphHopperMatcher.observations(track)));
    judgeOurs();
    judgePeer(observations);
    RoadMatcher matcher = new RoadMatcher(network);
    for (int pass = 0; pass < WARM_UP; pass++) {
      new MatchPass(points).run(matcher);
    }
    List<Rate> ours = new ArrayList<>();
    List<Rate> theirs = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      ours.add(ours(matcher));
      theirs.add(theirs(observations));
      Rate mine = ours.getLast();
      Rate peers = theirs.getLast();
      out.printf(
          Locale.ROOT,
          "run %-8d points/s ours %.0f, GraphHopper %.0f, ratio %.1f; in a second of processor"
              + " time %.0f, %.0f, ratio %.1f%n",
          run + 1,
          mine.perS,
          peers.perS,
          mine.perS / peers.perS,
          mine.perProcessorS,
          peers.perProcessorS,
          mine.perProcessorS / peers.perProcessorS);
    }
    tell("points/s", ours, theirs, Rate::perS);
    tell("points in a second of processor time", ours, theirs, Rate::perProcessorS);
  }

  /// Points a second, by the clock and by the time for which the thread had a processor; the second
  /// says more on a machine that has other things to do.
  private record Rate(double perS, double perProcessorS) {}

  private void tell(String what, List<Rate> ours, List<Rate> theirs, ToDoubleFunction<Rate> rate) {
    double[] mine = ours.stream().mapToDouble(rate).toArray();
    double[] peers = theirs.stream().mapToDouble(rate).toArray();
    double[] ratios = new double[mine.length];
    for (int run = 0; run < mine.length; run++) {
      ratios[run] = mine[run] / peers[run];
    }
    out.printf(
        Locale.ROOT,
        "%s (min, median, max): ours %s, GraphHopper %s, ratio %s%n",
        what,
        spread(mine, "%.0f"),
        spread(peers, "%.0f"),
        spread(ratios, "%.1f"));
  }

  private static String spread(double[] numbers, String form) {
    Arrays.sort(numbers);
    return DoubleStream.of(numbers[0], numbers[numbers.length / 2], numbers[numbers.length - 1])
        .mapToObj(number -> String.format(Locale.ROOT, form, number))
        .collect(Collectors.joining(" "));
  }

  private Rate ours(RoadMatcher matcher) {
    long tookNs = 0;
    long processorNs = 0;
    long count = 0;
    while (tookNs < RUN_S_MIN * NS_PER_S) {
      MatchPass pass = new MatchPass(points);
      long startNs = System.nanoTime();
      long processorStartNs = processorNs();
      pass.run(matcher);
      processorNs += processorNs() - processorStartNs;
      tookNs += System.nanoTime() - startNs;
      count += points.count();
    }
    return new Rate(count * NS_PER_S / tookNs, count * NS_PER_S / processorNs);
  }

  private Rate theirs(Map<Long, List<Observation>> observations) {
    long startNs = System.nanoTime();
    long processorStartNs = processorNs();
    for (List<Observation> track : observations.values()) {
      try {
        peer.match(track);
      } catch (RuntimeException _) {
        // No way found: counted when it was judged.
      }
    }
    double count = tracks.pointCount() * NS_PER_S;
    return new Rate(
        count / (System.nanoTime() - startNs), count / (processorNs() - processorStartNs));
  }

  private static long processorNs() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void judgeOurs() {
    RoadMatcher matcher = new RoadMatcher(network);
    Map<Long, Trajectory> trajectories = new HashMap<>();
    Map<Long, Set<Integer>> found = new HashMap<>();
    long judged = 0;
    long right = 0;
    for (int i = 0; i < points.count(); i++) {
      Report report = points.reports()[i];
      Trajectory trajectory =
          trajectories.computeIfAbsent(report.stationId(), _ -> new Trajectory());
      MatchedReport matched = matcher.match(trajectory, report);
      Set<Integer> way = found.computeIfAbsent(report.stationId(), _ -> new HashSet<>());
      for (int piece = 0; piece < matched.passages().count(); piece++) {
        way.add(matched.passages().segmentIndex(piece));
      }
      if (points.trueSegments()[i] != MatchPoints.UNKNOWN) {
        judged++;
        right += matched.segmentIndex() == points.trueSegments()[i] ? 1 : 0;
      }
      if (way.isEmpty() && matched.segmentIndex() != StationState.OFF_ROAD) {
        // Who only ever stands drives nowhere, and is somewhere all the same.
        way.add(matched.segmentIndex());
      }
    }
    out.printf(
        Locale.ROOT,
        "ours         on the right segment %.2f %% of points; %s%n",
        100.0 * right / judged,
        words(found));
  }

  private void judgePeer(Map<Long, List<Observation>> observations) {
    Map<Long, Set<Integer>> found = new HashMap<>();
    int failed = 0;
    for (Map.Entry<Long, List<Observation>> track : observations.entrySet()) {
      try {
        found.put(track.getKey(), peer.segments(peer.match(track.getValue())));
      } catch (RuntimeException _) {
        failed++;
      }
    }
    out.printf(
        Locale.ROOT,
        "GraphHopper  %s; no way found for %d of %d vehicles%n",
        words(found),
        failed,
        observations.size());
  }

  private String words(Map<Long, Set<Integer>> found) {
    RouteScore score = RouteScore.of(network, found, tracks.truth());
    return String.format(
        Locale.ROOT,
        "of the way found %.2f %% was driven (precision), of the way driven %.2f %% was found"
            + " (recall), by length",
        score.precisionPercent(),
        score.recallPercent());
  }
}
