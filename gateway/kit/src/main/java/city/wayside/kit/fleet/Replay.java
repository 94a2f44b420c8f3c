package city.wayside.kit.fleet;

import city.wayside.kit.trace.TraceException;
import city.wayside.kit.trace.TraceSource;
import city.wayside.model.message.Report;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Plays a trace: each of its vehicles connects when it appears, reports when its rows are due and
/// disconnects after it has left. A replay is played once.
///
/// The first report is stamped with the time at which the replay starts. Rows are due by the clock
/// that is passed in; a clock that runs faster plays faster.
public final class Replay {

  /// Rows that are sent before the event loop does something else.
  private static final int ROWS_PER_TICK_MAX = 1000;

  private static final int MS_PER_S = 1000;
  private static final long TICK_MS = 5;

  private final FleetOptions fleetOptions;
  private final ReplayOptions options;
  private final InstantSource clock;
  private final Drive drive;

  private volatile @Nullable RowFeed feed;
  private @Nullable Timeline timeline;
  private @Nullable Rows rows;
  private int row;
  private int lap;
  // How far the trace is played: behind the clock when there is more to send than can be sent, and
  // then a vehicle's silence is none of its own.
  private long playedMs;

  /// A replay that starts with [#start(TraceSource, Consumer)].
  ///
  /// @param clock when rows are due and what they are stamped with
  /// @param nanoClock nanoseconds of any origin, to measure latencies and timeouts with
  public Replay(
      Vertx vertx,
      FleetOptions fleetOptions,
      ReplayOptions options,
      InstantSource clock,
      LongSupplier nanoClock) {
    this.fleetOptions = fleetOptions;
    this.options = options;
    this.clock = clock;
    this.drive = new Drive(vertx, fleetOptions, nanoClock, TICK_MS);
  }

  /// Starts to play.
  ///
  /// @param progress is told the account once a second, on the event loop: must not block
  /// @return the account when the trace has been played or the replay was stopped and all
  ///   connections are closed; failed with a [TraceException] when the trace cannot be read
  public CompletionStage<ReplayReport> start(TraceSource source, Consumer<ReplayReport> progress) {
    RowFeed started = new RowFeed(source, options.loop());
    feed = started;
    started.start();
    return drive.start(fleet -> play(fleet, started), this::everySecond, progress);
  }

  /// Stops to play: nothing more is sent, what was sent is waited for, connections are closed. Any
  /// thread.
  public void stop() {
    RowFeed started = feed;
    if (started != null) {
      started.stop();
    }
    drive.stop();
  }

  /// Sends what is due.
  ///
  /// @return false when all is sent
  private boolean play(Fleet fleet, RowFeed started) throws TraceException {
    long nowMs = clock.millis();
    for (int i = 0; i < ROWS_PER_TICK_MAX; i++) {
      Rows current = current(started);
      if (current == null) {
        TraceException failure = started.failure();
        if (failure != null && started.isAtEnd()) {
          throw failure;
        }
        return !started.isAtEnd();
      }
      Timeline on = timeline(current, nowMs);
      long dueMs = on.onClockMs(current.timeMs(row));
      if (dueMs > nowMs) {
        playedMs = nowMs;
        return true;
      }
      playedMs = dueMs;
      fleet.ledger().late(nowMs - dueMs);
      drive(fleet, current, dueMs);
      row++;
    }
    return true;
  }

  private void drive(Fleet fleet, Rows current, long dueMs) {
    if (fleet.size() < options.vehiclesMax() || fleet.has(current.stationId(row))) {
      Report report = current.report(row, fleetOptions.format().kind(), dueMs);
      fleet.drive(report);
    }
  }

  private @Nullable Rows current(RowFeed started) {
    if (rows == null || row == rows.count()) {
      rows = started.poll();
      row = 0;
    }
    return rows;
  }

  private Timeline timeline(Rows current, long nowMs) {
    Timeline on = timeline;
    if (on == null) {
      on = Timeline.starting(current.timeMs(0), nowMs, options);
      timeline = on;
    }
    if (current.lap() != lap) {
      lap = current.lap();
      on.nextLap();
    }
    return on;
  }

  private void everySecond(Fleet fleet) {
    long idleMs = Math.round(options.idleS() * MS_PER_S / options.speed());
    fleet.leaveIdle(playedMs - idleMs);
  }
}
