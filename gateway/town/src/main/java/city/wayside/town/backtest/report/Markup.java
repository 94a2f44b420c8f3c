package city.wayside.town.backtest.report;

import java.util.Locale;

/// HTML and SVG as it grows.
final class Markup {

  private final StringBuilder text = new StringBuilder();

  /// Adds a line; numbers are written with a point.
  @SuppressWarnings("AnnotateFormatMethod") // that annotation would be a library more
  Markup add(String format, Object... values) {
    text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
        .append('\n');
    return this;
  }

  /// Text from outside, safe between tags and in attributes.
  static String safe(String outside) {
    StringBuilder safe = new StringBuilder(outside.length());
    for (int i = 0; i < outside.length(); i++) {
      char c = outside.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c < ' ' ? ' ' : c);
      }
    }
    return safe.toString();
  }

  /// A number with so many places, or a dash where there is none.
  static String number(double number, int places) {
    return Double.isFinite(number) ? String.format(Locale.ROOT, "%." + places + "f", number) : "–";
  }

  /// An error in percent, as exact as it is worth.
  static String percent(double percent) {
    return Double.isFinite(percent) ? number(percent, percent < 10 ? 1 : 0) + " %" : "–";
  }

  /// A share of vehicles in words.
  static String share(double share) {
    return share >= 1
        ? "all vehicles"
        : number(100 * share, share < 0.1 ? 1 : 0) + " % of vehicles";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
