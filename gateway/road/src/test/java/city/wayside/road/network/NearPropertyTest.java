package city.wayside.road.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.road.TinyCity;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NearPropertyTest {

  /// Crooked roads of up to 400 points through one another: more than one byte counts, and cells
  /// that a road comes back to.
  @Property(tries = 50)
  void nearFindsExactlyTheLinksInTheRadius(@ForAll long seed) {
    RandomGenerator dice = new SplittableRandom(seed);
    TinyCity city = new TinyCity();
    int roads = 1 + dice.nextInt(20);
    for (int road = 0; road < roads; road++) {
      double[] eastNorthM = new double[2 * (2 + dice.nextInt(road == 0 ? 399 : 9))];
      double stepM = 1 + dice.nextInt(100);
      eastNorthM[0] = dice.nextDouble(-500, 500);
      eastNorthM[1] = dice.nextDouble(-500, 500);
      for (int i = 2; i < eastNorthM.length; i++) {
        eastNorthM[i] = eastNorthM[i - 2] + dice.nextDouble(-stepM, stepM);
      }
      city.road("r" + road, "f" + road, "t" + road, eastNorthM);
    }
    RoadNetwork network = city.build();
    Nearby found = new Nearby();
    Projection projection = new Projection();

    for (int query = 0; query < 20; query++) {
      double eastM = dice.nextDouble(-600, 600);
      double northM = dice.nextDouble(-600, 600);
      double radiusM = dice.nextDouble(1, 100);
      network.near(eastM, northM, radiusM, found);
      int expected = 0;
      for (int link = 0; link < network.linkCount(); link++) {
        network.project(link, eastM, northM, projection);
        if (projection.distanceM() <= radiusM) {
          expected++;
          assertThat(distanceM(found, link)).isCloseTo(projection.distanceM(), within(1e-6));
        }
      }
      assertThat(found.count()).isEqualTo(expected);
    }
  }

  private static double distanceM(Nearby found, int link) {
    for (int i = 0; i < found.count(); i++) {
      if (found.link(i) == link) {
        return found.distanceM(i);
      }
    }
    return Double.NaN;
  }
}
