package city.wayside.edge.endpoint.coap.dtls;

import static city.wayside.edge.endpoint.coap.dtls.Credentials.BUS;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.CITY;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.FLEET;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.SERVER;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.STRANGERS;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.key;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.nobody;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.print;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.psk;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.rawKey;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.x509;
import static city.wayside.edge.endpoint.coap.dtls.DtlsRig.vehicle;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.eclipse.californium.scandium.config.DtlsConfig.DTLS_CIPHER_SUITES;

import city.wayside.edge.access.Denial;
import city.wayside.edge.access.Entry;
import city.wayside.edge.access.Method;
import city.wayside.edge.coap.conform.Plugtest;
import city.wayside.kit.fake.FakeAuthority;
import city.wayside.kit.fake.FakeAuthority.Issued;
import city.wayside.model.client.CertificateName;
import city.wayside.model.client.SharedKey;
import city.wayside.model.telemetry.Metric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.californium.elements.DtlsEndpointContext;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.HandshakeException;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who comes in over DTLS, by what, and who does not.
class DtlsDoorTest {

  private static final Issued STRANGER = STRANGERS.issue("CN=bus-12,O=Example");
  private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

  @TempDir private Path folder;

  private static Method method(Entry entry) {
    return switch (entry) {
      case Entry.Admitted admitted -> admitted.method();
      case Entry.Denied denied -> throw new AssertionError("denied: " + denied);
    };
  }

  private static void refused(DtlsRig rig, Consumer<DtlsConnectorConfig.Builder> credentials) {
    try (TestClient client = TestClient.unwelcome(credentials)) {
      assertThatThrownBy(() -> client.say(rig.address(), "hello").join()).isNotNull();
    }
    assertThat(rig.heard).isEmpty();
  }

  @Test
  @Plugtest("TD_COAP_DTLS_01")
  void aSharedKeyLetsItsClientIn() throws Exception {
    try (DtlsRig rig = new DtlsRig(Credentials.shared(), vehicle("bus-12", key("bus-12")));
        TestClient client = new TestClient(psk(key("bus-12")))) {
      client.exchange(rig.address(), "hello");

      assertThat(method(rig.judged())).isEqualTo(Method.SHARED_KEY);
      assertThat(rig.handshakes("established")).isEqualTo(1);
    }
  }

  /// With the suites that clients of CoAP must have (RFC 7252 §9.1.3), and no others.
  @Test
  @Plugtest({"TD_COAP_DTLS_01", "TD_COAP_DTLS_04"})
  void aClientWithOneSuiteComesInWithThat() throws Exception {
    try (DtlsRig rig =
        new DtlsRig(
            Credentials.certified(folder),
            vehicle("bus-12", key("bus-12")),
            vehicle("bus-13", print(BUS)))) {
      CipherSuite shared = CipherSuite.TLS_PSK_WITH_AES_128_CCM_8;
      CipherSuite raw = CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8;

      assertThat(suite(rig, psk(key("bus-12")), shared)).isEqualTo(shared.name());
      assertThat(suite(rig, rawKey(BUS, SERVER), raw)).isEqualTo(raw.name());
    }
  }

  private static String suite(
      DtlsRig rig, Consumer<DtlsConnectorConfig.Builder> credentials, CipherSuite only)
      throws Exception {
    try (TestClient client =
        new TestClient(
            credentials.andThen(builder -> builder.setAsList(DTLS_CIPHER_SUITES, only)))) {
      client.exchange(rig.address(), "hello");
      return rig.heard.getLast().getString(DtlsEndpointContext.KEY_CIPHER);
    }
  }

  @Test
  @Plugtest("TD_COAP_DTLS_02")
  void aWrongKeyAndAnUnknownIdentityFailInTheSameWay() throws Exception {
    try (DtlsRig rig = new DtlsRig(Credentials.shared(), vehicle("bus-12", key("bus-12")))) {
      refused(rig, psk("bus-12", key("bus-13").key()));
      await().until(() -> rig.handshakes("wrong_key") == 1);

      refused(rig, psk(key("bus-13")));
      await().until(() -> rig.handshakes("wrong_key") == 2);
      assertThat(rig.handshakes("begun")).isEqualTo(2);
      assertThat(rig.handshakes("established")).isZero();
    }
  }

