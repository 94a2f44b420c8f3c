package city.wayside.edge.access;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a client shows when it connects.
///
/// @param protocol the protocol's name in small letters, such as `mqtt`
/// @param clientId the client's id, as it will be known; empty in protocols without one
/// @param isIdAssigned true when the id was not the client's choice
/// @param userName the user name; absent when it shows none
/// @param password the password, as a copy that nobody changes; absent when it shows none
/// @param certificates the chain that TLS has verified, the client's own first; empty without
/// @param shown what else the transport has verified that the client has, in the words by which the
///   registry finds it ([city.wayside.model.client.Credential#shown()]): the shared key of DTLS, a
///   raw public key; empty without
/// @param mark which shared key the transport has used
///   ([city.wayside.model.client.Credential#mark()]); empty when none, or when that is not known
///   any more
/// @param address from where it connects: an IP address as text, without a port
public record Presented(
    String protocol,
    String clientId,
    boolean isIdAssigned,
    @Nullable String userName,
    byte @Nullable [] password,
    List<X509Certificate> certificates,
    List<String> shown,
    String mark,
    String address) {

  /// A client that shows no shared key.
  public Presented(
      String protocol,
      String clientId,
      boolean isIdAssigned,
      @Nullable String userName,
      byte @Nullable [] password,
      List<X509Certificate> certificates,
      List<String> shown,
      String address) {
    this(protocol, clientId, isIdAssigned, userName, password, certificates, shown, "", address);
  }

  /// The name that it gives itself: its user name, or its id without one; its address when the
  /// protocol knows neither.
  String ownName() {
    if (userName != null && !userName.isEmpty()) {
      return userName;
    }
    return clientId.isEmpty() ? address : clientId;
  }

  /// Without the password, and without what was shown, which may name the client.
  @Override
  public String toString() {
    return "%s client \"%s\", user \"%s\", %d certificate(s), from %s"
        .formatted(protocol, clientId, userName, certificates.size(), address);
  }
}
