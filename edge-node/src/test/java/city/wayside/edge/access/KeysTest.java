package city.wayside.edge.access;

import static city.wayside.edge.access.Clients.password;
import static city.wayside.edge.access.Clients.showing;
import static city.wayside.edge.access.Clients.vehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.kit.fake.FakeClients;
import city.wayside.kit.fake.ManualClock;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Grant;
import city.wayside.model.client.PublicKeyPrint;
import city.wayside.model.client.SharedKey;
import city.wayside.model.client.SpeaksFor;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/// Clients that the transport knows by a shared key or a public key, and what its handshakes ask.
class KeysTest {

  private static final SharedKey KEY = new SharedKey("sim-77", new byte[16]);
  private static final PublicKeyPrint PRINT = new PublicKeyPrint("0f".repeat(32));

  private static Optional<SharedKey> key(GateRig rig, String identity) {
    return rig.gatekeeper.handshakes().sharedKey(identity).toCompletableFuture().join();
  }

  private static boolean isRegistered(GateRig rig) {
    return rig.gatekeeper.handshakes().isRegistered(PRINT).toCompletableFuture().join();
  }

  @Test
  void aKeyLetsItsClientInUnderItsName() {
    try (GateRig rig = new GateRig(vehicle("bus-12", KEY), vehicle("bus-13", PRINT))) {
      assertThat(rig.admit(showing(KEY)))
          .isEqualTo(
              new Entry.Admitted(
                  new Grant("bus-12", ClientRole.VEHICLE, new SpeaksFor.Stations(Set.of(12L)), 50),
                  Method.SHARED_KEY,
                  Entry.Admitted.FOREVER,
                  Set.of(KEY.mark().orElseThrow())));
      assertThat(rig.admit(showing(List.of("key:" + PRINT.sha256()))))
          .isInstanceOfSatisfying(
              Entry.Admitted.class,
              in -> {
                assertThat(in.method()).isEqualTo(Method.PUBLIC_KEY);
                assertThat(in.grant().name()).isEqualTo("bus-13");
              });
      assertThat(rig.telemetry.count(Metric.EDGE_LOGINS_ADMITTED, "shared_key")).isEqualTo(1);
      assertThat(rig.telemetry.count(Metric.EDGE_LOGINS_ADMITTED, "public_key")).isEqualTo(1);
    }
  }

  @Test
  void aKeyThatWasReplacedLetsNobodyInAnyMore() {
    SharedKey other = new SharedKey("sim-77", new byte[17]);
    try (GateRig rig = new GateRig(vehicle("bus-12", KEY))) {
      assertThat(rig.admit(showing(KEY))).isInstanceOf(Entry.Admitted.class);
      rig.put(vehicle("bus-12", other));

      assertThat(rig.admit(showing(KEY)))
          .isEqualTo(
              new Entry.Denied(
                  Denial.BAD_CREDENTIALS,
                  "the shared key of \"sim-77\" was replaced, shake hands with the new one"));
      assertThat(rig.admit(showing(other))).isInstanceOf(Entry.Admitted.class);
      // Which key was used is not known of it.
      assertThat(rig.denial(showing(List.of("psk:sim-77")))).isEqualTo(Denial.BAD_CREDENTIALS);
    }
  }

  @Test
  void aKeyOfNobodyOrOfSeveralLetsNobodyIn() {
    try (GateRig rig = new GateRig(vehicle("a", KEY), vehicle("b", KEY))) {
      assertThat(rig.admit(showing(List.of("psk:sim-78"))))
          .isEqualTo(
              new Entry.Denied(
                  Denial.NOT_AUTHORIZED, "the shared key of \"sim-78\" is not registered"));
      assertThat(rig.admit(showing(List.of("psk:sim-77"))))
          .isEqualTo(
              new Entry.Denied(
                  Denial.NOT_AUTHORIZED,
                  "the shared key of \"sim-77\" is registered for 2 clients; allowed is one"));
      assertThat(rig.denial(showing(List.of()))).isEqualTo(Denial.NOT_AUTHORIZED);
      assertThat(key(rig, "sim-77")).isEmpty();
    }
  }

