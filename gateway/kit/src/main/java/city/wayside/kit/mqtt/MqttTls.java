package city.wayside.kit.mqtt;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How a client speaks TLS. Names in certificates are not checked: a test town has none.
///
/// @param trustFile PEM certificates of those whose servers are believed; nothing to believe all
/// @param certificateFile the client's own chain in PEM; nothing for a client without one
/// @param keyFile its key in PEM (PKCS #8), along with the chain
public record MqttTls(
    @Nullable Path trustFile, @Nullable Path certificateFile, @Nullable Path keyFile) {

  /// Refuses a chain without its key and a key without its chain.
  public MqttTls {
    if ((certificateFile == null) != (keyFile == null)) {
      throw new IllegalArgumentException("a certificate and its key go together");
    }
  }

  /// Believes every server: for benchmarks, whose server is the one just started.
  public static MqttTls trustingAll() {
    return new MqttTls(null, null, null);
  }

  ClientSSLOptions options() {
    ClientSSLOptions options = new ClientSSLOptions().setHostnameVerificationAlgorithm("");
    if (trustFile == null) {
      options.setTrustAll(true);
    } else {
      options.setTrustOptions(new PemTrustOptions().addCertPath(trustFile.toString()));
    }
    if (certificateFile != null && keyFile != null) {
      options.setKeyCertOptions(
          new PemKeyCertOptions()
              .addCertPath(certificateFile.toString())
              .addKeyPath(keyFile.toString()));
    }
    return options;
  }
}
