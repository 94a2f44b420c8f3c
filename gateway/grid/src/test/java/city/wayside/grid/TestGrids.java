package city.wayside.grid;

import city.wayside.model.flow.UplinkBatch;
import city.wayside.model.telemetry.Telemetry;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Members on free loopback ports, in clusters that do not find each other.
public final class TestGrids {

  private static final AtomicInteger CLUSTERS = new AtomicInteger();
  private static final long SEND_WAIT_S = 30;

  private TestGrids() {}

  /// A configuration with a cluster name and port of its own.
  public static GridConfig config() {
    GridConfig defaults = GridConfig.defaults();
    return new GridConfig(
        "test-" + ProcessHandle.current().pid() + "-" + CLUSTERS.incrementAndGet(),
        defaults.bindAddress(),
        0,
        List.of(),
        1,
        7,
        defaults.keep(),
        defaults.accounts());
  }

  /// Limits on what is kept, small where they are told, and of the downlink a hundred items.
  public static KeepConfig keep(int stationTtlS, int tallyKeepS, int changesKept) {
    return new KeepConfig(
        stationTtlS,
        1000,
        tallyKeepS,
        1000,
        7200,
        changesKept,
        100,
        3600,
        1000,
        900,
        1000,
        3600,
        1000);
  }

  /// A member.
  public static Grid member(GridConfig config, InstantSource clock) throws GridException {
    return Grid.member(config, Telemetry.none(), clock);
  }

  /// A client of a member.
  public static Grid client(GridConfig config, Grid member, InstantSource clock)
      throws GridException {
    return Grid.client(config.withMembers(List.of(member.address())), Telemetry.none(), clock);
  }

  /// Sends a batch and waits until the grid has it.
  public static void send(Grid grid, UplinkBatch batch) throws Exception {
    grid.uplink().send(batch).toCompletableFuture().get(SEND_WAIT_S, TimeUnit.SECONDS);
  }

  /// Looks until a condition holds, ten seconds at most.
  public static boolean eventually(BooleanSupplier condition) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    for (int look = 0; look < 200; look++) {
      if (condition.getAsBoolean()) {
        return true;
      }
      if (never.await(50, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return false;
  }
}
