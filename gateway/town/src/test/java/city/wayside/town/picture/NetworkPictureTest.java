package city.wayside.town.picture;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.area.BoundingBox;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.source.NetworkSource;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class NetworkPictureTest {

  /// A road in both directions along the northern edge, a one-way bridge to the south from its
  /// middle, and a street that is connected with nothing.
  private static final String CITY =
      """
      {"type":"FeatureCollection","map_date":"2024-05-06T07:08:09Z","features":[
      {"properties":{"id":"there","road_class":"primary"},
       "geometry":{"type":"LineString","coordinates":[[10,50],[10.01,50]]}},
      {"properties":{"id":"back","road_class":"primary"},
       "geometry":{"type":"LineString","coordinates":[[10.01,50],[10,50]]}},
      {"properties":{"id":"down","road_class":"cycleway|tertiary_link","layer":1,"bridge":true},
       "geometry":{"type":"LineString","coordinates":[[10.01,50],[10.01,49.99]]}},
      {"properties":{"id":"alone","road_class":"<odd> & new"},
       "geometry":{"type":"LineString","coordinates":[[10.005,49.995],[10.006,49.995]]}}]}
      """;

  @TempDir Path folder = Path.of("");

  private RoadNetwork network;

  @BeforeEach
  void readNetwork() throws Exception {
    network = NetworkSource.read(Files.writeString(folder.resolve("city.geojson"), CITY));
  }

  @Test
  void theSvgHasRoadsArrowsMarksScaleAndLegend() throws Exception {
    Path file = folder.resolve("city.svg");

    NetworkPicture.draw(network, network.bounds(), 600, file);

    Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    String text = svg.getDocumentElement().getTextContent();
    assertThat(text)
        .contains("Road network " + network.version())
        .contains("map of 2024-05-06T07:08:09Z")
        .contains("4 directed segments")
        .contains("primary, 1.4 km", "tertiary, 1.1 km", "other, 0.1 km", "one way", "200 m")
        .contains("unconnected, 1", "dead_end, 1")
        .doesNotContain("residential", "no_way_in");
    // One ring on the map and one in the legend for each of both.
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(4);
    // Only the bridge and the street are one-way; each arrow is a triangle.
    String drawn = Files.readString(file);
    String arrows = drawn.lines().filter(line -> line.contains("#202020")).findFirst().orElse("");
    assertThat(arrows.split("Z").length - 1).isEqualTo(2);
    // What lies higher is drawn later.
    assertThat(drawn.indexOf(RoadStyle.TERTIARY.pen().colour()))
        .isGreaterThan(drawn.indexOf(RoadStyle.PRIMARY.pen().colour()));
  }

  @Test
  void thePngShowsTheSame() throws Exception {
    Path file = folder.resolve("city.png");

    NetworkPicture.draw(network, network.bounds(), 600, file);

    BufferedImage image = ImageIO.read(file.toFile());
    MapFrame frame = MapFrame.of(network.bounds(), 600);
    assertThat(image.getHeight()).isEqualTo(600);
    assertThat(image.getWidth()).isEqualTo(frame.width() + Legend.WIDTH);
    assertThat(colour(image, frame, 50, 10.003)).isEqualTo(0xE0731D);
    assertThat(colour(image, frame, 49.992, 10.003)).isEqualTo(0xF7F5F0);
  }

  private static int colour(BufferedImage image, MapFrame frame, double latDeg, double lonDeg) {
    return image.getRGB((int) frame.x(lonDeg), (int) frame.y(latDeg)) & 0xFFFFFF;
  }

  @Test
  void aBoxShowsWhatIsInIt() throws Exception {
    Path file = folder.resolve("part.svg");

    NetworkPicture.draw(network, new BoundingBox(49.994, 10.004, 49.996, 10.007), 600, file);

    assertThat(Files.readString(file)).contains("other, 0.1 km").doesNotContain("primary");
  }
}