  @Test
  void anAddressWithTooManyFailuresBeginsNoMoreHandshakes() throws Exception {
    // A failure is forgiven bit by bit: of two, one and nearly another one are left.
    try (DtlsRig rig = new DtlsRig(Credentials.shared(), 1, vehicle("bus-12", key("bus-12")))) {
      refused(rig, psk(key("bus-13")));
      refused(rig, psk(key("bus-14")));
      await().until(() -> rig.handshakes("wrong_key") == 2);
      refused(rig, psk(key("bus-12")));

      await().until(() -> rig.handshakes("too_fast") > 0);
      assertThat(rig.handshakes("begun")).isEqualTo(2);
    }
  }

  @Test
  void whileTheRegistryIsAwayNobodyIsToBlame() throws Exception {
    try (DtlsRig rig = new DtlsRig(Credentials.shared(), vehicle("bus-12", key("bus-12")))) {
      rig.clients.fail(true);
      refused(rig, psk(key("bus-12")));
      assertThat(rig.handshakes("wrong_key")).isZero();

      rig.clients.fail(false);
      try (TestClient client = new TestClient(psk(key("bus-12")))) {
        client.exchange(rig.address(), "hello");
      }
    }
  }

  @Test
  void aHandshakeWaitsForTheRegistryWithoutAThread() throws Exception {
    try (DtlsRig rig = new DtlsRig(Credentials.shared(), vehicle("bus-12", key("bus-12")));
        TestClient client = new TestClient(psk(key("bus-12")))) {
      rig.clients.hold();
      CompletableFuture<EndpointContext> said = client.say(rig.address(), "hello");
      await().until(() -> !rig.clients.questions().isEmpty());
      rig.clients.release();

      said.join();
      await().until(() -> !rig.heard.isEmpty());
      assertThat(method(rig.judged())).isEqualTo(Method.SHARED_KEY);
    }
  }

  @Test
  void moreHandshakesThanThereIsRoomForAreNotBegun() throws Exception {
    DtlsLimits all = DtlsLimits.defaults();
    DtlsLimits one =
        new DtlsLimits(
            all.sessionsMax(),
            all.staleAfterS(),
            1,
            all.threadsCount(),
            all.pendingRecordsMax(),
            all.recordBytesMax(),
            all.mtuBytes(),
            all.retransmitMs(),
            all.retransmitsMax());
    try (DtlsRig rig =
            new DtlsRig(Credentials.shared().withLimits(one), vehicle("bus-12", key("bus-12")));
        TestClient first = new TestClient(psk(key("bus-12")))) {
      rig.clients.hold();
      CompletableFuture<EndpointContext> said = first.say(rig.address(), "hello");
      await().until(() -> !rig.clients.questions().isEmpty());
      refused(rig, psk(key("bus-12")));
      await().until(() -> rig.handshakes("busy") > 0);
      assertThat(rig.handshakes("begun")).isEqualTo(1);

      rig.clients.release();
      said.join();
      try (TestClient second = new TestClient(psk(key("bus-12")))) {
        second.exchange(rig.address(), "now there is room");
      }
    }
  }

  @Test
  void aDisabledClientIsToldSoOnceItHasProvedWhoItIs() throws Exception {
    try (DtlsRig rig =
            new DtlsRig(Credentials.shared(), vehicle("bus-12", key("bus-12")).withEnabled(false));
        TestClient client = new TestClient(psk(key("bus-12")))) {
      client.exchange(rig.address(), "hello");

      assertThat(rig.judged())
          .isInstanceOfSatisfying(
              Entry.Denied.class, denied -> assertThat(denied.code()).isEqualTo(Denial.BANNED));
    }
  }

