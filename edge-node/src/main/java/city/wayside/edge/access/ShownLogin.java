package city.wayside.edge.access;

import city.wayside.model.client.ClientRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// By what the transport has verified beside certificates: a shared key, or a raw public key. It
/// must be registered for exactly one client, and a shared key still be the one of the handshake.
final class ShownLogin implements Login {

  private static final String SHARED_KEY = "psk:";
  private static final String PUBLIC_KEY = "key:";

  private static final Undecided NONE =
      new Undecided(
          new Entry.Denied(
              Denial.NOT_AUTHORIZED, "neither a shared key nor a public key was shown"));

  private final Lookup<List<ClientRecord>> byShown;

  ShownLogin(Lookup<List<ClientRecord>> byShown) {
    this.byShown = byShown;
  }

  @Override
  public CompletionStage<Proof> prove(Presented presented) {
    if (presented.shown().isEmpty()) {
      return CompletableFuture.completedFuture(NONE);
    }
    CompletionStage<Set<ClientRecord>> owners = CompletableFuture.completedFuture(new HashSet<>());
    for (String shown : presented.shown()) {
      owners = owners.thenCombine(byShown.find(shown), ShownLogin::together);
    }
    return owners.thenApply(found -> judged(presented, found));
  }

  private static Set<ClientRecord> together(
      Set<ClientRecord> some, Optional<List<ClientRecord>> others) {
    others.ifPresent(some::addAll);
    return some;
  }

  private static Proof judged(Presented presented, Set<ClientRecord> owners) {
    String shown = presented.shown().getFirst();
    if (owners.size() == 1) {
      return proven(presented.mark(), shown, owners.iterator().next());
    }
    return Login.refuted(
        Denial.NOT_AUTHORIZED,
        owners.isEmpty()
            ? "%s is not registered".formatted(words(shown))
            : "%s is registered for %d clients; allowed is one"
                .formatted(words(shown), owners.size()));
  }

  private static Proof proven(String used, String shown, ClientRecord owner) {
    Method method = method(shown);
    String mark = method == Method.SHARED_KEY ? used : shown;
    boolean isThere =
        owner.credentials().stream().anyMatch(one -> one.mark().filter(mark::equals).isPresent());
    return isThere
        ? new Proven(owner, method, Entry.Admitted.FOREVER, Set.of(mark))
        : Login.refuted(
            Denial.BAD_CREDENTIALS,
            "%s was replaced, shake hands with the new one".formatted(words(shown)));
  }

  private static Method method(String shown) {
    if (shown.startsWith(SHARED_KEY)) {
      return Method.SHARED_KEY;
    }
    if (shown.startsWith(PUBLIC_KEY)) {
      return Method.PUBLIC_KEY;
    }
    throw new IllegalArgumentException("shown is \"" + shown + "\"; allowed are psk:… and key:…");
  }

  private static String words(String shown) {
    return switch (method(shown)) {
      case SHARED_KEY -> "the shared key of \"" + shown.substring(SHARED_KEY.length()) + "\"";
      case PUBLIC_KEY -> "the public key " + shown.substring(PUBLIC_KEY.length());
      case OPEN, CERTIFICATE, PASSWORD, TOKEN -> shown;
    };
  }
}
