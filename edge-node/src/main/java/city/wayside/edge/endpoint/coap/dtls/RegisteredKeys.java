package city.wayside.edge.endpoint.coap.dtls;

import city.wayside.edge.access.HandshakeDesk;
import city.wayside.model.client.SharedKey;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.eclipse.californium.scandium.dtls.ConnectionId;
import org.eclipse.californium.scandium.dtls.HandshakeResultHandler;
import org.eclipse.californium.scandium.dtls.PskPublicInformation;
import org.eclipse.californium.scandium.dtls.PskSecretResult;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedPskStore;
import org.eclipse.californium.scandium.util.SecretUtil;
import org.eclipse.californium.scandium.util.ServerNames;
import org.jspecify.annotations.Nullable;

/// Shared keys of the registry, for handshakes. An identity that is not registered gets a key that
/// nobody has: its handshake then fails exactly as one with a wrong key does, so that nobody learns
/// which identities there are (RFC 4279 §2).
final class RegisteredKeys implements AdvancedPskStore {

  private static final String MAC = "HmacSHA256";

  private final HandshakeDesk desk;
  private final Executor answers;
  private final SecretKey unknown;
  private @Nullable HandshakeResultHandler handler;

  /// @param answers where answers are passed on that were not there at once
  RegisteredKeys(HandshakeDesk desk, Executor answers) {
    this.desk = desk;
    this.answers = answers;
    try {
      this.unknown = KeyGenerator.getInstance(MAC).generateKey();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + MAC, e);
    }
  }

  @Override
  public boolean hasEcdhePskSupported() {
    return true;
  }

  @Override
  public @Nullable PskSecretResult requestPskSecretResult(
      ConnectionId cid,
      @Nullable ServerNames serverName,
      PskPublicInformation identity,
      String hmacAlgorithm,
      @Nullable SecretKey otherSecret,
      byte[] seed,
      boolean useExtendedMasterSecret) {
    CompletionStage<PskSecretResult> found =
        lookUp(identity)
            .thenApply(key -> result(cid, identity, key))
            // Nothing is known, so nothing was wrong: the client is not answered, and tries again.
            .exceptionally(_ -> new PskSecretResult(cid, identity, null));
    return Later.nowOrLater(found, answers, this::passOn);
  }

  private CompletionStage<Optional<SharedKey>> lookUp(PskPublicInformation identity) {
    String text = identity.getPublicInfoAsString();
    if (!identity.isCompliantEncoding()
        || text.isBlank()
        || text.length() > SharedKey.IDENTITY_CHARS_MAX) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return desk.sharedKey(text);
  }

  private PskSecretResult result(
      ConnectionId cid, PskPublicInformation identity, Optional<SharedKey> key) {
    // Made in any case, so that it takes no longer when it is needed.
    byte[] nobodys = nobodysKey(identity);
    byte[] secret = key.map(SharedKey::key).orElse(nobodys);
    return new PskSecretResult(
        cid,
        identity,
        SecretUtil.create(secret, PskSecretResult.ALGORITHM_PSK),
        // The session remembers it, see DtlsPeer.
        key.flatMap(SharedKey::mark).orElse(null));
  }

  private byte[] nobodysKey(PskPublicInformation identity) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(unknown);
      return mac.doFinal(identity.getPublicInfoAsString().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + MAC, e);
    }
  }

  private void passOn(PskSecretResult result) {
    HandshakeResultHandler told = handler;
    if (told != null) {
      told.apply(result);
    }
  }

  /// A server shows no identity.
  @Override
  public @Nullable PskPublicInformation getIdentity(
      InetSocketAddress peerAddress, @Nullable ServerNames virtualHost) {
    return null;
  }

  @Override
  public void setResultHandler(HandshakeResultHandler resultHandler) {
    handler = resultHandler;
  }
}
