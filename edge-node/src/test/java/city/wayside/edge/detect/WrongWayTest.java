package city.wayside.edge.detect;

import static city.wayside.edge.detect.Detected.WRONG_WAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.model.event.RoadEvent;
import org.junit.jupiter.api.Test;

/// A car drives west from 900 m of a kilometre that leads east, and its innocent likenesses.
class WrongWayTest {

  @Test
  void aCarAgainstAOneWayRoadIsTold() {
    Stage stage = new Stage(oneWay()).with(westbound(0)).until(30);

    RoadEvent first = stage.told(WRONG_WAY).getFirst();
    assertThat(Stage.secondOf(first.time().referenceMs())).isBetween(4.0, 8.0);
    assertThat(first.place().headingDeg()).isEqualTo(270);
    assertThat(first.place().speedMps()).isEqualTo(13);
    assertThat(first.evidence().vehiclesCount()).isEqualTo(1);
    assertThat(first.evidence().observationsCount()).isGreaterThanOrEqualTo(5);
    // Nobody said how accurate the positions are.
    assertThat(first.evidence().confidence()).isBetween(0.35, 0.55);
    RoadEvent newest = stage.told(WRONG_WAY).getLast();
    assertThat(newest.evidence().confidence()).isGreaterThan(first.evidence().confidence());
    assertThat(Stage.eastM(newest)).isCloseTo(900 - 13 * 30, within(60.0));
    assertThat(stage.eventsCount()).isEqualTo(1);
  }

  @Test
  void itsEndIsToldWhenItIsGone() {
    Car leaving = westbound(0);
    leaving.endS = 20;

    Stage stage = new Stage(oneWay()).with(leaving).until(45);

    RoadEvent end = stage.ended(WRONG_WAY).getFirst();
    assertThat(Stage.secondOf(end.time().referenceMs())).isBetween(33.0, 35.0);
  }

  @Test
  void oneWhoTurnsBackEndsIt() {
    Car back = new Car(1, 600, _ -> 13);
    back.startS = 20;
    Car wrong = westbound(0);
    wrong.endS = 18;

    Stage stage = new Stage(oneWay()).with(wrong, back).until(35);

    RoadEvent end = stage.ended(WRONG_WAY).getFirst();
    assertThat(Stage.secondOf(end.time().referenceMs())).isBetween(28.0, 31.0);
  }

  @Test
  void theOppositeCarriagewayExplainsIt() {
    for (double apartM : new double[] {4, 10, 20, 35}) {
      Roads both = oneWay().add("west", Roads.TOWN_MPS, 1000, apartM, 0, apartM);
      assertThat(new Stage(both).with(westbound(0)).until(60).told).isEmpty();
    }
  }

  @Test
  void theOppositeCarriagewayExplainsNothingToOneWhoKnowsWhereItIs() {
    Roads both = oneWay().add("west", Roads.TOWN_MPS, 1000, 25, 0, 25);
    Car exact = westbound(0);
    exact.accuracyM = 1.5;

    Stage stage = new Stage(both).with(exact).until(30);

    assertThat(stage.told(WRONG_WAY)).isNotEmpty();
    assertThat(stage.told(WRONG_WAY).getLast().evidence().confidence()).isGreaterThan(0.9);
  }

  @Test
  void positionsThatAreOffByACarriagewayAreNoWrongWay() {
    // It drives west where west is right, but its positions lie on the other carriageway.
    Roads both = oneWay().add("west", Roads.TOWN_MPS, 1000, 15, 0, 15);
    Car off = westbound(0);
    off.accuracyM = 9;

    assertThat(new Stage(both).with(off).until(60).told).isEmpty();
  }

  @Test
  void positionsThatMayBeAnywhereAreNoEvidence() {
    Car vague = westbound(0);
    vague.accuracyM = 30;

    assertThat(new Stage(oneWay()).with(vague).until(60).told).isEmpty();
  }

  @Test
  void aHeadingThatIsTurnedRoundIsNoWrongWay() {
    Car turned = new Car(1, 100, _ -> 13);
    turned.headingDeg = 270;

    assertThat(new Stage(oneWay()).with(turned).until(60).told).isEmpty();
  }

  @Test
  void oneWhoManoeuvresSlowlyIsNotTold() {
    Car slow = new Car(1, 900, _ -> 3);
    slow.courseDeg = 270;
    slow.headingDeg = 270;

    assertThat(new Stage(oneWay()).with(slow).until(60).told).isEmpty();
  }

  @Test
  void aFewMetresAgainstTheRoadAreNotTold() {
    Car into = westbound(0);
    into.endS = 3;

    assertThat(new Stage(oneWay()).with(into).until(60).told).isEmpty();
  }

  @Test
  void aPathBesideTheRoadThatIsNotDrawnIsNotTheRoad() {
    assertThat(new Stage(oneWay()).with(westbound(18)).until(60).told).isEmpty();
  }

  @Test
  void aRoadThatCrossesSaysNothing() {
    Roads crossed = oneWay();
    for (int i = 0; i < 20; i++) {
      crossed.add("cross" + i, Roads.TOWN_MPS, 100 + 40 * i, -60, 100 + 40 * i, 60);
    }

    assertThat(new Stage(crossed).with(westbound(0)).until(60).told).isEmpty();
  }

  @Test
  void aUTurnOnARoadForBothWaysIsNoWrongWay() {
    Roads both = oneWay().add("west", Roads.TOWN_MPS, 1000, 3.5, 0, 3.5);
    Car out = new Car(1, 300, t -> t < 20 ? 13 : 3);
    out.endS = 23;
    Car back = new Car(1, 570, _ -> 13);
    back.courseDeg = 270;
    back.headingDeg = 270;
    back.northM = 3.5;
    back.startS = 27;
    Stage stage = new Stage(both).with(out, back).until(60);

    assertThat(stage.told).isEmpty();
  }

  private static Roads oneWay() {
    return new Roads().add("east", Roads.TOWN_MPS, 0, 0, 1000, 0);
  }

  private static Car westbound(double northM) {
    Car car = new Car(1, 900, _ -> 13);
    car.courseDeg = 270;
    car.headingDeg = 270;
    car.northM = northM;
    return car;
  }
}
