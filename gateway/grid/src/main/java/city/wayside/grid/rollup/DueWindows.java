package city.wayside.grid.rollup;

import city.wayside.model.traffic.WindowLength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which windows are to be closed or looked at again at a moment. Pure but for one line of log.
final class DueWindows {

  private static final Logger LOG = LoggerFactory.getLogger(DueWindows.class);

  /// A window.
  record Window(WindowLength length, long startMs) {

    long endMs() {
      return startMs + length.lengthMs();
    }
  }

  private final RollUpDriverConfig config;

  DueWindows(RollUpDriverConfig config) {
    this.config = config;
  }

  /// The windows that have ended and are not finished, in the order of their ends, and of those
  /// that end together the shorter first. A grid that never closed a window begins with the last
  /// one; after a pause longer than the bound the oldest windows are left out, because their
  /// tallies are gone.
  List<Window> toClose(long nowMs, Function<WindowLength, OptionalLong> finishedStartMs) {
    List<Window> due = new ArrayList<>();
    long settledMs = nowMs - config.allowedLatenessMs();
    for (WindowLength length : WindowLength.values()) {
      long lastMs = length.startMs(settledMs) - length.lengthMs();
      OptionalLong finished = finishedStartMs.apply(length);
      long firstMs = finished.isEmpty() ? lastMs : finished.getAsLong() + length.lengthMs();
      long oldestMs = Math.min(lastMs, length.startMs(settledMs - config.catchUpMaxS() * 1000));
      if (firstMs < oldestMs) {
        LOG.warn(
            "{} windows of {} s ended more than {} s ago and are left out",
            (oldestMs - firstMs) / length.lengthMs(),
            length.lengthS(),
            config.catchUpMaxS());
        firstMs = oldestMs;
      }
      for (long startMs = firstMs; startMs <= lastMs; startMs += length.lengthMs()) {
        due.add(new Window(length, startMs));
      }
    }
    due.sort(Comparator.comparingLong(Window::endMs).thenComparing(Window::length));
    return due;
  }

  /// The finished windows that late reports may still change, the shorter first.
  List<Window> toRevise(long nowMs, Function<WindowLength, OptionalLong> finishedStartMs) {
    List<Window> open = new ArrayList<>();
    for (WindowLength length : WindowLength.values()) {
      OptionalLong finished = finishedStartMs.apply(length);
      if (finished.isEmpty()) {
        continue;
      }
      // The first window that ends after (now - reviseUntilMs).
      long firstMs = length.startMs(nowMs - config.reviseUntilMs());
      for (long startMs = firstMs; startMs <= finished.getAsLong(); startMs += length.lengthMs()) {
        open.add(new Window(length, startMs));
      }
    }
    return open;
  }
}
