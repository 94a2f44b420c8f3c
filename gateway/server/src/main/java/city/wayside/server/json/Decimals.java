package city.wayside.server.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Decimal numbers as people read them: rounded, without exponent, without trailing zeros.
public final class Decimals {

  /// Decimals of speeds, lengths, times and flows.
  public static final int FIGURE = 3;

  /// Decimals of latitudes and longitudes: about a centimetre.
  public static final int COORDINATE = 7;

  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};
  private static final double SCALED_MAX = 1e18;
  private static final int DIGITS_MAX = 24;

  private Decimals() {}

  /// Writes a figure with at most [#FIGURE] decimals; what is not finite becomes `null`.
  public static void figure(JsonGenerator json, String field, double value) throws IOException {
    json.writeFieldName(field);
    write(json, value, FIGURE);
  }

  /// Writes a number; what is not finite becomes `null`.
  ///
  /// @param decimals how many at most, 0 to 7
  public static void write(JsonGenerator json, double value, int decimals) throws IOException {
    if (!Double.isFinite(value)) {
      json.writeNull();
      return;
    }
    double scaled = value * POWERS[decimals];
    if (Math.abs(scaled) > SCALED_MAX) {
      BigDecimal exact = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
      json.writeNumber(exact.stripTrailingZeros().toPlainString());
      return;
    }
    long units = Math.round(scaled);
    if (units % POWERS[decimals] == 0) {
      json.writeNumber(units / POWERS[decimals]);
      return;
    }
    char[] digits = new char[DIGITS_MAX];
    int start = fraction(digits, Math.abs(units), decimals);
    if (units < 0) {
      digits[--start] = '-';
    }
    json.writeNumber(digits, start, end(digits) - start);
  }

  /// Fills in the digits from the right; returns where they start.
  private static int fraction(char[] digits, long units, int decimals) {
    int at = DIGITS_MAX;
    long rest = units;
    for (int i = 0; i < decimals; i++) {
      digits[--at] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    digits[--at] = '.';
    do {
      digits[--at] = (char) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    return at;
  }

  private static int end(char[] digits) {
    int end = DIGITS_MAX;
    while (digits[end - 1] == '0') {
      end--;
    }
    return end;
  }
}
