package city.wayside.town.picture;

import city.wayside.road.network.RoadNetwork;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What stands beside the map: which network it is, what colours and marks mean, and how long a bar
/// on the map is.
///
/// @param network what is drawn
/// @param frame where
/// @param styleKm kilometres drawn in each style
/// @param marks how many of each mark were drawn
/// @param hasArrows whether one-way segments have arrows
record Legend(
    RoadNetwork network,
    MapFrame frame,
    Map<RoadStyle, Double> styleKm,
    Map<OddityMark, Integer> marks,
    boolean hasArrows) {

  static final int WIDTH = 270;

  private static final int LINE_PX = 19;
  private static final double TEXT_PX = 13;
  private static final double BAR_SHARE = 0.25;
  private static final Sheet.Pen BLACK = new Sheet.Pen("#000000", 2);

  void draw(Sheet sheet) {
    drawBar(sheet);
    double left = frame.width() + 16.0;
    double y = 28;
    sheet.text(left, y, TEXT_PX + 3, "Road network " + network.version());
    y += LINE_PX + 4;
    sheet.text(left, y, TEXT_PX, network.segmentCount() + " directed segments");
    y += LINE_PX;
    if (network.mapDate() != null) {
      sheet.text(left, y, TEXT_PX, "map of " + network.mapDate());
      y += LINE_PX;
    }
    y += LINE_PX / 2.0;
    for (RoadStyle style : List.of(RoadStyle.values()).reversed()) {
      Double km = styleKm.get(style);
      if (km != null) {
        sheet.lines(style.pen(), List.of(new double[] {left, y - 4, left + 26, y - 4}));
        String line = String.format(Locale.ROOT, "%s, %.1f km", style.word(), km);
        sheet.text(left + 36, y, TEXT_PX, line);
        y += LINE_PX;
      }
    }
    if (hasArrows) {
      double[] arrow = {left + 17, y - 4, left + 9, y - 8, left + 9, y};
      sheet.areas("#202020", List.of(arrow));
      sheet.text(left + 36, y, TEXT_PX, "one way");
      y += LINE_PX;
    }
    y += LINE_PX / 2.0;
    for (Map.Entry<OddityMark, Integer> mark : marks.entrySet()) {
      OddityMark kind = mark.getKey();
      sheet.ring(kind.pen(), left + 13, y - 4, Math.min(kind.radius(), 8));
      sheet.text(left + 36, y, TEXT_PX, kind.oddity().code() + ", " + mark.getValue());
      y += LINE_PX;
    }
  }

  /// A bar of 1, 2 or 5 times a power of ten metres, about a quarter of the map at most.
  private void drawBar(Sheet sheet) {
    double mostM = frame.width() * BAR_SHARE / frame.pxPerM();
    double tenM = Math.pow(10, Math.floor(Math.log10(mostM)));
    double barM = mostM >= 5 * tenM ? 5 * tenM : mostM >= 2 * tenM ? 2 * tenM : tenM;
    double right = MapFrame.MARGIN + barM * frame.pxPerM();
    double y = frame.height() - 14.0;
    sheet.box(8, y - 24, right + 4, 32, "#ffffff");
    double[] bar = {MapFrame.MARGIN, y - 5, MapFrame.MARGIN, y, right, y, right, y - 5};
    sheet.lines(BLACK, List.of(bar));
    String length =
        barM >= 1000
            ? String.format(Locale.ROOT, "%.0f km", barM / 1000)
            : String.format(Locale.ROOT, "%.0f m", barM);
    sheet.text(MapFrame.MARGIN + 4.0, y - 8, TEXT_PX, length);
  }
}
