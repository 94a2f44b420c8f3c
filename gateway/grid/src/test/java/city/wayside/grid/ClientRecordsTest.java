package city.wayside.grid;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.account.ClientFigures;
import city.wayside.model.account.MessageCounts;
import city.wayside.model.account.RefusalRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClientRecordsTest {

  @Test
  void figuresReplaceThoseBeforeOfTheSameClientAndEdgeNode() throws Exception {
    try (Grid member = TestGrids.member(TestGrids.config(), InstantSource.system())) {
      send(member, List.of(figures("a", "edge-1", 5), figures("b", "edge-1", 7)), List.of());
      send(member, List.of(figures("a", "edge-1", 6), figures("a", "edge-2", 1)), List.of());

      assertThat(member.clientFigures().clients(10))
          .containsExactly(
              figures("b", "edge-1", 7), figures("a", "edge-1", 6), figures("a", "edge-2", 1));
      assertThat(member.clientFigures().clients(1)).containsExactly(figures("b", "edge-1", 7));
    }
  }

  @Test
  void theNewestRefusalsAreGivenTheNewestFirst() throws Exception {
    GridConfig config = TestGrids.config();
    try (Grid member = TestGrids.member(config, InstantSource.system());
        Grid client = TestGrids.client(config, member, InstantSource.system())) {
      assertThat(member.clientFigures().refusals(10)).isEmpty();
      send(client, List.of(), refusals(0, 3));
      send(member, List.of(), refusals(3, 5));

      assertThat(client.clientFigures().refusals(3))
          .containsExactly(refusal(4), refusal(3), refusal(2));
      assertThat(member.clientFigures().refusals(10)).hasSize(5);
      assertThat(member.clientFigures().refusals(0)).isEmpty();
    }
  }

  @Test
  void theOldestRefusalsAreOverwritten() throws Exception {
    AccountKeepConfig few = new AccountKeepConfig(300, 1000, 100);
    GridConfig config = TestGrids.config().withAccounts(few);
    try (Grid member = TestGrids.member(config, InstantSource.system())) {
      send(member, List.of(), refusals(0, 90));
      send(member, List.of(), refusals(90, 150));

      List<RefusalRecord> found = member.clientFigures().refusals(1000);
      assertThat(found).hasSize(100);
      assertThat(found.getFirst()).isEqualTo(refusal(149));
      assertThat(found.getLast()).isEqualTo(refusal(50));
    }
  }

  @Test
  void aClientThatIsNotToldOfAnyMoreIsForgotten() throws Exception {
    AccountKeepConfig brief = new AccountKeepConfig(2, 1000, 100);
    GridConfig config = TestGrids.config().withAccounts(brief);
    try (Grid member = TestGrids.member(config, InstantSource.system())) {
      send(member, List.of(figures("a", "edge-1", 5)), List.of());

      assertThat(TestGrids.eventually(() -> member.clientFigures().clients(1).isEmpty())).isTrue();
    }
  }

  private static void send(Grid grid, List<ClientFigures> clients, List<RefusalRecord> refusals)
      throws Exception {
    grid.figuresSink().send(clients, refusals).toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private static ClientFigures figures(String clientId, String edgeId, long admittedCount) {
    return new ClientFigures(
        clientId,
        edgeId,
        "name",
        ClientRole.RSU,
        "mqtt 5",
        true,
        1_000,
        2_000,
        new MessageCounts(admittedCount, Map.of(Refusal.CLOCK, 2L)),
        "fine");
  }

  private static List<RefusalRecord> refusals(int from, int to) {
    return IntStream.range(from, to).mapToObj(ClientRecordsTest::refusal).toList();
  }

  private static RefusalRecord refusal(int number) {
    return new RefusalRecord(
        number, "a", "edge-1", MessageKind.CAM, new Refused(Refusal.CLOCK, "t is wrong"));
  }
}
