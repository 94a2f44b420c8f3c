package city.wayside.adapters.datex2;

import city.wayside.adapters.FakeRoads;
import city.wayside.adapters.Records;
import city.wayside.model.traffic.EdieFigures;
import city.wayside.model.traffic.FlowEstimate;
import city.wayside.model.traffic.LevelOfService;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.SegmentWindow;
import city.wayside.model.traffic.TravelTimePercentiles;
import city.wayside.model.traffic.WindowLength;
import city.wayside.road.network.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// A city and a window of it such as no city has: ids and names of any characters, numbers that are
/// none, tiny, huge and below zero, values that are absent.
///
/// @param roads the network
/// @param records a window of some of its segments
record AnyTraffic(FakeRoads roads, List<SegmentTraffic> records) {

  private static final int SEGMENTS_MAX = 6;

  static Arbitrary<AnyTraffic> arbitrary() {
    return segments()
        .list()
        .ofMinSize(1)
        .ofMaxSize(SEGMENTS_MAX)
        .map(AnyTraffic::numbered)
        .flatMap(segments ->
            values().list().ofSize(segments.size()).map(values -> of(segments, values)));
  }

  private static AnyTraffic of(List<Segment> segments, List<SegmentTraffic> values) {
    List<SegmentTraffic> records = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      SegmentTraffic value = values.get(i);
      records.add(
          new SegmentTraffic(
              new SegmentWindow(
                  i,
                  segments.get(i).id(),
                  FakeRoads.VERSION,
                  Records.START_MS,
                  WindowLength.ONE_MINUTE),
              value.revision(),
              value.vehicles(),
              value.edie(),
              value.flow(),
              value.travelTime(),
              value.freeFlowSpeedMps(),
              value.queueLengthM(),
              value.levelOfService(),
              value.confidence()));
    }
    return new AnyTraffic(new FakeRoads(FakeRoads.VERSION, segments), records);
  }

  /// Every number a double can be, and often one that a road may have.
  private static Arbitrary<Double> numbers() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, Arbitraries.doubles().between(0, 50)),
        net.jqwik.api.Tuple.of(1, Arbitraries.doubles()),
        net.jqwik.api.Tuple.of(
            1,
            Arbitraries.of(
                0.0,
                -0.0,
                4e-5,
                1e-9,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                -1.0,
                Double.NaN,
                Double.POSITIVE_INFINITY)));
  }

  private static Arbitrary<SegmentTraffic> values() {
    Arbitrary<EdieFigures> edie =
        Combinators.combine(numbers(), numbers(), numbers())
            .as((speed, density, flow) -> new EdieFigures(1, 1, 1, speed, density, flow));
    Arbitrary<Optional<FlowEstimate>> flow =
        Combinators.combine(numbers(), Arbitraries.doubles().between(0, 1), numbers())
            .as(FlowEstimate::new)
            .optional(0.7);
    Arbitrary<Optional<TravelTimePercentiles>> times =
        Combinators.combine(Arbitraries.integers().between(0, 40), numbers())
            .as((count, p50S) -> new TravelTimePercentiles(count, p50S, p50S, p50S))
            .optional(0.7);
    return Combinators.combine(
            Arbitraries.integers().between(0, 40),
            edie,
            flow,
            times,
            numbers(),
            Arbitraries.of(LevelOfService.class),
            Arbitraries.doubles().between(0, 1))
        .as((vehicles, figures, estimate, percentiles, freeFlowMps, level, confidence) ->
            new SegmentTraffic(
                new SegmentWindow(0, "", "", 0, WindowLength.ONE_MINUTE),
                0,
                vehicles,
                figures,
                estimate.orElse(null),
                percentiles.orElse(null),
                freeFlowMps,
                null,
                level,
                confidence));
  }

  private static Arbitrary<Segment> segments() {
    Arbitrary<double[]> latitudes =
        Arbitraries.doubles()
            .between(-90, 90)
            .ofScale(9)
            .array(double[].class)
            .ofMinSize(2)
            .ofMaxSize(5);
    return Combinators.combine(
            Arbitraries.strings().ofMaxLength(12),
            Arbitraries.strings().all().ofMaxLength(1100),
            Arbitraries.doubles().between(0.01, 20_000),
            Arbitraries.integers().between(0, 6),
            latitudes)
        .as((id, name, lengthM, lanes, latDeg) -> {
          double[] lonDeg = new double[latDeg.length];
          for (int i = 0; i < lonDeg.length; i++) {
            lonDeg[i] = latDeg[i] / 7e5;
          }
          return new Segment(0, id, name, "", lengthM, 13, lanes, latDeg, lonDeg);
        });
  }

  /// The same segments with their indexes, and ids that differ.
  private static List<Segment> numbered(List<Segment> segments) {
    List<Segment> numbered = new ArrayList<>();
    for (Segment one : segments) {
      int index = numbered.size();
      numbered.add(
          new Segment(
              index,
              index + "<&\"'é🚗" + one.id(),
              one.name(),
              one.roadClass(),
              one.lengthM(),
              one.speedLimitMps(),
              one.lanes(),
              one.latDeg(),
              one.lonDeg()));
    }
    return numbered;
  }
}
