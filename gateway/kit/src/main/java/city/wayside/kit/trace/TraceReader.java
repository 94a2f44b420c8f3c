package city.wayside.kit.trace;

import city.wayside.model.message.StationType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/// Reads a trace row by row: CSV with a header, gzipped or not, columns found by name, fields
/// without quotes. Call [#next()] and then ask for the row's values.
///
/// Vehicles become stations in the order of their first row, so the same file always gives the same
/// ids. A line that is no row is told to the consumer, counted and skipped.
public final class TraceReader implements AutoCloseable {

  /// More vehicles than this are not read: their lines are bad lines.
  public static final int STATIONS_MAX = 10_000_000;

  /// The edge of a row that names none.
  public static final int NO_EDGE = -1;

  private static final int INPUT_BYTES = 1 << 16;
  private static final int SHOWN_BYTES_MAX = 32;
  private static final double LAST_TIME_S = 4e9;

  private final String name;
  private final InputStream in;
  private final Lines lines;
  private final Consumer<BadLine> badLines;
  private final TraceHeader.Column[] columns;
  private final NameTable vehicles = new NameTable();
  private final NameTable edges = new NameTable();
  private final TypeWords types = new TypeWords();

  private long timeMs;
  private int stationIndex;
  private double latDeg;
  private double lonDeg;
  private double speedMps;
  private double headingDeg;
  private StationType type = StationType.UNKNOWN;
  private int edgeIndex = NO_EDGE;
  private long rowCount;
  private long badLineCount;

  private TraceReader(String name, InputStream in, Consumer<BadLine> badLines)
      throws TraceException {
    this.name = name;
    this.in = in;
    this.lines = new Lines(in);
    this.badLines = badLines;
    if (!nextLine() || lines.end() == lines.start()) {
      throw new TraceException(name + ": is empty; expected " + TraceHeader.EXPECTED);
    }
    this.columns = TraceHeader.parse(name, lines.copy()).columns();
  }

