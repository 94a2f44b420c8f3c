package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.access.Gatekeeper;
import city.wayside.edge.inbound.Intake;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// The MQTT server: one port, shared by several event loops. Any thread.
public final class MqttEndpointServer {

  private final List<MqttLoop> loops = new CopyOnWriteArrayList<>();

  private MqttEndpointServer() {}

  /// Starts listening.
  ///
  /// @param gatekeeper decides who may connect
  /// @param intake takes the messages
  /// @param edgeId begins the ids that clients without one are given
  /// @return failed when the port cannot be had
  public static Future<MqttEndpointServer> start(
      Vertx vertx,
      MqttConfig config,
      Gatekeeper gatekeeper,
      Intake intake,
      Telemetry telemetry,
      InstantSource clock,
      String edgeId) {
    MqttEndpointServer endpoint = new MqttEndpointServer();
    Sessions sessions = new Sessions(config.connectionsMax());
    telemetry.gauge(Metric.EDGE_CONNECTIONS, "", sessions::count);
    AtomicLong assigned = new AtomicLong();
    Supplier<String> ids = () -> edgeId + "-" + assigned.incrementAndGet();
    Supplier<MqttLoop> loops =
        () -> {
          MqttLoop loop = new MqttLoop(config, sessions, gatekeeper, intake, clock, ids);
          endpoint.loops.add(loop);
          return loop;
        };
    return vertx
        .deployVerticle(loops, new DeploymentOptions().setInstances(config.loopsCount()))
        .map(_ -> endpoint);
  }

  /// The port that it listens on.
  public int port() {
    return loops.getFirst().port();
  }

  /// Refuses new connections from now on; those that are there go on.
  public void stopAccepting() {
    loops.forEach(MqttLoop::stopAccepting);
  }

  /// Tells every client that the server stops, and closes all.
  public Future<Void> close() {
    return Future.join(loops.stream().map(MqttLoop::close).toList()).mapEmpty();
  }
}
