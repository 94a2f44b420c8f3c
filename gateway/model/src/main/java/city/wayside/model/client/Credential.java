package city.wayside.model.client;

import java.util.Optional;

/// By what a client proves who it is. Secrets are never printed.
public sealed interface Credential
    permits PasswordHash, CertificateName, SharedKey, PublicKeyPrint {

  /// What a client that has this credential shows of it when it connects, as one text that the
  /// registry can be searched by; empty for a password, whose client gives its name.
  Optional<String> shown();
}
