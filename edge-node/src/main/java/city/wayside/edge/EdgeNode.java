package city.wayside.edge;

import city.wayside.edge.access.Gatekeeper;
import city.wayside.edge.access.Gatekeepers;
import city.wayside.edge.admit.Identity;
import city.wayside.edge.downlink.DownlinkFollower;
import city.wayside.edge.endpoint.coap.CoapEndpointServer;
import city.wayside.edge.endpoint.mqtt.MqttEndpointServer;
import city.wayside.edge.endpoint.mqtt.MqttEndpointServer.Port;
import city.wayside.edge.endpoint.mqtt.MqttEndpointServer.Surroundings;
import city.wayside.edge.outbound.Outlet;
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
import org.jspecify.annotations.Nullable;
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
  private final @Nullable CoapEndpointServer coap;
  private final DownlinkFollower follower;

  private EdgeNode(
      Vertx vertx,
      EdgeConfig config,
      Gatekeeper gatekeeper,
      EdgeCore core,
      UplinkThread uplinkThread,
      MqttEndpointServer mqtt,
      @Nullable CoapEndpointServer coap,
      DownlinkFollower follower) {
    this.vertx = vertx;
    this.config = config;
    this.gatekeeper = gatekeeper;
    this.core = core;
    this.uplinkThread = uplinkThread;
    this.mqtt = mqtt;
    this.coap = coap;
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
    CoapEndpointServer.Surroundings aroundCoap =
        new CoapEndpointServer.Surroundings(
            core.pipeline(), gatekeeper, ports.telemetry(), clock, config.mqtt().loopsCount());
    return MqttEndpointServer.start(vertx, config.mqtt(), around)
        .compose(mqtt -> coap(vertx, config, aroundCoap, mqtt))
        .onFailure(_ -> gatekeeper.close())
        .map(endpoints -> {
          DownlinkFollower follower =
              new DownlinkFollower(ports.log(), recent, endpoints.outlets());
          uplinkThread.start();
          follower.start();
          EdgeNode node =
              new EdgeNode(
                  vertx,
                  config,
                  gatekeeper,
                  core,
                  uplinkThread,
                  endpoints.mqtt(),
                  endpoints.coap(),
                  follower);
          LOG.info(
              "Edge node {} listens for MQTT on port {}, TLS {}, WebSocket {}, CoAP {}",
              edgeId,
              node.mqttPort(),
              node.mqttPort(Port.TLS),
              node.mqttPort(Port.WEB_SOCKET),
              node.coapPort());
          return node;
        });
  }

  /// The endpoints that listen.
  private record Endpoints(MqttEndpointServer mqtt, @Nullable CoapEndpointServer coap) {

    List<Outlet> outlets() {
      return coap == null ? List.of(mqtt) : List.of(mqtt, coap);
    }
  }

  /// Starts CoAP beside MQTT; where it does not start, MQTT ends again.
  private static Future<Endpoints> coap(
      Vertx vertx,
      EdgeConfig config,
      CoapEndpointServer.Surroundings around,
      MqttEndpointServer mqtt) {
    if (!config.coap().isEnabled()) {
      return Future.succeededFuture(new Endpoints(mqtt, null));
    }
    return vertx
        .executeBlocking(() -> CoapEndpointServer.start(config.coap(), around))
        .map(coap -> new Endpoints(mqtt, coap))
        .recover(failure ->
            mqtt.stopTaking()
                .compose(_ -> mqtt.close())
                .transform(_ ->
                    Future.failedFuture(
                        new IOException(
                            "CoAP on %s port %d (settings edge.coap.host, edge.coap.port): %s"
                                .formatted(
                                    config.coap().host(),
                                    config.coap().port(),
                                    failure.getMessage()),
                            failure))));
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

  /// The port on which it listens for CoAP; 0 when it does not.
  public int coapPort() {
    return coap == null ? 0 : coap.port();
  }

  /// Stops: hears its clients no more, has the grid take what is pending, acknowledges it, tells
  /// the clients where to go, closes. What was not heard, or the grid did not take in time, stays
  /// unacknowledged, so that its senders send it again elsewhere.
  public Future<Void> close() {
    if (coap != null) {
      coap.stopTaking();
    }
    return mqtt.stopTaking()
        .compose(_ -> drained())
        .compose(_ -> {
          if (core.pendingCount() > 0) {
            LOG.warn(
                "Closing with {} messages that the grid did not take; none is acknowledged",
                core.pendingCount());
          }
          return Future.join(mqtt.close(), closedCoap());
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

  private Future<Void> closedCoap() {
    CoapEndpointServer closing = coap;
    if (closing == null) {
      return Future.succeededFuture();
    }
    return vertx
        .executeBlocking(() -> {
          closing.close();
          return true;
        })
        .mapEmpty();
  }

  private Future<Void> drained() {
    CompletableFuture<Void> drained =
        core.drain()
            .copy()
            .completeOnTimeout(null, config.uplink().drainMsMax(), TimeUnit.MILLISECONDS);
    return Future.fromCompletionStage(drained, vertx.getOrCreateContext());
  }
}
