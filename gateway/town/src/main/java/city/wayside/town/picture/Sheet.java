package city.wayside.town.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What is drawn on: pixels from the upper left corner. Colours are `#rrggbb`.
interface Sheet {

  /// How a line is drawn.
  record Pen(String colour, double widthPx) {}

  /// Fills a rectangle.
  void box(double x, double y, double width, double height, String colour);

  /// Draws polylines with one pen.
  ///
  /// @param lines each x, y, x, y, ...
  void lines(Pen pen, List<double[]> lines);

  /// Fills polygons.
  ///
  /// @param areas each x, y, x, y, ...
  void areas(String colour, List<double[]> areas);

  /// Draws a circle around a point.
  void ring(Pen pen, double x, double y, double radius);

  /// Writes a line of text.
  ///
  /// @param y of its base line
  void text(double x, double y, double size, String text);

  /// Until [#unclip] only what is inside a rectangle is drawn.
  void clip(double x, double y, double width, double height);

  /// Ends [#clip].
  void unclip();

  /// Writes what was drawn.
  void write(Path file) throws IOException;
}
