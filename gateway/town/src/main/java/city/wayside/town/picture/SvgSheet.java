package city.wayside.town.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A picture as SVG 1.1.
final class SvgSheet implements Sheet {

  private final StringBuilder svg = new StringBuilder(1 << 16);
  private int clips;

  SvgSheet(int width, int height) {
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        .append(width)
        .append("\" height=\"")
        .append(height)
        .append("\" viewBox=\"0 0 ")
        .append(width)
        .append(' ')
        .append(height)
        .append("\" font-family=\"sans-serif\">\n");
  }

  @Override
  public void box(double x, double y, double width, double height, String colour) {
    svg.append("<rect").append(frame(x, y, width, height));
    svg.append(" fill=\"").append(colour).append("\"/>\n");
  }

  private static String frame(double x, double y, double width, double height) {
    return String.format(
        Locale.ROOT, " x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"", x, y, width, height);
  }

  @Override
  public void lines(Pen pen, List<double[]> lines) {
    svg.append("<path fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\" stroke=\"")
        .append(pen.colour())
        .append("\" stroke-width=\"");
    number(pen.widthPx());
    svg.append("\" d=\"");
    paths(lines, "");
    svg.append("\"/>\n");
  }

  @Override
  public void areas(String colour, List<double[]> areas) {
    svg.append("<path fill=\"").append(colour).append("\" d=\"");
    paths(areas, "Z");
    svg.append("\"/>\n");
  }

  private void paths(List<double[]> paths, String end) {
    for (double[] path : paths) {
      for (int i = 0; i < path.length; i += 2) {
        svg.append(i == 0 ? 'M' : 'L');
        number(path[i]);
        svg.append(' ');
        number(path[i + 1]);
      }
      svg.append(end);
    }
  }

  /// A tenth of a pixel is as good as anything.
  private void number(double value) {
    long tenths = Math.round(value * 10);
    if (tenths < 0) {
      svg.append('-');
    }
    svg.append(Math.abs(tenths) / 10);
    if (tenths % 10 != 0) {
      svg.append('.').append(Math.abs(tenths) % 10);
    }
  }

  @Override
  public void ring(Pen pen, double x, double y, double radius) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"none\" stroke=\"%s\""
                + " stroke-width=\"%.1f\"/>\n",
            x,
            y,
            radius,
            pen.colour(),
            pen.widthPx()));
  }

  @Override
  public void text(double x, double y, double size, String text) {
    svg.append(
        String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\">", x, y, size));
    text.chars().forEach(this::letter);
    svg.append("</text>\n");
  }

  private void letter(int letter) {
    switch (letter) {
      case '<' -> svg.append("&lt;");
      case '>' -> svg.append("&gt;");
      case '&' -> svg.append("&amp;");
      default -> svg.append(letter < ' ' ? ' ' : (char) letter);
    }
  }

  @Override
  public void clip(double x, double y, double width, double height) {
    clips++;
    svg.append("<clipPath id=\"c").append(clips).append("\"><rect");
    svg.append(frame(x, y, width, height)).append("/></clipPath>\n");
    svg.append("<g clip-path=\"url(#c").append(clips).append(")\">\n");
  }

  @Override
  public void unclip() {
    svg.append("</g>\n");
  }

  @Override
  public void write(Path file) throws IOException {
    Files.writeString(file, svg + "</svg>\n");
  }
}
