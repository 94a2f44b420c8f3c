package city.wayside.kit.fleet;

import city.wayside.road.network.RoadNetwork;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// Vehicles on a network that together send at a constant rate: message number *n* is due at *n /
/// rate*, whether or not the ones before it are acknowledged. First all connect, then they send. A
/// load is run once.
public final class SyntheticLoad {

  /// Messages that are sent before the event loop does something else.
  private static final int MESSAGES_PER_TICK_MAX = 500;

  private static final long TICK_MS = 2;
  private static final double NS_PER_S = 1e9;
  private static final long NS_PER_MS = 1_000_000;

  private final FleetOptions fleetOptions;
  private final LoadOptions options;
  private final InstantSource clock;
  private final LongSupplier nanoClock;
  private final Ways ways;
  private final Drive drive;

  private Cruise[] vehicles = {};
  private long startNs;
  private long due;
  private boolean sending;

  /// A load that starts with [#start(Consumer)].
  ///
  /// @param clock what reports are stamped with
  /// @param nanoClock nanoseconds of any origin; paces the load and measures latencies
  /// @throws IllegalArgumentException when nobody can drive on the network
  public SyntheticLoad(
      Vertx vertx,
      FleetOptions fleetOptions,
      LoadOptions options,
      RoadNetwork network,
      InstantSource clock,
      LongSupplier nanoClock) {
    this.fleetOptions = fleetOptions;
    this.options = options;
    this.clock = clock;
    this.nanoClock = nanoClock;
    this.ways = new Ways(network);
    this.drive = new Drive(vertx, fleetOptions, nanoClock, TICK_MS);
  }

  /// Starts.
  ///
  /// @param progress is told the account once a second, on the event loop: must not block
  /// @return the account when all is sent and all connections are closed
  public CompletionStage<ReplayReport> start(Consumer<ReplayReport> progress) {
    return drive.start(this::send, fleet -> {}, progress);
  }

  /// Stops sending; what was sent is waited for. Any thread.
  public void stop() {
    drive.stop();
  }

  private boolean send(Fleet fleet) {
    if (vehicles.length == 0) {
      board(fleet);
    }
    if (!sending) {
      if (fleet.isConnecting()) {
        return true;
      }
      sending = true;
      startNs = nanoClock.getAsLong();
    }
    long total = (long) (options.ratePerS() * options.durationS());
    long nowNs = nanoClock.getAsLong();
    for (int i = 0; i < MESSAGES_PER_TICK_MAX && due < total; i++) {
      long dueNs = startNs + (long) (due * NS_PER_S / options.ratePerS());
      if (dueNs > nowNs) {
        return true;
      }
      fleet.ledger().late((nowNs - dueNs) / NS_PER_MS);
      Cruise vehicle = vehicles[(int) (due % vehicles.length)];
      fleet.drive(vehicle.report(clock.millis(), fleetOptions.format().kind()));
      due++;
    }
    return due < total;
  }

  private void board(Fleet fleet) {
    RandomGenerator dice = new SplittableRandom(options.seed());
    long nowMs = clock.millis();
    vehicles = new Cruise[options.connections()];
    for (int i = 0; i < vehicles.length; i++) {
      long stationId = options.firstStationId() + i;
      vehicles[i] = new Cruise(ways, dice, stationId, nowMs);
      fleet.join(stationId);
    }
    fleet.look();
  }
}
