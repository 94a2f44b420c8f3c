package city.wayside.town.backtest;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// Files of [TrafficRow]s: CSV with a header. The same rows always give the same bytes.
public final class TrafficFile {

  /// The header, which is also the order of the columns that are written.
  static final String HEADER =
      "window_start_s,segment_id,flow_vph,density_vpkm,speed_mps,vehicles,"
          + "sum_distance_m,sum_time_s";

  /// The most rows that are read.
  static final int ROWS_MAX = 20_000_000;

  private static final List<String> COLUMNS = List.of(HEADER.split(","));

  private TrafficFile() {}

  /// Writes rows, ordered by window and segment.
  public static void write(Path file, List<TrafficRow> rows) throws IOException {
    List<TrafficRow> ordered = new ArrayList<>(rows);
    ordered.sort(
        Comparator.comparingLong(TrafficRow::windowStartS).thenComparing(TrafficRow::segmentId));
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      out.write('\n');
      for (TrafficRow row : ordered) {
        out.write(line(row));
        out.write('\n');
      }
    }
  }

  /// Reads rows from a file with the same columns, in any order; `.gz` is unpacked.
  ///
  /// @throws IOException when it cannot be read or a line is no row; the message names the line
  public static List<TrafficRow> read(Path file) throws IOException {
    try (BufferedReader in = reader(file)) {
      String header = in.readLine();
      List<String> found = header == null ? List.of() : Arrays.asList(header.strip().split(","));
      int[] positions = new int[COLUMNS.size()];
      for (int i = 0; i < positions.length; i++) {
        positions[i] = found.indexOf(COLUMNS.get(i));
        if (positions[i] < 0) {
          throw new IOException(
              file + ":1: column " + COLUMNS.get(i) + " is missing; allowed is " + HEADER);
        }
      }
      List<TrafficRow> rows = new ArrayList<>();
      int lineNumber = 1;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lineNumber++;
        if (!line.isBlank()) {
          rows.add(row(file, lineNumber, line, positions));
        }
        if (rows.size() > ROWS_MAX) {
          throw new IOException(file + ": more than " + ROWS_MAX + " rows");
        }
      }
      return rows;
    }
  }

  private static BufferedReader reader(Path file) throws IOException {
    return file.toString().endsWith(".gz")
        ? new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))
        : Files.newBufferedReader(file);
  }

  private static TrafficRow row(Path file, int lineNumber, String line, int[] positions)
      throws IOException {
    String[] cells = line.split(",", -1);
    try {
      String[] ordered = new String[positions.length];
      for (int i = 0; i < positions.length; i++) {
        ordered[i] = cells[positions[i]].strip();
      }
      return new TrafficRow(
          Math.round(Double.parseDouble(ordered[0])),
          ordered[1],
          Double.parseDouble(ordered[2]),
          Double.parseDouble(ordered[3]),
          ordered[4].isEmpty() ? Double.NaN : Double.parseDouble(ordered[4]),
          (int) Double.parseDouble(ordered[5]),
          Double.parseDouble(ordered[6]),
          Double.parseDouble(ordered[7]));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IOException(file + ":" + lineNumber + ": is no row of " + HEADER, e);
    }
  }

  private static String line(TrafficRow row) {
    return row.windowStartS()
        + ","
        + cell(row.segmentId())
        + ","
        + decimals(row.flowVph(), 3)
        + ","
        + decimals(row.densityVpkm(), 4)
        + ","
        + decimals(row.speedMps(), 4)
        + ","
        + row.vehicles()
        + ","
        + decimals(row.sumDistanceM(), 3)
        + ","
        + decimals(row.sumTimeS(), 3);
  }

  /// Ids come from the city's network; one with a comma would shift the columns.
  private static String cell(String text) {
    return text.indexOf(',') < 0 ? text : text.replace(',', ';');
  }

  private static String decimals(double number, int places) {
    return Double.isNaN(number) ? "" : String.format(Locale.ROOT, "%." + places + "f", number);
  }
}