  @Test
  void aCertificateLetsItsClientIn() throws Exception {
    try (DtlsRig rig =
            new DtlsRig(
                Credentials.certified(folder),
                vehicle("bus-12", CertificateName.of("subject:CN=bus-12,O=Example")));
        TestClient client = new TestClient(x509(BUS, CITY))) {
      client.exchange(rig.address(), "hello");

      assertThat(method(rig.judged())).isEqualTo(Method.CERTIFICATE);
      assertThat(rig.door.presented(rig.heard.getLast()).certificates().getFirst())
          .isEqualTo(BUS.certificate());
      assertThat(rig.door.presented(rig.heard.getLast()).address()).isEqualTo(DtlsRig.LOOPBACK);
    }
  }

  @Test
  void whatNobodyOfTrustHasSignedIsRefused() throws Exception {
    try (DtlsRig rig =
        new DtlsRig(
            Credentials.certified(folder),
            vehicle("bus-12", CertificateName.of("subject:CN=bus-12,O=Example")))) {
      refused(rig, x509(STRANGER, CITY));
      refused(rig, nobody(CITY));
      assertThat(rig.handshakes("established")).isZero();
    }
  }

  @Test
  @Plugtest("TD_COAP_DTLS_04")
  void aRawPublicKeyLetsItsClientInAndTheServerShowsOneToo() throws Exception {
    try (DtlsRig rig =
            new DtlsRig(Credentials.certified(folder), vehicle("bus-12", print(STRANGER)));
        TestClient client = new TestClient(rawKey(STRANGER, SERVER))) {
      client.exchange(rig.address(), "hello");

      assertThat(method(rig.judged())).isEqualTo(Method.PUBLIC_KEY);
    }
  }

  @Test
  @Plugtest("TD_COAP_DTLS_05")
  void aServerWithAnotherKeyThanTheClientKnowsIsNotTrusted() throws Exception {
    try (DtlsRig rig =
            new DtlsRig(Credentials.certified(folder), vehicle("bus-12", print(STRANGER)));
        TestClient client = new TestClient(rawKey(STRANGER, BUS))) {
      assertThatThrownBy(() -> client.say(rig.address(), "hello").join())
          .hasRootCauseInstanceOf(HandshakeException.class);

      await().until(() -> rig.handshakes("failed") == 1);
      assertThat(rig.handshakes("established")).isZero();
      assertThat(rig.heard).isEmpty();
    }
  }

  @Test
  @Plugtest("TD_COAP_DTLS_06")
  void aRawPublicKeyThatIsNotRegisteredOnceIsRefused() throws Exception {
    try (DtlsRig rig =
        new DtlsRig(
            Credentials.certified(folder),
            vehicle("a", print(STRANGER)),
            vehicle("b", print(STRANGER)))) {
      refused(rig, rawKey(BUS, SERVER));
      refused(rig, rawKey(STRANGER, SERVER));
    }
  }

  @Test
  void aRenewedCertificateIsShownFromThenOnAndABadOneIsNot() throws Exception {
    FakeAuthority newCity = new FakeAuthority("CN=New City CA");
    try (DtlsRig rig =
        new DtlsRig(
            Credentials.certified(folder),
            vehicle("bus-12", CertificateName.of("subject:CN=bus-12,O=Example")))) {
      assertThat(rig.door.refresh()).isFalse();
      Credentials.write(folder, newCity.issue("CN=edge", "dns:localhost", "ip:127.0.0.1"));
      Files.setLastModifiedTime(folder.resolve("server.crt"), FileTime.from(LATER));
      assertThat(rig.door.refresh()).isTrue();
      refused(rig, x509(BUS, CITY));

      Files.writeString(folder.resolve("server.crt"), "no certificate");
      assertThat(rig.door.refresh()).isFalse();
      try (TestClient client = new TestClient(x509(BUS, newCity))) {
        client.exchange(rig.address(), "hello");
      }
    }
  }

