package city.wayside.edge.endpoint.coap.dtls;

import city.wayside.edge.access.HandshakeDesk;
import city.wayside.model.client.PublicKeyPrint;
import java.net.InetSocketAddress;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javax.security.auth.x500.X500Principal;
import org.eclipse.californium.scandium.dtls.AlertMessage;
import org.eclipse.californium.scandium.dtls.AlertMessage.AlertDescription;
import org.eclipse.californium.scandium.dtls.AlertMessage.AlertLevel;
import org.eclipse.californium.scandium.dtls.CertificateMessage;
import org.eclipse.californium.scandium.dtls.CertificateType;
import org.eclipse.californium.scandium.dtls.CertificateVerificationResult;
import org.eclipse.californium.scandium.dtls.ConnectionId;
import org.eclipse.californium.scandium.dtls.HandshakeException;
import org.eclipse.californium.scandium.dtls.HandshakeResultHandler;
import org.eclipse.californium.scandium.dtls.x509.CertificateConfigurationHelper;
import org.eclipse.californium.scandium.dtls.x509.ConfigurationHelperSetup;
import org.eclipse.californium.scandium.dtls.x509.NewAdvancedCertificateVerifier;
import org.eclipse.californium.scandium.dtls.x509.StaticNewAdvancedCertificateVerifier;
import org.eclipse.californium.scandium.util.ServerNames;
import org.jspecify.annotations.Nullable;

/// Whom the server believes: certificates that those sign who are trusted, and raw public keys that
/// are registered. Whether a certificate's name is registered is the gatekeeper's matter.
final class ClientTrust implements NewAdvancedCertificateVerifier, ConfigurationHelperSetup {

  /// Both kinds are named even when nobody's certificates are trusted: clients without one that do
  /// not know RFC 7250 would otherwise have nothing in common with the server.
  private static final List<CertificateType> TYPES =
      List.of(CertificateType.X_509, CertificateType.RAW_PUBLIC_KEY);

  private final DtlsIdentity identity;
  private final HandshakeDesk desk;
  private final Executor answers;
  private @Nullable HandshakeResultHandler handler;

  /// @param answers where answers are passed on that were not there at once
  ClientTrust(DtlsIdentity identity, HandshakeDesk desk, Executor answers) {
    this.identity = identity;
    this.desk = desk;
    this.answers = answers;
  }

  @Override
  public List<CertificateType> getSupportedCertificateTypes() {
    return TYPES;
  }

  @Override
  public void setupConfigurationHelper(CertificateConfigurationHelper helper) {
    List<X509Certificate> trusted = identity.content().trusted();
    if (!trusted.isEmpty()) {
      helper.addConfigurationDefaultsForTrusts(trusted.toArray(X509Certificate[]::new));
    }
  }

  @Override
  public List<X500Principal> getAcceptedIssuers() {
    return identity.content().trusted().stream()
        .map(X509Certificate::getSubjectX500Principal)
        .toList();
  }

  @Override
  public void setResultHandler(HandshakeResultHandler resultHandler) {
    handler = resultHandler;
  }

  @Override
  public @Nullable CertificateVerificationResult verifyCertificate(
      ConnectionId cid,
      @Nullable ServerNames serverName,
      InetSocketAddress remotePeer,
      boolean clientUsage,
      boolean verifySubject,
      boolean truncateCertificatePath,
      CertificateMessage message) {
    String address = DtlsPeer.address(remotePeer);
    if (message.getCertificateChain() == null) {
      return verifyKey(cid, address, message.getPublicKey());
    }
    List<X509Certificate> trusted = identity.content().trusted();
    if (trusted.isEmpty()) {
      desk.failed(address);
      return refused(cid, AlertDescription.UNSUPPORTED_CERTIFICATE, "no certificate is believed");
    }
    CertificateVerificationResult result =
        StaticNewAdvancedCertificateVerifier.builder()
            .setTrustedCertificates(trusted.toArray(Certificate[]::new))
            .build()
            .verifyCertificate(
                cid,
                serverName,
                remotePeer,
                clientUsage,
                verifySubject,
                truncateCertificatePath,
                message);
    if (result.getException() != null) {
      desk.failed(address);
    }
    return result;
  }

  private @Nullable CertificateVerificationResult verifyKey(
      ConnectionId cid, String address, PublicKey key) {
    CompletionStage<CertificateVerificationResult> judged =
        desk.isRegistered(new PublicKeyPrint(DtlsPeer.sha256(key.getEncoded())))
            .handle((isRegistered, failure) -> judged(cid, address, key, isRegistered, failure));
    return Later.nowOrLater(judged, answers, result -> passOn(result));
  }

  private CertificateVerificationResult judged(
      ConnectionId cid,
      String address,
      PublicKey key,
      @Nullable Boolean isRegistered,
      @Nullable Throwable failure) {
    if (failure != null || isRegistered == null) {
      return refused(cid, AlertDescription.INTERNAL_ERROR, "the registry does not answer");
    }
    if (!isRegistered) {
      desk.failed(address);
      return refused(cid, AlertDescription.BAD_CERTIFICATE, "the public key is not registered");
    }
    return new CertificateVerificationResult(cid, key, null);
  }

  private void passOn(CertificateVerificationResult result) {
    HandshakeResultHandler told = handler;
    if (told != null) {
      told.apply(result);
    }
  }

  private static CertificateVerificationResult refused(
      ConnectionId cid, AlertDescription alert, String reason) {
    return new CertificateVerificationResult(
        cid, new HandshakeException(reason, new AlertMessage(AlertLevel.FATAL, alert)), null);
  }
}
