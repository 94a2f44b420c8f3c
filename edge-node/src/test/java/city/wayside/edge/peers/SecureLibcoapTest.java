package city.wayside.edge.peers;

import static city.wayside.edge.endpoint.coap.dtls.Credentials.BUS;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.CITY;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.STRANGERS;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.key;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.print;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.endpoint.coap.CoapConfig;
import city.wayside.edge.endpoint.coap.dtls.Credentials;
import city.wayside.edge.peers.Tool.Ended;
import city.wayside.edge.rig.Server;
import city.wayside.kit.fake.FakeAuthority;
import city.wayside.kit.fake.FakeAuthority.Issued;
import city.wayside.model.client.CertificateName;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Credential;
import city.wayside.model.client.SharedKey;
import city.wayside.model.telemetry.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The clients of libcoap over DTLS, with OpenSSL and with GnuTLS below.
class SecureLibcoapTest {

  private static final long STATION = 12;
  private static final SharedKey BUS_KEY = key("bus-12");
  private static final SharedKey GANTRY_KEY = key("gantry");
  private static final Issued STRANGER = STRANGERS.issue("CN=bus-12,O=Example");

  @TempDir private static Path folder;

  private static Server server;

  /// Whose DTLS the client uses.
  enum Below {
    OPENSSL("openssl"),
    GNUTLS("gnutls");

    private final String word;

    Below(String word) {
      this.word = word;
    }

    /// Does something, and ends when it has heard enough.
    Ended run(
        List<String> credentials,
        String method,
        String path,
        Predicate<String> enough,
        String... options) {
      Path program = Path.of("/usr/bin/coap-client-" + word);
      Tool client = new Tool(program, program);
      client.mustBeHere();
      List<String> words = new ArrayList<>(List.of("-v", "7", "-m", method));
      words.addAll(credentials);
      words.addAll(List.of(options));
      words.add("coaps://%s:%d/%s".formatted(server.host(), server.coapSecurePort(), path));
      return client.runUntil(enough, words);
    }

    /// Does something to its end.
    Ended run(List<String> credentials, String method, String path, String... options) {
      return run(credentials, method, path, _ -> false, options);
    }
  }

