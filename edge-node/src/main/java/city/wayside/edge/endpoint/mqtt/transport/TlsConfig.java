package city.wayside.edge.endpoint.mqtt.transport;

import city.wayside.model.config.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// MQTT over TLS 1.2 and 1.3.
///
/// @param port the port to listen on; 0 for any that is free
/// @param certificateFile the server's certificates, its own first; without it there is no TLS
/// @param keyFile the key of the first certificate
/// @param clientCaFile who signs the clients' certificates
/// @param clientCertificate whether clients show a certificate
/// @param sessionsCachedMax handshakes that can be continued shorter
/// @param handshakesAtOnceMax handshakes under way on one event loop; others wait
/// @param handshakeThreadsCount threads that do the arithmetic of handshakes
public record TlsConfig(
    @Setting(
            value = "The port of MQTT over TLS; 0 for any that is free.",
            otherwise = "8883",
            min = 0,
            max = 65_535)
        int port,
    @Setting("The server's certificate and those that lead to its issuer, as PEM; without, no TLS.")
        @Nullable Path certificateFile,
    @Setting("The certificate's private key, as PEM (PKCS#8).") @Nullable Path keyFile,
    @Setting("The certificates of those who sign clients' certificates, as PEM.")
        @Nullable Path clientCaFile,
    @Setting(
            value = "Whether clients show a certificate: NONE, OPTIONAL or REQUIRED.",
            otherwise = "OPTIONAL")
        ClientCertificate clientCertificate,
    @Setting(
            value = "TLS sessions that are remembered, so that a client returns with less work.",
            otherwise = "20000",
            min = 0,
            max = 1_000_000)
        int sessionsCachedMax,
    @Setting(
            value = "Handshakes under way at once on each event loop; others wait their turn.",
            otherwise = "1000",
            min = 1,
            max = 100_000)
        int handshakesAtOnceMax,
    @Setting(
            value = "Threads that do the arithmetic of handshakes.",
            otherwise = "1",
            min = 1,
            max = 64)
        int handshakeThreadsCount) {

  /// Whether clients show a certificate.
  public enum ClientCertificate {
    /// They are not asked.
    NONE,
    /// They are asked and may go on without.
    OPTIONAL,
    /// They are closed without.
    REQUIRED
  }

  /// The documented defaults.
  public static TlsConfig defaults() {
    return new TlsConfig(8883, null, null, null, ClientCertificate.OPTIONAL, 20_000, 1_000, 1);
  }

  /// True when MQTT over TLS is offered.
  public boolean isEnabled() {
    return certificateFile != null;
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
