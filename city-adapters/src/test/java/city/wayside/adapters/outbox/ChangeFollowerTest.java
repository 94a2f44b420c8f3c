package city.wayside.adapters.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import city.wayside.adapters.CountingTelemetry;
import city.wayside.adapters.FakeTraffic;
import city.wayside.model.flow.TrafficChange;
import city.wayside.model.telemetry.Metric;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ChangeFollowerTest {

  private static final ChangeFollower.Pace FAST =
      new ChangeFollower.Pace(Duration.ofMillis(5), Duration.ofMillis(1));
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final FakeTraffic traffic = new FakeTraffic();
  private final CountingTelemetry telemetry = new CountingTelemetry();
  private final List<Long> seen = new CopyOnWriteArrayList<>();
  private final AtomicBoolean streamBeganAnew = new AtomicBoolean();
  private final AtomicReference<String> trouble = new AtomicReference<>("");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(FailureLog.class);
  private final ChangeFollower follower =
      new ChangeFollower("test", traffic, this::read, new FailureLog("test", telemetry), FAST);

  @BeforeEach
  void listen() {
    logger.setLevel(Level.INFO);
    logger.setAdditive(false);
    logger.addAppender(log);
    log.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    follower.stop();
    logger.detachAppender(log);
    logger.setAdditive(true);
    logger.setLevel(null);
  }

  @Test
  void everyChangeIsReadOnceAndInOrder() {
    for (int i = 0; i < 200; i++) {
      traffic.close(i, List.of());
    }
    follower.start();
    traffic.close(200, List.of());
    await().atMost(PATIENCE).until(() -> seen.size() >= 201);
    assertThat(seen).hasSize(201).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aStreamThatBeganAnewIsFollowedFromItsStart() {
    traffic.close(0, List.of());
    traffic.close(1, List.of());
    follower.start();
    await().atMost(PATIENCE).until(() -> seen.size() == 2);
    traffic.restartStream();
    traffic.close(7, List.of());
    streamBeganAnew.set(true);
    await().atMost(PATIENCE).until(() -> seen.contains(7L));
  }

  @Test
  void aFailureIsCountedEachTimeAndLoggedOnce() {
    trouble.set("the grid is away");
    follower.start();
    await().atMost(PATIENCE).until(() -> telemetry.count(Metric.FEED_FAILURES, "test") >= 3);
    trouble.set("");
    traffic.close(5, List.of());
    await().atMost(PATIENCE).until(() -> seen.contains(5L));
    await().atMost(PATIENCE).until(() -> log.list.size() == 2);
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("feed test failed and keeps its last documents", "feed test works again");
  }

  @Test
  void stoppingInTheMiddleOfWaitingIsNoFailure() throws InterruptedException {
    follower.start();
    traffic.close(1, List.of());
    await().atMost(PATIENCE).until(() -> seen.contains(1L));
    follower.stop();
    assertThat(telemetry.count(Metric.FEED_FAILURES, "test")).isZero();
    assertThat(log.list).isEmpty();
  }

  private boolean read(List<TrafficChange> changes) {
    String problem = trouble.get();
    if (!problem.isEmpty()) {
      throw new IllegalStateException(problem);
    }
    changes.forEach(change -> seen.add(change.windowStartMs()));
    return changes.isEmpty() && streamBeganAnew.getAndSet(false);
  }
}
