package city.wayside.edge.account;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.account.ClientFigures;
import city.wayside.model.account.MessageCounts;
import city.wayside.model.account.RefusalRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Grant;
import city.wayside.model.client.SpeaksFor;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountsTest {

  private static final long NOW = 1_795_404_861_000L;
  private static final Grant GRANT = new Grant("bus 7", ClientRole.VEHICLE, SpeaksFor.EVERYONE, 10);

  /// Three clients, four refusals of which two of a code in a second, two clients told at once.
  private static final AccountConfig CONFIG = new AccountConfig(3, 4, 2, 5_000, 60_000, 2, 100, 10);

  private final ClientAccounts accounts = new ClientAccounts(CONFIG, "edge-1");
  private final RefusalLog refusals = new RefusalLog(CONFIG, "edge-1");

  @Test
  void aClientsMessagesAreCountedByWhatBecameOfThem() {
    ClientAccount account = connected("a", NOW);
    account.admitted(NOW + 1);
    account.admitted(NOW + 2);
    account.refused(Refusal.CLOCK, NOW + 3);
    account.refused(Refusal.THINNED, NOW + 4);
    account.refused(Refusal.THINNED, NOW + 5);
    account.status("fine");

    assertThat(accounts.snapshot(10))
        .containsExactly(
            new ClientFigures(
                "a",
                "edge-1",
                "bus 7",
                ClientRole.VEHICLE,
                "mqtt 5",
                true,
                NOW,
                NOW + 5,
                new MessageCounts(2, Map.of(Refusal.CLOCK, 1L, Refusal.THINNED, 2L)),
                "fine"));
    assertThat(accounts.snapshot(10).getFirst().counts().receivedCount()).isEqualTo(5);
  }

  @Test
  void reconnectingBeginsNoNewAccountAndATakenOverConnectionEndsNothing() {
    ClientAccount first = connected("a", NOW);
    first.admitted(NOW);
    ClientAccount second = connected("a", NOW + 10);
    second.admitted(NOW + 11);
    accounts.disconnected(first, NOW + 12);

    ClientFigures figures = accounts.snapshot(1).getFirst();
    assertThat(figures.isConnected()).isTrue();
    assertThat(figures.connectedMs()).isEqualTo(NOW + 10);
    assertThat(figures.counts().admittedCount()).isEqualTo(2);
    accounts.disconnected(second, NOW + 13);
    assertThat(accounts.snapshot(1).getFirst().isConnected()).isFalse();
  }

  @Test
  void thoseSilentLongestAreForgottenAndComeBackWithWhatTheirConnectionCounted() {
    ClientAccount a = connected("a", NOW);
    a.admitted(NOW);
    connected("b", NOW + 1);
    connected("c", NOW + 2);
    connected("d", NOW + 3);
    accounts.sweep();
    assertThat(ids()).containsExactly("d", "c", "b");

    a.admitted(NOW + 4);
    assertThat(ids()).containsExactly("a", "d", "c", "b");
    assertThat(accounts.snapshot(1).getFirst().counts().admittedCount()).isEqualTo(2);
    accounts.sweep();
    assertThat(ids()).containsExactly("a", "d", "c");
  }

  @Test
  void theTableIsBoundedAlsoBetweenSweeps() {
    for (int i = 0; i < 100; i++) {
      connected("client " + i, NOW + i).admitted(NOW + i);
    }
    assertThat(accounts.count()).isEqualTo(6);
    accounts.sweep();
    assertThat(accounts.count()).isEqualTo(3);
  }

  @Test
  void figuresAreToldWhenTheyChangedAndNowAndThenOfThoseWhoAreConnected() {
    ClientAccount a = connected("a", NOW);
    ClientAccount b = connected("b", NOW);
    assertThat(tell(NOW + 1)).containsExactlyInAnyOrder("a", "b");
    assertThat(tell(NOW + 5001)).isEmpty();

    a.admitted(NOW + 6000);
    accounts.disconnected(b, NOW + 6000);
    assertThat(tell(NOW + 10_001)).containsExactlyInAnyOrder("a", "b");
    assertThat(tell(NOW + 70_001)).as("only those connected are repeated").containsExactly("a");
    assertThat(tell(NOW - 3_600_000)).as("a clock that was set back").containsExactly("a");
  }

  @Test
  void aRoundTellsEachClientOnce() {
    for (String id : List.of("a", "b", "c")) {
      connected(id, NOW);
    }
    assertThat(accounts.untold(NOW, NOW + 1)).hasSize(2);
    accounts.untold(NOW, NOW + 1).forEach(untold -> untold.told(NOW + 1));
    connected("a", NOW + 2);
    connected("b", NOW + 2);
    connected("c", NOW + 2);

    List<Untold> rest = accounts.untold(NOW, NOW + 3);
    assertThat(rest).hasSize(1);
    rest.getFirst().told(NOW + 3);
    assertThat(accounts.untold(NOW, NOW + 4)).isEmpty();
  }

  @Test
  void refusalsAreKeptUpToACountAndOfEachCodeUpToARate() {
    Refused clock = new Refused(Refusal.CLOCK, "late");
    Refused fast = new Refused(Refusal.TOO_FAST, "fast");
    for (int i = 0; i < 10; i++) {
      refusals.add("a", MessageKind.CAM, clock, NOW + i);
    }
    refusals.add("b", null, fast, NOW + 10);
    refusals.add("b", null, new Refused(Refusal.DUPLICATE, "again"), NOW + 11);
    assertThat(refusals.newest(10))
        .containsExactly(
            new RefusalRecord(NOW + 10, "b", "edge-1", null, fast),
            new RefusalRecord(NOW + 1, "a", "edge-1", MessageKind.CAM, clock),
            new RefusalRecord(NOW, "a", "edge-1", MessageKind.CAM, clock));

    RefusalLog.Row row = refusals.from(0);
    assertThat(row.records()).hasSize(3);
    refusals.add("a", MessageKind.CAM, clock, NOW + 1000);
    refusals.add("a", MessageKind.CAM, clock, NOW + 1001);
    assertThat(refusals.newest(10)).hasSize(4);
    assertThat(refusals.from(row.next()).records())
        .extracting(RefusalRecord::atMs)
        .containsExactly(NOW + 1000, NOW + 1001);
  }

  @Test
  void refusalsThatWereOverwrittenAreNotToldAnyMore() {
    for (int i = 0; i < 9; i++) {
      refusals.add("a", null, new Refused(Refusal.CLOCK, "late"), NOW + 1000L * i);
    }
    assertThat(refusals.from(2).records())
        .extracting(RefusalRecord::atMs)
        .containsExactly(NOW + 5000, NOW + 6000, NOW + 7000, NOW + 8000);
  }

  private ClientAccount connected(String id, long nowMs) {
    return accounts.connected(id, GRANT, "mqtt 5", nowMs);
  }

  private List<String> ids() {
    return accounts.snapshot(10).stream().map(ClientFigures::clientId).toList();
  }

  private List<String> tell(long nowMs) {
    List<Untold> untold = accounts.untold(nowMs, nowMs);
    untold.forEach(each -> each.told(nowMs));
    return untold.stream().map(each -> each.account().id()).toList();
  }
}
