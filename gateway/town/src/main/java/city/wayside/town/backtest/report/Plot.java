package city.wayside.town.backtest.report;

import static city.wayside.town.backtest.report.Markup.safe;

import java.util.List;
import java.util.Locale;

/// A drawing with a frame, gridlines and labels; values are given, places are worked out.
final class Plot {

  private static final double LEFT = 46;
  private static final double RIGHT = 12;
  private static final double TOP = 30;
  private static final double BOTTOM = 46;

  /// So high up there is no room above a point.
  private static final double LABEL_BELOW = 0.9;

  private final Markup svg = new Markup();
  private final double width;
  private final double height;
  private final Scale scale;

  /// How values become heights.
  ///
  /// @param low the value at the bottom
  /// @param high the value at the top
  /// @param isLogarithmic whether equal factors are equal distances
  record Scale(double low, double high, boolean isLogarithmic) {
    double shareOf(double value) {
      double inside = Math.clamp(value, low, high);
      return isLogarithmic
          ? Math.log(inside / low) / Math.log(high / low)
          : (inside - low) / (high - low);
    }
  }

  Plot(String title, double width, double height, Scale scale) {
    this.width = width;
    this.height = height;
    this.scale = scale;
    svg.add(
        "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">",
        width, height, safe(title));
    svg.add("<text class=\"title\" x=\"0\" y=\"14\">%s</text>", safe(title));
  }

  /// A line across for each value, with its label.
  Plot gridlines(List<Double> values, String unit) {
    for (double value : values) {
      svg.add(
          "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>",
          LEFT, width - RIGHT, y(value), y(value));
      String words =
          value == Math.rint(value)
              ? String.format(Locale.ROOT, "%.0f", value)
              : String.valueOf(value);
      svg.add(
          "<text class=\"tick\" text-anchor=\"end\" x=\"%.1f\" y=\"%.1f\">%s%s</text>",
          LEFT - 6, y(value) + 4, words, unit);
    }
    return this;
  }

  /// A band across.
  Plot band(double from, double to) {
    svg.add(
        "<rect class=\"band\" x=\"%.1f\" width=\"%.1f\" y=\"%.1f\" height=\"%.1f\"/>",
        LEFT, width - RIGHT - LEFT, y(to), y(from) - y(to));
    return this;
  }

  /// A label below.
  ///
  /// @param x where, 0 at the left to 1 at the right
  Plot below(double x, String words) {
    svg.add(
        "<text class=\"tick\" text-anchor=\"middle\" x=\"%.1f\" y=\"%.1f\">%s</text>",
        x(x), height - BOTTOM + 16, safe(words));
    return this;
  }

  /// What the labels below are.
  Plot axis(String words) {
    svg.add(
        "<text class=\"axis\" text-anchor=\"middle\" x=\"%.1f\" y=\"%.1f\">%s</text>",
        x(0.5), height - 8, safe(words));
    return this;
  }

  /// A line through points; those without a value are left out.
  Plot line(String cssClass, double[] xs, double[] values) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < xs.length; i++) {
      if (Double.isFinite(values[i])) {
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(xs[i]), y(values[i])));
      }
    }
    svg.add("<polyline class=\"line %s\" points=\"%s\"/>", cssClass, points.toString().strip());
    return this;
  }

  /// A point, told in words when it is pointed at.
  Plot dot(String cssClass, double x, double value, String told) {
    if (Double.isFinite(value)) {
      svg.add(
          "<circle class=\"dot %s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\"><title>%s</title></circle>",
          cssClass, x(x), y(value), safe(told));
    }
    return this;
  }

  /// A short stroke across, told in words when it is pointed at.
  Plot stroke(String cssClass, double x, double value, String told) {
    if (Double.isFinite(value)) {
      svg.add(
          "<line class=\"stroke %s\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\">"
              + "<title>%s</title></line>",
          cssClass, x(x) - 9, x(x) + 9, y(value), y(value), safe(told));
    }
    return this;
  }

  /// A number beside a point.
  Plot label(double x, double value, String words) {
    if (Double.isFinite(value)) {
      svg.add(
          "<text class=\"value\" text-anchor=\"middle\" x=\"%.1f\" y=\"%.1f\">%s</text>",
          x(x), scale.shareOf(value) > LABEL_BELOW ? y(value) + 19 : y(value) - 10, safe(words));
    }
    return this;
  }

  private double x(double share) {
    return LEFT + share * (width - RIGHT - LEFT);
  }

  private double y(double value) {
    return height - BOTTOM - scale.shareOf(value) * (height - BOTTOM - TOP);
  }

  @Override
  public String toString() {
    return svg + "</svg>\n";
  }
}
