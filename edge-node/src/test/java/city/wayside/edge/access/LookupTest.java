package city.wayside.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.kit.fake.FakeClients;
import city.wayside.kit.fake.ManualClock;
import city.wayside.model.client.ClientRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class LookupTest {

  private static final LookupConfig CONFIG = new LookupConfig(2, 3, 60_000, 1000, 100, 60_000);

  private final ManualClock clock = new ManualClock(0);
  private final FakeClients clients = new FakeClients(Clients.vehicle("a"), Clients.vehicle("b"));
  private final Lookup<ClientRecord> lookup = new Lookup<>(clients::named, CONFIG, clock);

  @Test
  void aSingleQuestionIsAskedAtOnceAndOthersAreGatheredMeanwhile() {
    clients.hold();
    CompletableFuture<Optional<ClientRecord>> a = find("a");
    CompletableFuture<Optional<ClientRecord>> b = find("b");
    CompletableFuture<Optional<ClientRecord>> again = find("b");
    CompletableFuture<Optional<ClientRecord>> c = find("c");
    CompletableFuture<Optional<ClientRecord>> d = find("d");
    assertThat(clients.questions()).containsExactly(Set.of("a"));

    clients.release();

    assertThat(clients.questions()).containsExactly(Set.of("a"), Set.of("b", "c"), Set.of("d"));
    assertThat(a.join()).contains(Clients.vehicle("a"));
    assertThat(b.join()).isEqualTo(again.join()).contains(Clients.vehicle("b"));
    assertThat(c.join()).isEmpty();
    assertThat(d.join()).isEmpty();
  }

  @Test
  void anAnswerIsUsedAgainForAWhileWhetherThereIsAClientOrNot() {
    find("a").join();
    find("c").join();
    clock.advance(999);
    assertThat(find("a").join()).isPresent();
    assertThat(find("c").join()).isEmpty();
    assertThat(clients.questions()).hasSize(2);

    clock.advance(1);
    assertThat(find("a").join()).isPresent();
    assertThat(clients.questions()).hasSize(3);
  }

  @Test
  void aChangeIsSeenAtOnce() {
    find("a").join();
    find("b").join();
    clients.remove(Set.of("a"));
    lookup.forget("a");

    assertThat(find("a").join()).isEmpty();
    assertThat(find("b").join()).isPresent();
    assertThat(clients.questions()).hasSize(3);
    lookup.forgetAll();
    assertThat(find("b").join()).isPresent();
    assertThat(clients.questions()).hasSize(4);
  }

  @Test
  void anAnswerThatAChangeOvertookIsNotUsedAgain() {
    clients.hold();
    CompletableFuture<Optional<ClientRecord>> a = find("a");
    lookup.forget("a");
    clients.release();

    assertThat(a.join()).isPresent();
    find("a").join();
    assertThat(clients.questions()).hasSize(2);
  }

  @Test
  void whenTooManyWaitTheNextIsRefused() {
    clients.hold();
    List<String> names = List.of("a", "b", "c", "d");
    for (String name : names) {
      CompletableFuture<?> _ = find(name);
    }

    assertThatThrownBy(find("e")::join).hasCauseInstanceOf(RejectedExecutionException.class);
    assertThat(find("d")).isNotDone();
    clients.release();
    assertThat(find("e").join()).isEmpty();
  }

  @Test
  void aFailureIsEverybodysAndNotUsedAgain() {
    clients.fail(true);
    assertThatThrownBy(find("a")::join).hasRootCauseMessage("the grid is away");

    clients.fail(false);
    assertThat(find("a").join()).isPresent();
  }

  @Test
  void whoeverEndsItsOwnWaitDoesNotEndThatOfOthers() {
    clients.hold();
    CompletableFuture<Optional<ClientRecord>> impatient = find("a");
    CompletableFuture<Optional<ClientRecord>> patient = find("a");
    assertThat(impatient.cancel(true)).isTrue();
    clients.release();

    assertThat(patient.join()).isPresent();
  }

  private CompletableFuture<Optional<ClientRecord>> find(String name) {
    return lookup.find(name).toCompletableFuture();
  }
}
