package city.wayside.grid;

import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<Metric, IntSupplier> counts;
  private final Map<Metric, Integer> counted = new ConcurrentHashMap<>();
  private final Thread thread;

  /// @param leads whether this member counts
  /// @param counts what each gauge is counted by
  GridGauges(BooleanSupplier leads, Map<Metric, IntSupplier> counts, Telemetry telemetry) {
    this.leads = leads;
    this.counts = Map.copyOf(counts);
    this.counts
        .keySet()
        .forEach(metric -> telemetry.gauge(metric, "", () -> counted.getOrDefault(metric, 0)));
    this.thread = Thread.ofVirtual().name("grid-gauges").start(this::run);
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        boolean counting = leads.getAsBoolean();
        counts.forEach((metric, count) -> counted.put(metric, counting ? count.getAsInt() : 0));
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
