package city.wayside.kit.fleet;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Runs a fleet on one event loop from its first message to its last acknowledgement: a tick every
/// few milliseconds sends what is due, a look every second cares for connections, and at the end
/// all vehicles leave before the account is given.
final class Drive {

  /// Sends what is due.
  @FunctionalInterface
  interface Sending {
    /// @return false when all is sent
    boolean send(Fleet fleet) throws Exception;
  }

  private static final long LOOK_MS = 1000;
  private static final long NS_PER_MS = 1_000_000;

  private final Vertx vertx;
  private final FleetOptions options;
  private final LongSupplier nanoClock;
  private final long tickMs;
  private final CompletableFuture<ReplayReport> done = new CompletableFuture<>();
  private volatile boolean stopping;
  private boolean leaving;
  // Of the first message: what was waited for before is no part of the account.
  private long firstNs;
  private boolean hasBegun;
  private long leavingNs;
  private long lookTimer;

  /// @param tickMs how often something may be due
  Drive(Vertx vertx, FleetOptions options, LongSupplier nanoClock, long tickMs) {
    this.vertx = vertx;
    this.options = options;
    this.nanoClock = nanoClock;
    this.tickMs = tickMs;
  }

  /// Starts; all that is passed in is called on the event loop.
  CompletionStage<ReplayReport> start(
      Sending sending, Consumer<Fleet> everySecond, Consumer<ReplayReport> progress) {
    Context context = vertx.getOrCreateContext();
    context.runOnContext(begin -> {
      Fleet fleet;
      try {
        fleet = new Fleet(vertx, options, nanoClock);
      } catch (IOException noDtls) {
        done.completeExceptionally(noDtls);
        return;
      }
      lookTimer =
          vertx.setPeriodic(
              LOOK_MS,
              timer -> {
                fleet.look();
                if (!leaving) {
                  everySecond.accept(fleet);
                }
                progress.accept(report(fleet));
              });
      vertx.setPeriodic(tickMs, timer -> tick(timer, fleet, sending));
    });
    return done;
  }

  void stop() {
    stopping = true;
  }

  private ReplayReport report(Fleet fleet) {
    return fleet.report(hasBegun ? (nanoClock.getAsLong() - firstNs) / NS_PER_MS : 0);
  }

  private void tick(long timer, Fleet fleet, Sending sending) {
    if (!leaving) {
      if (!hasBegun) {
        firstNs = nanoClock.getAsLong();
      }
      try {
        leaving = stopping || !sending.send(fleet);
        hasBegun |= fleet.ledger().hasSent();
      } catch (Exception broken) {
        end(timer, fleet, broken);
        return;
      }
      if (leaving) {
        leavingNs = nanoClock.getAsLong();
        fleet.leave();
      }
    }
    if (leaving && (fleet.size() == 0 || isLate())) {
      end(timer, fleet, null);
    }
  }

  /// Every connection and every message has its own timeout; this is for what slips through.
  private boolean isLate() {
    long waitMs = options.limits().connectTimeoutMs() + 2L * options.limits().ackTimeoutMs();
    return nanoClock.getAsLong() - leavingNs > waitMs * NS_PER_MS;
  }

  private void end(long timer, Fleet fleet, @Nullable Exception broken) {
    vertx.cancelTimer(timer);
    vertx.cancelTimer(lookTimer);
    fleet.abandon();
    if (broken == null) {
      done.complete(report(fleet));
    } else {
      done.completeExceptionally(broken);
    }
  }
}
