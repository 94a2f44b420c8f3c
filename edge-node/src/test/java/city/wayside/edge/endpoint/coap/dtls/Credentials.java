package city.wayside.edge.endpoint.coap.dtls;

import city.wayside.kit.fake.FakeAuthority;
import city.wayside.kit.fake.FakeAuthority.Issued;
import city.wayside.model.client.PublicKeyPrint;
import city.wayside.model.client.SharedKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.californium.elements.auth.RawPublicKeyIdentity;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.CertificateType;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;
import org.eclipse.californium.scandium.dtls.x509.NewAdvancedCertificateVerifier;
import org.eclipse.californium.scandium.dtls.x509.SingleCertificateProvider;
import org.eclipse.californium.scandium.dtls.x509.StaticNewAdvancedCertificateVerifier;

/// What clients of tests show, and the server too.
public final class Credentials {

  public static final FakeAuthority CITY = new FakeAuthority("CN=City CA");
  static final FakeAuthority FLEET = new FakeAuthority("CN=Fleet CA");
  public static final FakeAuthority STRANGERS = new FakeAuthority("CN=Strangers CA");
  static final Issued SERVER = CITY.issue("CN=edge", "dns:localhost", "ip:127.0.0.1");
  public static final Issued BUS = FLEET.issue("CN=bus-12,O=Example");

  private Credentials() {}

  public static SharedKey key(String identity) {
    return new SharedKey(identity, ("the key of " + identity).getBytes(StandardCharsets.UTF_8));
  }

  public static PublicKeyPrint print(Issued issued) {
    return new PublicKeyPrint(DtlsPeer.sha256(issued.certificate().getPublicKey().getEncoded()));
  }

  static Consumer<DtlsConnectorConfig.Builder> psk(String identity, byte[] key) {
    return builder -> builder.setAdvancedPskStore(new AdvancedSinglePskStore(identity, key));
  }

  static Consumer<DtlsConnectorConfig.Builder> psk(SharedKey key) {
    return psk(key.identity(), key.key());
  }

  /// Shows a certificate and believes one server alone.
  static Consumer<DtlsConnectorConfig.Builder> x509(Issued own, FakeAuthority ofServer) {
    return builder ->
        builder
            .setCertificateIdentityProvider(
                new SingleCertificateProvider(
                    own.key(), new Certificate[] {own.certificate()}, CertificateType.X_509))
            .setAdvancedCertificateVerifier(trusting(ofServer));
  }

  /// Believes one server alone and shows nothing.
  static Consumer<DtlsConnectorConfig.Builder> nobody(FakeAuthority ofServer) {
    return builder -> builder.setAdvancedCertificateVerifier(trusting(ofServer));
  }

  private static NewAdvancedCertificateVerifier trusting(FakeAuthority authority) {
    return StaticNewAdvancedCertificateVerifier.builder()
        .setTrustedCertificates(authority.own().certificate())
        .build();
  }

  /// Shows a key alone, and knows the server by its key alone.
  static Consumer<DtlsConnectorConfig.Builder> rawKey(Issued own, Issued server) {
    return builder ->
        builder
            .setCertificateIdentityProvider(
                new SingleCertificateProvider(own.key(), own.certificate().getPublicKey()))
            .setAdvancedCertificateVerifier(
                StaticNewAdvancedCertificateVerifier.builder()
                    .setTrustedRPKs(new RawPublicKeyIdentity(server.certificate().getPublicKey()))
                    .build());
  }

  /// Settings with shared keys alone.
  static DtlsConfig shared() {
    return with(DtlsConfig.defaults(), 0, ClusterConfig.defaults(), HandOverConfig.defaults());
  }

  static DtlsConfig with(DtlsConfig some, int port, ClusterConfig cluster, HandOverConfig left) {
    return new DtlsConfig(
        true,
        port,
        some.certificateFile(),
        some.keyFile(),
        some.clientCaFile(),
        some.clientCertificate(),
        some.ciphers(),
        some.connectionIdBytes(),
        some.limits(),
        cluster,
        left);
  }

  /// Settings with a certificate too, whose files are in a folder.
  public static DtlsConfig certified(Path folder) throws IOException {
    write(folder, SERVER);
    Path ca = Files.writeString(folder.resolve("ca.crt"), FLEET.own().certificatePem());
    return new DtlsConfig(
        true,
        0,
        folder.resolve("server.crt"),
        folder.resolve("server.key"),
        ca,
        DtlsConfig.ClientCertificate.REQUIRED,
        List.of(),
        6,
        DtlsLimits.defaults(),
        ClusterConfig.defaults(),
        HandOverConfig.defaults());
  }

  /// Writes the server's files, as a renewal does.
  static void write(Path folder, Issued server) throws IOException {
    Files.writeString(folder.resolve("server.crt"), server.certificatePem());
    Files.writeString(folder.resolve("server.key"), server.keyPem());
  }
}
