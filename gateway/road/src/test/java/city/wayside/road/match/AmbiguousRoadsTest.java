package city.wayside.road.match;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.message.StationState;
import city.wayside.road.TinyCity;
import city.wayside.road.network.RoadNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Roads that positions alone do not tell apart: one above the other, and side by side.
class AmbiguousRoadsTest {

  /// A street under a bridge, and a service road that leaves a main road and runs beside it.
  private static final RoadNetwork TOWN =
      new TinyCity()
          .road("under", "a", "b", -300, 0, 300, 0)
          .road("bridge", "c", "d", 0, -300, 0, 300)
          .road("main 1", "e", "f", -300, 600, 0, 600)
          .road("main 2", "f", "g", 0, 600, 400, 600)
          .road("service", "f", "h", 0, 600, 40, 588, 400, 588)
          .build();

  private static final double ERROR_M = 5;

  /// How alike the error stays from one second to the next, as receivers' do.
  private static final double STAYS = 0.97;

  /// The segments that a vehicle is put on that drives along at 10 m/s, one each second.
  private static List<String> seen(long seed, double[] from, double[] to, int headingDeg) {
    RandomGenerator random = new Random(seed);
    RoadMatcher matcher = new RoadMatcher(TOWN);
    Trajectory trajectory = new Trajectory();
    List<String> seen = new ArrayList<>();
    double lengthM = Math.hypot(to[0] - from[0], to[1] - from[1]);
    double eastErrorM = ERROR_M * random.nextGaussian();
    double northErrorM = ERROR_M * random.nextGaussian();
    double renewed = ERROR_M * Math.sqrt(1 - STAYS * STAYS);
    for (int second = 0; second * 10 <= lengthM; second++) {
      double share = second * 10 / lengthM;
      int segment =
          matcher
              .match(
                  trajectory,
                  TinyCity.car(
                      1,
                      second,
                      from[0] + share * (to[0] - from[0]) + eastErrorM,
                      from[1] + share * (to[1] - from[1]) + northErrorM,
                      10,
                      headingDeg))
              .segmentIndex();
      seen.add(segment == StationState.OFF_ROAD ? "off the road" : TOWN.segmentId(segment));
      eastErrorM = STAYS * eastErrorM + renewed * random.nextGaussian();
      northErrorM = STAYS * northErrorM + renewed * random.nextGaussian();
    }
    return seen;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whoDrivesUnderABridgeIsNeverOnIt(long seed) {
    assertThat(seen(seed, new double[] {-290, 0}, new double[] {290, 0}, 90)).containsOnly("under");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whoDrivesOverABridgeIsNeverUnderIt(long seed) {
    assertThat(seen(seed, new double[] {0, -290}, new double[] {0, 290}, 0)).containsOnly("bridge");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whoStaysOnTheMainRoadIsFoundThereInTheEnd(long seed) {
    assertThat(seen(seed, new double[] {-290, 600}, new double[] {390, 600}, 90))
        .startsWith("main 1")
        .doesNotContain("off the road")
        .endsWith("main 2");
  }
}
