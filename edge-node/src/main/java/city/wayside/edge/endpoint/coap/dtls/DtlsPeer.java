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
import java.util.Map;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.elements.auth.AdditionalInfo;
import org.eclipse.californium.elements.auth.ExtensiblePrincipal;
import org.eclipse.californium.elements.auth.PreSharedKeyIdentity;
import org.eclipse.californium.elements.auth.RawPublicKeyIdentity;
import org.eclipse.californium.elements.auth.X509CertPath;
import org.jspecify.annotations.Nullable;

/// What a peer has proved in its handshake, in the gatekeeper's words.
public final class DtlsPeer {

  private static final String PROTOCOL = "coap";

  /// Under this name a principal has the mark of the shared key by which it was let in.
  private static final String MARK = "mark";

  private DtlsPeer() {}

  /// By what a peer is told from others.
  ///
  /// @param principal who it is
  /// @param mark by which shared key it was let in; empty when it has shown something else
  public record Known(Principal principal, String mark) {}

  /// Has a principal remember by which shared key it is let in.
  ///
  /// @param mark the key's mark
  static @Nullable AdditionalInfo remembering(@Nullable Object mark) {
    return mark instanceof String text ? AdditionalInfo.from(Map.of(MARK, text)) : null;
  }

  /// By which shared key a principal was let in; empty when it does not remember.
  static String mark(@Nullable Principal principal) {
    AdditionalInfo info =
        principal instanceof ExtensiblePrincipal<?> extensible
            ? extensible.getExtendedInfo()
            : null;
    @Nullable String mark = info == null ? null : info.get(MARK, String.class);
    return mark == null ? "" : mark;
  }

  /// What the sender of a message shows.
  ///
  /// @param mark by which shared key it was let in
  static Presented presented(EndpointContext context, String mark) {
    return new Presented(
        PROTOCOL,
        "",
        true,
        null,
        null,
        certificates(context.getPeerIdentity()),
        shown(context.getPeerIdentity()),
        mark,
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
