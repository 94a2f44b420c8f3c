package city.wayside.edge.access.token;

import city.wayside.edge.access.bounded.BoundedWork;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Checks tokens: by the issuer's key first, then what they say. Any thread.
public final class TokenCheck implements AutoCloseable {

  private static final Executor THREADS =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("token-keys-", 0).factory());

  private final TokenConfig config;
  private final KeyRing keys;
  private final BoundedWork work;
  private final InstantSource clock;
  private @Nullable Thread refreshing;

  TokenCheck(TokenConfig config, KeyRing keys, BoundedWork work, InstantSource clock) {
    this.config = config;
    this.keys = keys;
    this.work = work;
    this.clock = clock;
  }

  /// Checks tokens from now on, and fetches the keys until it is closed.
  ///
  /// @throws IOException when the authorities for the keys' server cannot be read
  public static TokenCheck start(TokenConfig config, BoundedWork work, InstantSource clock)
      throws IOException {
    KeyRing keys = new KeyRing(source(config), THREADS, clock, config.refreshMsMin());
    TokenCheck check = new TokenCheck(config, keys, work, clock);
    check.refreshing = Thread.ofVirtual().name("token-keys").start(check::refreshForEver);
    return check;
  }

  private static KeySource source(TokenConfig config) throws IOException {
    @Nullable Path file = config.keysFile();
    return file != null
        ? new FileKeys(file)
        : new HttpsKeys(
            URI.create(Objects.requireNonNull(config.keysUrl())), tls(config.keysCaFile()));
  }

  private static SSLContext tls(@Nullable Path caFile) throws IOException {
    try {
      if (caFile == null) {
        return SSLContext.getDefault();
      }
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      try (InputStream in = Files.newInputStream(caFile)) {
        int number = 0;
        for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
          trusted.setCertificateEntry("ca-" + number++, one);
        }
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IOException(
          "edge.access.token.keysCaFile %s cannot be used (%s); allowed is a file with certificates"
              .formatted(caFile, e.getMessage()),
          e);
    }
  }

  private void refreshForEver() {
    try {
      while (true) {
        CompletionStage<Void> _ = keys.refresh();
        Thread.sleep(config.refreshMs());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// True when a client says, or shows by its form, that its password is a token.
  public boolean isToken(@Nullable String userName, byte[] password) {
    return config.userName() != null
        ? config.userName().equals(userName)
        : SignedToken.isLike(text(password));
  }

  /// Checks a token.
  ///
  /// @param password the token as ASCII
  /// @return never failed
  public CompletionStage<TokenResult> check(byte[] password) {
    SignedToken token;
    try {
      token = SignedToken.parse(text(password));
    } catch (IOException e) {
      return CompletableFuture.completedFuture(
          new TokenResult.Forged("the token cannot be read: " + e.getMessage()));
    }
    return keys.find(token.keyId(), token.algorithm()).thenCompose(key -> check(token, key));
  }

  private CompletionStage<TokenResult> check(SignedToken token, Optional<PublicKey> key) {
    if (key.isEmpty()) {
      return CompletableFuture.completedFuture(
          keys.isFilled()
              ? new TokenResult.Forged("the token is signed with a key that the issuer has not")
              : new TokenResult.Unavailable());
    }
    return work.submit(() -> judge(token, key.get()), new TokenResult.Busy());
  }

  private TokenResult judge(SignedToken token, PublicKey key) {
    return token.algorithm().fits(key)
            && token.algorithm().isGenuine(key, token.signed(), token.signature())
        ? Claims.judge(config, token.payload(), clock.millis())
        : new TokenResult.Forged("the token's signature is not the issuer's");
  }

  private static String text(byte[] password) {
    // One character for each byte: what is no ASCII has no form of a token either.
    return new String(password, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    if (refreshing != null) {
      refreshing.interrupt();
    }
  }
}
