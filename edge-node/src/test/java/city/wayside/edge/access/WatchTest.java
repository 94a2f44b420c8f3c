package city.wayside.edge.access;

import static city.wayside.edge.access.Clients.password;
import static city.wayside.edge.access.Clients.vehicle;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.fake.FakeClients;
import city.wayside.kit.fake.ManualClock;
import city.wayside.model.client.CertificateName;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.Credential;
import city.wayside.model.client.Grant;
import city.wayside.model.client.PublicKeyPrint;
import city.wayside.model.client.SharedKey;
import city.wayside.model.telemetry.Metric;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Clients that are in are judged anew when the registry changes.
class WatchTest {

  private static final Grants GRANTS = new Grants(50, 2_000);
  private static final long NOW = 1_000_000;

  private final ManualClock clock = new ManualClock(NOW);
  private final FakeClients clients =
      new FakeClients(
          vehicle("a", password("x")),
          vehicle("b", password("x")),
          vehicle("c", CertificateName.of("dns:c.example")));
  private final LookupConfig config = new LookupConfig(2, 10, 60_000, 0, 10, 3_600_000);
  private final Watch watch = new Watch(clients, config, GRANTS, clock);
  private final Endpoint endpoint = new Endpoint();

  /// An endpoint that does what a review says.
  private static final class Endpoint implements Guests {
    private final Map<String, Entry> served = new ConcurrentHashMap<>();
    private final CountDownLatch reviewed = new CountDownLatch(1);

    void let(ClientRecord client, Method method, long untilMs) {
      served.put(client.name(), new Entry.Admitted(GRANTS.of(client), method, untilMs));
    }

    @Override
    public Set<String> names() {
      return Set.copyOf(served.keySet());
    }

    @Override
    public void review(Review review) {
      served.replaceAll(
          (_, entry) -> entry instanceof Entry.Admitted before ? review.of(before) : entry);
      reviewed.countDown();
    }

    /// What was said to each client: the code of its denial, or its rate.
    Map<String, Object> said() {
      Map<String, Object> said = new TreeMap<>();
      served.forEach((name, entry) ->
          said.put(
              name,
              switch (entry) {
                case Entry.Denied out -> out.code();
                case Entry.Admitted(Grant grant, Method _, long _, Set<String> _) ->
                    grant.ratePerS();
              }));
      return said;
    }
  }

  private void letAllIn() {
    watch.add(endpoint);
    endpoint.let(vehicle("a", password("x")), Method.PASSWORD, Entry.Admitted.FOREVER);
    endpoint.let(vehicle("b", password("x")), Method.PASSWORD, Entry.Admitted.FOREVER);
    endpoint.let(vehicle("c"), Method.CERTIFICATE, Entry.Admitted.FOREVER);
    endpoint.let(vehicle("d"), Method.TOKEN, NOW + 10);
  }

  @Test
  void whoeverIsGoneOrDisabledMustGoAndTheOthersStay() throws Exception {
    letAllIn();
    clients.remove(Set.of("a"));
    clients.put(List.of(vehicle("b", password("x")).withEnabled(false)));
    watch.changed("a");
    watch.changed("b");
    watch.changed("nobody");
    assertThat(watch.turn(false)).isTrue();

    assertThat(endpoint.said())
        .isEqualTo(Map.of("a", Denial.NOT_AUTHORIZED, "b", Denial.BANNED, "c", 50.0, "d", 50.0));
    assertThat(clients.questions()).containsExactly(Set.of("a", "b"));
  }

  @Test
  void whatItMayDoChangesWhileItIsConnected() throws Exception {
    letAllIn();
    ClientRecord faster =
        new ClientRecord(
            "a",
            city.wayside.model.client.ClientRole.VEHICLE,
            Set.of(12L),
            null,
            99.0,
            true,
            false,
            List.of(password("x")),
            0);
    clients.put(List.of(faster));
    watch.changed("a");
    assertThat(watch.turn(false)).isTrue();

    assertThat(endpoint.said()).containsEntry("a", 99.0).containsEntry("b", 50.0);
  }

  @Test
  void whoeverHasLostWhatLetItInMustGo() throws Exception {
    letAllIn();
    clients.put(
        List.of(vehicle("a", CertificateName.of("dns:a.example")), vehicle("c", password("x"))));
    assertThat(watch.turn(true)).isTrue();

    assertThat(endpoint.said())
        .containsEntry("a", Denial.NOT_AUTHORIZED)
        .containsEntry("b", 50.0)
        .containsEntry("c", Denial.NOT_AUTHORIZED);
  }

