package city.wayside.grid;

import static city.wayside.grid.Samples.station;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.grid.rollup.RollUp;
import city.wayside.grid.rollup.RollUpDriverConfig;
import city.wayside.model.message.StationState;
import city.wayside.model.traffic.WindowLength;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GridTest {

  private static final GridConfig CONFIG = TestGrids.config();
  private static Grid member;

  @BeforeAll
  static void start() throws GridException {
    member = TestGrids.member(CONFIG, InstantSource.system());
  }

  @AfterAll
  static void stop() {
    member.close();
  }

  @Test
  void aPortInUseIsNamedTogetherWithItsSetting() {
    int port = Integer.parseInt(member.address().substring("127.0.0.1:".length()));
    GridConfig samePort = TestGrids.config().withPort(port);

    assertThatThrownBy(() -> TestGrids.member(samePort, InstantSource.system()))
        .isInstanceOf(GridException.class)
        .hasMessage(
            "grid port %d on 127.0.0.1 cannot be listened on (Address already in use): stop the"
                + " other process, or set port in the grid section to a free one or to 0",
            port);
  }

  @Test
  void aClientWritesWhatAMemberReads() throws Exception {
    StationState state = station(4711, 1_000_000, 48.1, 11.5);

    try (Grid client = TestGrids.client(CONFIG, member, InstantSource.system())) {
      TestGrids.send(client, Samples.stations("edge-1", 1, List.of(state)));
      assertThat(client.stations().byId(4711)).contains(state);
      assertThat(client.traffic().newestStartMs(WindowLength.ONE_MINUTE)).isEmpty();
      assertThat(client.address()).isEmpty();
    }

    assertThat(member.stations().byId(4711)).contains(state);
  }

  @Test
  void aClientRunsNoRollUp() throws Exception {
    RollUp rollUp = new RollUp(Samples.street(1));

    try (Grid client = TestGrids.client(CONFIG, member, InstantSource.system())) {
      assertThatThrownBy(() -> client.rollUp(rollUp, RollUpDriverConfig.defaults()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the roll-up runs in members, this is a client");
    }
  }

  @Test
  void talliesMustBeKeptForAsLongAsTheRollUpNeedsThem() throws Exception {
    RollUp rollUp = new RollUp(Samples.street(1));
    RollUpDriverConfig patient = new RollUpDriverConfig(5000, 90_000, 10_000, 1000, 900);

    assertThatThrownBy(() -> member.rollUp(rollUp, patient))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "tallyKeepS 1800 is too short: with these times of the roll-up allowed is 1805 or"
                + " more");
  }

  @Test
  void aBatchThatCannotBeSentFailsWithItsNumber() throws Exception {
    Grid client = TestGrids.client(CONFIG, member, InstantSource.system());
    client.close();
    List<StationState> states = List.of(station(1, 1, 48, 11));

    assertThatThrownBy(() -> TestGrids.send(client, Samples.stations("edge-1", 17, states)))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(GridException.class)
        .hasMessage("batch 17 of edge-1 may not have reached the grid");
  }

  @Test
  void aPoolOfOneThreadIsWarnedOf() {
    assertThat(Grid.warnOfThreadTrap(1)).isTrue();
    assertThat(Grid.warnOfThreadTrap(2)).isFalse();
  }
}
