package city.wayside.edge.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.edge.access.bounded.BoundedWork;
import city.wayside.kit.fake.FakeAuthority;
import city.wayside.kit.fake.ManualClock;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys come from files and from servers, and from nowhere else.
class KeySourceTest {

  private static final Issuer ISSUER = Issuer.of("key-1", SignatureAlgorithm.EDDSA);
  private static final String CLAIMS =
      "{\"iss\":\"me\",\"aud\":\"wayside\",\"sub\":\"bus-12\",\"exp\":1800000600}";

  private final FakeAuthority authority = new FakeAuthority("CN=Test CA");
  private final ManualClock clock = new ManualClock(1_800_000_000_000L);
  @TempDir private Path folder = Path.of("");
  private @Nullable HttpServer server;
  private byte[] body = Issuer.bytes(Issuer.keySet(ISSUER));
  private int status = 200;

  @BeforeEach
  void serve() throws Exception {
    HttpsServer made =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    made.setHttpsConfigurator(new HttpsConfigurator(tls()));
    made.createContext(
        "/keys",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/other");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    made.start();
    server = made;
  }

  private SSLContext tls() throws GeneralSecurityException, IOException {
    FakeAuthority.Issued issued = authority.issue("CN=server", "dns:localhost");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry("server", issued.key(), new char[0], new Certificate[] {issued.certificate()});
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  private TokenResult checked(@Nullable Path keysFile, @Nullable Path caFile) throws Exception {
    String url = "https://localhost:" + port() + "/keys";
    TokenConfig config =
        new TokenConfig(
            "me",
            "wayside",
            keysFile,
            keysFile == null ? url : null,
            caFile,
            null,
            0,
            300_000,
            100,
            ClaimNames.defaults());
    BoundedWork work = BoundedWork.on(Runnable::run, clock, 1000);
    try (TokenCheck check = TokenCheck.start(config, work, clock)) {
      return check
          .check(Issuer.bytes(ISSUER.token(CLAIMS)))
          .toCompletableFuture()
          .get(30, TimeUnit.SECONDS);
    }
  }

  private int port() {
    return java.util.Objects.requireNonNull(server).getAddress().getPort();
  }

  private Path authorities() throws IOException {
    return Files.writeString(folder.resolve("ca.pem"), authority.own().certificatePem());
  }

  @Test
  void keysComeFromAFile() throws Exception {
    Path file = Files.write(folder.resolve("keys.json"), body);

    assertThat(checked(file, null)).isInstanceOf(TokenResult.Believed.class);
    assertThat(checked(folder.resolve("none.json"), null)).isEqualTo(new TokenResult.Unavailable());
  }

  @Test
  void keysComeFromAServerThatATrustedAuthorityVouchesFor() throws Exception {
    assertThat(checked(null, authorities())).isInstanceOf(TokenResult.Believed.class);
    assertThat(checked(null, null)).isEqualTo(new TokenResult.Unavailable());
  }

  @Test
  void aRedirectionIsNotFollowedAndAnErrorIsNoKeySet() throws Exception {
    status = 302;
    assertThat(checked(null, authorities())).isEqualTo(new TokenResult.Unavailable());
    status = 503;
    assertThat(checked(null, authorities())).isEqualTo(new TokenResult.Unavailable());
  }

  @Test
  void aKeySetOfBoundlessLengthIsNotRead() throws Exception {
    body = new byte[KeySet.BYTES_MAX + 1];
    Path file = Files.write(folder.resolve("keys.json"), body);

    assertThat(checked(null, authorities())).isEqualTo(new TokenResult.Unavailable());
    assertThatThrownBy(() -> new FileKeys(file).read())
        .hasMessage("it is larger than 1048576 bytes");
  }

  @Test
  void authoritiesThatCannotBeReadAreNamed() {
    Path none = folder.resolve("none.pem");

    assertThatThrownBy(() -> checked(null, none))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("edge.access.token.keysCaFile " + none + " cannot be used");
  }

  @Test
  void aConfigurationThatWouldLetInWhomNobodyVouchesForIsRefused() {
    assertThatThrownBy(() -> config("", "wayside", null, "https://a.example/k"))
        .hasMessage("issuer and audience must both be set");
    assertThatThrownBy(() -> config("me", "wayside", null, null))
        .hasMessage("one of keysFile and keysUrl must be set, and not both");
    assertThatThrownBy(() -> config("me", "wayside", folder, "https://a.example/k"))
        .hasMessage("one of keysFile and keysUrl must be set, and not both");
    assertThatThrownBy(() -> config("me", "wayside", null, "http://a.example/k"))
        .hasMessage(
            "keysUrl is \"http://a.example/k\", must be an address that begins with https://");
    assertThatThrownBy(() -> config("me", "wayside", null, "https://a b"))
        .hasMessage("keysUrl is \"https://a b\", must be an address that begins with https://");
  }

  private static TokenConfig config(
      String issuer, String audience, @Nullable Path file, @Nullable String url) {
    return new TokenConfig(
        issuer, audience, file, url, null, null, 0, 1000, 100, ClaimNames.defaults());
  }
}
