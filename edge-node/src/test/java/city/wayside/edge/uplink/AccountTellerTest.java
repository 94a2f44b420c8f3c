package city.wayside.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.account.AccountConfig;
import city.wayside.edge.account.ClientAccounts;
import city.wayside.edge.account.RefusalLog;
import city.wayside.edge.inbound.Acknowledger;
import city.wayside.edge.inbound.Client;
import city.wayside.edge.inbound.FakeClient;
import city.wayside.edge.inbound.Inbound;
import city.wayside.kit.fake.ManualClock;
import city.wayside.kit.fake.RecordingFigures;
import city.wayside.kit.fake.RecordingTelemetry;
import city.wayside.model.account.ClientFigures;
import city.wayside.model.account.RefusalRecord;
import city.wayside.model.client.SpeaksFor;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import city.wayside.model.telemetry.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AccountTellerTest {

  private static final long NOW = 1_795_404_861_000L;

  /// Figures every 5 s, three clients at once, two statuses that may wait.
  private static final AccountConfig CONFIG =
      new AccountConfig(100, 100, 100, 5_000, 60_000, 3, 100, 2);

  private final ManualClock clock = new ManualClock(NOW);
  private final RecordingFigures figures = new RecordingFigures();
  private final RecordingTelemetry telemetry = new RecordingTelemetry();
  private final ClientAccounts accounts = new ClientAccounts(CONFIG, "edge-1");
  private final RefusalLog refusals = new RefusalLog(CONFIG, "edge-1");
  private final List<String> acknowledged = new ArrayList<>();
  private final Acknowledger acknowledger =
      receipts -> {
        for (int i = 0; i < receipts.count(); i++) {
          acknowledged.add(receipts.client(i).id() + " " + receipts.messageId(i));
        }
      };
  private final AccountTeller teller =
      new AccountTeller(
          CONFIG,
          UplinkConfig.defaults().withTimes(20, 50, 150, 0),
          figures,
          accounts,
          refusals,
          telemetry,
          clock);
  private int woken;

  AccountTellerTest() {
    teller.onWork(() -> woken++);
  }

  @Test
  void whatChangedIsToldEveryFewSeconds() {
    Client a = client("a");
    a.account().admitted(NOW);
    turns();
    assertThat(figures.calls()).hasSize(1);
    assertThat(Objects.requireNonNull(figures.newest().get("a")).counts().admittedCount())
        .isEqualTo(1);

    a.account().admitted(NOW + 1);
    clock.advance(4999);
    turns();
    assertThat(figures.calls()).hasSize(1);
    clock.advance(1);
    turns();
    assertThat(figures.newest().get("a").counts().admittedCount()).isEqualTo(2);
    clock.advance(5000);
    turns();
    assertThat(figures.calls()).as("nothing changed").hasSize(2);
    assertThat(telemetry.total(Metric.EDGE_CLIENTS)).isEqualTo(1);
  }

  @Test
  void manyAreToldInPiecesEachOnce() {
    for (int i = 0; i < 8; i++) {
      client("client " + i);
    }
    for (int i = 0; i < 6; i++) {
      turns();
    }
    assertThat(figures.calls()).extracting(List::size).containsExactly(3, 3, 2);
    assertThat(figures.newest()).hasSize(8);
  }

  @Test
  void refusalsAreToldOnceInTheirOrder() {
    refusals.add("a", MessageKind.CAM, new Refused(Refusal.CLOCK, "late"), NOW);
    refusals.add("b", null, new Refused(Refusal.TOO_FAST, "fast"), NOW + 1);
    turns();
    clock.advance(5000);
    refusals.add("c", null, new Refused(Refusal.TOO_FAST, "fast"), NOW + 5000);
    turns();
    clock.advance(5000);
    turns();

    assertThat(figures.refusals())
        .extracting(RefusalRecord::clientId)
        .containsExactly("a", "b", "c");
  }

  @Test
  void aStatusIsToldAtOnceAndAcknowledgedWhenTheGridHasIt() {
    turns();
    figures.hold();
    Client a = client("a");
    Client b = client("b");
    assertThat(teller.status(inbound(a, 1), "first")).isNull();
    assertThat(woken).isEqualTo(1);
    turns();
    assertThat(teller.status(inbound(b, Inbound.NO_ANSWER), "quiet")).isNull();
    turns();
    assertThat(figures.calls()).as("one at a time").hasSize(1);
    assertThat(acknowledged).isEmpty();
    assertThat(telemetry.count(Metric.EDGE_MESSAGES_STORED)).isZero();

    figures.release();
    turns();
    turns();
    assertThat(figures.newest().values())
        .extracting(ClientFigures::status)
        .containsExactly("first", "quiet");
    assertThat(acknowledged).containsExactly("a 1");
    assertThat(telemetry.count(Metric.EDGE_MESSAGES_STORED)).isEqualTo(2);
  }

  @Test
  void whatFailedIsToldAgainAfterAPause() {
    figures.hold();
    Client a = client("a");
    refusals.add("a", null, new Refused(Refusal.CLOCK, "late"), NOW);
    teller.status(inbound(a, 1), "down");
    turns();
    figures.failOne(new IllegalStateException("away"));
    turns();
    assertThat(figures.calls()).hasSize(1);
    clock.advance(50);
    turns();
    assertThat(figures.calls()).hasSize(2);
    assertThat(acknowledged).isEmpty();
    teller.status(inbound(a, 2), "up");
    figures.release();
    turns();
    turns();
    turns();

    assertThat(acknowledged).containsExactly("a 1", "a 2");
    assertThat(Objects.requireNonNull(figures.newest().get("a")).status()).isEqualTo("up");
    assertThat(figures.refusals()).as("once the figures are told").hasSize(1);
  }

  @Test
  void moreStatusesThanMayWaitAreRefused() {
    figures.hold();
    Client a = client("a");
    turns();
    assertThat(teller.status(inbound(a, 1), "1")).isNull();
    assertThat(teller.status(inbound(a, 2), "2")).isNull();
    assertThat(teller.status(inbound(a, 3), "3"))
        .isEqualTo(new Refused(Refusal.OVERLOADED, "2 statuses wait for the grid, try again"));
    assertThat(accounts.snapshot(1).getFirst().status()).isEqualTo("2");
  }

  @Test
  void drainingEndsWhenNoStatusWaits() {
    figures.hold();
    teller.status(inbound(client("a"), 1), "going");
    CompletableFuture<Void> drained = teller.drain();
    turns();
    assertThat(drained).isNotDone();
    figures.release();
    turns();

    assertThat(drained).isDone();
    assertThat(acknowledged).containsExactly("a 1");
  }

  private void turns() {
    teller.turn();
    teller.turn();
  }

  private Client client(String id) {
    return FakeClient.of(id, FakeClient.vehicle(id, SpeaksFor.EVERYONE), acknowledger, accounts);
  }

  private static Inbound inbound(Client client, int messageId) {
    return new Inbound(client, messageId, MessageKind.STATUS, 1, new byte[0], 0, 0, NOW);
  }
}
