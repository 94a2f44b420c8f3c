package city.wayside.edge.downlink;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.outbound.Outlet;
import city.wayside.edge.outbound.RecentLog;
import city.wayside.kit.fake.FakeDownlink;
import city.wayside.model.downlink.DownItem;
import city.wayside.model.downlink.LoggedItem;
import city.wayside.model.downlink.SessionMoved;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DownlinkFollowerTest {

  /// What an endpoint was given, and how it says that it is done with it.
  private record Delivered(List<LoggedItem> items, CompletableFuture<Void> done) {}

  /// Is done with nothing by itself.
  private static final class SlowOutlet implements Outlet {
    private final BlockingQueue<Delivered> delivered = new LinkedBlockingQueue<>();

    @Override
    public void retained(List<LoggedItem> items) {
      // Nothing is.
    }

    @Override
    public CompletionStage<Void> deliver(List<LoggedItem> items) {
      Delivered one = new Delivered(items, new CompletableFuture<>());
      delivered.add(one);
      return one.done();
    }

    Delivered next() throws InterruptedException {
      Delivered next = delivered.poll(20, TimeUnit.SECONDS);
      assertThat(next).isNotNull();
      return next;
    }
  }

  private static final int KEPT_MAX = 1000;

  private final FakeDownlink log = new FakeDownlink(InstantSource.system(), KEPT_MAX);
  private final SlowOutlet slow = new SlowOutlet();
  private final SlowOutlet other = new SlowOutlet();
  private final DownlinkFollower follower =
      new DownlinkFollower(log, new RecentLog(10_000, 1_000_000), List.of(slow, other));

  @AfterEach
  void stop() throws InterruptedException {
    // Also while endpoints are not done.
    follower.close();
  }

  private void send(int count) {
    List<DownItem> items = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      items.add(new SessionMoved("client", number, "edge-2"));
    }
    log.send(items);
  }

  @Test
  void whatAnEndpointIsBehindWaitsInTheLogAndNotInMemory() throws InterruptedException {
    follower.start();
    send(1);
    Delivered first = slow.next();
    send(5 * KEPT_MAX);
    other.next().done().complete(null);

    assertThat(slow.delivered).isEmpty();
    first.done().complete(null);
    Delivered second = slow.next();

    assertThat(second.items()).hasSize(KEPT_MAX);
    assertThat(second.items().getFirst().sequence()).isEqualTo(4L * KEPT_MAX + 1);
    assertThat(other.next().items()).isEqualTo(second.items());
  }

  @Test
  void anEndpointThatFailsIsGivenWhatComesNext() throws InterruptedException {
    follower.start();
    send(1);
    slow.next().done().completeExceptionally(new IllegalStateException("a fault"));
    other.next().done().complete(null);
    send(1);

    assertThat(slow.next().items().getFirst().sequence()).isEqualTo(1);
  }
}
