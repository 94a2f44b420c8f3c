package city.wayside.edge;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.inbound.Client;
import city.wayside.edge.inbound.FakeClient;
import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.uplink.UplinkConfig;
import city.wayside.messages.json.ProbeEncoder;
import city.wayside.model.account.ClientFigures;
import city.wayside.model.client.SpeaksFor;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.telemetry.Metric;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// More than can be taken: what is shed, in which order, and that all of it is accounted for.
class OverloadTest {

  private static final int STATIONS_COUNT = 40;

  private final CoreRig rig = new CoreRig();

  /// Ten seconds in which every station sends ten beacons and one hazard a second.
  @ParameterizedTest
  @CsvSource({"0,2000,5", "1,1000,10"})
  void atTheHighestLevelEveryHazardGetsInAndEveryStationIsHeard(
      int qos, long intervalMs, int heardCount) {
    rig.core.pipeline().loopLag(0, 10_000);
    rig.core.turn();
    List<Client> clients = new ArrayList<>();
    int[] heard = new int[STATIONS_COUNT];
    for (int station = 0; station < STATIONS_COUNT; station++) {
      clients.add(rig.client("vehicle " + station));
    }
    for (int tick = 0; tick < 100; tick++) {
      for (int station = 0; station < STATIONS_COUNT; station++) {
        Refusal beacon = rig.probe(clients.get(station), qos * (1 + tick), station);
        heard[station] += beacon == null ? 1 : 0;
        if (tick % 10 == 0) {
          RoadEvent event = Messages.accident(station, tick, rig.clock.millis());
          byte[] denm = Messages.denm(event, station);
          assertThat(rig.take(clients.get(station), 1, MessageKind.DENM, station, denm)).isNull();
        }
      }
      rig.clock.advance(100);
      rig.turns();
    }

    assertThat(heard).containsOnly(heardCount);
    assertThat(rig.events()).hasSize(10 * STATIONS_COUNT);
    assertThat(rig.refused(Refusal.THINNED)).isEqualTo((100L - heardCount) * STATIONS_COUNT);
    assertThat(rig.telemetry.count(Metric.EDGE_MESSAGES_THINNED, "probe-qos" + qos))
        .isEqualTo((100L - heardCount) * STATIONS_COUNT);
    assertThat(rig.telemetry.total(Metric.EDGE_PRESSURE_LEVEL)).isEqualTo(4);
    assertThat(rig.received()).isEqualTo(rig.admitted() + rig.refused());
    assertThat(rig.core.pipeline().accounts().snapshot(1).getFirst().counts().thinnedCount())
        .isEqualTo(100 - heardCount);
  }

  @Test
  void neitherRequestsNorStatusAreThinned() {
    rig.core.pipeline().loopLag(0, 10_000);
    rig.core.turn();
    Client client = rig.client("a");
    for (int i = 0; i < 5; i++) {
      byte[] request = Messages.srem(7, rig.clock.millis() + i);
      byte[] status = ("status " + i).getBytes(StandardCharsets.US_ASCII);
      // Requests are not kept yet, and their sender is told so.
      assertThat(rig.take(client, 1, MessageKind.SREM, 7, request))
          .isEqualTo(Refusal.UNSUPPORTED_TYPE);
      assertThat(rig.take(client, 1, MessageKind.STATUS, 7, status)).isNull();
    }
  }

  @Test
  void aRoadSideUnitsStationsAreThinnedOneByOneThoughItsTopicNamesNone() {
    rig.core.pipeline().loopLag(0, 10_000);
    rig.core.turn();
    Client rsu = rig.client("rsu", FakeClient.rsu("rsu", SpeaksFor.EVERYONE));
    Client vehicle = rig.client("v");
    for (int station = 0; station < 20; station++) {
      assertThat(unnamed(rsu, station)).isNull();
    }
    rig.clock.advance(100);
    for (int station = 0; station < 20; station++) {
      assertThat(unnamed(rsu, station)).isEqualTo(Refusal.THINNED);
    }

    // A vehicle is one station, whatever it calls itself.
    assertThat(unnamed(vehicle, 100)).isNull();
    assertThat(unnamed(vehicle, 101)).isEqualTo(Refusal.THINNED);
  }

  @Test
  void nobodyUsesUpTheTurnOfAnotherStation() {
    rig.core.pipeline().loopLag(0, 10_000);
    rig.core.turn();
    Client stranger = rig.client("s", FakeClient.vehicle("s", new SpeaksFor.Stations(Set.of(8L))));
    rig.take(stranger, 1, MessageKind.CAM, 7, new byte[0]);

    assertThat(rig.probe(rig.client("a"), 1, 7)).isNull();
  }

  @Test
  void fullOfBeaconsThereIsRoomForHazards() {
    CoreRig small =
        new CoreRig(
            EdgeConfig.defaults().withUplink(UplinkConfig.defaults().withMessages(10, 20, 5)));
    small.uplink.hold();
    Client client = small.client("a");
    for (int station = 0; station < 20; station++) {
      assertThat(small.probe(client, 1 + station, station)).isNull();
    }
    small.turns();
    assertThat(small.core.pipeline().mustPause()).isTrue();
    assertThat(small.probe(client, 50, 50)).isIn(Refusal.OVERLOADED, Refusal.THINNED);
    small.clock.advance(10_000);
    assertThat(small.probe(client, 51, 51)).isEqualTo(Refusal.OVERLOADED);
    for (int i = 0; i < 5; i++) {
      assertThat(hazard(small, client, 60 + i)).isNull();
    }
    assertThat(hazard(small, client, 65))
        .as("the reserve is used up")
        .isEqualTo(Refusal.OVERLOADED);

    small.uplink.takeOne();
    small.turns();
    assertThat(small.events()).as("before the states that wait since long").hasSize(5);
    small.uplink.release();
    small.turns();
    assertThat(small.acknowledged).hasSize(25);
    assertThat(small.core.pendingCount()).isZero();
    assertThat(small.core.pipeline().mustPause()).isFalse();
    assertThat(hazard(small, client, 65)).as("sent again").isNull();
    assertThat(small.received()).isEqualTo(small.admitted() + small.refused());
  }

