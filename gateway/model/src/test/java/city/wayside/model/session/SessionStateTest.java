package city.wayside.model.session;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.session.SessionState.Subscription;
import city.wayside.model.session.SessionState.Unacknowledged;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionStateTest {

  private static SessionState state(boolean isConnected, long expiryS) {
    return new SessionState(
        "vehicle",
        "edge-1",
        7,
        isConnected,
        expiryS,
        4711,
        List.of(new Subscription("v1/down/7/#", 1, 0)),
        List.of(new Unacknowledged(3, 4700)),
        List.of(9));
  }

  @Test
  void itsExpiryCountsFromTheEndOfTheConnection() {
    assertThat(state(false, 60).keptUntilMs(5000, 900)).isEqualTo(65_000);
    assertThat(state(false, 0).keptUntilMs(5000, 900)).isEqualTo(5000);
  }

  @Test
  void aConnectedOneIsKeptForASilenceMore() {
    assertThat(state(true, 60).keptUntilMs(5000, 900)).isEqualTo(965_000);
    assertThat(state(true, 0).keptUntilMs(5000, 900)).isEqualTo(905_000);
  }

  @Test
  void oneForEverHasNoEnd() {
    assertThat(state(true, SessionState.FOREVER).keptUntilMs(5000, 900)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whoTakesItUpGetsWhatIsInIt() {
    SessionState taken =
        new SessionClaim("vehicle", false, 30).taken("edge-2", 8, state(false, 60));

    assertThat(taken)
        .isEqualTo(
            new SessionState(
                "vehicle",
                "edge-2",
                8,
                true,
                30,
                4711,
                List.of(new Subscription("v1/down/7/#", 1, 0)),
                List.of(new Unacknowledged(3, 4700)),
                List.of(9)));
  }

  @Test
  void whoStartsCleanGetsAnEmptyOne() {
    SessionState empty =
        new SessionState("vehicle", "edge-2", 8, true, 30, -1, List.of(), List.of(), List.of());

    assertThat(new SessionClaim("vehicle", true, 30).taken("edge-2", 8, state(false, 60)))
        .isEqualTo(empty);
    assertThat(new SessionClaim("vehicle", false, 30).taken("edge-2", 8, null)).isEqualTo(empty);
  }
}
