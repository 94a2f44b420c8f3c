package city.wayside.grid;

import static city.wayside.grid.DownItems.await;
import static city.wayside.grid.DownItems.message;
import static city.wayside.grid.DownItems.retained;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.DownlinkLog;
import city.wayside.model.downlink.LoggedItem;
import city.wayside.model.session.ClaimedSession;
import city.wayside.model.session.SessionClaim;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One of two members ends suddenly: whichever of them owned the log, nothing that was acknowledged
/// is lost.
class TwoMembersDownTest {

  private static final long START_MS = 1_800_000_000_000L;
  private static final long LAST = 400;

  private final ManualClock clock = new ManualClock(START_MS);
  private final GridConfig config = TestGrids.config();
  private Grid older;
  private Grid younger;

  @BeforeEach
  void start() throws Exception {
    older = TestGrids.member(config, clock);
    younger = TestGrids.member(config.withMembers(List.of(older.address())), clock);
    assertThat(younger.stations().count()).isZero();
    assertThat(TestGrids.eventually(younger::isSafe)).isTrue();
  }

  @AfterEach
  void stop() {
    younger.close();
    older.close();
  }

  /// Sends messages one after the other, each until it is acknowledged.
  private static CompletableFuture<Void> writing(Grid grid, Runnable afterSome) {
    return OwnThread.run(
        () -> {
          for (long id = 0; id <= LAST; id++) {
            if (id == LAST / 2) {
              afterSome.run();
            }
            sendUntilAcknowledged(grid, id);
          }
          return null;
        },
        () -> "not written");
  }

  private static void sendUntilAcknowledged(Grid grid, long id) throws Exception {
    while (true) {
      try {
        await(grid.downlink().send(List.of(message(id, "a"))));
        return;
      } catch (ExecutionException _) {
        Thread.onSpinWait();
      }
    }
  }

  /// Reads as an edge node does, until the last message has come; the ids in their order, without
  /// repetitions.
  private static CompletableFuture<List<Long>> following(DownlinkLog log) {
    return OwnThread.run(
        () -> {
          Set<Long> seen = new LinkedHashSet<>();
          long sequence = -1;
          while (!seen.contains(LAST)) {
            List<LoggedItem> items = DownItems.afterWithPatience(log, sequence);
            if (items.isEmpty()) {
              break;
            }
            items.forEach(item -> seen.add(((DownMessage) item.item()).messageId()));
            sequence = items.getLast().sequence();
          }
          return new ArrayList<>(seen);
        },
        () -> "not followed");
  }

  private static List<Long> all() {
    return LongStream.rangeClosed(0, LAST).boxed().toList();
  }

  @Test
  void followersGoOnWhenTheOlderMemberEnds() throws Exception {
    try (Grid client = TestGrids.client(config, younger, clock)) {
      CompletableFuture<List<Long>> member = following(younger.downlinkLog());
      CompletableFuture<List<Long>> outside = following(client.downlinkLog());

      await(writing(client, older::die));

      assertThat(await(member)).isEqualTo(all());
      assertThat(await(outside)).isEqualTo(all());
    }
  }

  @Test
  void followersGoOnWhenTheYoungerMemberEnds() throws Exception {
    CompletableFuture<List<Long>> member = following(older.downlinkLog());

    await(writing(older, younger::die));

    assertThat(await(member)).isEqualTo(all());
  }

  @Test
  void followersGoOnWhenTheLogMovesToAMemberThatJoins() throws Exception {
    older.die();
    CompletableFuture<List<Long>> member = following(younger.downlinkLog());
    List<Grid> joined = new ArrayList<>();

    await(
        writing(
            younger,
            () -> {
              try {
                joined.add(TestGrids.member(config.withMembers(List.of(younger.address())), clock));
              } catch (GridException e) {
                throw new IllegalStateException(e);
              }
            }));

    assertThat(await(member)).isEqualTo(all());
    assertThat(following(joined.getFirst().downlinkLog()).join()).isEqualTo(all());
    joined.forEach(Grid::close);
  }

  @Test
  void whatWasRetainedAndClaimedSurvives() throws Exception {
    List<SessionClaim> claims =
        IntStream.range(0, 200).mapToObj(i -> new SessionClaim("c" + i, false, 60)).toList();
    for (int topic = 0; topic < 100; topic++) {
      await(
          younger
              .downlink()
              .send(List.of(retained(topic, "t" + topic, "text", START_MS + 60_000))));
    }
    List<ClaimedSession> first = await(younger.sessions().claim("edge-1", claims));
    older.die();

    assertThat(younger.downlinkLog().retained()).hasSize(100);
    List<ClaimedSession> second = await(younger.sessions().claim("edge-2", claims));
    for (int i = 0; i < claims.size(); i++) {
      assertThat(second.get(i).previous()).isNotNull();
      assertThat(second.get(i).epoch()).isEqualTo(first.get(i).epoch() + 1);
    }
  }
}
