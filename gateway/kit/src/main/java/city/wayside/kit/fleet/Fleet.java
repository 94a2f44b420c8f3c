package city.wayside.kit.fleet;

import city.wayside.kit.coap.CoapClients;
import city.wayside.kit.coap.CoapTarget;
import city.wayside.kit.coap.CoapTiming;
import city.wayside.kit.mqtt.MqttTarget;
import city.wayside.model.message.Report;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.function.LongSupplier;

/// Vehicles, each with a connection of its own to its server. Event loop.
final class Fleet {

  private static final long SEED = 1;

  private final FleetOptions options;
  private final LongSupplier nanoClock;
  private final NetClient net;
  private final Map<CoapTarget, CoapClients> coap = new HashMap<>();
  private final PayloadFormat.Encoder encoder;
  private final Ledger ledger = new Ledger();
  private final Map<Long, Vehicle> vehicles = new LinkedHashMap<>();
  private final Queue<Vehicle> queue = new ArrayDeque<>();
  private final Context context;
  private int connecting;

  /// A fleet on the event loop that calls.
  ///
  /// @throws IOException when there is no DTLS for those who speak CoAP over it
  Fleet(Vertx vertx, FleetOptions options, LongSupplier nanoClock) throws IOException {
    this.context = vertx.getOrCreateContext();
    this.options = options;
    this.nanoClock = nanoClock;
    this.encoder = options.format().encoder();
    this.net =
        vertx.createNetClient(
            new NetClientOptions().setConnectTimeout(options.limits().connectTimeoutMs()));
    for (FleetTarget target : options.targets()) {
      if (target instanceof FleetTarget.Coap(CoapTarget server, CoapTiming timing)
          && !coap.containsKey(server)) {
        CoapTiming ours = timing.withConnectMs(options.limits().connectTimeoutMs());
        coap.put(server, CoapClients.of(server, ours, nanoClock, SEED));
      }
    }
  }

  /// Has a station say where it is; one that is new to the fleet connects first.
  void drive(Report report) {
    ledger.sent();
    Vehicle vehicle = join(report.stationId());
    vehicle.wish(nowNs());
    vehicle.drive(report);
  }

  /// Takes a station into the fleet without a word; it connects when [#look()] comes to it.
  Vehicle join(long stationId) {
    Vehicle vehicle = vehicles.get(stationId);
    if (vehicle == null) {
      vehicle = new Vehicle(this, stationId);
      vehicles.put(stationId, vehicle);
    }
    return vehicle;
  }

  /// True when the station belongs to the fleet.
  boolean has(long stationId) {
    return vehicles.containsKey(stationId);
  }

  /// How many stations belong to the fleet.
  int size() {
    return vehicles.size();
  }

  /// Looks after all connections; about once a second.
  void look() {
    long nowNs = nowNs();
    for (Vehicle vehicle : List.copyOf(vehicles.values())) {
      vehicle.wish(nowNs);
      vehicle.look(nowNs);
    }
  }

  /// Has the stations leave whose last report was measured before a time.
  void leaveIdle(long beforeMs) {
    for (Vehicle vehicle : List.copyOf(vehicles.values())) {
      if (vehicle.lastReportMs() < beforeMs) {
        vehicle.leave();
      }
    }
  }

  /// Has all stations leave once all they said is acknowledged or lost.
  void leave() {
    List.copyOf(vehicles.values()).forEach(Vehicle::leave);
  }

  /// Ends all connections now.
  void abandon() {
    for (Vehicle vehicle : new ArrayList<>(vehicles.values())) {
      vehicle.abandon();
    }
    net.close();
    // Closing waits for its event loop, and this one must not wait.
    coap.values().forEach(clients -> Thread.ofVirtual().start(clients::close));
  }

  /// The account as it stands.
  ReplayReport report(long elapsedMs) {
    long pending = 0;
    for (Vehicle vehicle : vehicles.values()) {
      pending += vehicle.pending();
    }
    return ledger.report(pending, elapsedMs);
  }

  Ledger ledger() {
    return ledger;
  }

  FleetOptions options() {
    return options;
  }

  PayloadFormat.Encoder encoder() {
    return encoder;
  }

  long nowNs() {
    return nanoClock.getAsLong();
  }

  /// True while connections are under way or wait for their turn.
  boolean isConnecting() {
    return connecting > 0 || !queue.isEmpty();
  }

  /// A connection for a vehicle; it starts at once or when the vehicle's turn has come.
  Line connection(Vehicle vehicle) {
    Line connection =
        switch (vehicle.target()) {
          case FleetTarget.Mqtt(MqttTarget server) ->
              new MqttLine(vehicle, net, server, options, nanoClock);
          case FleetTarget.Coap(CoapTarget server, _) -> {
            CoapClients clients = Objects.requireNonNull(coap.get(server));
            yield new CoapLine(vehicle, clients, options, context, nanoClock);
          }
        };
    queue.add(vehicle);
    context.runOnContext(later -> connectNext());
    return connection;
  }

  void connectEnded() {
    connecting--;
    connectNext();
  }

  private void connectNext() {
    while (connecting < options.connectingMax() && !queue.isEmpty()) {
      if (queue.remove().connect()) {
        connecting++;
      }
    }
  }

  void gone(Vehicle vehicle) {
    vehicles.remove(vehicle.stationId(), vehicle);
  }
}
