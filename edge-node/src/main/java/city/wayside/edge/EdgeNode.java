package city.wayside.edge;

import city.wayside.edge.endpoint.mqtt.MqttEndpointServer;
import city.wayside.edge.uplink.UplinkThread;
import city.wayside.model.account.ClientFiguresSink;
import city.wayside.model.flow.Uplink;
import city.wayside.model.telemetry.Telemetry;
import city.wayside.road.network.RoadNetwork;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running edge node: its core, the endpoints in front of it and the thread behind it.
public final class EdgeNode {

  private static final Logger LOG = LoggerFactory.getLogger(EdgeNode.class);

  private final Vertx vertx;
  private final EdgeConfig config;
  private final EdgeCore core;
  private final UplinkThread uplinkThread;
  private final MqttEndpointServer mqtt;

  private EdgeNode(
      Vertx vertx,
      EdgeConfig config,
      EdgeCore core,
      UplinkThread uplinkThread,
      MqttEndpointServer mqtt) {
    this.vertx = vertx;
    this.config = config;
    this.core = core;
    this.uplinkThread = uplinkThread;
    this.mqtt = mqtt;
  }

  /// Starts an edge node.
  ///
  /// @param network the roads that reports are put on
  /// @param uplink takes the batches
  /// @param figures takes what became of the clients' messages
  /// @param clock tells the time of receipt
  /// @param edgeId unique for every start of an edge node
  /// @return the node once it listens; failed when it cannot
  public static Future<EdgeNode> start(
      Vertx vertx,
      EdgeConfig config,
      RoadNetwork network,
      Uplink uplink,
      ClientFiguresSink figures,
      Telemetry telemetry,
      InstantSource clock,
      String edgeId) {
    EdgeCore core =
        new EdgeCore(
            config, network, new EdgeCore.Ports(uplink, figures, telemetry), clock, edgeId);
    UplinkThread uplinkThread = new UplinkThread(core::turn);
    core.onWork(uplinkThread::wake);
    return MqttEndpointServer.start(vertx, config.mqtt(), core.pipeline(), telemetry, clock, edgeId)
        .map(mqtt -> {
          uplinkThread.start();
          LOG.info("Edge node {} listens for MQTT on port {}", edgeId, mqtt.port());
          return new EdgeNode(vertx, config, core, uplinkThread, mqtt);
        });
  }

  /// The port on which it listens for MQTT.
  public int mqttPort() {
    return mqtt.port();
  }

  /// Stops: takes nothing new, has the grid take what is pending, acknowledges it, tells the
  /// clients, closes. What the grid does not take in time stays unacknowledged, so that its senders
  /// send it again elsewhere.
  public Future<Void> close() {
    mqtt.stopAccepting();
    CompletableFuture<Void> drained =
        core.drain()
            .copy()
            .completeOnTimeout(null, config.uplink().drainMsMax(), TimeUnit.MILLISECONDS);
    return Future.fromCompletionStage(drained, vertx.getOrCreateContext())
        .compose(_ -> {
          if (core.pendingCount() > 0) {
            LOG.warn(
                "Closing with {} messages that the grid did not take; none is acknowledged",
                core.pendingCount());
          }
          uplinkThread.stop();
          return mqtt.close();
        });
  }
}
