package city.wayside.road.match;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.RoadNetworkBuilder;
import city.wayside.road.network.SegmentDraft;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RouteTreeTest {

  /// Two ways lead to `via` and two away from it.
  private static RoadNetworkBuilder town() {
    RoadNetworkBuilder builder = new RoadNetworkBuilder();
    add(builder, "west", 0, 0, 10, 0);
    add(builder, "south", 10, -10, 10, 0);
    add(builder, "via", 10, 0, 20, 0);
    add(builder, "east", 20, 0, 30, 0);
    add(builder, "north", 20, 0, 20, 10);
    return builder;
  }

  private static void add(RoadNetworkBuilder builder, String id, double... eastNorth) {
    builder.add(
        new SegmentDraft(
            id,
            "",
            "",
            Double.NaN,
            Double.NaN,
            1,
            null,
            null,
            new double[] {50 + eastNorth[1] / 1e4, 50 + eastNorth[3] / 1e4},
            new double[] {10 + eastNorth[0] / 1e4, 10 + eastNorth[2] / 1e4}));
  }

  private static List<String> reached(RoadNetwork network, String from) {
    RouteTree tree = new RouteTree();
    tree.grow(network, network.indexOf(from), 0, 10_000);
    return IntStream.range(0, tree.end()).mapToObj(i -> network.segmentId(tree.link[i])).toList();
  }

  @Test
  void aBannedWayIsNotFoundFromWhereItBeginsAndOnlyFromThere() {
    RoadNetworkBuilder builder = town();
    builder.ban(List.of("west", "via", "north"));
    RoadNetwork network = builder.build();

    assertThat(reached(network, "west")).containsExactlyInAnyOrder("west", "via", "east");
    assertThat(reached(network, "south"))
        .containsExactlyInAnyOrder("south", "via", "east", "north");
    assertThat(reached(network, "via")).containsExactlyInAnyOrder("via", "east", "north");
  }

  @Test
  void theOnlyWayIsTheOnlyOneThatIsFound() {
    RoadNetworkBuilder builder = town();
    builder.only(List.of("south", "via", "north"));
    RoadNetwork network = builder.build();

    assertThat(reached(network, "south")).containsExactlyInAnyOrder("south", "via", "north");
    assertThat(reached(network, "west")).containsExactlyInAnyOrder("west", "via", "east", "north");
  }
}
