package city.wayside.server;

import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.message.StationType;
import city.wayside.model.traffic.EdieFigures;
import city.wayside.model.traffic.FlowEstimate;
import city.wayside.model.traffic.LevelOfService;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.SegmentWindow;
import city.wayside.model.traffic.TravelTimePercentiles;
import city.wayside.model.traffic.WindowLength;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.source.NetworkException;
import city.wayside.road.source.NetworkSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// A road network of two segments and what is known of the traffic there.
final class Fixture {

  /// Four o'clock in the morning, at the start of a window of any length.
  static final long FOUR_MS = Instant.parse("2026-11-23T04:00:00Z").toEpochMilli();

  private static final String GEO_JSON =
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature",
         "geometry": {"type": "LineString", "coordinates": [[13.4, 52.5], [13.401, 52.5]]},
         "properties": {"id": "A 1/2", "name": "Main Street", "road_class": "primary",
                        "length_m": 67.69, "speed_limit_mps": 13.89, "lanes": 2}},
        {"type": "Feature",
         "geometry": {"type": "LineString",
                      "coordinates": [[13.5, 52.6], [13.5, 52.601], [13.5, 52.602]]},
         "properties": {"id": "B", "length_m": 222.5}}
      ]}
      """;

  private Fixture() {}

  /// The network: segment "A 1/2" with all that can be known, segment "B" with as little.
  static RoadNetwork network() {
    try {
      Path file = Files.createTempFile("network", ".geojson");
      try {
        Files.writeString(file, GEO_JSON);
        return NetworkSource.read(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NetworkException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A record of a segment in the minute from a moment, with every figure known.
  static SegmentTraffic known(RoadNetwork network, String segmentId, long startMs, int revision) {
    return new SegmentTraffic(
        window(network, segmentId, startMs),
        revision,
        12,
        new EdieFigures(1234.5678, 98.7654, 3.25, 12.5, 24.3117, 1094.3333333),
        new FlowEstimate(2188.6666, 0.123456, 87.54321),
        new TravelTimePercentiles(5.1234, 6, 7.5),
        13.89,
        41.5,
        LevelOfService.HEAVY,
        0.87654);
  }

  /// A record of a segment on which nobody reported.
  static SegmentTraffic unknown(RoadNetwork network, String segmentId, long startMs) {
    return new SegmentTraffic(
        window(network, segmentId, startMs),
        0,
        0,
        new EdieFigures(0, 0, 0, Double.NaN, 0, 0),
        null,
        null,
        13.89,
        null,
        LevelOfService.UNKNOWN,
        0);
  }

  /// A record of a segment on which one vehicle stands.
  static SegmentTraffic standing(RoadNetwork network, String segmentId, long startMs) {
    return new SegmentTraffic(
        window(network, segmentId, startMs),
        0,
        1,
        new EdieFigures(0, 60, 60, 0, 4.5, 0),
        null,
        null,
        13.89,
        20.0,
        LevelOfService.STATIONARY,
        0.1);
  }

  private static SegmentWindow window(RoadNetwork network, String segmentId, long startMs) {
    int index = network.indexOf(segmentId);
    return new SegmentWindow(index, segmentId, network.version(), startMs, WindowLength.ONE_MINUTE);
  }

  /// A car on the first segment.
  static StationState car(long stationId, double latDeg, double lonDeg) {
    return new StationState(
        new Report(
            stationId,
            StationType.PASSENGER_CAR,
            MessageKind.CAM,
            FOUR_MS + 5,
            latDeg,
            lonDeg,
            12.34567,
            90.5,
            Double.NaN),
        0,
        20.0625,
        FOUR_MS + 55);
  }

  /// A bus that is on no road and gives neither speed nor heading.
  static StationState bus(long stationId, double latDeg, double lonDeg) {
    return new StationState(
        new Report(
            stationId,
            StationType.BUS,
            MessageKind.CAM,
            FOUR_MS,
            latDeg,
            lonDeg,
            Double.NaN,
            Double.NaN,
            Double.NaN),
        StationState.OFF_ROAD,
        0,
        FOUR_MS);
  }
}
