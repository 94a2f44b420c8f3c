package city.wayside.adapters.outbox;

import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts a feed's failures, and logs each cause once until the feed works again. For one thread.
public final class FailureLog {

  private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
  private static final int CAUSES_MAX = 16;

  private final String feed;
  private final Telemetry.Counter failures;
  private final Set<String> logged = new LinkedHashSet<>();

  /// The log of a feed.
  public FailureLog(String feed, Telemetry telemetry) {
    this.feed = feed;
    this.failures = telemetry.counter(Metric.FEED_FAILURES, feed);
  }

  /// A mapping or a delivery failed.
  public void failed(RuntimeException cause) {
    failures.add(1);
    String key = cause.getClass().getName() + ": " + cause.getMessage();
    if (logged.size() < CAUSES_MAX && logged.add(key)) {
      LOG.warn("feed {} failed and keeps its last documents", feed, cause);
    }
  }

  /// The feed did what it should.
  public void worked() {
    if (!logged.isEmpty()) {
      LOG.info("feed {} works again", feed);
      logged.clear();
    }
  }
}
