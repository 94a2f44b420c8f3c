package city.wayside.edge.endpoint.coap.dtls;

import city.wayside.model.config.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// CoAP over DTLS 1.2. Addresses are always verified (HelloVerify, RFC 6347 §4.2.1), records are
/// never taken twice (§4.1.2.6), and there is no renegotiation.
///
/// @param isEnabled whether it is offered
/// @param port the port to listen on; 0 for any that is free
/// @param certificateFile the server's certificates, its own first; without it clients need shared
///   keys
/// @param keyFile the key of the first certificate
/// @param clientCaFile who signs the clients' certificates
/// @param clientCertificate whether clients show a certificate or a raw public key
/// @param ciphers the cipher suites that are offered; empty for all there are
/// @param connectionIdBytes how long connection ids are; 0 to use none
/// @param limits what is taken at most, and for how long
/// @param cluster several edge nodes behind one address
/// @param handOver what becomes of sessions when the node stops
public record DtlsConfig(
    @Setting(value = "Whether CoAP over DTLS is offered.", otherwise = "false") boolean isEnabled,
    @Setting(
            value = "The port of CoAP over DTLS; 0 for any that is free.",
            otherwise = "5684",
            min = 0,
            max = 65_535)
        int port,
    @Setting(
            "The server's certificate and those that lead to its issuer, as PEM; its key must be"
                + " an elliptic-curve key. Without, only shared keys let clients in.")
        @Nullable Path certificateFile,
    @Setting("The certificate's private key, as PEM (PKCS#8).") @Nullable Path keyFile,
    @Setting(
            "The certificates of those who sign clients' certificates, as PEM; without, none is"
                + " believed.")
        @Nullable Path clientCaFile,
    @Setting(
            value =
                "Whether clients that bring no shared key show a certificate or a raw public key:"
                    + " NONE, OPTIONAL or REQUIRED.",
            otherwise = "REQUIRED")
        ClientCertificate clientCertificate,
    @Setting(
            value =
                "Cipher suites by their names in the registry of IANA; only AEAD suites with PSK,"
                    + " ECDHE_PSK or ECDHE_ECDSA. Empty for all of them. Of those that both have, a"
                    + " client gets the one that it names first.",
            otherwise = "")
        List<String> ciphers,
    @Setting(
            value =
                "Bytes of the connection ids that clients put into their records, so that they may"
                    + " change their address; 0 for none.",
            otherwise = "6",
            min = 0,
            max = 16)
        int connectionIdBytes,
    @Setting("What is taken at most, and for how long.") DtlsLimits limits,
    @Setting("Several edge nodes behind one address.") ClusterConfig cluster,
    @Setting("What becomes of sessions when the node stops.") HandOverConfig handOver) {

  /// Whether clients show a certificate or a raw public key.
  public enum ClientCertificate {
    /// They are not asked.
    NONE,
    /// They are asked and may go on without.
    OPTIONAL,
    /// Their handshake fails without.
    REQUIRED
  }

  /// The documented defaults.
  public static DtlsConfig defaults() {
    return new DtlsConfig(
        false,
        5684,
        null,
        null,
        null,
        ClientCertificate.REQUIRED,
        List.of(),
        6,
        DtlsLimits.defaults(),
        ClusterConfig.defaults(),
        HandOverConfig.defaults());
  }

  /// The same with other limits.
  public DtlsConfig withLimits(DtlsLimits other) {
    return new DtlsConfig(
        isEnabled,
        port,
        certificateFile,
        keyFile,
        clientCaFile,
        clientCertificate,
        ciphers,
        connectionIdBytes,
        other,
        cluster,
        handOver);
  }

  List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (Path file : new @Nullable Path[] {certificateFile, keyFile, clientCaFile}) {
      if (file != null) {
        files.add(file);
      }
    }
    return files;
  }
}
