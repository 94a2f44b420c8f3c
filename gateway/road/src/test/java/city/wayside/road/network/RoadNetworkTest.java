package city.wayside.road.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.wayside.road.TinyCity;
import org.junit.jupiter.api.Test;

class RoadNetworkTest {

  private static final RoadNetwork CORNER =
      new TinyCity()
          .road("in", "a", "n", 0, 0, 100, 0)
          .road("right", "n", "b", 120, -20, 120, -100)
          .road("on", "n", "c", 140, 0, 240, 0)
          .build();

  @Test
  void aNetworkGivesBackItsSegments() {
    assertThat(CORNER.segmentCount()).isEqualTo(3);
    assertThat(CORNER.indexOf("right")).isEqualTo(1);
    assertThat(CORNER.indexOf("left")).isEqualTo(-1);
    assertThat(CORNER.segmentId(2)).isEqualTo("on");
    assertThat(CORNER.lengthM(0)).isCloseTo(100, within(0.05));
    assertThat(CORNER.headingDeg(1, 10)).isCloseTo(180, within(0.1));
    assertThat(CORNER.latDeg(1, 40)).isCloseTo(TinyCity.latDeg(-60), within(1e-6));
    assertThat(CORNER.lonDeg(0, 1e9)).isCloseTo(TinyCity.lonDeg(100), within(1e-6));
    assertThat(CORNER.bounds(0).northDeg()).isCloseTo(50, within(1e-6));
    assertThat(CORNER.bounds().contains(50, 10)).isTrue();
  }

  @Test
  void endsThatDoNotTouchAreJoinedByConnectorsThatAreNoSegments() {
    assertThat(CORNER.successors(0)).containsExactly(1, 2);
    assertThat(CORNER.linkCount()).isEqualTo(5);
    assertThat(CORNER.isSegment(3)).isFalse();
    // A quarter circle of 20 m radius.
    assertThat(CORNER.lengthM(3)).isCloseTo(20 * Math.PI / 2, within(0.5));
    assertThat(CORNER.lengthM(4)).isCloseTo(40, within(0.05));
    assertThatThrownBy(() -> CORNER.segment(3))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("segment 3 of 3");
  }

  @Test
  void endsThatTouchNeedNoConnector() {
    RoadNetwork network =
        new TinyCity().road("a", "1", "2", 0, 0, 50, 0).road("b", "2", "3", 50, 0, 90, 0).build();

    assertThat(network.linkCount()).isEqualTo(2);
    assertThat(network.successors(0)).containsExactly(1);
  }

  @Test
  void aDrawnJunctionIsDrivenAsItIsDrawn() {
    RoadNetwork network =
        new TinyCity()
            .road("in", "1", "2", 0, 0, 50, 0)
            .road(":inside", "2", "2", 50, 0, 70, 0)
            .road("out", "2", "3", 70, 0, 120, 0)
            .build();

    assertThat(network.linkCount()).isEqualTo(3);
    assertThat(network.successors(0)).containsExactly(1);
    assertThat(network.successors(1)).containsExactly(2);
  }

  @Test
  void theVersionDependsOnTheContentOnly() {
    RoadNetwork same = new TinyCity().road("a", "1", "2", 0, 0, 50, 0).build();
    RoadNetwork again = new TinyCity().road("a", "x", "y", 0, 0, 50, 0).build();
    RoadNetwork longer = new TinyCity().road("a", "1", "2", 0, 0, 51, 0).build();

    assertThat(same.version()).hasSize(12).isEqualTo(again.version());
    assertThat(longer.version()).isNotEqualTo(same.version());
  }

  @Test
  void aPositionIsProjectedWithPointAndDirection() {
    Projection found = new Projection();
    LocalPlane plane = CORNER.plane();
    double eastM = plane.eastM(TinyCity.lonDeg(103));
    double northM = plane.northM(TinyCity.latDeg(4));

    CORNER.project(0, eastM, northM, found);

    assertThat(found.offsetM()).isCloseTo(100, within(0.05));
    assertThat(found.distanceM()).isCloseTo(5, within(0.05));
    assertThat(found.eastM()).isCloseTo(plane.eastM(TinyCity.lonDeg(100)), within(0.05));
    assertThat(found.northM()).isCloseTo(plane.northM(TinyCity.latDeg(0)), within(0.05));
    assertThat(found.directionEast()).isCloseTo(1, within(1e-6));
  }

  @Test
  void nearFindsEveryLinkInTheRadiusOnceAndNoOther() {
    Nearby found = new Nearby();
    double eastM = CORNER.plane().eastM(TinyCity.lonDeg(200));
    double northM = CORNER.plane().northM(TinyCity.latDeg(10));

    CORNER.near(eastM, northM, 30, found);

    assertThat(found.count()).isEqualTo(1);
    assertThat(found.link(0)).isEqualTo(2);
    assertThat(found.distanceM(0)).isCloseTo(10, within(0.05));
    CORNER.near(eastM + 1e6, northM, 30, found);
    assertThat(found.count()).isZero();
  }

  @Test
  void aLonelySegmentFarAwayMakesNoEmptyCountry() {
    RoadNetwork network =
        new TinyCity()
            .road("here", "1", "2", 0, 0, 50, 0)
            .road("far", "3", "4", 900_000, 900_000, 900_050, 900_000)
            .build();
    Nearby found = new Nearby();

    network.near(
        network.plane().eastM(TinyCity.lonDeg(10)),
        network.plane().northM(TinyCity.latDeg(0)),
        20,
        found);

    assertThat(found.count()).isEqualTo(1);
  }
}