  private void reviewed(Credential before, Method method, ClientRecord now) throws Exception {
    ClientRecord client = vehicle("a", before);
    endpoint.served.put(
        "a",
        new Entry.Admitted(
            GRANTS.of(client),
            method,
            Entry.Admitted.FOREVER,
            Set.of(before.mark().orElseThrow())));
    clients.put(List.of(now));
    assertThat(watch.turn(true)).isTrue();
  }

  @Test
  void whoeverCameInByACredentialNeedsThatOne() throws Exception {
    watch.add(endpoint);
    SharedKey shared = new SharedKey("a", new byte[16]);
    PublicKeyPrint print = new PublicKeyPrint("ab".repeat(32));
    CertificateName name = CertificateName.of("dns:a.example");
    Map<Credential, Credential> replaced =
        Map.of(
            shared, new SharedKey("a", new byte[17]),
            print, new PublicKeyPrint("cd".repeat(32)),
            name, CertificateName.of("dns:b.example"));
    Map<Credential, Method> methods =
        Map.of(shared, Method.SHARED_KEY, print, Method.PUBLIC_KEY, name, Method.CERTIFICATE);
    for (Map.Entry<Credential, Method> each : methods.entrySet()) {
      Credential own = each.getKey();
      Credential other = Objects.requireNonNull(replaced.get(own));
      reviewed(own, each.getValue(), vehicle("a", other, own));
      assertThat(endpoint.said()).isEqualTo(Map.of("a", 50.0));

      reviewed(own, each.getValue(), vehicle("a", other));
      assertThat(endpoint.said()).isEqualTo(Map.of("a", Denial.NOT_AUTHORIZED));
      reviewed(own, each.getValue(), vehicle("a"));
      assertThat(endpoint.said()).isEqualTo(Map.of("a", Denial.NOT_AUTHORIZED));
    }
  }

  @Test
  void aTokenNeedsNoRecordButADisabledOneEndsItAndSoDoesItsTime() throws Exception {
    letAllIn();
    assertThat(watch.turn(true)).isTrue();
    assertThat(endpoint.said()).containsEntry("d", 50.0);

    clients.put(List.of(vehicle("d").withEnabled(false)));
    assertThat(watch.turn(true)).isTrue();
    assertThat(endpoint.said()).containsEntry("d", Denial.BANNED);

    endpoint.let(vehicle("e"), Method.TOKEN, NOW + 10);
    clock.advance(10);
    assertThat(watch.turn(true)).isTrue();
    assertThat(endpoint.said()).containsEntry("e", Denial.NOT_AUTHORIZED);
  }

  @Test
  void whenTheRegistryDoesNotAnswerNobodyGoesAndTheNextTurnTakesAll() throws Exception {
    letAllIn();
    clients.remove(Set.of("a"));
    watch.changed("a");
    clients.fail(true);
    assertThat(watch.turn(false)).isFalse();
    assertThat(endpoint.said()).containsEntry("a", 50.0);

    clients.fail(false);
    assertThat(watch.turn(false)).isTrue();
    assertThat(endpoint.said()).containsEntry("a", Denial.NOT_AUTHORIZED);
  }

  @Test
  void manyChangesAreOneLookAtAllThatAreConnected() throws Exception {
    letAllIn();
    clients.remove(Set.of("a"));
    for (int i = 0; i < 10_001; i++) {
      watch.changed("x" + i);
    }
    assertThat(watch.turn(false)).isTrue();

    assertThat(endpoint.said()).containsEntry("a", Denial.NOT_AUTHORIZED);
  }

  @Test
  void aChangeInTheRegistryReachesTheEndpointByItself() throws Exception {
    try (GateRig rig = new GateRig(vehicle("a", password("x")))) {
      endpoint.let(vehicle("a", password("x")), Method.PASSWORD, Entry.Admitted.FOREVER);
      rig.gatekeeper.watchOver(endpoint);
      rig.put(vehicle("a", password("x")).withEnabled(false));

      assertThat(endpoint.reviewed.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(endpoint.said()).containsEntry("a", Denial.BANNED);
      assertThat(rig.telemetry.count(Metric.EDGE_LOGINS_WITHDRAWN, "banned")).isEqualTo(1);
    }
  }
}
