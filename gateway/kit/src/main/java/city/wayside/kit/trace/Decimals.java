package city.wayside.kit.trace;

import java.nio.charset.StandardCharsets;

/// Decimal numbers in bytes, as CSV writers write them.
final class Decimals {

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  // Up to here, digits and power are both exact as a double, so their quotient is rounded once:
  // the very number that Double.parseDouble gives.
  private static final long EXACT_MAX = 1L << 53;

  private Decimals() {}

  /// The number in a range of bytes, or `NaN` when it is none; `NaN` and infinity are none.
  static double parse(byte[] bytes, int from, int to) {
    int at = from;
    boolean negative = at < to && bytes[at] == '-';
    if (negative) {
      at++;
    }
    long digits = 0;
    int count = 0;
    int fraction = 0;
    boolean point = false;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = 10 * digits + digit;
        count++;
        if (point) {
          fraction++;
        }
      } else if (bytes[at] == '.' && !point) {
        point = true;
      } else {
        return slowly(bytes, from, to);
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    if (count > 18 || digits > EXACT_MAX) {
      return slowly(bytes, from, to);
    }
    double value = fraction == 0 ? digits : digits / POWERS_OF_TEN[fraction];
    return negative ? -value : value;
  }

  /// Exponents, plus signs, spaces and very many digits: rare, so left to the JDK.
  private static double slowly(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if ("0123456789+-.eE ".indexOf(bytes[i]) < 0) {
        return Double.NaN;
      }
    }
    try {
      double value =
          Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
      return Double.isFinite(value) ? value : Double.NaN;
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }
}