  @Test
  void whoeverMayNotComeInAnyMoreMustShakeHandsAgain() throws Exception {
    try (DtlsRig rig = new DtlsRig(Credentials.shared(), vehicle("bus-12", key("bus-12")));
        TestClient client = new TestClient(psk(key("bus-12")))) {
      client.exchange(rig.address(), "hello");
      assertThat(rig.door.endSessionsOf(known(rig)).get()).isNull();

      client.resume();
      client.exchange(rig.address(), "again");
      assertThat(rig.handshakes("established")).isEqualTo(2);
      assertThat(rig.handshakes("resumed")).isZero();
    }
  }

  private static DtlsPeer.Known known(DtlsRig rig) {
    return (DtlsPeer.Known) rig.door.known(rig.heard.getLast());
  }

  /// Its session knows by which key it came in, and that is not there any more.
  @Test
  void whoeverCameInByAKeyThatWasReplacedIsNotLetInAndOthersStay() throws Exception {
    SharedKey other = new SharedKey("bus-12", "another key of bus-12".getBytes(UTF_8));
    try (DtlsRig rig = new DtlsRig(Credentials.shared(), vehicle("bus-12", key("bus-12")));
        TestClient thief = new TestClient(psk(key("bus-12")));
        TestClient client = new TestClient(psk(other))) {
      thief.exchange(rig.address(), "mine");
      DtlsPeer.Known before = known(rig);
      assertThat(method(rig.judged())).isEqualTo(Method.SHARED_KEY);
      rig.clients.put(List.of(vehicle("bus-12", other))).toCompletableFuture().join();
      assertThat(rig.judged())
          .isEqualTo(
              new Entry.Denied(
                  Denial.BAD_CREDENTIALS,
                  "the shared key of \"bus-12\" was replaced, shake hands with the new one"));

      client.exchange(rig.address(), "no, mine");
      assertThat(method(rig.judged())).isEqualTo(Method.SHARED_KEY);
      assertThat(known(rig)).isNotEqualTo(before);
      assertThat(rig.door.endSessionsOf(before).get()).isNull();
      client.exchange(rig.address(), "still mine");
      long droppedBefore = rig.telemetry.count(Metric.EDGE_DTLS_DROPPED, "record");
      thief.say(rig.address(), "mine?").join();
      await().until(() -> rig.telemetry.count(Metric.EDGE_DTLS_DROPPED, "record") > droppedBefore);
      assertThat(rig.handshakes("established")).isEqualTo(2);
      assertThat(rig.heard).hasSize(3);
    }
  }

  @Test
  void aDoorThatCannotBeOpenedSaysWhy() throws Exception {
    DtlsConfig some = Credentials.certified(folder);
    Files.writeString(folder.resolve("server.key"), FLEET.own().keyPem());
    assertThatThrownBy(() -> new DtlsRig(some))
        .hasMessage(
            "edge.coap.dtls: the key in %s is not that of the certificate in %s"
                .formatted(folder.resolve("server.key"), folder.resolve("server.crt")));

    Files.delete(folder.resolve("server.key"));
    assertThatThrownBy(() -> new DtlsRig(some))
        .hasMessage(
            "edge.coap.dtls: file %s cannot be read; give a PEM file that this process may read"
                .formatted(folder.resolve("server.key")));
  }

  @Test
  void onlyAuthenticatedEncryptionIsOffered() throws Exception {
    assertThat(CipherSuites.named(List.of()))
        .allSatisfy(suite -> assertThat(suite.name()).containsAnyOf("GCM", "CCM"))
        .extracting(Enum::name)
        .contains(
            "TLS_PSK_WITH_AES_128_CCM_8",
            "TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8")
        .noneMatch(name -> name.contains("RSA") || name.contains("CBC"));
    assertThatThrownBy(() -> CipherSuites.named(List.of("TLS_PSK_WITH_AES_128_CBC_SHA256")))
        .hasMessageStartingWith(
            "edge.coap.dtls: cipher suite TLS_PSK_WITH_AES_128_CBC_SHA256 is not offered;");
  }
}
