package city.wayside.edge.fuzz;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// The threads of a run: those that attack, and those that must not notice. What ends one of them
/// is a finding.
final class Crew {

  private static final long PROGRESS_MS = 10_000;
  private static final long TURN_MS = 20;

  private final List<Thread> threads = new ArrayList<>();
  private final List<String> findings;
  private final InstantSource clock;
  private volatile boolean goesOn = true;

  Crew(List<String> findings, InstantSource clock) {
    this.findings = findings;
    this.clock = clock;
  }

  /// True until it is to stop.
  boolean goesOn() {
    return goesOn;
  }

  void add(Thread thread) {
    threads.add(thread);
  }

  void start() {
    for (Thread thread : threads) {
      thread.setUncaughtExceptionHandler((_, fault) -> findings.add("" + fault));
      thread.start();
    }
  }

  /// Waits until so much is done, something is found, or the time is over.
  void until(LongSupplier done, long count, long endMs, Runnable progress)
      throws InterruptedException {
    long nextMs = clock.millis() + PROGRESS_MS;
    while (done.getAsLong() < count && clock.millis() < endMs && findings.isEmpty()) {
      threads.getFirst().join(TURN_MS);
      if (clock.millis() >= nextMs) {
        nextMs += PROGRESS_MS;
        progress.run();
      }
    }
  }

  void stop() throws InterruptedException {
    goesOn = false;
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
