package city.wayside.edge.access;

import static city.wayside.edge.access.Clients.password;
import static city.wayside.edge.access.Clients.rsu;
import static city.wayside.edge.access.Clients.showing;
import static city.wayside.edge.access.Clients.vehicle;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.fake.FakeAuthority;
import city.wayside.kit.fake.FakeClients;
import city.wayside.kit.fake.ManualClock;
import city.wayside.model.client.CertificateName;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Grant;
import city.wayside.model.client.SpeaksFor;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatekeeperTest {

  private static final FakeAuthority AUTHORITY = new FakeAuthority("CN=Test CA");
  private static final X509Certificate OF_BUS =
      AUTHORITY.issue("CN=bus-12, O=Example", "dns:bus-12.example").certificate();

  private static Entry admitted(Grant grant, Method method) {
    return new Entry.Admitted(grant, method, Entry.Admitted.FOREVER);
  }

  private static Grant ofBus() {
    return new Grant("bus-12", ClientRole.VEHICLE, new SpeaksFor.Stations(Set.of(12L)), 50);
  }

  @Test
  void aPasswordLetsItsClientInWithItsRights() {
    try (GateRig rig =
        new GateRig(vehicle("bus-12", password("secret")), rsu("rsu-1", password("x")))) {
      assertThat(rig.admit(showing("bus-12", "bus-12", "secret")))
          .isEqualTo(admitted(ofBus(), Method.PASSWORD));
      assertThat(rig.admit(showing("rsu-1", "rsu-1", "x")))
          .isEqualTo(
              admitted(
                  new Grant("rsu-1", ClientRole.RSU, new SpeaksFor.Within(Clients.AREA), 77),
                  Method.PASSWORD));
      assertThat(rig.telemetry.count(Metric.EDGE_LOGINS_ADMITTED, "password")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bus-12, wrong, BAD_CREDENTIALS",
    "bus-13, secret, BAD_CREDENTIALS",
    "no name, secret, BAD_CREDENTIALS",
    "tram-1, secret, BAD_CREDENTIALS",
    "bus-12, , NOT_AUTHORIZED",
    "'', secret, NOT_AUTHORIZED",
    ", secret, NOT_AUTHORIZED",
    ", , NOT_AUTHORIZED",
  })
  void whoeverDoesNotKnowThePasswordStaysOutside(String user, String word, Denial code) {
    try (GateRig rig =
        new GateRig(
            vehicle("bus-12", password("secret")),
            vehicle("tram-1", CertificateName.of("dns:tram-1.example")))) {
      assertThat(rig.denial(showing("bus-12", user, word))).isEqualTo(code);
      assertThat(rig.telemetry.count(Metric.EDGE_LOGINS_DENIED, code.word())).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"subject:CN=bus-12,O=Example", "dns:bus-12.example"})
  void aCertificateLetsItsClientInByAnyOfItsNames(String name) {
    try (GateRig rig = new GateRig(vehicle("bus-12", CertificateName.of(name)))) {
      assertThat(rig.admit(showing("bus-12-left", OF_BUS)))
          .isEqualTo(
              new Entry.Admitted(
                  ofBus(),
                  Method.CERTIFICATE,
                  Entry.Admitted.FOREVER,
                  Set.of("subject:CN=bus-12,O=Example", "dns:bus-12.example")));
    }
  }

  @Test
  void aCertificateOfNobodyOrOfSeveralLetsNobodyIn() {
    try (GateRig rig =
        new GateRig(
            vehicle("a", CertificateName.of("dns:bus-12.example")),
            vehicle("b", CertificateName.of("subject:CN=bus-12,O=Example")))) {
      X509Certificate ofNobody = AUTHORITY.issue("CN=stranger").certificate();

      assertThat(rig.admit(showing("a", ofNobody)))
          .isEqualTo(
              new Entry.Denied(
                  Denial.NOT_AUTHORIZED,
                  "the certificate of subject:CN=stranger is not registered"));
      assertThat(rig.denial(showing("a", OF_BUS))).isEqualTo(Denial.NOT_AUTHORIZED);
    }
  }

  @Test
  void whoeverHasAnUnknownCertificateMayStillHaveAPassword() {
    try (GateRig rig = new GateRig(vehicle("bus-12", password("secret")))) {
      Presented both =
          new Presented(
              "mqtt",
              "bus-12",
              false,
              "bus-12",
              Clients.bytes("secret"),
              List.of(OF_BUS),
              List.of(),
              "192.0.2.1");

      assertThat(rig.admit(both)).isEqualTo(admitted(ofBus(), Method.PASSWORD));
    }
  }

  @Test
  void aWayThatIsNotAllowedLetsNobodyIn() {
    AccessConfig some = GateRig.config(null);
    AccessConfig passwordsOnly =
        new AccessConfig(
            some.mode(),
            false,
            some.clientIds(),
            1,
            1,
            some.password(),
            null,
            some.lookup(),
            some.work(),
            some.failures());
    try (GateRig rig =
        new GateRig(passwordsOnly, vehicle("bus-12", CertificateName.of("dns:bus-12.example")))) {
      assertThat(rig.denial(showing("bus-12", OF_BUS))).isEqualTo(Denial.NOT_AUTHORIZED);
      assertThat(rig.clients.questions()).isEmpty();
    }
  }

  @Test
  void aDisabledClientLearnsItOnlyOnceItHasProvedWhoItIs() {
    try (GateRig rig =
        new GateRig(
            vehicle("bus-12", password("secret"), CertificateName.of("dns:bus-12.example"))
                .withEnabled(false))) {
      assertThat(rig.denial(showing("bus-12", "bus-12", "wrong")))
          .isEqualTo(Denial.BAD_CREDENTIALS);
      assertThat(rig.denial(showing("bus-12", "bus-12", "secret"))).isEqualTo(Denial.BANNED);
      assertThat(rig.denial(showing("bus-12", OF_BUS))).isEqualTo(Denial.BANNED);
    }
  }

  @Test
  void anotherClientsIdIsRefused() {
    try (GateRig rig = new GateRig(vehicle("bus-12", password("secret")))) {
      assertThat(rig.denial(showing("bus-13", "bus-12", "secret"))).isEqualTo(Denial.BAD_CLIENT_ID);
      assertThat(rig.admit(showing("bus-12-a", "bus-12", "secret")))
          .isEqualTo(admitted(ofBus(), Method.PASSWORD));
    }
  }

  @Test
  void afterTooManyFailuresAnAddressWaitsUnlessItsPasswordIsKnownAlready() {
    try (GateRig rig =
        new GateRig(vehicle("bus-12", password("secret")), vehicle("bus-13", password("other")))) {
      rig.admit(showing("bus-12", "bus-12", "secret"));
      rig.admit(showing("bus-12", "bus-12", "guess-1"));
      rig.admit(showing("bus-14", "bus-14", "guess-2"));

      assertThat(rig.denial(showing("bus-13", "bus-13", "other"))).isEqualTo(Denial.TOO_FAST);
      assertThat(rig.admit(showing("bus-12", "bus-12", "secret")))
          .isEqualTo(admitted(ofBus(), Method.PASSWORD));
      rig.clock.advance(60_001);
      assertThat(rig.admit(showing("bus-13", "bus-13", "other")))
          .isInstanceOf(Entry.Admitted.class);
    }
  }

  @Test
  void anotherPasswordInTheRegistryCountsAtOnce() {
    try (GateRig rig = new GateRig(vehicle("bus-12", password("old")))) {
      rig.admit(showing("bus-12", "bus-12", "old"));
      rig.put(vehicle("bus-12", password("new")));

      assertThat(rig.denial(showing("bus-12", "bus-12", "old"))).isEqualTo(Denial.BAD_CREDENTIALS);
      assertThat(rig.admit(showing("bus-12", "bus-12", "new"))).isInstanceOf(Entry.Admitted.class);
    }
  }

  @Test
  void withoutTheRegistryNobodyIsJudged() {
    try (GateRig rig = new GateRig(vehicle("bus-12", password("secret")))) {
      rig.clients.fail(true);
      assertThat(rig.denial(showing("bus-12", "bus-12", "secret"))).isEqualTo(Denial.UNAVAILABLE);
      assertThat(rig.denial(showing("bus-12", OF_BUS))).isEqualTo(Denial.UNAVAILABLE);

      rig.clients.fail(false);
      assertThat(rig.admit(showing("bus-12", "bus-12", "secret")))
          .isInstanceOf(Entry.Admitted.class);
    }
  }

  @Test
  void whatAClientShowsIsPrintedWithoutItsPassword() {
    assertThat(showing("c", "bus-12", "secret").toString())
        .isEqualTo("mqtt client \"c\", user \"bus-12\", 0 certificate(s), from 192.0.2.1");
  }

  @ParameterizedTest
  @CsvSource({"4711, , 4711, 4711", "c, 4711, 4711, 4711", "c, bus, bus, ''", "c, '', c, ''"})
  void anOpenGatekeeperBelievesTheName(String id, String user, String name, String station)
      throws Exception {
    Presented presented = showing(id, user, null);
    Set<Long> stations = station.isEmpty() ? Set.of() : Set.of(Long.valueOf(station));

    assertThat(open(false, presented))
        .isEqualTo(admitted(new Grant(name, ClientRole.RSU, SpeaksFor.EVERYONE, 20), Method.OPEN));
    assertThat(open(true, presented))
        .isEqualTo(
            admitted(
                new Grant(name, ClientRole.VEHICLE, new SpeaksFor.Stations(stations), 20),
                Method.OPEN));
  }

  private static Entry open(boolean isClientStation, Presented presented) throws Exception {
    try (Gatekeeper open =
        Gatekeepers.start(
            AccessConfig.defaults(),
            isClientStation,
            20,
            new FakeClients(),
            Telemetry.none(),
            new ManualClock(0))) {
      return open.admit(presented).toCompletableFuture().getNow(null);
    }
  }
}
