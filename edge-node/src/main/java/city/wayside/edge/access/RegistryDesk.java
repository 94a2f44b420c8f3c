package city.wayside.edge.access;

import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.PublicKeyPrint;
import city.wayside.model.client.SharedKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// Answers handshakes from the registry.
///
/// @param byShown who has what is shown
/// @param limit how many may fail
/// @param clock tells when
record RegistryDesk(Lookup<List<ClientRecord>> byShown, FailureLimit limit, InstantSource clock)
    implements HandshakeDesk {

  @Override
  public CompletionStage<Optional<SharedKey>> sharedKey(String identity) {
    return byShown
        .find(SharedKey.shown(identity))
        .thenApply(owners ->
            owners
                .filter(each -> each.size() == 1)
                .flatMap(each -> key(each.getFirst(), identity)));
  }

  private static Optional<SharedKey> key(ClientRecord client, String identity) {
    return client.credentials().stream()
        .filter(SharedKey.class::isInstance)
        .map(SharedKey.class::cast)
        .filter(each -> each.identity().equals(identity))
        .findFirst();
  }

  @Override
  public CompletionStage<Boolean> isRegistered(PublicKeyPrint key) {
    return byShown
        .find(key.shown().orElseThrow())
        .thenApply(owners -> owners.map(each -> each.size() == 1).orElse(false));
  }

  @Override
  public boolean mayTry(String address) {
    return limit.allows(address, clock.millis());
  }

  @Override
  public void failed(String address) {
    limit.failed(address, clock.millis());
  }
}