  @Test
  void aClientThatSendsTooManyBeaconsMayStillWarn() {
    Client client = rig.client("a");
    byte[] nonsense = {1};
    for (int i = 0; i < 2000; i++) {
      rig.take(client, Inbound.NO_ANSWER, MessageKind.CAM, 7, nonsense);
    }
    assertThat(rig.take(client, 1, MessageKind.CAM, 7, nonsense)).isEqualTo(Refusal.TOO_FAST);

    assertThat(hazard(rig, client, 7)).isNull();
  }

  @Test
  void itIsOverSoonAfterTheLoad() {
    Client client = rig.client("a");
    rig.core.pipeline().loopLag(0, 10_000);
    rig.core.turn();
    rig.core.pipeline().loopLag(0, 0);
    for (int tick = 0; tick < 51; tick++) {
      rig.core.turn();
      rig.clock.advance(50);
    }
    for (int i = 0; i < 10; i++) {
      assertThat(rig.probe(client, Inbound.NO_ANSWER, 7)).isNull();
      rig.clock.advance(10);
    }
  }

  @Test
  void theEndOfAHazardIsTheEndOfWhatIsRetained() {
    Client client = rig.client("7");
    RoadEvent event = Messages.accident(7, 1, rig.clock.millis());
    RoadEvent end = Messages.ended(event, RoadEvent.Termination.CANCELLED, 10);
    rig.take(client, 1, MessageKind.DENM, 7, Messages.denm(event, 7));
    rig.take(client, 2, MessageKind.DENM, 7, Messages.denm(end, 7));
    rig.turns();

    assertThat(rig.events())
        .extracting(RoadEvent::termination)
        .containsExactly(RoadEvent.Termination.NONE, RoadEvent.Termination.CANCELLED);
    assertThat(rig.downlink())
        .filteredOn(message -> message.topic().startsWith("v1/geo/"))
        .extracting(message -> message.kind() + " " + (message.payload().length == 0))
        .containsExactly("RETAINED false", "NOTICE false", "RETAINED true");
    assertThat(rig.acknowledged).containsExactly("7 1", "7 2");
  }

  @Test
  void timAndIvimAreEventsTooAndNumberedByThemselves() {
    Client rsu = rig.client("rsu");
    RoadEvent event = Messages.accident(7, 1, rig.clock.millis());

    assertThat(rig.take(rsu, 1, MessageKind.TIM, Messages.tim(event))).isNull();
    assertThat(rig.take(rsu, 2, MessageKind.IVIM, Messages.ivim(event, 7))).isNull();
    rig.turns();
    assertThat(rig.events()).hasSize(2);
    assertThat(rig.downlink())
        .extracting(message -> message.topic().substring(message.topic().lastIndexOf('/')))
        // Who speaks its-client is told of both as DENM, on the last digit of their tile.
        .containsExactly("/tim", "/2", "/ivim", "/2");
    assertThat(rig.telemetry.count(Metric.EDGE_HAZARDS_ADMITTED, "tim")).isEqualTo(1);
  }

  @Test
  void aTimThatNamesNoOriginIsOfItsTopicsStation() {
    Client rsu = rig.client("rsu");
    byte[] tim = Messages.tim(Messages.accident(0, 3, rig.clock.millis()));
    rig.take(rsu, 1, MessageKind.TIM, 4711, tim);
    rig.turns();

    assertThat(rig.events().getFirst().key()).isEqualTo(new EventKey(4711, 3));
  }

  @Test
  void aStatusIsKeptAndToldTheGrid() {
    Client client = rig.client("a");
    byte[] status = "{\"battery\":0.9}".getBytes(StandardCharsets.US_ASCII);
    assertThat(rig.take(client, 5, MessageKind.STATUS, 7, status)).isNull();
    assertThat(rig.take(client, 6, MessageKind.STATUS, 7, new byte[] {'{'}))
        .isEqualTo(Refusal.MALFORMED);
    rig.turns();

    ClientFigures told = rig.figures.newest().get("a");
    assertThat(told).isNotNull().returns("{\"battery\":0.9}", ClientFigures::status);
    assertThat(told).extracting(each -> each.counts().admittedCount()).isEqualTo(1L);
    assertThat(rig.acknowledged).containsExactly("a 5");
    assertThat(rig.core.refusals().newest(1).getFirst().refused().code())
        .isEqualTo(Refusal.MALFORMED);
  }

  private static @Nullable Refusal hazard(CoreRig rig, Client client, long originId) {
    RoadEvent event = Messages.accident(originId, 1, rig.clock.millis());
    byte[] denm = Messages.denm(event, originId);
    return rig.take(client, (int) originId, MessageKind.DENM, originId, denm);
  }

  private @Nullable Refusal unnamed(Client client, long stationId) {
    byte[] payload =
        new ProbeEncoder().encodeWithStation(EdgeRig.report(stationId, rig.clock.millis()));
    return rig.take(client, 1, MessageKind.PROBE, payload);
  }
}
