package city.wayside.edge.endpoint.coap.dtls;

import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.eclipse.californium.scandium.dtls.CertificateIdentityResult;
import org.eclipse.californium.scandium.dtls.CertificateType;
import org.eclipse.californium.scandium.dtls.ConnectionId;
import org.eclipse.californium.scandium.dtls.HandshakeResultHandler;
import org.eclipse.californium.scandium.dtls.SignatureAndHashAlgorithm;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite.CertificateKeyAlgorithm;
import org.eclipse.californium.scandium.dtls.cipher.XECDHECryptography.SupportedGroup;
import org.eclipse.californium.scandium.dtls.x509.CertificateConfigurationHelper;
import org.eclipse.californium.scandium.dtls.x509.CertificateProvider;
import org.eclipse.californium.scandium.dtls.x509.ConfigurationHelperSetup;
import org.eclipse.californium.scandium.util.ServerNames;
import org.jspecify.annotations.Nullable;

/// Shows clients who the server is: its certificate as it is now, or only the key in it, whichever
/// the client wants (RFC 7250).
///
/// @param identity where the certificate is
record ServerCredentials(DtlsIdentity identity)
    implements CertificateProvider, ConfigurationHelperSetup {

  private static final List<CertificateType> TYPES =
      List.of(CertificateType.X_509, CertificateType.RAW_PUBLIC_KEY);

  @Override
  public List<CertificateKeyAlgorithm> getSupportedCertificateKeyAlgorithms() {
    return List.of(CertificateKeyAlgorithm.EC);
  }

  @Override
  public List<CertificateType> getSupportedCertificateTypes() {
    return TYPES;
  }

  @Override
  public CertificateIdentityResult requestCertificateIdentity(
      ConnectionId cid,
      boolean client,
      @Nullable List<X500Principal> issuers,
      @Nullable ServerNames serverNames,
      @Nullable List<CertificateKeyAlgorithm> keyAlgorithms,
      @Nullable List<SignatureAndHashAlgorithm> signatureAndHashAlgorithms,
      @Nullable List<SupportedGroup> curves) {
    return identity
        .content()
        .own()
        .map(own -> new CertificateIdentityResult(cid, own.key(), own.chain()))
        .orElseGet(() -> new CertificateIdentityResult(cid));
  }

  @Override
  public void setupConfigurationHelper(CertificateConfigurationHelper helper) {
    identity.content().own().ifPresent(own -> helper.addConfigurationDefaultsFor(own.chain()));
  }

  @Override
  public void setResultHandler(HandshakeResultHandler resultHandler) {
    // The answer is always there at once.
  }
}
