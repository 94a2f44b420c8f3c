package city.wayside.road.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.model.message.Report;
import city.wayside.model.traffic.EdieFigures;
import city.wayside.model.traffic.SegmentTally;
import city.wayside.model.traffic.WindowLength;
import city.wayside.road.TinyCity;
import city.wayside.road.match.MatchedReport;
import city.wayside.road.match.Passages;
import city.wayside.road.network.RoadNetwork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Random vehicles on random ways over a random net of streets, told to the board as a matcher
/// would tell them, but known exactly.
class DrivenSumsPropertyTest {

  private static final int SEGMENTS_MAX = 12;

  /// What was driven in all.
  ///
  /// @param tallies what the board made of it
  /// @param distanceM the way of all vehicles
  /// @param timeMs the time of all vehicles
  /// @param perSegmentM the way of all vehicles on each segment
  /// @param pieces how many pieces it was told in
  private record Driven(
      RoadNetwork network,
      List<SegmentTally> tallies,
      double distanceM,
      double timeMs,
      double[] perSegmentM,
      int pieces) {}

  private static RoadNetwork streets(Random random) {
    TinyCity city = new TinyCity();
    int segments = 1 + random.nextInt(SEGMENTS_MAX);
    for (int segment = 0; segment < segments; segment++) {
      double northM = 50.0 * segment;
      // Every street ends where every other begins: any way is possible.
      city.road("s" + segment, "hub", "hub", 0, northM, 3 + random.nextInt(400), northM);
    }
    return city.build();
  }

  private static Driven drive(long seed) {
    Random random = new Random(seed);
    RoadNetwork network = streets(random);
    TallyBoard board = new TallyBoard(network);
    double[] perSegmentM = new double[network.segmentCount()];
    double distanceM = 0;
    double timeMs = 0;
    int pieces = 0;
    int vehicles = 1 + random.nextInt(5);
    for (int vehicle = 0; vehicle < vehicles; vehicle++) {
      Passages passages = new Passages();
      double atMs = random.nextInt(200_000);
      int segment = random.nextInt(network.segmentCount());
      double offsetM = random.nextDouble() * network.lengthM(segment);
      for (int report = 0; report < 30; report++) {
        passages.begin(TinyCity.START_MS + (long) atMs);
        double sinceMs = atMs - (long) atMs;
        int parts = 1 + random.nextInt(4);
        for (int part = 0; part < parts; part++) {
          double restM = network.lengthM(segment) - offsetM;
          boolean goesOn = part < parts - 1;
          double drivenM = goesOn ? restM : restM * random.nextDouble();
          // From standing to 40 m/s; a whole minute now and then, over a border of windows.
          double tookMs = drivenM / (1 + 39 * random.nextDouble()) * 1000 + random.nextInt(60_000);
          passages.add(segment, offsetM, offsetM + drivenM, sinceMs, sinceMs + tookMs, Double.NaN);
          distanceM += drivenM;
          timeMs += tookMs;
          perSegmentM[segment] += drivenM;
          pieces++;
          sinceMs += tookMs;
          atMs += tookMs;
          offsetM += drivenM;
          if (goesOn) {
            segment = random.nextInt(network.segmentCount());
            offsetM = 0;
          }
        }
        Report told = TinyCity.car(vehicle, atMs / 1000, 0, 0, 10, 90);
        board.add(new MatchedReport(told, segment, offsetM, passages));
      }
    }
    return new Driven(network, board.takeChanged(), distanceM, timeMs, perSegmentM, pieces);
  }

  @Property(tries = 200)
  void sumsOverSegmentsAreTheDistanceDrivenAndTheTimeSpent(@ForAll long seed) {
    Driven driven = drive(seed);

    // Each piece's ends are rounded to whole millimetres and milliseconds.
    assertThat(driven.tallies.stream().mapToLong(SegmentTally::distanceMm).sum() / 1000.0)
        .isCloseTo(driven.distanceM, within(0.001 * driven.pieces));
    assertThat((double) driven.tallies.stream().mapToLong(SegmentTally::timeMs).sum())
        .isCloseTo(driven.timeMs, within(1.0 * driven.pieces));
    for (int segment = 0; segment < driven.perSegmentM.length; segment++) {
      int wanted = segment;
      assertThat(
              driven.tallies.stream()
                      .filter(tally -> tally.segmentIndex() == wanted)
                      .mapToLong(SegmentTally::distanceMm)
                      .sum()
                  / 1000.0)
          .isCloseTo(driven.perSegmentM[segment], within(0.001 * driven.pieces));
    }
  }

