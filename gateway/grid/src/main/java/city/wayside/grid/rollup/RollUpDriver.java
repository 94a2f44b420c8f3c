package city.wayside.grid.rollup;

import city.wayside.grid.rollup.DueWindows.Window;
import city.wayside.grid.rollup.WindowLedger.Publication;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import city.wayside.model.traffic.SegmentTally;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes windows when they have ended, and revises them while late reports still come.
///
/// Every member runs one, and only the one in the oldest member works: it alone writes windows.
/// When that member goes, the next oldest goes on from the ledger. During a split of the cluster
/// there are two oldest members, and after it the larger side's windows win. (A Jet job can take
/// the place of this class without any change to the ledger.)
///
/// Longer windows are sums of the same tallies as the base windows that they consist of, so a
/// five-minute window is exactly the sum of its minutes.
public final class RollUpDriver implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RollUpDriver.class);
  private static final Duration STOP_WAIT = Duration.ofSeconds(10);
  private static final Comparator<SegmentTraffic> BY_SEGMENT =
      Comparator.comparingInt(record -> record.window().segmentIndex());

  private final RollUp rollUp;
  private final WindowSums sums;
  private final WindowLedger ledger;
  private final SpeedStore speeds;
  private final PastLevels pastLevels;
  private final BooleanSupplier leads;
  private final RollUpDriverConfig config;
  private final Telemetry telemetry;
  private final InstantSource clock;
  private final DueWindows windows;
  private final RollUpMetrics metrics;
  private final Thread thread;

  /// Fingerprint of the sums that each window was last computed from.
  private final Map<Window, Long> computed = new HashMap<>();

  private boolean knowsSpeeds;
  private long lookedForLateMs = Long.MIN_VALUE;
  private volatile long newestEndMs = Long.MIN_VALUE;
  private volatile boolean closing;

  /// Where a roll-up reads and writes.
  ///
  /// @param tallies what the edge nodes have counted
  /// @param ledger what was closed
  /// @param speeds what was learned of speeds
  public record Stores(TallySource tallies, WindowLedger ledger, SpeedStore speeds) {}

  /// A driver, not yet running.
  ///
  /// @param leads whether this member is the one that works, asked at every pass
  public RollUpDriver(
      RollUp rollUp,
      Stores stores,
      BooleanSupplier leads,
      RollUpDriverConfig config,
      Telemetry telemetry,
      InstantSource clock) {
    this.rollUp = rollUp;
    this.sums = new WindowSums(stores.tallies());
    this.ledger = stores.ledger();
    this.speeds = stores.speeds();
    this.pastLevels = new PastLevels(ledger, rollUp);
    this.leads = leads;
    this.config = config;
    this.telemetry = telemetry;
    this.clock = clock;
    this.windows = new DueWindows(config);
    this.metrics = new RollUpMetrics(telemetry);
    this.thread = Thread.ofVirtual().name("roll-up").unstarted(this::run);
    telemetry.gauge(Metric.ROLLUP_LAG, "", this::lagS);
  }

  /// Begins to work, on a virtual thread of its own. Once.
  public void start() {
    thread.start();
  }

  /// Stops; a pass that is under way is ended first.
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(STOP_WAIT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IllegalThreadStateException _) {
      // Never started: nothing to stop.
    }
  }

  private void run() {
    boolean failing = false;
    while (!closing) {
      try {
        pass();
        if (failing) {
          LOG.info("the roll-up works again");
        }
        failing = false;
      } catch (RuntimeException e) {
        if (!failing && !closing) {
          LOG.warn("a roll-up pass failed and is repeated every {} ms", config.passEveryMs(), e);
        }
        failing = true;
      }
      try {
        Thread.sleep(config.passEveryMs());
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  /// Closes and revises what is due now.
  void pass() {
    if (!leads.getAsBoolean()) {
      computed.clear();
      sums.forget();
      pastLevels.forget();
      knowsSpeeds = false;
      noteNewest();
      return;
    }
    if (!knowsSpeeds) {
      rollUp.learned().replace(speeds.paces(rollUp.networkVersion()));
      knowsSpeeds = true;
    }
    long nowMs = clock.millis();
    List<Window> due = windows.toClose(nowMs, ledger::finishedStartMs);
    boolean lookForLate = nowMs - config.reviseEveryMs() >= lookedForLateMs;
    if (due.isEmpty() && !lookForLate) {
      return;
    }
    try (Telemetry.Span span = telemetry.span("rollup.pass")) {
      try {
        due.forEach(this::closeWindow);
        int revised = lookForLate ? revise(nowMs) : 0;
        span.with("closed", due.size()).with("revised", revised);
      } catch (RuntimeException e) {
        span.failed(e);
        throw e;
      }
    }
    noteNewest();
    forgetOld(nowMs);
    metrics.pass((clock.millis() - nowMs) / 1000.0);
  }

  private void closeWindow(Window window) {
    List<SegmentTraffic> records = new ArrayList<>();
    Collection<SegmentTally> read = sums.read(window.length(), window.startMs());
    for (SegmentTally sum : read) {
      if (rollUp.knows(sum.segmentIndex())) {
        records.add(record(sum, window, 0));
      }
    }
    records.sort(BY_SEGMENT);
    putZones(window, read);
    ledger.publish(new Publication(window.length(), window.startMs(), 0, records, records));
    pastLevels.published(window, records);
    learn(window.length(), records);
    computed.put(window, sums.fingerprint(window.length(), window.startMs()));
    metrics.closed(window.length(), records.size());
  }

  private void putZones(Window window, Collection<SegmentTally> read) {
    if (!rollUp.zones().isEmpty()) {
      ledger.putZones(window.length(), window.startMs(), rollUp.zones().count(read));
    }
  }

  /// Free-flow speeds are learned from each minute as it was when it closed, and take effect with
  /// every quarter of an hour.
  private void learn(WindowLength length, List<SegmentTraffic> records) {
    if (length == WindowLength.ONE_MINUTE) {
      records.forEach(rollUp.learned()::learn);
    } else if (length == WindowLength.FIFTEEN_MINUTES) {
      speeds.put(rollUp.networkVersion(), rollUp.learned().settle());
    }
  }

  private int revise(long nowMs) {
    int revised = 0;
    for (Window window : windows.toRevise(nowMs, ledger::finishedStartMs)) {
      revised += revise(window);
    }
    lookedForLateMs = nowMs;
    return revised;
  }

  /// Computes a window again if anything was added to it, and publishes what is different.
  private int revise(Window window) {
    WindowLength length = window.length();
    long startMs = window.startMs();
    Long before = computed.get(window);
    // The base windows were read just before, so a longer window need not be read to be compared.
    boolean isBase = length.lengthMs() == WindowLength.BASE_MS;
    if (!isBase && before != null && before == sums.fingerprint(length, startMs)) {
      return 0;
    }
    Collection<SegmentTally> read = sums.read(length, startMs);
    long now = sums.fingerprint(length, startMs);
    if (before != null && before == now) {
      return 0;
    }
    int changed = publishChanged(window, read);
    computed.put(window, now);
    return changed;
  }

  private int publishChanged(Window window, Collection<SegmentTally> read) {
    WindowLength length = window.length();
    Map<Integer, SegmentTraffic> stored = new HashMap<>();
    for (SegmentTraffic record : ledger.records(length, window.startMs())) {
      stored.put(record.window().segmentIndex(), record);
    }
    List<SegmentTraffic> all = new ArrayList<>();
    List<SegmentTraffic> changed = new ArrayList<>();
    for (SegmentTally sum : read) {
      if (rollUp.knows(sum.segmentIndex())) {
        SegmentTraffic old = stored.remove(sum.segmentIndex());
        SegmentTraffic record = record(sum, window, old);
        all.add(record);
        if (!record.equals(old)) {
          changed.add(record);
        }
      }
    }
    if (changed.isEmpty()) {
      return 0;
    }
    all.addAll(stored.values());
    all.sort(BY_SEGMENT);
    changed.sort(BY_SEGMENT);
    int revision = ledger.revision(length, window.startMs()).orElse(0) + 1;
    putZones(window, read);
    ledger.publish(new Publication(length, window.startMs(), revision, all, changed));
    pastLevels.published(window, all);
    metrics.revised(length, changed.size());
    return changed.size();
  }

  private SegmentTraffic record(SegmentTally sum, Window window, int revision) {
    PastLevel past = pastLevels.before(window, sum.segmentIndex());
    return rollUp.record(sum, window.length(), window.startMs(), revision, past);
  }

  /// A record is revised when its reports are others than before, and then only: that the window
  /// before was revised, that the penetration is known better by now, or that another member has
  /// taken over, changes no record that was published.
  private SegmentTraffic record(SegmentTally sum, Window window, @Nullable SegmentTraffic old) {
    if (old == null) {
      return record(sum, window, 0);
    }
    SegmentTraffic again = record(sum, window, old.revision());
    return again.hasSameReportsAs(old) ? old : again.withRevision(old.revision() + 1);
  }

  private void noteNewest() {
    ledger
        .finishedStartMs(WindowLength.ONE_MINUTE)
        .ifPresent(startMs -> newestEndMs = startMs + WindowLength.ONE_MINUTE.lengthMs());
  }

  private void forgetOld(long nowMs) {
    long longestMs = WindowLength.FIFTEEN_MINUTES.lengthMs();
    long oldestMs = nowMs - config.reviseUntilMs() - 2 * longestMs;
    computed.keySet().removeIf(window -> window.endMs() < oldestMs);
    sums.forgetBefore(oldestMs);
  }

  private double lagS() {
    long endMs = newestEndMs;
    return endMs == Long.MIN_VALUE ? 0 : (clock.millis() - endMs) / 1000.0;
  }
}