  @Test
  void aDisabledClientsKeyIsToldAndItIsKeptOutAfterIt() {
    try (GateRig rig = new GateRig(vehicle("bus-12", KEY).withEnabled(false))) {
      assertThat(key(rig, "sim-77")).hasValue(KEY);
      assertThat(rig.denial(showing(KEY))).isEqualTo(Denial.BANNED);
    }
  }

  @Test
  void aHandshakeIsToldTheKeyOfAnIdentityAndOfNoOther() {
    SharedKey other = new SharedKey("sim-78", new byte[32]);
    try (GateRig rig =
        new GateRig(vehicle("bus-12", password("x"), KEY, other), vehicle("bus-13", PRINT))) {
      assertThat(key(rig, "sim-77")).hasValue(KEY);
      assertThat(key(rig, "sim-78")).hasValue(other);
      assertThat(key(rig, "bus-12")).isEmpty();
      assertThat(isRegistered(rig)).isTrue();

      rig.put(vehicle("bus-12"));
      rig.put(vehicle("bus-14", PRINT));
      assertThat(key(rig, "sim-77")).isEmpty();
      assertThat(isRegistered(rig)).isFalse();
    }
  }

  @Test
  void handshakesThatAskTogetherAreOneQuestion() {
    try (GateRig rig = new GateRig(vehicle("bus-12", KEY))) {
      rig.clients.hold();
      List<CompletableFuture<Optional<SharedKey>>> asked = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        asked.add(rig.gatekeeper.handshakes().sharedKey("sim-" + i).toCompletableFuture());
      }
      rig.clients.release();

      assertThat(asked).allMatch(CompletableFuture::isDone);
      assertThat(asked.get(77).join()).hasValue(KEY);
      assertThat(asked.get(78).join()).isEmpty();
      assertThat(rig.clients.questions()).hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void withoutTheRegistryAHandshakeGetsNoAnswer() {
    try (GateRig rig = new GateRig(vehicle("bus-12", KEY))) {
      rig.clients.fail(true);
      assertThatThrownBy(() -> key(rig, "sim-77")).isInstanceOf(CompletionException.class);
    }
  }

  @Test
  void handshakesAndLoginsShareTheirFailures() {
    try (GateRig rig = new GateRig(vehicle("bus-12", password("x")))) {
      HandshakeDesk desk = rig.gatekeeper.handshakes();
      assertThat(desk.mayTry("192.0.2.1")).isTrue();
      desk.failed("192.0.2.1");
      desk.failed("192.0.2.1");

      assertThat(desk.mayTry("192.0.2.1")).isFalse();
      assertThat(desk.mayTry("192.0.2.2")).isTrue();
      assertThat(rig.denial(showing("bus-12", "bus-12", "x"))).isEqualTo(Denial.TOO_FAST);
      rig.clock.advance(60_001);
      assertThat(desk.mayTry("192.0.2.1")).isTrue();
    }
  }

  @Test
  void whereEverybodyIsLetInThereIsNoSharedKeyAndEveryPublicKeyIsGood() throws Exception {
    try (Gatekeeper open =
        Gatekeepers.start(
            AccessConfig.defaults(),
            false,
            20,
            new FakeClients(vehicle("bus-12", KEY)),
            Telemetry.none(),
            new ManualClock(0))) {
      HandshakeDesk desk = open.handshakes();
      assertThat(desk.sharedKey("sim-77").toCompletableFuture().join()).isEmpty();
      assertThat(desk.isRegistered(PRINT).toCompletableFuture().join()).isTrue();
      desk.failed("192.0.2.1");
      assertThat(desk.mayTry("192.0.2.1")).isTrue();
      assertThat(open.admit(showing(List.of())).toCompletableFuture().join())
          .isInstanceOfSatisfying(
              Entry.Admitted.class, in -> assertThat(in.grant().name()).isEqualTo("192.0.2.1"));
    }
  }
}
