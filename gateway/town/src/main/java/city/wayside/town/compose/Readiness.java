package city.wayside.town.compose;

import city.wayside.grid.Grid;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Readings;
import city.wayside.road.network.RoadNetwork;
import city.wayside.server.HealthCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Whether a process can do what its roles say: the checks behind `/health/ready`. May block.
final class Readiness implements Supplier<List<HealthCheck>> {

  /// A roll-up that has closed nothing for this long is not alive; it closes a window a minute.
  static final double ROLL_UP_LAG_S_MAX = 180;

  private static final int STARTING = -1;

  private final Set<Role> roles;
  private final RoadNetwork network;
  private final Grid grid;
  private final Readings readings;
  private final AtomicInteger edgePort = new AtomicInteger(STARTING);
  private final AtomicInteger coapPort = new AtomicInteger();

  Readiness(Set<Role> roles, RoadNetwork network, Grid grid, Readings readings) {
    this.roles = roles;
    this.network = network;
    this.grid = grid;
    this.readings = readings;
  }

  /// The edge node listens now.
  ///
  /// @param mqtt the port for MQTT
  /// @param coap the port for CoAP; 0 when it does not listen for it
  void edgeListens(int mqtt, int coap) {
    coapPort.set(coap);
    edgePort.set(mqtt);
  }

  /// The edge node does not listen any more.
  void edgeStops() {
    edgePort.set(STARTING);
  }

  @Override
  public List<HealthCheck> get() {
    List<HealthCheck> checks = new ArrayList<>();
    checks.add(grid());
    checks.add(
        new HealthCheck(
            "network", true, network.segmentCount() + " segments, version " + network.version()));
    if (roles.contains(Role.EDGE_NODE)) {
      int port = edgePort.get();
      boolean listens = port != STARTING;
      checks.add(
          new HealthCheck(
              "edge-node",
              listens,
              listens ? "listens for MQTT on port " + port + coap() : "does not listen"));
    }
    if (roles.contains(Role.GATEWAY)) {
      checks.add(rollUp());
    }
    return checks;
  }

  private String coap() {
    int port = coapPort.get();
    return port == 0 ? "" : ", for CoAP on port " + port;
  }

  private HealthCheck grid() {
    try {
      return new HealthCheck("grid", true, grid.stations().count() + " live stations");
    } catch (RuntimeException e) {
      return new HealthCheck("grid", false, "does not answer: " + e.getClass().getSimpleName());
    }
  }

  private HealthCheck rollUp() {
    Double lagS = readings.read(Metric.ROLLUP_LAG).get("");
    if (lagS == null) {
      return new HealthCheck("roll-up", true, "no window closed yet");
    }
    return new HealthCheck(
        "roll-up",
        lagS <= ROLL_UP_LAG_S_MAX,
        "newest one-minute window ended " + Math.round(lagS) + " s ago");
  }
}
