package city.wayside.edge.access;

import city.wayside.model.client.CertificateName;
import city.wayside.model.client.ClientRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/// By a client certificate, which TLS has verified: one of its names must be registered.
final class CertificateLogin implements Login {

  private static final Undecided NONE =
      new Undecided(new Entry.Denied(Denial.NOT_AUTHORIZED, "no client certificate was shown"));

  private final Lookup<List<ClientRecord>> byShown;

  CertificateLogin(Lookup<List<ClientRecord>> byShown) {
    this.byShown = byShown;
  }

  @Override
  public CompletionStage<Proof> prove(Presented presented) {
    if (presented.certificates().isEmpty()) {
      return CompletableFuture.completedFuture(NONE);
    }
    List<CertificateName> names = CertificateName.allOf(presented.certificates().getFirst());
    CompletionStage<Set<ClientRecord>> owners = CompletableFuture.completedFuture(new HashSet<>());
    for (CertificateName name : names) {
      owners =
          owners.thenCombine(byShown.find(name.shown().orElseThrow()), CertificateLogin::together);
    }
    return owners.thenApply(found -> judged(names, found));
  }

  private static Set<ClientRecord> together(
      Set<ClientRecord> some, Optional<List<ClientRecord>> others) {
    others.ifPresent(some::addAll);
    return some;
  }

  private static Proof judged(List<CertificateName> names, Set<ClientRecord> owners) {
    if (owners.size() == 1) {
      Set<String> marks =
          names.stream().map(name -> name.mark().orElseThrow()).collect(Collectors.toSet());
      return new Proven(
          owners.iterator().next(), Method.CERTIFICATE, Entry.Admitted.FOREVER, marks);
    }
    String shown =
        names.isEmpty() ? "without a name" : "of " + names.getFirst().shown().orElseThrow();
    return owners.isEmpty()
        ? new Undecided(
            new Entry.Denied(
                Denial.NOT_AUTHORIZED, "the certificate " + shown + " is not registered"))
        : Login.refuted(
            Denial.NOT_AUTHORIZED,
            "the certificate %s is registered for %d clients; allowed is one"
                .formatted(shown, owners.size()));
  }
}
