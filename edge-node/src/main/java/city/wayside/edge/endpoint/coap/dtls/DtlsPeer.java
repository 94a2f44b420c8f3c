package city.wayside.edge.endpoint.coap.dtls;

import city.wayside.edge.access.Presented;
import city.wayside.model.client.PublicKeyPrint;
import city.wayside.model.client.SharedKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.elements.auth.PreSharedKeyIdentity;
import org.eclipse.californium.elements.auth.RawPublicKeyIdentity;
import org.eclipse.californium.elements.auth.X509CertPath;
import org.jspecify.annotations.Nullable;

/// What a peer has proved in its handshake, in the gatekeeper's words.
public final class DtlsPeer {

  private static final String PROTOCOL = "coap";

  private DtlsPeer() {}

  /// What the sender of a message shows.
  public static Presented presented(EndpointContext context) {
    return new Presented(
        PROTOCOL,
        "",
        true,
        null,
        null,
        certificates(context.getPeerIdentity()),
        shown(context.getPeerIdentity()),
        address(context.getPeerAddress()));
  }

  private static List<X509Certificate> certificates(@Nullable Principal principal) {
    return principal instanceof X509CertPath chain
        ? chain.getPath().getCertificates().stream().map(X509Certificate.class::cast).toList()
        : List.of();
  }

  /// What a principal shows beside certificates, see [Presented#shown()].
  static List<String> shown(@Nullable Principal principal) {
    return switch (principal) {
      case PreSharedKeyIdentity psk -> List.of(SharedKey.shown(psk.getIdentity()));
      case RawPublicKeyIdentity key ->
          List.of(new PublicKeyPrint(sha256(key.getSubjectInfo())).shown().orElseThrow());
      case null, default -> List.of();
    };
  }

  /// The IP address of a socket's address, as text.
  static String address(InetSocketAddress socket) {
    @Nullable InetAddress address = socket.getAddress();
    return address == null ? socket.getHostString() : address.getHostAddress();
  }

  /// The SHA-256 of something, as 64 hexadecimal digits.
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
