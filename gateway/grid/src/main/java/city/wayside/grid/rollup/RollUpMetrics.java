package city.wayside.grid.rollup;

import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import city.wayside.model.traffic.WindowLength;
import java.util.EnumMap;
import java.util.Map;

/// What the roll-up counts, by length of window.
final class RollUpMetrics {

  private final Map<WindowLength, Telemetry.Counter> windows;
  private final Map<WindowLength, Telemetry.Counter> segments;
  private final Map<WindowLength, Telemetry.Counter> revisions;
  private final Telemetry.Histogram durationS;

  RollUpMetrics(Telemetry telemetry) {
    windows = byLength(telemetry, Metric.ROLLUP_WINDOWS);
    segments = byLength(telemetry, Metric.ROLLUP_SEGMENTS);
    revisions = byLength(telemetry, Metric.ROLLUP_REVISIONS);
    durationS = telemetry.histogram(Metric.ROLLUP_DURATION);
  }

  void closed(WindowLength length, int records) {
    add(windows, length, 1);
    add(segments, length, records);
  }

  void revised(WindowLength length, int records) {
    add(segments, length, records);
    add(revisions, length, records);
  }

  void pass(double seconds) {
    durationS.record(seconds);
  }

  private static void add(
      Map<WindowLength, Telemetry.Counter> counters, WindowLength length, int count) {
    Telemetry.Counter counter = counters.get(length);
    if (counter != null) {
      counter.add(count);
    }
  }

  private static Map<WindowLength, Telemetry.Counter> byLength(Telemetry telemetry, Metric metric) {
    Map<WindowLength, Telemetry.Counter> counters = new EnumMap<>(WindowLength.class);
    for (WindowLength length : WindowLength.values()) {
      counters.put(length, telemetry.counter(metric, String.valueOf(length.lengthS())));
    }
    return counters;
  }
}
