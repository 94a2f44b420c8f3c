package city.wayside.town.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.RoadNetworkBuilder;
import city.wayside.road.network.SegmentDraft;
import city.wayside.road.place.Corridor;
import city.wayside.road.place.Zone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesFileTest {

  private static final RoadNetwork STREET = street();

  @TempDir private Path folder = Path.of("");
  private final PlacesFile places = new PlacesFile(STREET);

  private static RoadNetwork street() {
    RoadNetworkBuilder builder = new RoadNetworkBuilder();
    for (int i = 0; i < 3; i++) {
      double[] latDeg = {48 + i * 0.001, 48.001 + i * 0.001};
      double[] lonDeg = {11, 11};
      builder.add(
          new SegmentDraft(
              "s" + i, "", "", 111, Double.NaN, 0, "n" + i, "n" + (i + 1), latDeg, lonDeg));
    }
    return builder.build();
  }

  private Path file(String text) throws IOException {
    Path file = folder.resolve("places.jsonl");
    Files.writeString(file, text);
    return file;
  }

  @Test
  void withoutFilesThereAreNone() throws PlacesException {
    assertThat(places.corridors(null)).isEmpty();
    assertThat(places.zones(null)).isEmpty();
  }

  @Test
  void corridorsAndZonesAreRead() throws Exception {
    Path corridors =
        file("# northwards\n\n{\"id\":\"c\",\"name\":\"Street\",\"segments\":[\"s0\",\"s1\"]}\n");
    assertThat(places.corridors(corridors))
        .extracting(Corridor::id, Corridor::name, Corridor::segmentIndexes)
        .containsExactly(tuple("c", "Street", List.of(0, 1)));

    Path zones =
        file(
            """
            {"id":"box","bbox":[10.9,48.0,11.1,48.001]}
            {"id":"triangle","polygon":[[10.9,48.001],[11.1,48.001],[11.0001,48.01]]}
            """);
    assertThat(places.zones(zones))
        .extracting(Zone::segmentIndexes)
        .containsExactly(List.of(0), List.of(1, 2));
  }

  @Test
  void everyProblemIsTold() throws Exception {
    Path file =
        file(
            """
            {"id":"a","segments":["s0","s2"]}
            {"id":"b","segments":["s0","nowhere"]}
            {"id":"c","segments":["s0"]}
            {"id":"c","segments":["s1"]}
            {"id":"d","segments":[]}
            {"segments":["s1"]}
            {"id":"e","segments":["s1"],"colour":"red"}
            {"id":"f","segments":"s1"}
            {"id":"g"
            {"id":7,"segments":["s1"]}
            """);

    assertThatThrownBy(() -> places.corridors(file))
        .isInstanceOf(PlacesException.class)
        .message()
        .satisfies(message ->
            assertThat(message.replace(file.toString(), "F").lines())
                .usingElementComparator(
                    (told, wanted) -> told.startsWith(wanted) ? 0 : told.compareTo(wanted))
                .containsExactly(
                    "F:1: segments[1] is \"s2\", which cannot be driven after \"s0\"; allowed are"
                        + " [s1]",
                    "F:2: segments[1] is \"nowhere\"; allowed is a segment of the network",
                    "F:4: id \"c\" is in line 3 already; allowed is one place with it",
                    "F:5: segments is missing or empty",
                    "F:6: id is missing; allowed is a text",
                    "F:7: \"colour\" is an unknown field; allowed are id, name, segments",
                    "F:8: segments is no array of segment ids; allowed is [\"a\", \"b\"]",
                    "F:9: it is no JSON at column ",
                    "F:10: id is no text; allowed is one"));
  }

  @Test
  void boxesAndPolygonsThatAreNoneAreTold() throws Exception {
    Path file =
        file(
            """
            {"id":"a","bbox":[11.1,48,10.9,49]}
            {"id":"b","polygon":[[11,48],[11]]}
            {"id":"c","bbox":[48,11,49,12]}
            """);

    assertThatThrownBy(() -> places.zones(file))
        .hasMessage(
            """
            F:1: bbox is no box; allowed is [west, south, east, north] in degrees
            F:2: polygon is none; allowed is [[longitude, latitude], …] in degrees
            F:3: no segment of the network lies inside; is latitude where longitude belongs?\
            """
                .replace("F:", file + ":"));
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    Path file = folder.resolve("absent");
    assertThatThrownBy(() -> places.zones(file))
        .hasMessage(file + ": does not exist; write it, or leave the setting out");
  }
}
