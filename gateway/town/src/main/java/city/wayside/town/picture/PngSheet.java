package city.wayside.town.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/// A picture as PNG; needs no screen.
final class PngSheet implements Sheet {

  private final BufferedImage image;
  private final Graphics2D graphics;

  PngSheet(int width, int height) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  @Override
  public void box(double x, double y, double width, double height, String colour) {
    graphics.setColor(Color.decode(colour));
    graphics.fill(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public void lines(Pen pen, List<double[]> lines) {
    set(pen);
    for (double[] line : lines) {
      graphics.draw(path(line));
    }
  }

  @Override
  public void areas(String colour, List<double[]> areas) {
    graphics.setColor(Color.decode(colour));
    for (double[] area : areas) {
      Path2D path = path(area);
      path.closePath();
      graphics.fill(path);
    }
  }

  private void set(Pen pen) {
    graphics.setColor(Color.decode(pen.colour()));
    graphics.setStroke(
        new BasicStroke((float) pen.widthPx(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
  }

  private static Path2D path(double[] points) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, points.length / 2);
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    return path;
  }

  @Override
  public void ring(Pen pen, double x, double y, double radius) {
    set(pen);
    graphics.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  @Override
  public void text(double x, double y, double size, String text) {
    graphics.setColor(Color.BLACK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size));
    graphics.drawString(text, (float) x, (float) y);
  }

  @Override
  public void clip(double x, double y, double width, double height) {
    graphics.setClip(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public void unclip() {
    graphics.setClip(null);
  }

  @Override
  public void write(Path file) throws IOException {
    graphics.dispose();
    if (!ImageIO.write(image, "png", file.toFile())) {
      throw new IOException("this Java platform writes no PNG");
    }
  }
}
