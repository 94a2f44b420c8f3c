package city.wayside.grid;

import static city.wayside.grid.DownItems.await;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.downlink.DownItem;
import city.wayside.model.downlink.LoggedItem;
import city.wayside.model.downlink.SessionMoved;
import city.wayside.model.session.ClaimedSession;
import city.wayside.model.session.SessionClaim;
import city.wayside.model.session.SessionState;
import city.wayside.model.session.SessionState.Subscription;
import city.wayside.model.session.SessionState.Unacknowledged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {

  private static final long START_MS = 1_800_000_000_000L;

  private final ManualClock clock = new ManualClock(START_MS);
  private final GridConfig config = TestGrids.config();
  private Grid grid;

  @BeforeEach
  void start() throws Exception {
    grid = TestGrids.member(config, clock);
  }

  @AfterEach
  void stop() {
    grid.close();
  }

  private ClaimedSession claim(String edgeId, boolean isCleanStart, long expiryS) throws Exception {
    List<SessionClaim> claims = List.of(new SessionClaim("vehicle", isCleanStart, expiryS));
    return await(grid.sessions().claim(edgeId, claims)).getFirst();
  }

  private ClaimedSession claim(String edgeId) throws Exception {
    return claim(edgeId, false, 60);
  }

  private void save(SessionState... states) throws Exception {
    await(grid.sessions().save(List.of(states)));
  }

  private static SessionState state(String edgeId, long epoch, boolean isConnected, long expiryS) {
    return new SessionState(
        "vehicle",
        edgeId,
        epoch,
        isConnected,
        expiryS,
        4711,
        List.of(new Subscription("v1/down/7/#", 1, 0)),
        List.of(new Unacknowledged(3, 4700)),
        List.of(9));
  }

  private List<DownItem> moves() throws InterruptedException {
    return grid.downlinkLog().after(-1, 1000, Duration.ZERO).stream()
        .map(LoggedItem::item)
        .toList();
  }

  @Test
  void anUnknownClientIsGivenAnEpochOfTheClock() throws Exception {
    assertThat(claim("edge-1")).isEqualTo(new ClaimedSession(START_MS, null));
    assertThat(moves()).isEmpty();
  }

  @Test
  void aClientThatReturnsToItsEdgeNodeFindsItsSession() throws Exception {
    ClaimedSession first = claim("edge-1");
    SessionState left = state("edge-1", first.epoch(), false, 60);
    save(left);

    assertThat(claim("edge-1")).isEqualTo(new ClaimedSession(START_MS + 1, left));
    assertThat(moves()).isEmpty();
  }

  @Test
  void aClientThatComesToAnotherEdgeNodeBringsItsSessionAndIsAnnounced() throws Exception {
    ClaimedSession first = claim("edge-1");
    SessionState left = state("edge-1", first.epoch(), false, 60);
    save(left);
    clock.set(START_MS + 500);

    ClaimedSession second = claim("edge-2");

    assertThat(second).isEqualTo(new ClaimedSession(START_MS + 500, left));
    assertThat(moves()).containsExactly(new SessionMoved("vehicle", START_MS + 500, "edge-2"));
  }

  @Test
  void aConnectionThatTakesTheOthersPlaceIsAnnouncedAlsoAtTheSameEdgeNode() throws Exception {
    claim("edge-1");
    ClaimedSession second = claim("edge-1");

    assertThat(second.epoch()).isEqualTo(START_MS + 1);
    assertThat(second.previous()).isNotNull().returns(true, SessionState::isConnected);
    assertThat(moves()).containsExactly(new SessionMoved("vehicle", START_MS + 1, "edge-1"));
  }

  @Test
  void whoClaimsHasWhatWasThereUnlessItStartsClean() throws Exception {
    save(state("edge-1", 5, false, 60));

    claim("edge-2", false, 30);
    SessionState claimed = claim("edge-3", true, 30).previous();
    SessionState clean = claim("edge-4", false, 30).previous();

    assertThat(claimed)
        .isNotNull()
        .returns("edge-2", SessionState::edgeId)
        .returns(30L, SessionState::expiryS)
        .returns(4711L, SessionState::sequence)
        .returns(List.of(new Subscription("v1/down/7/#", 1, 0)), SessionState::subscriptions)
        .returns(List.of(new Unacknowledged(3, 4700)), SessionState::unacknowledged)
        .returns(List.of(9), SessionState::unreleasedIds);
    assertThat(clean)
        .isNotNull()
        .returns(List.of(), SessionState::subscriptions)
        .returns(List.of(), SessionState::unacknowledged)
        .returns(-1L, SessionState::sequence);
  }

  @Test
  void aSaveWithAnOldEpochIsPassedOver() throws Exception {
    long old = claim("edge-1").epoch();
    long now = claim("edge-2").epoch();

    save(state("edge-1", old, false, 60));

    assertThat(claim("edge-3").previous())
        .isNotNull()
        .returns(now, SessionState::epoch)
        .returns("edge-2", SessionState::edgeId);
  }

  @Test
  void aSessionWithoutExpiryEndsWithItsConnectionAndStaysEnded() throws Exception {
    long old = claim("edge-1").epoch();
    long now = claim("edge-2", false, 0).epoch();
    save(state("edge-2", now, false, 0));
    save(state("edge-1", old, true, 3600));

    ClaimedSession next = claim("edge-3");

    assertThat(next.previous()).isNull();
    assertThat(next.epoch()).isEqualTo(now + 1);
  }

  @Test
  void aSessionExpiresSoLongAfterItsConnectionHasEnded() throws Exception {
    long epoch = claim("edge-1").epoch();
    save(state("edge-1", epoch, false, 60));
    clock.set(START_MS + 59_999);
    assertThat(claim("edge-1").previous()).isNotNull();

    save(state("edge-1", Long.MAX_VALUE / 2, false, 60));
    clock.set(START_MS + 59_999 + 60_000);
    assertThat(claim("edge-1")).isEqualTo(new ClaimedSession(Long.MAX_VALUE / 2 + 1, null));
  }

  @Test
  void theSessionOfAnEdgeNodeThatDiedExpiresAfterItsSilence() throws Exception {
    int silenceS = config.keep().sessionSilenceS();
    claim("edge-1");
    clock.set(START_MS + (60 + silenceS) * 1000L - 1);
    assertThat(claim("edge-1").previous()).isNotNull();

    clock.set(clock.millis() + (60 + silenceS) * 1000L);
    assertThat(claim("edge-1").previous()).isNull();
  }

  @Test
  void aSessionForEverIsKept() throws Exception {
    long epoch = claim("edge-1").epoch();
    save(state("edge-1", epoch, false, SessionState.FOREVER));
    clock.set(START_MS + 100L * 365 * 86_400_000);

    assertThat(claim("edge-1").previous()).isNotNull();
  }

  @Test
  void manyClaimsAreAnsweredInTheirOrder() throws Exception {
    List<SessionClaim> claims =
        IntStream.range(0, 2500).mapToObj(i -> new SessionClaim("c" + i, false, 60)).toList();
    await(grid.sessions().claim("edge-1", claims));

    List<ClaimedSession> answers = await(grid.sessions().claim("edge-2", claims));

    assertThat(answers)
        .extracting(answer -> answer.previous() == null ? "" : answer.previous().clientId())
        .containsExactlyElementsOf(claims.stream().map(SessionClaim::clientId).toList());
    assertThat(await(grid.sessions().claim("edge-2", List.of()))).isEmpty();
  }

  @Test
  void ofEdgeNodesThatClaimAtOnceExactlyOneHasTheHighestEpoch() throws Exception {
    List<SessionClaim> claims =
        IntStream.range(0, 50).mapToObj(i -> new SessionClaim("c" + i, false, 60)).toList();
    try (Grid client = TestGrids.client(config, grid, clock)) {
      List<CompletionStage<List<ClaimedSession>>> racing = new ArrayList<>();
      for (int round = 0; round < 20; round++) {
        racing.add(grid.sessions().claim("edge-1", claims));
        racing.add(client.sessions().claim("edge-2", claims));
      }
      List<Set<Long>> epochs = new ArrayList<>();
      claims.forEach(_ -> epochs.add(new HashSet<>()));
      for (CompletionStage<List<ClaimedSession>> race : racing) {
        List<ClaimedSession> answers = await(race);
        for (int i = 0; i < answers.size(); i++) {
          assertThat(epochs.get(i).add(answers.get(i).epoch())).as("its own epoch").isTrue();
        }
      }
      List<ClaimedSession> last = await(grid.sessions().claim("edge-3", claims));
      for (int i = 0; i < last.size(); i++) {
        assertThat(last.get(i).previous())
            .isNotNull()
            .returns(epochs.get(i).stream().max(Long::compare).orElseThrow(), SessionState::epoch);
      }
    }
  }
}
