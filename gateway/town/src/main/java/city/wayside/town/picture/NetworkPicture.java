package city.wayside.town.picture;

import city.wayside.model.area.BoundingBox;
import city.wayside.road.network.Oddities;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.Segment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A road network drawn: roads by class, the higher level over the lower one, arrows on one-way
/// segments that are long enough on the picture, rings around oddities, scale and legend.
public final class NetworkPicture {

  /// How wide or high the map may be, in pixels.
  public static final int SIDE_MAX = 10_000;

  /// The least.
  public static final int SIDE_MIN = 400;

  private static final double ARROW_SEGMENT_PX = 30;
  private static final double ARROW_PX = 4;

  /// Behind the middle, so that the arrows of two carriageways do not lie on one another.
  private static final double ARROW_AT_SHARE = 0.6;

  private static final String ARROW_COLOUR = "#202020";

  private record Stratum(int layer, RoadStyle style) {}

  private final RoadNetwork network;
  private final BoundingBox box;
  private final MapFrame frame;
  private final Map<Stratum, List<double[]>> roads =
      new TreeMap<>(Comparator.comparingInt(Stratum::layer).thenComparing(Stratum::style));
  private final Map<RoadStyle, Double> styleKm = new EnumMap<>(RoadStyle.class);
  private final List<double[]> arrows = new ArrayList<>();

  private NetworkPicture(RoadNetwork network, BoundingBox box, int sideMax) {
    this.network = network;
    this.box = box;
    frame = MapFrame.of(box, sideMax);
  }

  /// Draws a network.
  ///
  /// @param box what of it
  /// @param sideMax how wide or high the map is at most, in pixels, [#SIDE_MIN] to [#SIDE_MAX]
  /// @param file where it is written: a name that ends in `.svg` or `.png`
  public static void draw(RoadNetwork network, BoundingBox box, int sideMax, Path file)
      throws IOException {
    NetworkPicture picture = new NetworkPicture(network, box, sideMax);
    int width = picture.frame.width() + Legend.WIDTH;
    int height = picture.frame.height();
    Sheet sheet =
        file.toString().endsWith(".png")
            ? new PngSheet(width, height)
            : new SvgSheet(width, height);
    picture.draw(sheet);
    sheet.write(file);
  }

  private void draw(Sheet sheet) {
    collect();
    sheet.box(0, 0, frame.width() + Legend.WIDTH, frame.height(), "#ffffff");
    sheet.box(0, 0, frame.width(), frame.height(), "#f7f5f0");
    sheet.clip(0, 0, frame.width(), frame.height());
    roads.forEach((stratum, lines) -> sheet.lines(stratum.style().pen(), lines));
    sheet.areas(ARROW_COLOUR, arrows);
    Map<OddityMark, Integer> marks = mark(sheet);
    sheet.unclip();
    new Legend(network, frame, styleKm, marks, !arrows.isEmpty()).draw(sheet);
  }

  private void collect() {
    Ways ways = new Ways(network);
    for (int index = 0; index < network.segmentCount(); index++) {
      if (!box.intersects(network.bounds(index))) {
        continue;
      }
      Segment segment = network.segment(index);
      RoadStyle style = RoadStyle.of(segment.roadClass());
      double[] line = frame.line(segment.latDeg(), segment.lonDeg());
      roads
          .computeIfAbsent(new Stratum(network.level(index).layer(), style), _ -> new ArrayList<>())
          .add(line);
      styleKm.merge(style, segment.lengthM() / 1000, Double::sum);
      if (segment.lengthM() * frame.pxPerM() >= ARROW_SEGMENT_PX && ways.isOneway(segment)) {
        arrows.add(arrow(index, ARROW_AT_SHARE * segment.lengthM()));
      }
    }
  }

  /// A triangle that points in driving direction.
  private double[] arrow(int index, double offsetM) {
    double x = frame.x(network.lonDeg(index, offsetM));
    double y = frame.y(network.latDeg(index, offsetM));
    double heading = Math.toRadians(network.headingDeg(index, offsetM));
    double forwardX = Math.sin(heading) * ARROW_PX;
    double forwardY = -Math.cos(heading) * ARROW_PX;
    return new double[] {
      x + forwardX,
      y + forwardY,
      x - forwardX - forwardY * 0.8,
      y - forwardY + forwardX * 0.8,
      x - forwardX + forwardY * 0.8,
      y - forwardY - forwardX * 0.8
    };
  }

  /// Marks the oddities of the network, and of what its source told the first ones.
  ///
  /// @return how many are in the picture
  private Map<OddityMark, Integer> mark(Sheet sheet) {
    Map<OddityMark, Integer> marks = new EnumMap<>(OddityMark.class);
    network.eachOddity((oddity, index) -> mark(sheet, OddityMark.of(oddity), index, marks));
    for (Oddities.Found found : network.oddities().found()) {
      switch (found.oddity()) {
        case COORDINATES_SWAPPED, LENGTH_DIFFERS -> {
          for (String id : found.examples()) {
            mark(sheet, OddityMark.of(found.oddity()), network.indexOf(id), marks);
          }
        }
        default -> {}
      }
    }
    return marks;
  }

  private void mark(
      Sheet sheet, @Nullable OddityMark mark, int index, Map<OddityMark, Integer> marks) {
    if (mark == null || index < 0 || !box.intersects(network.bounds(index))) {
      return;
    }
    double offsetM = mark.atShare() * network.lengthM(index);
    double x = frame.x(network.lonDeg(index, offsetM));
    double y = frame.y(network.latDeg(index, offsetM));
    sheet.ring(mark.pen(), x, y, mark.radius());
    marks.merge(mark, 1, Integer::sum);
  }
}
