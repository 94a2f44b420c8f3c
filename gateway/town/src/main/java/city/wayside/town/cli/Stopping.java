package city.wayside.town.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Turns SIGINT and SIGTERM into a clean stop: the waiting command goes on, closes what it opened,
/// and the process exits with 0, or with 1 when that takes too long.
final class Stopping implements AutoCloseable {

  /// How long a clean stop may take; Kubernetes kills after 30 s unless told otherwise.
  static final long GRACE_S = 25;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  private Stopping() {}

  /// From now on signals stop the command and not the process.
  static Stopping onSignal() {
    Stopping stopping = new Stopping();
    Runtime.getRuntime().addShutdownHook(new Thread(stopping::stop, "stopping"));
    return stopping;
  }

  /// Waits for the signal.
  void await() throws InterruptedException {
    asked.await();
  }

  /// Has something done when the signal comes.
  void whenAsked(Runnable action) {
    Thread.ofVirtual()
        .name("stopping")
        .start(() -> {
          try {
            asked.await();
            action.run();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /// Everything is closed. Last of all: declare it first in the try statement.
  @Override
  public void close() {
    done.countDown();
  }

  private void stop() {
    if (done.getCount() == 0) {
      return; // The command ended by itself and has its own exit code.
    }
    asked.countDown();
    int exitCode = ExitCode.FAILED;
    try {
      exitCode = done.await(GRACE_S, TimeUnit.SECONDS) ? ExitCode.OK : ExitCode.FAILED;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    // The JVM would answer the signal with 130 or 143 although all went well.
    Runtime.getRuntime().halt(exitCode);
  }
}
