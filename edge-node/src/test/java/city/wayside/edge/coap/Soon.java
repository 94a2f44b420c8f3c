package city.wayside.edge.coap;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// Waits for what comes within milliseconds.
public final class Soon {

  private Soon() {}

  /// Looks every few milliseconds, for ten seconds at most.
  public static ConditionFactory await() {
    return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(3));
  }
}
