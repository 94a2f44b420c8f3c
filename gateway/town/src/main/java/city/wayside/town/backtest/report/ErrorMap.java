package city.wayside.town.backtest.report;

import static city.wayside.town.backtest.report.Markup.safe;

import city.wayside.model.area.BoundingBox;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.Segment;
import city.wayside.town.backtest.Figure;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The roads, each coloured by the median error of a figure.
final class ErrorMap {

  private static final double WIDTH = 1100;
  private static final double HEIGHT_MAX = 900;
  private static final double MARGIN = 12;

  /// Directions of one road are drawn beside each other, in driving direction to the right.
  private static final double ASIDE = 2.2;

  /// Of larger networks only the segments with figures are drawn, so that a page can be opened.
  static final int SEGMENTS_MAX = 50_000;

  /// Upper borders of the colours, in percent; what is above the last has a colour of its own.
  private static final double[] STEPS = {2, 5, 10, 20};

  private final RoadNetwork network;
  private final Map<String, SegmentErrors> errors;
  private final double west;
  private final double north;
  private final double shrink;
  private final double scale;
  private final double height;

  ErrorMap(RoadNetwork network, Map<String, SegmentErrors> errors) {
    this.network = network;
    this.errors = errors;
    BoundingBox box = network.bounds();
    west = box.westDeg();
    north = box.northDeg();
    // A degree of longitude is shorter than one of latitude, by the cosine of the latitude.
    shrink = Math.cos(Math.toRadians((box.northDeg() + box.southDeg()) / 2));
    double wide = Math.max(1e-6, (box.eastDeg() - box.westDeg()) * shrink);
    double high = Math.max(1e-6, box.northDeg() - box.southDeg());
    scale = Math.min((WIDTH - 2 * MARGIN) / wide, (HEIGHT_MAX - 2 * MARGIN) / high);
    height = high * scale + 2 * MARGIN;
  }

  /// The map of one figure, with its legend.
  String of(Figure figure) {
    Markup svg = new Markup();
    svg.add("<div class=\"legend\">%s", legend("no more than 2 %", 0));
    for (int step = 1; step < STEPS.length; step++) {
      svg.add(legend("%.0f to %.0f %%".formatted(STEPS[step - 1], STEPS[step]), step));
    }
    svg.add("%s", legend("more than 20 %", STEPS.length));
    svg.add("<span><i class=\"key none\"></i>too few vehicles to compare</span></div>");
    svg.add(
        "<svg class=\"map\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"map of the median"
            + " error of %s\">",
        WIDTH, height, figure.word());
    // Roads without figures first, so that they cover none; the worst last.
    int first = network.segmentCount() > SEGMENTS_MAX ? 0 : -1;
    for (int layer = first; layer <= STEPS.length; layer++) {
      for (int segment = 0; segment < network.segmentCount(); segment++) {
        SegmentErrors its = errors.get(network.segmentId(segment));
        double median = its == null ? Double.NaN : its.median(figure);
        if (step(median) == layer) {
          draw(svg, network.segment(segment), its, layer);
        }
      }
    }
    return svg.add("</svg>").toString();
  }

  private static String legend(String words, int step) {
    return "<span><i class=\"key e%d\"></i>%s</span>".formatted(step, words);
  }

  private static int step(double percent) {
    if (!Double.isFinite(percent)) {
      return -1;
    }
    int step = 0;
    while (step < STEPS.length && percent > STEPS[step]) {
      step++;
    }
    return step;
  }

  private void draw(Markup svg, Segment segment, @Nullable SegmentErrors its, int step) {
    svg.add(
        "<polyline class=\"road %s\" points=\"%s\"><title>%s</title></polyline>",
        step < 0 ? "none" : "e" + step, points(segment), safe(told(segment, its)));
  }

  private static String told(Segment segment, @Nullable SegmentErrors its) {
    String name = segment.name().isEmpty() ? segment.id() : segment.name() + ", " + segment.id();
    return its == null
        ? name
        : "%s: %d vehicles; speed %s, flow %s, density %s off"
            .formatted(
                name,
                its.vehicles(),
                Markup.percent(its.median(Figure.SPEED)),
                Markup.percent(its.median(Figure.FLOW)),
                Markup.percent(its.median(Figure.DENSITY)));
  }

  private String points(Segment segment) {
    int count = segment.latDeg().length;
    double[] x = new double[count];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = MARGIN + (segment.lonDeg()[i] - west) * shrink * scale;
      y[i] = MARGIN + (north - segment.latDeg()[i]) * scale;
    }
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int from = Math.max(0, i - 1);
      int to = Math.min(count - 1, i + 1);
      double length = Math.max(1e-9, Math.hypot(x[to] - x[from], y[to] - y[from]));
      points.append(
          String.format(
              Locale.ROOT,
              "%.1f,%.1f ",
              x[i] - ASIDE * (y[to] - y[from]) / length,
              y[i] + ASIDE * (x[to] - x[from]) / length));
    }
    return points.toString().strip();
  }
}
