package city.wayside.grid.form;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Arrays as they are stored: empty ones, and columns in which every number is absent, take no
/// room.
final class Columns {

  private Columns() {}

  static int[] orEmpty(int @Nullable [] stored) {
    return stored == null ? new int[0] : stored;
  }

  static long[] orEmpty(long @Nullable [] stored) {
    return stored == null ? new long[0] : stored;
  }

  static int @Nullable [] orAbsent(int[] values) {
    return values.length == 0 ? null : values;
  }

  static long @Nullable [] orAbsent(long[] values) {
    return values.length == 0 ? null : values;
  }

  static double[] orEmpty(double @Nullable [] stored) {
    return stored == null ? new double[0] : stored;
  }

  static byte[] orEmpty(byte @Nullable [] stored) {
    return stored == null ? new byte[0] : stored;
  }

  /// Texts, none of which is absent.
  static String[] orEmpty(@Nullable String @Nullable [] stored) {
    String[] texts = new String[stored == null ? 0 : stored.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = String.valueOf(stored == null ? null : stored[i]);
    }
    return texts;
  }

  static String orEmpty(@Nullable String stored) {
    return stored == null ? "" : stored;
  }

  static @Nullable String orAbsent(String text) {
    return text.isEmpty() ? null : text;
  }

  static int[] widened(short @Nullable [] stored) {
    int[] values = new int[stored == null ? 0 : stored.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = stored == null ? 0 : stored[i];
    }
    return values;
  }

  static short @Nullable [] narrowed(int[] values) {
    if (values.length == 0) {
      return null;
    }
    short[] stored = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      stored[i] = (short) values[i];
    }
    return stored;
  }

  /// One number of each row.
  static <T> int[] ints(List<T> rows, ToIntFunction<T> column) {
    int[] values = new int[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.applyAsInt(rows.get(i));
    }
    return values;
  }

  /// One number of each row.
  static <T> long[] longs(List<T> rows, ToLongFunction<T> column) {
    long[] values = new long[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.applyAsLong(rows.get(i));
    }
    return values;
  }

  /// One text of each row; nothing when there are no rows.
  static <T> String @Nullable [] strings(List<T> rows, Function<T, String> column) {
    return rows.isEmpty() ? null : rows.stream().map(column).toArray(String[]::new);
  }

  /// The value that a code stands for: its place in a list. A code that only a later version knows
  /// stands for something else.
  static <T> T at(List<T> values, int code, T otherwise) {
    return code >= 0 && code < values.size() ? values.get(code) : otherwise;
  }

  /// One number of each row, `NaN` where it is absent; nothing when it is absent everywhere.
  static <T> double @Nullable [] doubles(List<T> rows, ToDoubleFunction<T> column) {
    double[] values = new double[rows.size()];
    boolean present = false;
    for (int i = 0; i < values.length; i++) {
      values[i] = column.applyAsDouble(rows.get(i));
      present |= !Double.isNaN(values[i]);
    }
    return present ? values : null;
  }

  /// One number of a stored column, `NaN` when the column or the number is absent.
  static double at(double @Nullable [] column, int row) {
    return column == null ? Double.NaN : column[row];
  }
}
