package city.wayside.grid;

import static city.wayside.grid.DownItems.await;
import static city.wayside.grid.DownItems.retained;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.downlink.DownItem;
import city.wayside.model.downlink.LoggedItem;
import city.wayside.model.session.SessionClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A member keeps a thousand of each, over seven partitions.
class BoundsTest {

  private static final int COUNT_MAX = 1000;
  private static final int COUNT = 3 * COUNT_MAX;

  private final ManualClock clock = new ManualClock(1_800_000_000_000L);
  private Grid grid;

  @BeforeEach
  void start() throws Exception {
    grid = TestGrids.member(TestGrids.config().withKeep(TestGrids.keep(60, 1800, 100)), clock);
  }

  @AfterEach
  void stop() {
    grid.close();
  }

  @Test
  void retainedMessagesAreBounded() throws Exception {
    List<DownItem> items = new ArrayList<>();
    for (int id = 0; id < COUNT; id++) {
      items.add(retained(id, "topic-" + id, "text", Long.MAX_VALUE));
    }

    await(grid.downlink().send(items));

    List<LoggedItem> kept = grid.downlinkLog().retained();
    assertThat(kept).hasSizeBetween(COUNT_MAX / 2, COUNT_MAX);
  }

  @Test
  void sessionsAreBounded() throws Exception {
    List<SessionClaim> claims =
        IntStream.range(0, COUNT).mapToObj(i -> new SessionClaim("c" + i, false, 60)).toList();

    await(grid.sessions().claim("edge-1", claims));

    long known =
        await(grid.sessions().claim("edge-1", claims.subList(0, COUNT / 2))).stream()
            .filter(answer -> answer.previous() != null)
            .count();
    assertThat(known).isLessThan(COUNT_MAX);
  }
}
