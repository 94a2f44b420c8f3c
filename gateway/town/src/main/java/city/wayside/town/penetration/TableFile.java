package city.wayside.town.penetration;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a CSV file with a header, line by line. Empty lines and lines that begin with `#` are
/// passed over; a line that is no good is told of and left out.
final class TableFile {

  /// The most lines that are read; a longer file is refused.
  static final int LINES_MAX = 2_000_000;

  /// The longest line.
  static final int LINE_CHARS_MAX = 1000;

  /// So many problems are told in full.
  static final int PROBLEMS_TOLD_MAX = 20;

  /// What a line says.
  interface Line<T> {

    /// Reads a line's cells.
    T read(Cells cells) throws BadCellException;
  }

  /// The cells of a line, by column.
  record Cells(Map<String, Integer> columns, String[] cells) {

    boolean has(String column) {
      return columns.containsKey(column);
    }

    String text(String column) throws BadCellException {
      Integer place = columns.get(column);
      if (place == null || place >= cells.length) {
        throw new BadCellException(
            "the line has %d cells; allowed are %d".formatted(cells.length, columns.size()));
      }
      return cells[place].strip();
    }

    /// A number from one to another, both included.
    double number(String column, double min, double max) throws BadCellException {
      String allowed = "a number from %s to %s".formatted(shown(min), shown(max));
      String text = text(column);
      try {
        double number = Double.parseDouble(text);
        if (number >= min && number <= max) {
          return number;
        }
      } catch (NumberFormatException _) {
        // Told below, like a number outside.
      }
      throw new BadCellException(column, text, allowed);
    }

    private static String shown(double bound) {
      return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
    }
  }

  private TableFile() {}

  /// The lines of a file.
  ///
  /// @param needed columns that must be there, each as one name or several to choose from, with `|`
  ///   between them
  /// @throws PenetrationException when there is no such file, or it is no such table
  static <T> Lines<T> read(Path file, List<String> needed, Line<T> line)
      throws PenetrationException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(file, in, needed, line);
    } catch (NoSuchFileException _) {
      throw new PenetrationException(
          "%s: does not exist; write it, or leave the setting out".formatted(file));
    } catch (CharacterCodingException _) {
      throw new PenetrationException(file + ": is not UTF-8 text; save it as UTF-8");
    } catch (IOException e) {
      throw new PenetrationException(
          "%s: cannot be read (%s); give a readable file".formatted(file, e.getMessage()));
    }
  }

  private static <T> Lines<T> read(Path file, BufferedReader in, List<String> needed, Line<T> line)
      throws IOException, PenetrationException {
    List<T> good = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    int bad = 0;
    Map<String, Integer> columns = Map.of();
    int number = 0;
    for (String text = in.readLine(); text != null; text = in.readLine()) {
      number++;
      if (number > LINES_MAX) {
        throw new PenetrationException(
            "%s: has more than %d lines; leave out what is old".formatted(file, LINES_MAX));
      }
      if (text.isBlank() || text.startsWith("#")) {
        continue;
      }
      if (columns.isEmpty()) {
        columns = columns(file, number, text, needed);
        continue;
      }
      try {
        good.add(read(text, columns, line));
      } catch (BadCellException e) {
        bad++;
        if (problems.size() < PROBLEMS_TOLD_MAX) {
          problems.add("%s:%d: %s".formatted(file, number, e.getMessage()));
        }
      }
    }
    return new Lines<>(good, bad, problems);
  }

  private static <T> T read(String text, Map<String, Integer> columns, Line<T> line)
      throws BadCellException {
    if (text.length() > LINE_CHARS_MAX) {
      throw new BadCellException(
          "the line has %d characters; allowed are %d".formatted(text.length(), LINE_CHARS_MAX));
    }
    return line.read(new Cells(columns, text.split(",", -1)));
  }

  private static Map<String, Integer> columns(
      Path file, int number, String header, List<String> needed) throws PenetrationException {
    Map<String, Integer> columns = new HashMap<>();
    String[] names = header.split(",", -1);
    for (int place = 0; place < names.length; place++) {
      columns.put(names[place].strip(), place);
    }
    for (String column : needed) {
      if (Arrays.stream(column.split("\\|", -1)).noneMatch(columns::containsKey)) {
        throw new PenetrationException(
            "%s:%d: column %s is missing; allowed is a header with %s"
                .formatted(
                    file,
                    number,
                    column.replace("|", " or "),
                    String.join(",", needed).replace("|", " or ")));
      }
    }
    return columns;
  }
}
