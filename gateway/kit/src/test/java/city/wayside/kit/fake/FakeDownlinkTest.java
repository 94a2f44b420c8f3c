package city.wayside.kit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.downlink.DownItem;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.LoggedItem;
import city.wayside.model.downlink.SessionMoved;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FakeDownlinkTest {

  private final ManualClock clock = new ManualClock(1000);
  private final FakeDownlink downlink = new FakeDownlink(clock, 3);

  private static DownItem retained(int id, int payloadBytes) {
    return new DownMessage(
        id, "a", new byte[payloadBytes], "", DownMessage.Kind.RETAINED, "", 2000);
  }

  private static DownItem moved(int epoch) {
    return new SessionMoved("vehicle", epoch, "edge-1");
  }

  private List<DownItem> after(long sequence) throws InterruptedException {
    return downlink.after(sequence, 10, Duration.ZERO).stream().map(LoggedItem::item).toList();
  }

  @Test
  void itemsAreReadInTheirOrderAndTheOldestAreOverwritten() throws Exception {
    downlink.send(List.of(moved(1), moved(2)));
    downlink.send(List.of(moved(3), moved(4)));

    assertThat(after(-1)).containsExactly(moved(2), moved(3), moved(4));
    assertThat(after(2)).containsExactly(moved(4));
    assertThat(after(3)).isEmpty();
    assertThat(downlink.after(-1, 1, Duration.ZERO)).hasSize(1);
    assertThat(downlink.items()).hasSize(3);
  }

  @Test
  void whoWaitsIsWoken() {
    CompletableFuture<List<LoggedItem>> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return downlink.after(-1, 10, Duration.ofSeconds(30));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            task -> Thread.ofVirtual().start(task));

    downlink.send(List.of(moved(1)));

    assertThat(waiting.join()).hasSize(1);
  }

  @Test
  void theNewestOfATopicIsRetainedUntilItEndsOrIsOver() {
    downlink.send(List.of(retained(1, 1), retained(2, 1)));
    assertThat(downlink.retained()).extracting(LoggedItem::item).containsExactly(retained(2, 1));
    clock.setMillis(2000);
    assertThat(downlink.retained()).isEmpty();

    clock.setMillis(1000);
    downlink.send(List.of(retained(3, 0)));
    assertThat(downlink.retained()).isEmpty();
  }

  @Test
  void itFailsWhenToldTo() {
    IllegalStateException down = new IllegalStateException("down");
    downlink.failWith(down);
    assertThat(downlink.send(List.of(moved(1))).toCompletableFuture())
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .havingCause()
        .isSameAs(down);
    downlink.failWith(null);

    downlink.send(List.of(moved(2)));

    assertThat(downlink.items()).containsExactly(moved(2));
  }
}
