package city.wayside.kit.fleet;

import city.wayside.kit.trace.TraceReader;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;

/// Some rows of a trace on their way from the reader to the event loop. Written by one, then read
/// by the other.
final class Rows {

  /// Rows that travel together.
  static final int ROWS_MAX = 512;

  private final int lap;
  private final long stationsBefore;
  private final long[] timeMs = new long[ROWS_MAX];
  private final int[] station = new int[ROWS_MAX];
  private final double[] latDeg = new double[ROWS_MAX];
  private final double[] lonDeg = new double[ROWS_MAX];
  private final double[] speedMps = new double[ROWS_MAX];
  private final double[] headingDeg = new double[ROWS_MAX];
  private final StationType[] type = new StationType[ROWS_MAX];
  private int count;

  /// @param lap how often the trace was read before
  /// @param stationsBefore station ids that earlier laps used up
  Rows(int lap, long stationsBefore) {
    this.lap = lap;
    this.stationsBefore = stationsBefore;
  }

  /// Adds the reader's row.
  ///
  /// @return whether there is room for another
  boolean add(TraceReader row) {
    timeMs[count] = row.timeMs();
    station[count] = row.stationIndex();
    latDeg[count] = row.latDeg();
    lonDeg[count] = row.lonDeg();
    speedMps[count] = row.speedMps();
    headingDeg[count] = row.headingDeg();
    type[count] = row.type();
    return ++count < ROWS_MAX;
  }

  int lap() {
    return lap;
  }

  int count() {
    return count;
  }

  long timeMs(int row) {
    return timeMs[row];
  }

  long stationId(int row) {
    return stationsBefore + station[row] + 1;
  }

  Report report(int row, MessageKind kind, long stampMs) {
    return new Report(
        stationId(row),
        type[row],
        kind,
        stampMs,
        latDeg[row],
        lonDeg[row],
        speedMps[row],
        headingDeg[row],
        Double.NaN);
  }
}
