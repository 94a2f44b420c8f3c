package city.wayside.kit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.downlink.SessionMoved;
import city.wayside.model.session.ClaimedSession;
import city.wayside.model.session.SessionClaim;
import city.wayside.model.session.SessionState;
import java.util.List;
import org.junit.jupiter.api.Test;

class FakeSessionsTest {

  private final ManualClock clock = new ManualClock(1000);
  private final FakeDownlink downlink = new FakeDownlink(clock);
  private final FakeSessions sessions = new FakeSessions(downlink, clock);

  private ClaimedSession claim(String edgeId) {
    List<SessionClaim> claims = List.of(new SessionClaim("vehicle", false, 60));
    return sessions.claim(edgeId, claims).toCompletableFuture().join().getFirst();
  }

  private void save(String edgeId, long epoch, boolean isConnected, long expiryS) {
    SessionState state =
        new SessionState(
            "vehicle", edgeId, epoch, isConnected, expiryS, 5, List.of(), List.of(), List.of());
    sessions.save(List.of(state)).toCompletableFuture().join();
  }

  @Test
  void epochsAscendAndWhoWasElsewhereIsAnnounced() {
    assertThat(claim("edge-1")).isEqualTo(new ClaimedSession(1000, null));
    save("edge-1", 1000, false, 60);

    assertThat(claim("edge-1").epoch()).isEqualTo(1001);
    assertThat(downlink.items()).isEmpty();
    assertThat(claim("edge-2").epoch()).isEqualTo(1002);
    assertThat(downlink.items()).containsExactly(new SessionMoved("vehicle", 1002, "edge-2"));
  }

  @Test
  void anOldEpochSavesNothing() {
    claim("edge-1");
    claim("edge-2");

    save("edge-1", 1000, false, 0);

    assertThat(sessions.session("vehicle"))
        .hasValueSatisfying(state -> assertThat(state.edgeId()).isEqualTo("edge-2"));
  }

  @Test
  void aSessionExpires() {
    claim("edge-1");
    save("edge-1", 1000, false, 60);
    clock.advance(59_999);
    assertThat(sessions.session("vehicle")).isPresent();

    clock.advance(1);

    assertThat(claim("edge-1")).isEqualTo(new ClaimedSession(61_000, null));
    save("edge-1", 61_000, false, 0);
    assertThat(sessions.session("vehicle")).isEmpty();
  }
}
