package city.wayside.server;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.area.BoundingBox;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CircleTest {

  @Test
  void whateverIsInTheCircleIsInItsBox() {
    Random random = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      Circle circle =
          new Circle(
              random.nextDouble(-90, 90), random.nextDouble(-179, 179), random.nextDouble(1, 1e5));
      BoundingBox box = circle.box();
      double latDeg = Math.clamp(circle.latDeg() + random.nextDouble(-1, 1), -90, 90);
      double lonDeg = Math.clamp(circle.lonDeg() + random.nextDouble(-2, 2), -180, 180);

      boolean inside = circle.contains(Fixture.car(1, latDeg, lonDeg).report());

      assertThat(!inside || box.contains(latDeg, lonDeg)).as("%s %s", latDeg, lonDeg).isTrue();
    }
  }

  @Test
  void aDegreeOfLatitudeIsAHundredAndElevenKilometres() {
    Circle near = new Circle(52, 13, 111_100);
    Circle far = new Circle(52, 13, 111_300);

    assertThat(near.contains(Fixture.car(1, 53, 13).report())).isFalse();
    assertThat(far.contains(Fixture.car(1, 53, 13).report())).isTrue();
  }
}
