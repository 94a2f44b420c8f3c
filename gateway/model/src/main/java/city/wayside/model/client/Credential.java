package city.wayside.model.client;

import java.util.Optional;

/// By what a client proves who it is. Secrets are never printed.
public sealed interface Credential
    permits PasswordHash, CertificateName, SharedKey, PublicKeyPrint {

  /// What a client that has this credential shows of it when it connects, as one text that the
  /// registry can be searched by; empty for a password, whose client gives its name.
  Optional<String> shown();

  /// By what this very credential is known again once it has let a client in: what is shown of it,
  /// and of a secret its fingerprint, so that another one in its place is told from it. Empty for a
  /// password.
  default Optional<String> mark() {
    return shown();
  }
}
