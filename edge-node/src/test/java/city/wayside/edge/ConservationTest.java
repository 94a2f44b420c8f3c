package city.wayside.edge;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.admit.AdmissionConfig;
import city.wayside.edge.admit.Identity;
import city.wayside.edge.inbound.Client;
import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.uplink.UplinkConfig;
import city.wayside.messages.json.ProbeEncoder;
import city.wayside.model.account.ClientFigures;
import city.wayside.model.account.MessageCounts;
import city.wayside.model.area.BoundingBox;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Grant;
import city.wayside.model.client.SpeaksFor;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import city.wayside.model.telemetry.Metric;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Whatever comes, in whatever order, while the grid answers or does not: every message is admitted
/// or refused with one code, for the node as for each client; every event that was admitted reaches
/// the grid once; and everybody who waits for an answer gets exactly one.
class ConservationTest {

  private static final EdgeConfig SMALL =
      EdgeConfig.defaults()
          .withUplink(UplinkConfig.defaults().withMessages(8, 40, 6).withTimes(20, 5, 20, 0))
          .withAdmission(
              new AdmissionConfig(Identity.OPEN, 60_000, 5_000, 100, 100, 20, 5, 60, 30, 120_000));

  private final CoreRig rig = new CoreRig(SMALL);
  private final List<Client> clients =
      List.of(
          client("open", ClientRole.VEHICLE, SpeaksFor.EVERYONE),
          client("own", ClientRole.VEHICLE, new SpeaksFor.Stations(Set.of(1L, 2L))),
          client("rsu", ClientRole.RSU, SpeaksFor.EVERYONE),
          client("far", ClientRole.RSU, new SpeaksFor.Within(new BoundingBox(0, 0, 1, 1))));
  private final Map<String, Integer> admittedEvents = new HashMap<>();
  private int messageId;
  private int expectedAnswers;

  @Property(tries = 40)
  void whatIsReceivedIsAdmittedOrRefused(
      @ForAll @Size(min = 1, max = 400)
          List<@LongRange(min = 0, max = Integer.MAX_VALUE) Long> steps) {
    steps.forEach(step -> step(step.intValue()));
    rig.core.pipeline().loopLag(0, 0);
    rig.uplink.release();
    rig.figures.release();
    for (int i = 0; i < 20; i++) {
      rig.clock.advance(5_000);
      rig.turns();
    }

    assertThat(rig.received()).isEqualTo(rig.admitted() + rig.refused());
    assertThat(rig.telemetry.count(Metric.EDGE_MESSAGES_STORED)).isEqualTo(rig.admitted());
    assertThat(rig.telemetry.total(Metric.EDGE_MESSAGES_THINNED))
        .isEqualTo((double) rig.refused(Refusal.THINNED));
    assertThat(rig.core.pendingCount()).isZero();
    assertThat(rig.acknowledged).hasSize(expectedAnswers).doesNotHaveDuplicates();
    assertEachClientsFiguresAddUp();
    Map<String, Integer> kept = new HashMap<>();
    rig.events().forEach(event -> kept.merge(name(event), 1, Integer::sum));
    assertThat(kept).isEqualTo(admittedEvents);
  }

  private Client client(String name, ClientRole role, SpeaksFor speaksFor) {
    return rig.client(name, new Grant(name, role, speaksFor, 30));
  }

  private void assertEachClientsFiguresAddUp() {
    long received = 0;
    Map<Refusal, Long> refused = new EnumMap<>(Refusal.class);
    for (ClientFigures figures : rig.core.pipeline().accounts().snapshot(10)) {
      MessageCounts counts = figures.counts();
      assertThat(rig.figures.newest().get(figures.clientId())).isEqualTo(figures);
      received += counts.receivedCount();
      counts.refusedCounts().forEach((code, count) -> refused.merge(code, count, Long::sum));
    }
    assertThat(received).isEqualTo(rig.received());
    for (Refusal code : Refusal.values()) {
      assertThat(refused.getOrDefault(code, 0L)).as(code.word()).isEqualTo(rig.refused(code));
    }
  }

  /// One step of the traffic: what it is depends on the number alone.
  private void step(int number) {
    int choice = number % 16;
    int rest = number / 16;
    switch (choice) {
      case 0 -> rig.clock.advance(rest % 200);
      case 1 -> rig.core.turn();
      case 2 -> grid(rest);
      case 3 -> rig.core.pipeline().loopLag(0, rest % 600);
      case 4, 5 -> hazard(rest);
      case 6 -> status(rest);
      case 7 -> turnedAway(rest);
      case 8 -> nonsense(rest);
      default -> beacon(rest);
    }
  }

  private void grid(int rest) {
    switch (rest % 4) {
      case 0 -> rig.uplink.hold();
      case 1 -> {
        if (rig.uplink.heldCount() > 0) {
          rig.uplink.failOne(new IllegalStateException("away"));
        }
      }
      case 2 -> rig.figures.hold();
      default -> rig.uplink.release();
    }
  }

  private void beacon(int rest) {
    long station = rest % 50;
    long timeMs = rig.clock.millis() - (rest / 50 % 4) * 30_000L;
    byte[] probe = new ProbeEncoder().encodeWithStation(EdgeRig.report(station, timeMs));
    boolean isNamed = rest % 2 == 0;
    take(rest, MessageKind.PROBE, isNamed ? station : Inbound.STATION_IN_PAYLOAD, probe);
  }

  private void hazard(int rest) {
    long origin = rest % 5;
    RoadEvent event =
        Messages.accident(origin, rest / 5 % 3, rig.clock.millis() - rest / 15 % 3 * 10L);
    RoadEvent told =
        rest % 4 == 0 ? Messages.ended(event, RoadEvent.Termination.CANCELLED, 5) : event;
    if (take(rest, MessageKind.DENM, origin, Messages.denm(told, origin)) == null) {
      admittedEvents.merge(name(told), 1, Integer::sum);
    }
  }

  private void status(int rest) {
    String text = rest % 3 == 0 ? "{" : "status " + rest;
    take(rest, MessageKind.STATUS, 1, text.getBytes(StandardCharsets.US_ASCII));
  }

  private void turnedAway(int rest) {
    rig.core
        .pipeline()
        .turnedAway(
            clients.get(rest % clients.size()),
            rest % 2 == 0 ? null : MessageKind.CAM,
            new Refused(Refusal.UNKNOWN_TOPIC, "nowhere"));
  }

  private void nonsense(int rest) {
    MessageKind[] kinds = MessageKind.values();
    byte[] payload = Integer.toString(rest).getBytes(StandardCharsets.US_ASCII);
    take(rest, kinds[rest % kinds.length], rest % 7, payload);
  }

  private @Nullable Refusal take(int rest, MessageKind kind, long stationId, byte[] payload) {
    Client client = clients.get(rest / 7 % clients.size());
    int answerId = rest % 3 == 0 ? Inbound.NO_ANSWER : ++messageId;
    Refusal refused = rig.take(client, answerId, kind, stationId, payload);
    boolean isAnsweredLater =
        refused == null || refused == Refusal.DUPLICATE || refused == Refusal.STALE;
    expectedAnswers += answerId != Inbound.NO_ANSWER && isAnsweredLater ? 1 : 0;
    return refused;
  }

  private static String name(RoadEvent event) {
    return event.key() + " " + event.time().referenceMs() + " " + event.termination();
  }
}
