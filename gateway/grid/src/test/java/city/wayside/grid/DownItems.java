package city.wayside.grid;

import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.DownMessage.Kind;
import city.wayside.model.downlink.DownlinkLog;
import city.wayside.model.downlink.LoggedItem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// What goes down, for tests.
final class DownItems {

  private static final long NEVER_MS = Long.MAX_VALUE;

  /// Between two looks while the grid is away.
  private static final long PAUSE_NS = 50_000_000;

  private static final int TRIES = 200;

  private DownItems() {}

  static DownMessage message(long id, String topic) {
    return new DownMessage(id, topic, new byte[] {1, 2}, "", Kind.NOTICE, "", NEVER_MS);
  }

  static DownMessage retained(long id, String topic, String text, long expiresMs) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    return new DownMessage(id, topic, payload, "text/plain", Kind.RETAINED, "key", expiresMs);
  }

  static <T> T await(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  /// Follows as an edge node does: while the grid does not answer, asks again.
  static List<LoggedItem> afterWithPatience(DownlinkLog log, long sequence)
      throws InterruptedException {
    for (int look = 0; look < TRIES; look++) {
      try {
        List<LoggedItem> items = log.after(sequence, 1000, Duration.ofMillis(100));
        if (!items.isEmpty()) {
          return items;
        }
      } catch (IllegalStateException _) {
        LockSupport.parkNanos(PAUSE_NS);
      }
    }
    return List.of();
  }
}