  @Property(tries = 200)
  void noWindowHoldsMoreTimeOfAVehicleThanItIsLong(@ForAll long seed) {
    for (SegmentTally tally : drive(seed).tallies) {
      // Vehicles never are on two segments at once, so a window has room for each of them once.
      assertThat(tally.timeMs())
          .isBetween(0L, tally.stations().count() * (WindowLength.BASE_MS + 130));
      assertThat(tally.distanceMm()).isNotNegative();
      assertThat(tally.stoppedMs()).isBetween(0L, tally.timeMs());
    }
  }

  @Property(tries = 200)
  void flowIsDensityTimesSpeed(@ForAll long seed, @ForAll @IntRange(min = 1, max = 1440) int m) {
    Driven driven = drive(seed);
    for (SegmentTally tally : driven.tallies) {
      EdieFigures edie =
          EdieFigures.of(
              tally, driven.network.lengthM(tally.segmentIndex()), m * WindowLength.BASE_MS);
      if (edie.timeS() > 0) {
        double kmh = 3.6 * edie.speedMps();
        assertThat(edie.densityVpkm() * kmh)
            .isCloseTo(edie.probeFlowVph(), within(1e-9 * (1 + edie.probeFlowVph())));
      } else {
        assertThat(edie.densityVpkm()).isZero();
      }
    }
  }

  @Property(tries = 200)
  void talliesMergeInAnyOrderAndGrouping(@ForAll long seed, @ForAll long shuffle) {
    List<SegmentTally> parts =
        drive(seed).tallies.stream().filter(tally -> tally.segmentIndex() == 0).toList();
    if (parts.isEmpty()) {
      return;
    }
    SegmentTally inOrder = parts.stream().reduce(SegmentTally::plus).orElseThrow();
    Random random = new Random(shuffle);
    List<SegmentTally> groups = new ArrayList<>(parts);
    Collections.shuffle(groups, random);
    while (groups.size() > 1) {
      SegmentTally one = groups.remove(random.nextInt(groups.size()));
      SegmentTally other = groups.remove(random.nextInt(groups.size()));
      groups.add(random.nextInt(groups.size() + 1), one.plus(other));
    }

    assertThat(groups.getFirst()).isEqualTo(inOrder);
  }

  @Property(tries = 50)
  void waysOfOneVehicleMayBeToldInAnyNumberOfPieces(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int cuts) {
    Random random = new Random(seed);
    RoadNetwork network = streets(random);
    double lengthM = network.lengthM(0);
    double tookMs = 1000 + random.nextInt(150_000);
    double[] shares =
        IntStream.range(0, cuts).mapToDouble(_ -> random.nextDouble()).sorted().toArray();

    assertThat(told(network, lengthM, tookMs, shares))
        .usingRecursiveComparison()
        .isEqualTo(told(network, lengthM, tookMs, new double[0]));
  }

  private static List<Long> told(
      RoadNetwork network, double lengthM, double tookMs, double[] shares) {
    TallyBoard board = new TallyBoard(network);
    Passages passages = new Passages();
    passages.begin(TinyCity.START_MS);
    double from = 0;
    for (int i = 0; i <= shares.length; i++) {
      double to = i < shares.length ? shares[i] : 1;
      passages.add(0, from * lengthM, to * lengthM, from * tookMs, to * tookMs, Double.NaN);
      from = to;
    }
    board.add(new MatchedReport(TinyCity.car(1, 0, 0, 0, 10, 90), 0, 0, passages));
    List<SegmentTally> tallies = board.takeChanged();
    return List.of(
        tallies.stream().mapToLong(SegmentTally::distanceMm).sum(),
        tallies.stream().mapToLong(SegmentTally::timeMs).sum());
  }
}
