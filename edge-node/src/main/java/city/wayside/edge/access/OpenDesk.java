package city.wayside.edge.access;

import city.wayside.model.client.PublicKeyPrint;
import city.wayside.model.client.SharedKey;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Answers handshakes where everybody is let in: there is no registry, and so no shared key; every
/// public key is as good as another.
enum OpenDesk implements HandshakeDesk {
  /// Stands for all of them.
  OPEN;

  @Override
  public CompletionStage<Optional<SharedKey>> sharedKey(String identity) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  @Override
  public CompletionStage<Boolean> isRegistered(PublicKeyPrint key) {
    return CompletableFuture.completedFuture(true);
  }

  @Override
  public boolean mayTry(String address) {
    return true;
  }

  @Override
  public void failed(String address) {
    // Nobody is kept out.
  }
}
