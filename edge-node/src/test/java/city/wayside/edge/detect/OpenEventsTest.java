package city.wayside.edge.detect;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.fake.RecordingTelemetry;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.Evidence;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.RoadEvent.Termination;
import city.wayside.model.telemetry.Metric;
import city.wayside.road.network.RoadNetwork;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenEventsTest {

  private static final long NOW = 1_795_404_600_000L;

  private final RoadNetwork network = Roads.main(Roads.TOWN_MPS).network();
  private final RecordingTelemetry telemetry = new RecordingTelemetry();
  private final List<RoadEvent> told = new ArrayList<>();
  private OpenEvents events = events(TellingConfig.defaults());

  @Test
  void anEventIsToldAtOnceAndAgainEveryHalfMinute() {
    for (int second = 0; second <= 65; second++) {
      events.found(queueAt(500, 0.5), at(second));
      events.turn(at(second), told::add);
    }

    assertThat(told)
        .extracting(event -> event.time().referenceMs())
        .containsExactly(at(0), at(30), at(60));
    assertThat(told).extracting(RoadEvent::key).containsOnly(told.getFirst().key());
    assertThat(told).extracting(event -> event.time().untilMs()).contains(at(120), at(180));
    assertThat(telemetry.count(Metric.EDGE_DETECTIONS, "queue_end")).isEqualTo(1);
    assertThat(telemetry.read(Metric.EDGE_DETECTIONS_OPEN)).containsEntry("", 1.0);
  }

  @Test
  void oneThatMovesOrBecomesSurerIsToldBefore() {
    double[] eastM = {500, 490, 460, 455, 455};
    double[] confidences = {0.5, 0.5, 0.5, 0.5, 0.9};
    for (int i = 0; i < eastM.length; i++) {
      events.found(queueAt(eastM[i], confidences[i]), at(3 * i));
      events.turn(at(3 * i), told::add);
    }

    assertThat(told)
        .extracting(event -> event.time().referenceMs())
        .containsExactly(at(0), at(6), at(12));
  }

  @Test
  void itsEndIsToldOnceItIsFoundNoMore() {
    events.found(queueAt(500, 0.5), at(0));
    for (int second = 0; second <= 40; second++) {
      events.turn(at(second), told::add);
    }

    assertThat(told).hasSize(3);
    assertThat(told.getLast().termination()).isEqualTo(Termination.CANCELLED);
    assertThat(told.getLast().time().referenceMs()).isEqualTo(at(31));
    assertThat(telemetry.read(Metric.EDGE_DETECTIONS_OPEN)).containsEntry("", 0.0);
  }

  @Test
  void whatThereWasNoRoomForIsToldLater() {
    events.found(queueAt(500, 0.5), at(0));
    events.turn(at(0), _ -> false);
    events.turn(at(1), told::add);
    assertThat(told).hasSize(1);

    events.turn(at(31), _ -> false);
    events.turn(at(32), told::add);
    assertThat(told).hasSize(2);
    assertThat(told.getLast().termination()).isEqualTo(Termination.CANCELLED);
  }

  @Test
  void oneThatNobodyWasToldOfNeedsNoEnd() {
    events.found(queueAt(500, 0.5), at(0));
    events.turn(at(0), _ -> false);
    events.turn(at(31), told::add);

    assertThat(told).isEmpty();
    assertThat(telemetry.read(Metric.EDGE_DETECTIONS_OPEN)).containsEntry("", 0.0);
  }

  @Test
  void oneThatComesAgainIsAnother() {
    events.found(queueAt(500, 0.5), at(0));
    events.turn(at(0), told::add);
    events.turn(at(31), told::add);
    events.found(queueAt(500, 0.5), at(60));
    events.turn(at(60), told::add);

    assertThat(told).hasSize(3);
    assertThat(told.getLast().key()).isNotEqualTo(told.getFirst().key());
  }

  @Test
  void anEventMovesOnToTheNextSegment() {
    events.found(queueAt(980, 0.5), at(0));
    events.turn(at(0), told::add);
    events.found(onBeyond(40), at(3));
    events.turn(at(3), told::add);

    assertThat(told).hasSize(2);
    assertThat(told).extracting(RoadEvent::key).containsOnly(told.getFirst().key());
  }

  @Test
  void moreEventsThanThereMayBeAreCounted() {
    events = events(new TellingConfig(4_294_967_294L, 30_000, 120_000, 30, 1));

    events.found(finding(Detected.QUEUE_END, 500, 0.5), at(0));
    events.found(finding(Detected.WRONG_WAY, 500, 0.5), at(0));
    events.turn(at(0), told::add);

    assertThat(told).hasSize(1);
    assertThat(telemetry.count(Metric.EDGE_DETECTION_DROPPED, "events")).isEqualTo(1);
  }

  private OpenEvents events(TellingConfig telling) {
    return new OpenEvents(Configs.telling(telling), network, new Adjoining(network), telemetry);
  }

  private static long at(int second) {
    return NOW + second * 1000L;
  }

  private Finding queueAt(double offsetM, double confidence) {
    return finding(Detected.QUEUE_END, offsetM, confidence);
  }

  private Finding finding(Detected what, double offsetM, double confidence) {
    return finding(what, network.indexOf("main"), offsetM, confidence);
  }

  private Finding onBeyond(double offsetM) {
    return finding(Detected.QUEUE_END, network.indexOf("beyond"), offsetM, 0.5);
  }

  private Finding finding(Detected what, int segment, double offsetM, double confidence) {
    GeoPoint position =
        new GeoPoint(network.latDeg(segment, offsetM), network.lonDeg(segment, offsetM));
    Evidence evidence = new Evidence(3, 3, confidence);
    return new Finding(what, segment, offsetM, position, 90, 0, NOW, evidence);
  }
}
