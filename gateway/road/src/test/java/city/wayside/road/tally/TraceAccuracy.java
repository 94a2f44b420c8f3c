package city.wayside.road.tally;

import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.message.TrajectoryContext;
import city.wayside.model.traffic.EdieFigures;
import city.wayside.model.traffic.SegmentTally;
import city.wayside.road.match.MatchedReport;
import city.wayside.road.match.RoadMatcher;
import city.wayside.road.match.Trajectory;
import city.wayside.road.network.RoadNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Drives a recorded trace through matcher and board and compares with the true Edie figures.
final class TraceAccuracy {

  private static final long WINDOW_MS = 300_000;

  private record Key(long windowStartMs, int segment) {}

  private record Truth(Key key, EdieFigures figures) {}

  private final RoadNetwork network;
  private final Map<Key, SegmentTally> sums = new HashMap<>();
  private long judgedPoints;
  private long rightPoints;

  /// @param points what arrives, in the order in which it does
  /// @param handoverMs how long a station stays at an edge node; 0 for always
  TraceAccuracy(RoadNetwork network, List<TracePoint> points, long handoverMs) {
    this.network = network;
    RoadMatcher matcher = new RoadMatcher(network);
    TallyBoard board = new TallyBoard(network);
    Map<Long, Trajectory> trajectories = new HashMap<>();
    Map<Long, StationState> states = new HashMap<>();
    for (TracePoint point : points) {
      Report report = point.report();
      Trajectory trajectory =
          trajectories.computeIfAbsent(report.stationId(), _ -> new Trajectory());
      if (report.timeMs() <= trajectory.newestMs()) {
        // As admission does with what is late, or comes twice.
        continue;
      }
      StationState left = leftFor(handoverMs, states.get(report.stationId()), report);
      if (left != null) {
        trajectory = matcher.continuing(left);
        trajectories.put(report.stationId(), trajectory);
      }
      MatchedReport matched = matcher.match(trajectory, report);
      if (handoverMs > 0) {
        states.put(report.stationId(), state(matcher, trajectory, matched));
      }
      board.add(matched);
      judge(matched, point.trueSegment());
    }
    for (SegmentTally tally : board.takeChanged()) {
      long startMs = Math.floorDiv(tally.windowStartMs(), WINDOW_MS) * WINDOW_MS;
      sums.merge(new Key(startMs, tally.segmentIndex()), tally, SegmentTally::plus);
    }
  }

  /// What the edge node knows of a station that leaves it; absent for one that stays.
  private static @Nullable StationState leftFor(
      long handoverMs, @Nullable StationState state, Report next) {
    boolean stays =
        handoverMs == 0
            || state == null
            || turn(handoverMs, state.report()) == turn(handoverMs, next);
    return stays ? null : state;
  }

  /// Not all stations change at the same moment.
  private static long turn(long handoverMs, Report report) {
    return (report.timeMs() + report.stationId() * 1_000) / handoverMs;
  }

  private static StationState state(
      RoadMatcher matcher, Trajectory trajectory, MatchedReport matched) {
    Report report = matched.report();
    TrajectoryContext context = matcher.context(trajectory, report);
    return new StationState(
        report, matched.segmentIndex(), matched.offsetM(), report.timeMs(), context);
  }

  /// Points in junctions, which are on no segment, do not count.
  private void judge(MatchedReport matched, int trueSegment) {
    if (trueSegment >= 0) {
      judgedPoints++;
      if (matched.segmentIndex() == trueSegment) {
        rightPoints++;
      }
    }
  }

  /// How far the sums are from a truth.
  ///
  /// @param covered share of the true segment windows that have sums
  /// @param speed median absolute relative error of the space-mean speed
  /// @param flow the same of the flow
  /// @param density the same of the density
  /// @param rightPoints share of the points on segments that were put on their segment
  record Errors(double covered, double speed, double flow, double density, double rightPoints) {}

  /// Compares all segment windows in which at least so many vehicles were.
  ///
  /// @param endMs windows that begin at this moment or later are left out
  Errors against(Path truthFile, int vehiclesMin, long endMs) throws IOException {
    List<Truth> truths =
        Files.readAllLines(truthFile).stream()
            .skip(1)
            .map(row -> row.split(","))
            .filter(fields -> Integer.parseInt(fields[5]) >= vehiclesMin)
            .map(this::truth)
            .filter(truth -> truth.key.windowStartMs < endMs)
            .toList();
    List<Truth> covered = truths.stream().filter(truth -> sums.containsKey(truth.key)).toList();
    return new Errors(
        (double) covered.size() / truths.size(),
        median(covered, EdieFigures::speedMps),
        median(covered, EdieFigures::probeFlowVph),
        median(covered, EdieFigures::densityVpkm),
        (double) rightPoints / judgedPoints);
  }

  private Truth truth(String[] fields) {
    long startMs = Long.parseLong(fields[0]) * 1000;
    EdieFigures figures =
        new EdieFigures(
            Double.parseDouble(fields[6]),
            Double.parseDouble(fields[7]),
            0,
            Double.parseDouble(fields[4]),
            Double.parseDouble(fields[3]),
            Double.parseDouble(fields[2]));
    return new Truth(new Key(startMs, network.indexOf(fields[1])), figures);
  }

  private double median(List<Truth> truths, ToDoubleFunction<EdieFigures> figure) {
    double[] errors =
        truths.stream()
            .mapToDouble(truth -> {
              double lengthM = network.lengthM(truth.key.segment);
              SegmentTally sum = Objects.requireNonNull(sums.get(truth.key));
              EdieFigures own = EdieFigures.of(sum, lengthM, WINDOW_MS);
              double wanted = figure.applyAsDouble(truth.figures);
              return Math.abs(figure.applyAsDouble(own) / wanted - 1);
            })
            .sorted()
            .toArray();
    return Arrays.stream(errors).skip(errors.length / 2).findFirst().orElse(Double.NaN);
  }
}
