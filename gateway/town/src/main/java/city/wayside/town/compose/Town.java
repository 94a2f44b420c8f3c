package city.wayside.town.compose;

import city.wayside.edge.EdgeNode;
import city.wayside.edge.EdgePorts;
import city.wayside.edge.endpoint.mqtt.MqttConfig;
import city.wayside.grid.Grid;
import city.wayside.grid.GridException;
import city.wayside.model.telemetry.Readings;
import city.wayside.town.clients.ClientsException;
import city.wayside.town.clients.ClientsFollower;
import city.wayside.town.telemetry.ProcessTelemetry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;

/// The roles of one process, running. Without the gateway role it is a client of the grid.
public final class Town implements AutoCloseable {

  private final TownPlan plan;
  private final Parts parts = new Parts();
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
  private final ProcessTelemetry telemetry;
  private int mqttPort;
  private int coapPort;
  private int coapSecurePort;
  private int httpPort;
  private String gridAddress = "";

  private Town(TownPlan plan) {
    this.plan = plan;
    this.telemetry = new ProcessTelemetry(plan.config().telemetry(), plan.version());
    parts.add("telemetry", telemetry);
    parts.add("event loops", () -> Parts.stopped(vertx.close()));
  }

  /// Starts all parts in order; when one fails, those before it are closed again.
  ///
  /// @throws TownException naming the part that did not start, and why
  public static Town launch(TownPlan plan) throws TownException {
    Town town = new Town(plan);
    try {
      town.start();
      return town;
    } catch (TownException | RuntimeException e) {
      town.close();
      throw e;
    }
  }

  private void start() throws TownException {
    Places places = Places.read(plan);
    Grid grid = grid();
    Readiness readiness = new Readiness(plan.roles(), plan.network(), grid, telemetry);
    if (plan.has(Role.GATEWAY)) {
      clients(grid);
      new RollUpParts(plan, grid, places.zones(), parts).start();
    }
    httpPort = new Web(plan, vertx, grid, places, telemetry, parts).start(readiness);
    if (plan.has(Role.EDGE_NODE)) {
      edge(grid, readiness);
    }
  }

  private Grid grid() throws TownException {
    try {
      Grid grid =
          plan.has(Role.GATEWAY)
              ? Grid.member(plan.config().grid(), telemetry, plan.clock())
              : Grid.client(plan.config().grid(), telemetry, plan.clock());
      parts.add("grid", grid);
      gridAddress = grid.address();
      return grid;
    } catch (GridException e) {
      throw new TownException(String.valueOf(e.getMessage()), e);
    }
  }

  private void clients(Grid grid) throws TownException {
    Path file = plan.config().clients().file();
    if (file == null) {
      return;
    }
    ClientsFollower follower =
        new ClientsFollower(
            file, plan.config().clients().lookEveryMs(), grid.clients(), grid::leads);
    try {
      follower.start();
    } catch (ClientsException e) {
      throw new TownException("the clients file (setting clients.file)\n" + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TownException("the clients file: was interrupted while it was read", e);
    }
    parts.add("clients file", follower);
  }

  private void edge(Grid grid, Readiness readiness) throws TownException {
    MqttConfig mqtt = plan.config().edge().mqtt();
    EdgeNode edge =
        Parts.started(
            "edge node: MQTT on %s port %d (settings edge.mqtt.host, edge.mqtt.port)"
                .formatted(mqtt.host(), mqtt.port()),
            EdgeNode.start(
                vertx,
                plan.config().edge(),
                plan.network(),
                new EdgePorts(
                    grid.uplink(),
                    grid.stationLookup(),
                    grid.figuresSink(),
                    grid.downlinkLog(),
                    grid.sessions(),
                    grid.clients(),
                    telemetry),
                plan.clock(),
                plan.runId()));
    mqttPort = edge.mqttPort();
    coapPort = edge.coapPort();
    coapSecurePort = edge.coapSecurePort();
    readiness.edgeListens(mqttPort, coapPort);
    parts.add(
        "edge node",
        () -> {
          readiness.edgeStops();
          Parts.stopped(edge.close());
        });
  }

  /// What the town was made from.
  public TownPlan plan() {
    return plan;
  }

  /// What the process counts.
  public Readings readings() {
    return telemetry;
  }

  /// The event loops of this process, for what is added to it.
  public Vertx vertx() {
    return vertx;
  }

  /// The port on which vehicles connect; 0 without an edge node.
  public int mqttPort() {
    return mqttPort;
  }

  /// The UDP port for CoAP; 0 when there is none.
  public int coapPort() {
    return coapPort;
  }

  /// The port for CoAP over DTLS; 0 without.
  public int coapSecurePort() {
    return coapSecurePort;
  }

  /// The port of API, console and feeds.
  public int httpPort() {
    return httpPort;
  }

  /// Where the grid listens, as host:port; empty for a client of it.
  public String gridAddress() {
    return gridAddress;
  }

  /// Closes all parts, the newest first: vehicles are told to go elsewhere before the grid goes.
  @Override
  public void close() {
    parts.close();
  }
}