  @BeforeAll
  static void start() throws IOException {
    server =
        Server.startRegistered(
            CoapConfig.defaults().withDtls(Credentials.certified(folder)),
            new ClientRecord(
                "bus-12",
                ClientRole.VEHICLE,
                Set.of(STATION),
                null,
                null,
                true,
                false,
                List.of(BUS_KEY, CertificateName.of("subject:CN=bus-12,O=Example"), print(BUS)),
                1_000),
            new ClientRecord(
                "gantry",
                ClientRole.RSU,
                Set.of(),
                null,
                null,
                true,
                false,
                List.<Credential>of(GANTRY_KEY),
                1_000));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<String> psk(SharedKey key) {
    return psk(key.identity(), key);
  }

  private static List<String> psk(String identity, SharedKey key) {
    return List.of("-u", identity, "-k", new String(key.key(), UTF_8));
  }

  private static List<String> certificate(Issued own, FakeAuthority ofServer) {
    return List.of(
        "-c",
        file(own.certificatePem()),
        "-j",
        file(own.ecKeyPem()),
        "-R",
        file(ofServer.own().certificatePem()));
  }

  private static List<String> rawKey(Issued own) {
    return List.of("-M", file(own.ecKeyPem()), "-R", file(CITY.own().certificatePem()));
  }

  private static String file(String text) {
    return CoapPeer.file(folder, text.getBytes(UTF_8));
  }

  private static long handshakes(String outcome) {
    return server.count(Metric.EDGE_DTLS_HANDSHAKES, outcome);
  }

  private static void postsAndAsks(Below below, List<String> credentials) {
    long stored = server.storedCount();
    long received = server.receivedCount("probe");
    long established = handshakes("established");
    String probe = new String(server.probe(STATION), UTF_8);

    Ended posted = below.run(credentials, "post", Server.topicOf(STATION), "-t", "50", "-e", probe);
    Ended asked = below.run(credentials, "get", "v1/time");

    assertThat(posted.said()).contains("c:2.04");
    assertThat(server.storedCount()).isEqualTo(stored + 1);
    assertThat(server.receivedCount("probe")).isEqualTo(received + 1);
    assertThat(asked.said()).contains("c:2.05").containsPattern("'[0-9]{13}'");
    assertThat(handshakes("established")).isEqualTo(established + 2);
  }

  @ParameterizedTest
  @EnumSource
  void aSharedKeyLetsItIn(Below below) {
    postsAndAsks(below, psk(BUS_KEY));
  }

  @ParameterizedTest
  @EnumSource
  void aCertificateLetsItIn(Below below) {
    postsAndAsks(below, certificate(BUS, CITY));
  }

  /// Of libcoap's clients in Debian only the one on GnuTLS has raw public keys.
  @Test
  void aRawPublicKeyLetsItIn() {
    postsAndAsks(Below.GNUTLS, rawKey(BUS));
  }

  @ParameterizedTest
  @EnumSource
  void aWrongKeyDoesNot(Below below) {
    long wrong = handshakes("wrong_key");
    long established = handshakes("established");

    // It hears nothing and would try for a minute and a half.
    Ended ended =
        below.run(
            psk("bus-12", GANTRY_KEY), "get", "v1/time", _ -> handshakes("wrong_key") > wrong);

    assertThat(ended.said())
        .contains("new outgoing session")
        .doesNotContain("session connected")
        .doesNotContain("c:2.05");
    assertThat(handshakes("wrong_key")).isEqualTo(wrong + 1);
    assertThat(handshakes("established")).isEqualTo(established);
  }

  @ParameterizedTest
  @EnumSource
  void aCertificateThatNobodyOfTrustHasSignedDoesNot(Below below) {
    long established = handshakes("established");

    Ended ended = below.run(certificate(STRANGER, CITY), "get", "v1/time");

    assertThat(ended.said())
        .containsAnyOf("alert read:fatal:bad certificate", "Alert '42': Certificate is bad")
        .doesNotContain("c:2.05");
    assertThat(handshakes("established")).isEqualTo(established);
  }

  @Test
  void aRawPublicKeyThatNobodyHasDoesNot() {
    long established = handshakes("established");

    Ended ended = Below.GNUTLS.run(rawKey(STRANGER), "get", "v1/time");

    assertThat(ended.said()).contains("Alert '42': Certificate is bad").doesNotContain("c:2.05");
    assertThat(handshakes("established")).isEqualTo(established);
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatNobodyOfTrustHasSignedIsNotBelieved(Below below) {
    long established = handshakes("established");

    Ended ended = below.run(certificate(BUS, STRANGERS), "get", "v1/time");

    assertThat(ended.said())
        .containsAnyOf("unable to get local issuer certificate", "certificate's CA is unknown")
        .doesNotContain("c:2.05");
    assertThat(handshakes("established")).isEqualTo(established);
  }

  @ParameterizedTest
  @EnumSource
  void itPostsABatchInBlocks(Below below) {
    long before = server.storedCount();
    String batch = CoapPeer.file(folder, CoapPeer.batch(server, 30));

    Ended ended =
        below.run(psk(GANTRY_KEY), "post", "v1/up/batch", "-b", "256", "-t", "42", "-f", batch);

    assertThat(ended.said()).contains("c:2.31").contains("c:2.04");
    assertThat(server.storedCount()).isEqualTo(before + 30);
  }

  @ParameterizedTest
  @EnumSource
  void itHearsOfHazardsWhileItObserves(Below below) {
    String told = "an accident";
    CompletableFuture<Ended> hearing =
        CompletableFuture.supplyAsync(() ->
            below.run(psk(BUS_KEY), "get", "v1/down", said -> said.contains(told), "-s", "600"));
    // It may hear only what is told after it began to observe.
    Awaitility.await()
        .atMost(60, TimeUnit.SECONDS)
        .until(() -> {
          server.publishDown("v1/down/" + STATION + "/denm", told, 1, false);
          return hearing.isDone();
        });

    // Its address needs no other proof than the handshake.
    assertThat(hearing.join().said()).contains("t:CON c:2.05").doesNotContain("Echo:");
    assertThat(hearing.join().said()).contains(told);
  }
}
