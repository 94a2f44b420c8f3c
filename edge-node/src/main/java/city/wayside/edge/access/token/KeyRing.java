package city.wayside.edge.access.token;

import java.io.IOException;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An issuer's keys as they were when they were last fetched. They are fetched again now and then,
/// and when a token names a key that is not there, for an issuer that changes its key signs with
/// the new one at once; but not more often than is allowed, for anybody can name unknown keys. A
/// fetch that fails leaves the keys as they are. Any thread.
final class KeyRing {

  private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

  private final KeySource source;
  private final Executor threads;
  private final InstantSource clock;
  private final long refreshMsMin;

  private volatile @Nullable KeySet keys;

  /// Guarded by this, as is the fetch under way.
  private long triedMs;

  private @Nullable CompletableFuture<Void> underWay;
  private boolean hasWarned;

  /// @param threads where the source may block
  KeyRing(KeySource source, Executor threads, InstantSource clock, long refreshMsMin) {
    this.source = source;
    this.threads = threads;
    this.clock = clock;
    this.refreshMsMin = refreshMsMin;
    this.triedMs = clock.millis() - refreshMsMin;
  }

  /// True once there are keys.
  boolean isFilled() {
    return keys != null;
  }

  /// The key for a token; empty when there is none, even after looking again.
  CompletionStage<Optional<PublicKey>> find(String keyId, SignatureAlgorithm algorithm) {
    Optional<PublicKey> known = known(keyId, algorithm);
    if (known.isPresent()) {
      return CompletableFuture.completedFuture(known);
    }
    return refresh().thenApply(_ -> known(keyId, algorithm));
  }

  private Optional<PublicKey> known(String keyId, SignatureAlgorithm algorithm) {
    @Nullable KeySet now = keys;
    return now == null ? Optional.empty() : now.find(keyId, algorithm);
  }

  /// Fetches the keys, unless that was tried a moment ago.
  ///
  /// @return done when the fetch has ended, whatever came of it; never failed
  CompletionStage<Void> refresh() {
    CompletableFuture<Void> fetch;
    synchronized (this) {
      if (underWay != null) {
        return underWay;
      }
      if (clock.millis() - triedMs < refreshMsMin) {
        return CompletableFuture.completedFuture(null);
      }
      triedMs = clock.millis();
      fetch = new CompletableFuture<>();
      underWay = fetch;
    }
    threads.execute(() -> {
      try {
        fetch();
      } finally {
        synchronized (this) {
          underWay = null;
        }
        fetch.complete(null);
      }
    });
    return fetch;
  }

  private void fetch() {
    try {
      KeySet fetched = KeySet.parse(source.read());
      if (fetched.keys().isEmpty()) {
        throw new IOException("it has no key for RS256, ES256 or EdDSA");
      }
      keys = fetched;
      hasWarned = false;
    } catch (IOException | RuntimeException e) {
      if (!hasWarned) {
        hasWarned = true;
        LOG.warn(
            "the keys of edge.access.token cannot be had from {} ({}); {}",
            source,
            e.getMessage(),
            isFilled() ? "those from before stay in use" : "no token is believed until they can");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
