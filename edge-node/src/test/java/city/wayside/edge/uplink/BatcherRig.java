package city.wayside.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.Messages;
import city.wayside.edge.inbound.Acknowledger;
import city.wayside.edge.inbound.Client;
import city.wayside.edge.inbound.FakeClient;
import city.wayside.edge.inbound.Inbound;
import city.wayside.kit.fake.ManualClock;
import city.wayside.kit.fake.RecordingTelemetry;
import city.wayside.kit.fake.RecordingUplink;
import city.wayside.model.downlink.SessionMoved;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.message.StationType;
import java.util.ArrayList;
import java.util.List;

/// A batcher between clients of two event loops and a fake grid, on a clock that stands still.
final class BatcherRig {

  static final long NOW = 1_795_404_861_000L;

  /// Batches of five, room for eight and for three hazards.
  static final UplinkConfig CONFIG =
      UplinkConfig.defaults().withMessages(5, 8, 3).withTimes(20, 50, 150, 0);

  final ManualClock clock = new ManualClock(NOW);
  final RecordingUplink uplink = new RecordingUplink();
  final RecordingTelemetry telemetry = new RecordingTelemetry();
  final List<String> acknowledged = new ArrayList<>();
  final List<Integer> handedBack = new ArrayList<>();
  final Batcher batcher = batcher(CONFIG);
  final Client one = FakeClient.of("one", acknowledger());
  final Client two = FakeClient.of("two", acknowledger());
  int woken;

  BatcherRig() {
    batcher.onWork(() -> woken++);
  }

  /// Another batcher for the same grid.
  Batcher batcher(UplinkConfig config) {
    return new Batcher(config, uplink, List::of, telemetry, clock, "edge-7", "network-1");
  }

  void turns() {
    batcher.turn();
    batcher.turn();
  }

  void send(Client client, int messageId, long stationId, long timeMs) {
    batcher.admitted(inbound(client, messageId), state(stationId, timeMs));
  }

  void hazard(Client client, int messageId, long originId) {
    batcher.hazard(
        inbound(client, messageId, MessageKind.DENM, new byte[10]),
        List.of(Messages.accident(originId, 1, NOW)),
        List.of(new SessionMoved("told", originId, "edge-7")));
  }

  void repeated(Client client, int messageId) {
    assertThat(batcher.follows(inbound(client, messageId, MessageKind.DENM, new byte[10])))
        .isNull();
  }

  static Inbound inbound(Client client, int messageId) {
    return inbound(client, messageId, MessageKind.PROBE, new byte[0]);
  }

  static Inbound inbound(Client client, int messageId, MessageKind kind, byte[] payload) {
    return new Inbound(client, messageId, kind, 1, payload, 0, payload.length, NOW);
  }

  static StationState state(long stationId, long timeMs) {
    Report report =
        new Report(
            stationId,
            StationType.BUS,
            MessageKind.PROBE,
            timeMs,
            52,
            13,
            Double.NaN,
            Double.NaN,
            Double.NaN);
    return new StationState(report, 0, 1, NOW);
  }

  private Acknowledger acknowledger() {
    return receipts -> {
      handedBack.add(receipts.count());
      for (int i = 0; i < receipts.count(); i++) {
        acknowledged.add(receipts.client(i).id() + " " + receipts.messageId(i));
      }
    };
  }
}
