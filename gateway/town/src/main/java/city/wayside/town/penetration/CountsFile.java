package city.wayside.town.penetration;

import city.wayside.model.traffic.WindowLength;
import city.wayside.road.network.RoadNetwork;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;

/// The counts of the city's counters: CSV with start, segment, length and number of vehicles.
///
/// @param network the network that has the segments
record CountsFile(RoadNetwork network) {

  private static final List<String> COLUMNS =
      List.of("time_s|timestamp", "segment_id", "interval_s", "vehicles");

  private static final double TIME_S_MAX = 1e11;
  private static final double INTERVAL_S_MAX = 3600;
  private static final double VEHICLES_MAX = 100_000;
  private static final double MS_PER_S = 1000;

  /// The counts of a file.
  Lines<Count> read(Path file) throws PenetrationException {
    return TableFile.read(file, COLUMNS, this::count);
  }

  private Count count(TableFile.Cells cells) throws BadCellException {
    String column = cells.has("time_s") ? "time_s" : "timestamp";
    long startMs = column.equals("time_s") ? seconds(cells) : timestamp(cells);
    if (startMs % WindowLength.BASE_MS != 0) {
      throw new BadCellException(column, cells.text(column), "the start of a full minute");
    }
    String segmentId = cells.text("segment_id");
    if (network.indexOf(segmentId) < 0) {
      throw new BadCellException("segment_id", segmentId, "a segment of the network");
    }
    long lengthMs = Math.round(cells.number("interval_s", 60, INTERVAL_S_MAX) * MS_PER_S);
    if (lengthMs % WindowLength.BASE_MS != 0) {
      throw new BadCellException(
          "interval_s", cells.text("interval_s"), "a whole number of minutes, in seconds");
    }
    double vehicles = cells.number("vehicles", 0, VEHICLES_MAX);
    return new Count(segmentId, startMs, startMs + lengthMs, vehicles);
  }

  private static long seconds(TableFile.Cells cells) throws BadCellException {
    return Math.round(cells.number("time_s", 0, TIME_S_MAX) * MS_PER_S);
  }

  private static long timestamp(TableFile.Cells cells) throws BadCellException {
    String text = cells.text("timestamp");
    try {
      return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException _) {
      throw new BadCellException(
          "timestamp", text, "a time with its offset, such as 2026-11-01T08:00:00+01:00");
    }
  }
}
