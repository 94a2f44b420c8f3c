package city.wayside.edge;

import city.wayside.edge.inbound.Acknowledger;
import city.wayside.edge.inbound.Client;
import city.wayside.edge.inbound.FakeClient;
import city.wayside.edge.inbound.Inbound;
import city.wayside.kit.fake.FakeClients;
import city.wayside.kit.fake.FakeDownlink;
import city.wayside.kit.fake.FakeSessions;
import city.wayside.kit.fake.FakeStations;
import city.wayside.kit.fake.ManualClock;
import city.wayside.kit.fake.RecordingFigures;
import city.wayside.kit.fake.RecordingTelemetry;
import city.wayside.kit.fake.RecordingUplink;
import city.wayside.messages.json.ProbeEncoder;
import city.wayside.model.client.Grant;
import city.wayside.model.client.SpeaksFor;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.flow.UplinkBatch;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import city.wayside.model.telemetry.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// An edge node without endpoints, on a clock that stands still; turns are taken by the test.
final class CoreRig {

  static final long NOW = 1_795_404_861_000L;

  final ManualClock clock = new ManualClock(NOW);
  final RecordingUplink uplink = new RecordingUplink();
  final RecordingFigures figures = new RecordingFigures();
  final RecordingTelemetry telemetry = new RecordingTelemetry();
  final List<String> acknowledged = new ArrayList<>();
  final EdgeCore core;
  private final Acknowledger acknowledger =
      receipts -> {
        for (int i = 0; i < receipts.count(); i++) {
          acknowledged.add(receipts.client(i).id() + " " + receipts.messageId(i));
        }
      };

  final FakeStations stations;
  private final FakeDownlink log = new FakeDownlink(clock);

  CoreRig() {
    this(EdgeConfig.defaults());
  }

  CoreRig(EdgeConfig config) {
    this(config, new FakeStations(), "edge-1");
  }

  /// An edge node beside others: they share the stations.
  private CoreRig(EdgeConfig config, FakeStations stations, String edgeId) {
    this.stations = stations;
    core =
        new EdgeCore(
            config,
            EdgeRig.road(),
            new EdgePorts(
                this::send,
                stations,
                figures,
                log,
                new FakeSessions(log, clock),
                new FakeClients(),
                telemetry),
            clock,
            edgeId);
  }

  /// Another edge node on the same grid, at the same moment.
  CoreRig beside(String edgeId) {
    CoreRig other = new CoreRig(EdgeConfig.defaults(), stations, edgeId);
    other.clock.advance(clock.millis() - other.clock.millis());
    return other;
  }

  /// As the grid does: what a batch says of stations is found from then on.
  private CompletionStage<Void> send(UplinkBatch batch) {
    return uplink.send(batch).thenRun(() -> stations.put(batch.stations()));
  }

  /// A vehicle that may speak for everybody.
  Client client(String id) {
    return client(id, FakeClient.vehicle(id, SpeaksFor.EVERYONE));
  }

  Client client(String id, Grant grant) {
    return FakeClient.of(id, grant, acknowledger, core.pipeline().accounts());
  }

  /// Has a message taken; what it says is left to the payload.
  @Nullable Refusal take(Client client, int messageId, MessageKind kind, byte[] payload) {
    return take(client, messageId, kind, Inbound.STATION_IN_PAYLOAD, payload);
  }

  @Nullable Refusal take(
      Client client, int messageId, MessageKind kind, long stationId, byte[] payload) {
    Refused refused =
        core.pipeline()
            .take(
                new Inbound(
                    client,
                    messageId,
                    kind,
                    stationId,
                    payload,
                    0,
                    payload.length,
                    clock.millis()));
    return refused == null ? null : refused.code();
  }

  /// A probe of a station on its topic, made now.
  @Nullable Refusal probe(Client client, int messageId, long stationId) {
    byte[] payload = new ProbeEncoder().encode(EdgeRig.report(stationId, clock.millis()));
    return take(client, messageId, MessageKind.PROBE, stationId, payload);
  }

  /// Turns until nothing changes.
  void turns() {
    for (int i = 0; i < 4; i++) {
      core.turn();
    }
  }

  /// Every event that the grid was sent, oldest first; a batch that was sent again counts once.
  List<RoadEvent> events() {
    return uplink.tries().stream().distinct().flatMap(batch -> batch.events().stream()).toList();
  }

  /// Every message down that the grid was sent, oldest first.
  List<DownMessage> downlink() {
    return uplink.tries().stream()
        .flatMap(batch -> batch.downlink().stream())
        .map(DownMessage.class::cast)
        .toList();
  }

  long received() {
    return (long) telemetry.total(Metric.EDGE_MESSAGES_RECEIVED);
  }

  long admitted() {
    return (long) telemetry.total(Metric.EDGE_MESSAGES_ADMITTED);
  }

  long refused() {
    return (long) telemetry.total(Metric.EDGE_MESSAGES_REFUSED);
  }

  long refused(Refusal code) {
    return telemetry.count(Metric.EDGE_MESSAGES_REFUSED, code.word());
  }
}
