package city.wayside.grid;

import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts the grid's entries now and then, so that whoever reads a gauge never waits for the
/// cluster. Only the oldest member counts; the others say 0, so that a sum over all processes is
/// right.
final class GridGauges implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GridGauges.class);
  private static final long COUNT_EVERY_MS = 5000;

  private final BooleanSupplier leads;
  private final IntSupplier stations;
  private final IntSupplier tallies;
  private final Thread thread;
  private volatile int stationsCount;
  private volatile int talliesCount;

  GridGauges(
      BooleanSupplier leads, IntSupplier stations, IntSupplier tallies, Telemetry telemetry) {
    this.leads = leads;
    this.stations = stations;
    this.tallies = tallies;
    telemetry.gauge(Metric.GRID_STATIONS, "", () -> stationsCount);
    telemetry.gauge(Metric.GRID_TALLIES, "", () -> talliesCount);
    this.thread = Thread.ofVirtual().name("grid-gauges").start(this::run);
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        boolean counting = leads.getAsBoolean();
        stationsCount = counting ? stations.getAsInt() : 0;
        talliesCount = counting ? tallies.getAsInt() : 0;
      } catch (RuntimeException e) {
        LOG.debug("the grid could not be counted", e);
      }
      try {
        Thread.sleep(COUNT_EVERY_MS);
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
