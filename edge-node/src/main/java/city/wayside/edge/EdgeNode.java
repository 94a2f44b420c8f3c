package city.wayside.edge;

import city.wayside.edge.access.Gatekeeper;
import city.wayside.edge.access.Gatekeepers;
import city.wayside.edge.admit.Identity;
import city.wayside.edge.downlink.DownlinkFollower;
import city.wayside.edge.endpoint.mqtt.MqttEndpointServer;
import city.wayside.edge.endpoint.mqtt.MqttEndpointServer.Port;
import city.wayside.edge.endpoint.mqtt.MqttEndpointServer.Surroundings;
import city.wayside.edge.outbound.RecentLog;
import city.wayside.edge.uplink.UplinkThread;
import city.wayside.road.network.RoadNetwork;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running edge node: its core, the endpoints in front of it, the thread behind it, and the one
/// that brings what goes down.
public final class EdgeNode {

  private static final Logger LOG = LoggerFactory.getLogger(EdgeNode.class);

  private final Vertx vertx;
  private final EdgeConfig config;
  private final Gatekeeper gatekeeper;
  private final EdgeCore core;
  private final UplinkThread uplinkThread;
  private final MqttEndpointServer mqtt;
  private final DownlinkFollower follower;

  private EdgeNode(
      Vertx vertx,
      EdgeConfig config,
      Gatekeeper gatekeeper,
      EdgeCore core,
      UplinkThread uplinkThread,
      MqttEndpointServer mqtt,
      DownlinkFollower follower) {
    this.vertx = vertx;
    this.config = config;
    this.gatekeeper = gatekeeper;
    this.core = core;
    this.uplinkThread = uplinkThread;
    this.mqtt = mqtt;
    this.follower = follower;
  }

  /// Starts an edge node.
  ///
  /// @param network the roads that reports are put on
  /// @param clock tells the time of receipt
  /// @param edgeId unique for every start of an edge node
  /// @return the node once it listens; failed when it cannot
  public static Future<EdgeNode> start(
      Vertx vertx,
      EdgeConfig config,
      RoadNetwork network,
      EdgePorts ports,
      InstantSource clock,
      String edgeId) {
    Gatekeeper gatekeeper;
    try {
      gatekeeper = gatekeeper(config, ports, clock);
    } catch (IOException e) {
      return Future.failedFuture(e);
    }
    EdgeCore core = new EdgeCore(config, network, ports, clock, edgeId);
    UplinkThread uplinkThread = new UplinkThread(core::turn);
    core.onWork(uplinkThread::wake);
    RecentLog recent =
        new RecentLog(config.downlink().recentItemsMax(), config.downlink().recentBytesMax());
    Surroundings around =
        new Surroundings(
            core.pipeline(),
            gatekeeper,
            ports.sessions(),
            recent,
            ports.telemetry(),
            clock,
            edgeId);
    return MqttEndpointServer.start(vertx, config.mqtt(), around)
        .onFailure(_ -> gatekeeper.close())
        .map(mqtt -> {
          DownlinkFollower follower = new DownlinkFollower(ports.log(), recent, List.of(mqtt));
          uplinkThread.start();
          follower.start();
          LOG.info(
              "Edge node {} listens for MQTT on port {}, TLS {}, WebSocket {}",
              edgeId,
              mqtt.port(Port.PLAIN),
              mqtt.port(Port.TLS),
              mqtt.port(Port.WEB_SOCKET));
          return new EdgeNode(vertx, config, gatekeeper, core, uplinkThread, mqtt, follower);
        });
  }

  private static Gatekeeper gatekeeper(EdgeConfig config, EdgePorts ports, InstantSource clock)
      throws IOException {
    return Gatekeepers.start(
        config.access(),
        config.admission().identity() == Identity.CLIENT_IS_STATION,
        config.admission().clientRatePerS(),
        ports.clients(),
        ports.telemetry(),
        clock);
  }

  /// The port on which it listens for MQTT.
  public int mqttPort() {
    return mqtt.port(Port.PLAIN);
  }

  /// The port on which it listens for MQTT over TLS or WebSocket; 0 when it does not.
  public int mqttPort(Port port) {
    return mqtt.port(port);
  }

  /// Stops: hears its clients no more, has the grid take what is pending, acknowledges it, tells
  /// the clients where to go, closes. What was not heard, or the grid did not take in time, stays
  /// unacknowledged, so that its senders send it again elsewhere.
  public Future<Void> close() {
    return mqtt.stopTaking()
        .compose(_ -> drained())
        .compose(_ -> {
          if (core.pendingCount() > 0) {
            LOG.warn(
                "Closing with {} messages that the grid did not take; none is acknowledged",
                core.pendingCount());
          }
          return mqtt.close();
        })
        .compose(_ -> {
          uplinkThread.stop();
          gatekeeper.close();
          return vertx.executeBlocking(() -> {
            follower.close();
            return null;
          });
        });
  }

  private Future<Void> drained() {
    CompletableFuture<Void> drained =
        core.drain()
            .copy()
            .completeOnTimeout(null, config.uplink().drainMsMax(), TimeUnit.MILLISECONDS);
    return Future.fromCompletionStage(drained, vertx.getOrCreateContext());
  }
}
