package city.wayside.grid;

import static city.wayside.grid.DownItems.await;
import static city.wayside.grid.DownItems.message;
import static city.wayside.grid.DownItems.retained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.model.downlink.DownItem;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.LoggedItem;
import city.wayside.model.downlink.SessionMoved;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DownlinkTest {

  private static final long START_MS = 1_800_000_000_000L;
  private static final Duration LONG = Duration.ofSeconds(30);

  private final ManualClock clock = new ManualClock(START_MS);
  private final GridConfig config = TestGrids.config().withKeep(TestGrids.keep(60, 1800, 100));
  private Grid grid;

  @BeforeEach
  void start() throws Exception {
    grid = TestGrids.member(config, clock);
  }

  @AfterEach
  void stop() {
    grid.close();
  }

  private void send(DownItem... items) throws Exception {
    await(grid.downlink().send(List.of(items)));
  }

  private List<DownItem> after(long sequence) throws InterruptedException {
    return grid.downlinkLog().after(sequence, 1000, Duration.ZERO).stream()
        .map(LoggedItem::item)
        .toList();
  }

  private List<DownItem> kept() throws InterruptedException {
    return grid.downlinkLog().retained().stream().map(LoggedItem::item).toList();
  }

  @Test
  void itemsAreReadAsTheyWereSentAndInTheirOrder() throws Exception {
    SessionMoved moved = new SessionMoved("vehicle-1", 7, "edge-2");
    send(message(1, "v1/geo/0/denm"), moved, message(2, "v1/geo/1/denm"));

    assertThat(after(-1))
        .containsExactly(message(1, "v1/geo/0/denm"), moved, message(2, "v1/geo/1/denm"));
    send();
    assertThat(after(-1)).hasSize(3);
  }

  @Test
  void aFollowerThatWaitsIsToldOfEachItem() throws Exception {
    CompletableFuture<List<LoggedItem>> following =
        OwnThread.run(
            () -> {
              long sequence = -1;
              List<LoggedItem> all = new ArrayList<>();
              while (all.size() < 50) {
                List<LoggedItem> some = grid.downlinkLog().after(sequence, 7, LONG);
                all.addAll(some);
                sequence = some.getLast().sequence();
              }
              return all;
            },
            () -> "not followed");

    for (int id = 0; id < 50; id++) {
      send(message(id, "v1/geo/0/denm"));
    }

    assertThat(following.join())
        .extracting(item -> ((DownMessage) item.item()).messageId())
        .containsExactlyElementsOf(LongStream.range(0, 50).boxed().toList());
  }

  @Test
  void theNewestMessageOfATopicIsRetainedUntilItIsOver() throws Exception {
    send(retained(1, "a", "old", START_MS + 5000), retained(2, "a", "new", START_MS + 5000));
    send(retained(3, "b", "b", START_MS + 1000), message(4, "c"));

    assertThat(kept())
        .containsExactlyInAnyOrder(
            retained(2, "a", "new", START_MS + 5000), retained(3, "b", "b", START_MS + 1000));
    assertThat(grid.downlinkLog().retained())
        .extracting(LoggedItem::sequence)
        .containsExactlyInAnyOrder(START_MS * 1000 + 1, START_MS * 1000 + 2);
    clock.set(START_MS + 1000);
    assertThat(kept()).containsExactly(retained(2, "a", "new", START_MS + 5000));
  }

  @Test
  void aRetainedMessageWithoutPayloadEndsWhatWasRetained() throws Exception {
    send(retained(1, "a", "text", START_MS + 5000));
    send(retained(2, "a", "", START_MS + 5000));

    assertThat(kept()).isEmpty();
    assertThat(after(-1)).hasSize(2);
    send(retained(3, "a", "again", START_MS + 5000));
    assertThat(kept()).hasSize(1);
  }

  @Test
  void aMessageThatIsTooLongIsNoMessage() {
    byte[] payload = new byte[DownMessage.PAYLOAD_BYTES_MAX + 1];

    assertThatThrownBy(
            () -> new DownMessage(1, "t", payload, "", DownMessage.Kind.NOTICE, "", START_MS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a payload of 65537 bytes, allowed are 65536");
  }

  @Test
  void aFollowerIsGivenTheNewLogWhenTheWholeGridWasStopped() throws Exception {
    send(message(1, "a"), message(2, "a"));
    long last = grid.downlinkLog().after(-1, 10, LONG).getLast().sequence();
    int port = Integer.parseInt(grid.address().substring(grid.address().indexOf(':') + 1));
    try (Grid client = TestGrids.client(config, grid, clock)) {
      assertThat(client.downlinkLog().after(-1, 10, LONG)).hasSize(2);
      grid.close();
      clock.set(START_MS + 60_000);
      grid = TestGrids.member(config.withPort(port), clock);
      send(message(3, "a"));

      assertThat(after(last)).containsExactly(message(3, "a"));
      List<LoggedItem> followed = DownItems.afterWithPatience(client.downlinkLog(), last);
      assertThat(followed).extracting(LoggedItem::item).containsExactly(message(3, "a"));
      assertThat(followed.getFirst().sequence()).isGreaterThan(last);
    }
  }

  @Test
  void whatCannotBeSentFails() throws Exception {
    Grid client = TestGrids.client(config, grid, clock);
    client.close();

    assertThatThrownBy(() -> await(client.downlink().send(List.of(message(1, "a")))))
        .cause()
        .isInstanceOf(GridException.class)
        .hasMessage("1 items of the downlink may not have reached the grid");
    assertThatThrownBy(() -> client.downlinkLog().after(-1, 1, Duration.ZERO))
        .isInstanceOf(IllegalStateException.class);
  }
}
