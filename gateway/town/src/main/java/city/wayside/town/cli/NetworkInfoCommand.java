package city.wayside.town.cli;

import city.wayside.model.area.BoundingBox;
import city.wayside.road.network.RoadNetwork;
import city.wayside.town.network.NetworkDescription;
import city.wayside.town.picture.NetworkPicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// `network info`.
@Command(
    name = "info",
    description = {
      "Describes a road network.",
      "Version, segments, length, bounding box, classes, what is odd about it, and how much memory"
          + " it takes. A code of the oddities is explained in docs/NETWORK.md."
    })
final class NetworkInfoCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "GeoJSON, .osm or .osm.pbf, each also with .gz.")
  private Path file = Path.of("");

  @Option(
      names = "--picture",
      paramLabel = "OUT",
      description = {
        "Draws it as well: a name that ends in .svg or .png. Colours by class, rings around"
            + " oddities, arrows on one-way segments that are long enough on the picture."
      })
  private @Nullable Path picture;

  @Option(
      names = "--box",
      paramLabel = "W,S,E,N",
      converter = BoxConverter.class,
      description = "What the picture shows, in degrees. Default: all of it.")
  private @Nullable BoundingBox box;

  @Option(
      names = "--pixels",
      paramLabel = "N",
      defaultValue = "1600",
      converter = Numbers.PicturePixels.class,
      description =
          "How wide or high the map on the picture is at most. Default: ${DEFAULT-VALUE}.")
  private int pixels;

  NetworkInfoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed {
    Path out = picture;
    String name = out == null ? "" : String.valueOf(out.getFileName());
    if (out != null && !name.endsWith(".svg") && !name.endsWith(".png")) {
      throw CommandFailed.usage(
          "--picture is \"" + out + "\"; allowed is a name that ends in .svg or .png");
    }
    RoadNetwork network = Networks.read(file);
    NetworkDescription.of(network).lines().forEach(terminal.out()::println);
    if (out != null) {
      draw(network, out);
    }
    return ExitCode.OK;
  }

  private void draw(RoadNetwork network, Path out) throws CommandFailed {
    BoundingBox shown = box == null ? network.bounds() : box;
    if (!shown.intersects(network.bounds())) {
      throw CommandFailed.usage("--box shows nothing of the network, whose area is above");
    }
    try {
      NetworkPicture.draw(network, shown, pixels, out);
    } catch (IOException e) {
      throw CommandFailed.failed(out + " cannot be written: " + e.getMessage());
    }
    terminal.out().println("picture   " + out);
  }

  /// Four edges in degrees.
  static final class BoxConverter implements ITypeConverter<BoundingBox> {
    @Override
    public BoundingBox convert(String text) {
      String[] edges = text.split(",", -1);
      try {
        if (edges.length == 4) {
          return new BoundingBox(
              Double.parseDouble(edges[1]),
              Double.parseDouble(edges[0]),
              Double.parseDouble(edges[3]),
              Double.parseDouble(edges[2]));
        }
      } catch (IllegalArgumentException noBox) {
        throw refused(text);
      }
      throw refused(text);
    }

    private static TypeConversionException refused(String text) {
      return new TypeConversionException(
          "\"" + text + "\"; allowed is west,south,east,north in degrees");
    }
  }
}
