package city.wayside.kit.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which column of a trace holds what.
///
/// @param columns the meaning of each column in the file's order
record TraceHeader(Column[] columns) {

  /// The meanings that a column may have.
  enum Column {
    TIME("time_s"),
    VEHICLE("vehicle_id"),
    LAT("lat"),
    LON("lon"),
    SPEED("speed_mps"),
    HEADING("heading_deg"),
    TYPE("type"),
    EDGE("edge_id"),
    /// Every column that a reader does not know.
    OTHER("");

    private static final Column[] ALL = values();

    private final String word;

    Column(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    private static Column of(String word) {
      for (Column column : ALL) {
        if (column.word.equals(word)) {
          return column;
        }
      }
      return OTHER;
    }
  }

  static final String EXPECTED =
      "a header with time_s,vehicle_id,lat,lon,speed_mps,heading_deg"
          + " and optionally edge_id,type, in any order";

  private static final List<Column> MANDATORY =
      List.of(Column.TIME, Column.VEHICLE, Column.LAT, Column.LON, Column.SPEED, Column.HEADING);

  /// Reads a header line.
  ///
  /// @param name the file's name, for messages
  static TraceHeader parse(String name, byte[] line) throws TraceException {
    String text = new String(line, StandardCharsets.UTF_8);
    String[] words = (text.startsWith("\uFEFF") ? text.substring(1) : text).split(",", -1);
    Column[] columns = new Column[words.length];
    for (int i = 0; i < words.length; i++) {
      Column column = Column.of(words[i].strip());
      if (column != Column.OTHER && Arrays.asList(columns).contains(column)) {
        throw new TraceException(name + ": the header names " + column.word + " twice");
      }
      columns[i] = column;
    }
    List<String> missing = new ArrayList<>();
    for (Column column : MANDATORY) {
      if (!Arrays.asList(columns).contains(column)) {
        missing.add(column.word);
      }
    }
    if (!missing.isEmpty()) {
      throw new TraceException(
          name + ": the header lacks " + String.join(", ", missing) + "; expected " + EXPECTED);
    }
    return new TraceHeader(columns);
  }
}