  /// Opens a file; whether it is gzipped is seen by its first bytes.
  ///
  /// @param badLines is told each line that is skipped
  /// @throws TraceException when the file is missing, empty or no trace
  public static TraceReader open(Path file, Consumer<BadLine> badLines) throws TraceException {
    try {
      return open(file.toString(), Files.newInputStream(file), badLines);
    } catch (NoSuchFileException missing) {
      throw new TraceException(file + ": no such file", missing);
    } catch (IOException unreadable) {
      throw new TraceException(file + ": cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  /// Opens a stream, which the reader then owns.
  ///
  /// @param name what the stream is called in messages; with `.gz` at its end it must be gzipped
  /// @throws TraceException when there is no trace in it
  public static TraceReader open(String name, InputStream stream, Consumer<BadLine> badLines)
      throws TraceException {
    try {
      return new TraceReader(name, unzipped(name, stream), badLines);
    } catch (TraceException | IOException broken) {
      try (stream) {
        throw broken instanceof TraceException trace
            ? trace
            : new TraceException(name + ": cannot be read: " + broken.getMessage(), broken);
      } catch (IOException notClosed) {
        throw new TraceException(name + ": cannot be read: " + notClosed.getMessage(), notClosed);
      }
    }
  }

  private static InputStream unzipped(String name, InputStream stream)
      throws IOException, TraceException {
    BufferedInputStream in = new BufferedInputStream(stream, INPUT_BYTES);
    in.mark(2);
    boolean gzipped = in.read() == 0x1f && in.read() == 0x8b; // RFC 1952 §2.3.1
    in.reset();
    if (gzipped) {
      return new GZIPInputStream(in, INPUT_BYTES);
    }
    if (name.endsWith(".gz")) {
      throw new TraceException(name + ": is not gzipped, though its name says so");
    }
    return in;
  }

  /// Goes to the next row.
  ///
  /// @return false at the end of the trace
  /// @throws TraceException when the file cannot be read on
  public boolean next() throws TraceException {
    while (nextLine()) {
      if (lines.end() == lines.start()) {
        continue;
      }
      String reason = lines.isTooLong() ? "longer than 4096 bytes" : readRow();
      if (reason.isEmpty()) {
        rowCount++;
        return true;
      }
      badLineCount++;
      badLines.accept(new BadLine(lines.number(), reason));
    }
    return false;
  }

  private boolean nextLine() throws TraceException {
    try {
      return lines.next();
    } catch (IOException broken) {
      throw new TraceException(
          name + ": cannot be read after line " + lines.number() + ": " + broken.getMessage(),
          broken);
    }
  }

  /// Reads the line's fields; gives what is wrong, or nothing.
  private String readRow() {
    byte[] bytes = lines.buffer();
    int end = lines.end();
    int from = lines.start();
    int vehicleFrom = from;
    int vehicleTo = from;
    type = StationType.UNKNOWN;
    for (int i = 0; i < columns.length; i++) {
      if (from > end) {
        return i + " fields instead of " + columns.length;
      }
      int to = fieldEnd(bytes, from, end);
      TraceHeader.Column column = columns[i];
      switch (column) {
        case TIME -> {
          double timeS = Decimals.parse(bytes, from, to);
          if (!(Math.abs(timeS) <= LAST_TIME_S)) {
            return notANumber(column, bytes, from, to);
          }
          timeMs = Math.round(timeS * 1000);
        }
        case VEHICLE -> {
          vehicleFrom = from;
          vehicleTo = to;
        }
        case LAT -> latDeg = Decimals.parse(bytes, from, to);
        case LON -> lonDeg = Decimals.parse(bytes, from, to);
        case SPEED -> speedMps = Decimals.parse(bytes, from, to);
        case HEADING -> headingDeg = Decimals.parse(bytes, from, to);
        case TYPE -> type = types.of(bytes, from, to);
        case EDGE -> edgeIndex = to == from ? NO_EDGE : edges.indexOf(bytes, from, to);
        case OTHER -> {}
      }
      if (to > from && isMissing(column)) {
        return notANumber(column, bytes, from, to);
      }
      from = to + 1;
    }
    return from <= end ? "more than " + columns.length + " fields" : placed(vehicleFrom, vehicleTo);
  }

  /// Ends a row whose fields are read: a position is a must, speed and heading may be empty.
  private String placed(int vehicleFrom, int vehicleTo) {
    if (Double.isNaN(latDeg) || Double.isNaN(lonDeg)) {
      return (Double.isNaN(latDeg) ? "lat" : "lon") + " is empty";
    }
    if (vehicleTo == vehicleFrom) {
      return "vehicle_id is empty";
    }
    int index = vehicles.indexOf(lines.buffer(), vehicleFrom, vehicleTo);
    if (index >= STATIONS_MAX) {
      return "more than " + STATIONS_MAX + " vehicles";
    }
    stationIndex = index;
    if (headingDeg == 360) {
      headingDeg = 0; // north, rounded up
    }
    return "";
  }

  private boolean isMissing(TraceHeader.Column column) {
    return switch (column) {
      case LAT -> Double.isNaN(latDeg);
      case LON -> Double.isNaN(lonDeg);
      case SPEED -> Double.isNaN(speedMps);
      case HEADING -> Double.isNaN(headingDeg);
      case TIME, VEHICLE, TYPE, EDGE, OTHER -> false;
    };
  }

  private static int fieldEnd(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] != ',') {
      at++;
    }
    return at;
  }

  private static String notANumber(TraceHeader.Column column, byte[] bytes, int from, int to) {
    if (to == from) {
      return column.word() + " is empty";
    }
    int shown = Math.min(to - from, SHOWN_BYTES_MAX);
    String text = new String(bytes, from, shown, StandardCharsets.UTF_8);
    return column.word() + " is no number: \"" + text + (shown < to - from ? "…" : "") + '"';
  }

  /// When the row was measured, in milliseconds of the trace's own time.
  public long timeMs() {
    return timeMs;
  }

  /// The row's vehicle, from 0 in the order of first rows.
  public int stationIndex() {
    return stationIndex;
  }

  /// The row's station id: its index and one.
  public long stationId() {
    return stationIndex + 1L;
  }

  /// The edge on which the vehicle truly was, from 0 in the order of first rows; [#NO_EDGE] where
  /// the trace does not say.
  public int edgeIndex() {
    return edgeIndex;
  }

  /// What the trace calls an edge.
  public String edgeId(int index) {
    return edges.name(index);
  }

  /// Latitude, WGS 84; not checked to be on the earth.
  public double latDeg() {
    return latDeg;
  }

  /// Longitude, WGS 84; not checked to be on the earth.
  public double lonDeg() {
    return lonDeg;
  }

  /// Speed in metres per second; `NaN` where the field is empty.
  public double speedMps() {
    return speedMps;
  }

  /// Direction of travel, clockwise from north; `NaN` where the field is empty.
  public double headingDeg() {
    return headingDeg;
  }

  /// What kind of station; unknown where the trace does not say.
  public StationType type() {
    return type;
  }

  /// How many vehicles had a row so far.
  public int stationCount() {
    return vehicles.count();
  }

  /// The trace's own id of a vehicle.
  public String vehicleId(int index) {
    return vehicles.name(index);
  }

  /// How many rows were read so far.
  public long rowCount() {
    return rowCount;
  }

  /// How many lines were skipped so far.
  public long badLineCount() {
    return badLineCount;
  }

  @Override
  public void close() throws TraceException {
    try {
      in.close();
    } catch (IOException broken) {
      throw new TraceException(name + ": cannot be closed: " + broken.getMessage(), broken);
    }
  }
}
