package city.wayside.edge;

import city.wayside.edge.access.Gatekeeper;
import city.wayside.edge.access.Gatekeepers;
import city.wayside.edge.admit.Admission;
import city.wayside.edge.admit.ClientQuotas;
import city.wayside.edge.admit.Identity;
import city.wayside.edge.decode.Decoders;
import city.wayside.edge.endpoint.mqtt.MqttEndpointServer;
import city.wayside.edge.station.StationLanes;
import city.wayside.edge.uplink.Batcher;
import city.wayside.edge.uplink.UplinkThread;
import city.wayside.model.client.ClientRegistry;
import city.wayside.model.flow.Uplink;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import city.wayside.road.match.RoadMatcher;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.tally.TallyBoard;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running edge node: puts the stages together, and takes them down again.
public final class EdgeNode {

  private static final Logger LOG = LoggerFactory.getLogger(EdgeNode.class);

  private final Vertx vertx;
  private final EdgeConfig config;
  private final Gatekeeper gatekeeper;
  private final Pipeline pipeline;
  private final Batcher batcher;
  private final UplinkThread uplinkThread;
  private final MqttEndpointServer mqtt;

  private EdgeNode(
      Vertx vertx,
      EdgeConfig config,
      Gatekeeper gatekeeper,
      Pipeline pipeline,
      Batcher batcher,
      UplinkThread uplinkThread,
      MqttEndpointServer mqtt) {
    this.vertx = vertx;
    this.config = config;
    this.gatekeeper = gatekeeper;
    this.pipeline = pipeline;
    this.batcher = batcher;
    this.uplinkThread = uplinkThread;
    this.mqtt = mqtt;
  }

  /// Starts an edge node.
  ///
  /// @param network the roads that reports are put on
  /// @param uplink takes the batches
  /// @param clients who may connect, when not everybody may
  /// @param clock tells the time of receipt
  /// @param edgeId unique for every start of an edge node
  /// @return the node once it listens; failed when it cannot
  public static Future<EdgeNode> start(
      Vertx vertx,
      EdgeConfig config,
      RoadNetwork network,
      Uplink uplink,
      ClientRegistry clients,
      Telemetry telemetry,
      InstantSource clock,
      String edgeId) {
    Gatekeeper gatekeeper;
    try {
      gatekeeper = gatekeeper(config, clients, telemetry, clock);
    } catch (IOException e) {
      return Future.failedFuture(e);
    }
    StationLanes lanes =
        new StationLanes(
            config.admission().stationsCountMax(), config.admission().stationIdleMsMax());
    telemetry.gauge(Metric.EDGE_STATIONS, "", lanes::stationsCount);
    ClientQuotas quotas = new ClientQuotas();
    TallyBoard board = new TallyBoard(network);
    Housekeeping housekeeping = new Housekeeping(lanes, quotas, board, config.admission(), clock);
    Batcher batcher =
        new Batcher(
            config.uplink(),
            uplink,
            housekeeping::takeTallies,
            telemetry,
            clock,
            edgeId,
            network.version());
    Pipeline pipeline =
        new Pipeline(
            quotas,
            new Decoders(),
            lanes,
            new Admission(config.admission()),
            new RoadMatcher(network),
            board,
            batcher,
            new Ledger(telemetry));
    UplinkThread uplinkThread =
        new UplinkThread(() -> {
          housekeeping.turn();
          return batcher.turn();
        });
    batcher.onWork(uplinkThread::wake);
    return MqttEndpointServer.start(
            vertx, config.mqtt(), gatekeeper, pipeline, telemetry, clock, edgeId)
        .onFailure(_ -> gatekeeper.close())
        .map(mqtt -> {
          uplinkThread.start();
          LOG.info("Edge node {} listens for MQTT on port {}", edgeId, mqtt.port());
          return new EdgeNode(vertx, config, gatekeeper, pipeline, batcher, uplinkThread, mqtt);
        });
  }

  private static Gatekeeper gatekeeper(
      EdgeConfig config, ClientRegistry clients, Telemetry telemetry, InstantSource clock)
      throws IOException {
    return Gatekeepers.start(
        config.access(),
        config.admission().identity() == Identity.CLIENT_IS_STATION,
        config.admission().clientRatePerS(),
        clients,
        telemetry,
        clock);
  }

  /// The port on which it listens for MQTT.
  public int mqttPort() {
    return mqtt.port();
  }

  /// Stops: takes nothing new, has the grid take what is pending, acknowledges it, tells the
  /// clients, closes. What the grid does not take in time stays unacknowledged, so that its senders
  /// send it again elsewhere.
  public Future<Void> close() {
    pipeline.stop();
    mqtt.stopAccepting();
    CompletableFuture<Void> drained =
        batcher
            .drain()
            .copy()
            .completeOnTimeout(null, config.uplink().drainMsMax(), TimeUnit.MILLISECONDS);
    return Future.fromCompletionStage(drained, vertx.getOrCreateContext())
        .compose(_ -> {
          if (batcher.pendingCount() > 0) {
            LOG.warn(
                "Closing with {} messages that the grid did not take; none is acknowledged",
                batcher.pendingCount());
          }
          uplinkThread.stop();
          gatekeeper.close();
          return mqtt.close();
        });
  }
}
