package city.wayside.edge;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.detect.Detected;
import city.wayside.edge.detect.TellingConfig;
import city.wayside.edge.inbound.Client;
import city.wayside.edge.inbound.Inbound;
import city.wayside.messages.json.ProbeEncoder;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.RoadEvent.Termination;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.telemetry.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is found in traffic goes where the hazards of vehicles go.
class DetectionTest {

  private static final long OWN = TellingConfig.defaults().stationId();
  private static final double DEG_PER_M = 0.0146 / 1000;
  private static final double SPEED_MPS = 12.5;

  private final CoreRig rig = new CoreRig();
  private final Client client = rig.client("road-side");
  private int second;

  @Test
  void itGoesToTheGridAndDownToVehicles() {
    standUntil(110);

    assertThat(rig.events()).isNotEmpty();
    RoadEvent event = rig.events().getFirst();
    assertThat(event.cause()).isEqualTo(Detected.STOPPED_VEHICLE.cause());
    assertThat(event.key().originId()).isEqualTo(OWN);
    assertThat(event.isDetected()).isTrue();
    List<DownMessage> told = rig.downlink();
    assertThat(told).extracting(DownMessage::topic).anyMatch(topic -> topic.startsWith("v1/geo/"));
    DownMessage denm =
        told.stream().filter(message -> message.topic().startsWith("v1/geo/")).findFirst().get();
    assertThat(denm.topic()).endsWith("/denm");
    assertThat(denm.isRetained()).isTrue();
    assertThat(denm.contentType()).isEqualTo("application/octet-stream");
    assertThat(told).extracting(DownMessage::topic).anyMatch(topic -> topic.contains("/outQueue/"));
    assertThat(rig.telemetry.count(Metric.EDGE_DETECTIONS, "stopped_vehicle")).isEqualTo(1);
  }

  @Test
  void itsEndEmptiesTheTopic() {
    standUntil(110);
    // The vehicle is silent from now on, and so gone.
    for (int i = 0; i < 40; i++) {
      next();
    }

    assertThat(rig.events().getLast().termination()).isEqualTo(Termination.CANCELLED);
    assertThat(rig.downlink().getLast().topic()).contains("/outQueue/");
    assertThat(rig.downlink())
        .filteredOn(message -> message.isRetained() && message.payload().length == 0)
        .hasSize(1);
  }

  @Test
  void itCountsAsAMessageThatTheGatewaySendsToItself() {
    standUntil(110);

    assertThat(rig.received()).isEqualTo(rig.admitted() + rig.refused());
    assertThat(rig.telemetry.count(Metric.EDGE_HAZARDS_ADMITTED, "denm"))
        .isEqualTo(rig.events().size());
    assertThat(rig.telemetry.count(Metric.EDGE_MESSAGES_STORED)).isEqualTo(rig.admitted());
  }

  @Test
  void nobodyElseMaySpeakOfTheEventsOfTheGateway() {
    byte[] forged = Messages.denm(Messages.accident(OWN, 1, rig.clock.millis()), 4711);

    assertThat(rig.take(client, 1, MessageKind.DENM, forged)).isEqualTo(Refusal.NOT_AUTHORIZED);
    rig.turns();
    assertThat(rig.events()).isEmpty();
  }

  /// A vehicle drives, and stands at 500 m from second 40 on; every ten seconds another drives
  /// past.
  private void standUntil(int endS) {
    while (second <= endS) {
      report(1, Math.min(500, second * SPEED_MPS), second < 40 ? SPEED_MPS : 0);
      for (int i = 0; i < 10; i++) {
        double offsetM = (second - 10 * i) * SPEED_MPS;
        if (offsetM >= 0 && offsetM <= 1000) {
          report(100 + i, offsetM, SPEED_MPS);
        }
      }
      next();
    }
  }

  private void next() {
    rig.turns();
    second++;
    rig.clock.advance(1000);
  }

  private void report(long stationId, double offsetM, double speedMps) {
    Report report =
        new Report(
            stationId,
            StationType.PASSENGER_CAR,
            MessageKind.PROBE,
            rig.clock.millis(),
            EdgeRig.ROAD_LAT,
            EdgeRig.ROAD_LON + offsetM * DEG_PER_M,
            speedMps,
            90,
            Double.NaN);
    byte[] payload = new ProbeEncoder().encode(report);
    assertThat(rig.take(client, Inbound.NO_ANSWER, MessageKind.PROBE, stationId, payload)).isNull();
  }
}
