package city.wayside.edge.endpoint.coap.dtls;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite.CertificateKeyAlgorithm;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite.CipherType;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite.KeyExchangeAlgorithm;

/// Which cipher suites may be offered: those whose encryption is authenticated (AEAD), with a
/// shared key or an elliptic-curve certificate.
final class CipherSuites {

  private static final List<CipherSuite> ALL =
      Arrays.stream(CipherSuite.values()).filter(CipherSuites::isAllowed).toList();

  private CipherSuites() {}

  private static boolean isAllowed(CipherSuite suite) {
    return suite.isValidForNegotiation()
        && suite.isSupported()
        && suite.isRecommended()
        && suite.getCipherType() == CipherType.AEAD
        && (suite.isPskBased()
            || (suite.getKeyExchange() == KeyExchangeAlgorithm.EC_DIFFIE_HELLMAN
                && suite.getCertificateKeyAlgorithm() == CertificateKeyAlgorithm.EC));
  }

  /// The suites of these names; all that are allowed when there are none.
  ///
  /// @throws IOException when one is not allowed
  static List<CipherSuite> named(List<String> names) throws IOException {
    for (String name : names) {
      if (ALL.stream().noneMatch(suite -> suite.name().equals(name))) {
        throw new IOException(
            "edge.coap.dtls: cipher suite %s is not offered; allowed are %s"
                .formatted(name, ALL.stream().map(Enum::name).sorted().toList()));
      }
    }
    return names.isEmpty()
        ? ALL
        : ALL.stream().filter(suite -> names.contains(suite.name())).toList();
  }
}
