package city.wayside.edge.endpoint.mqtt.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate that signs itself, made anew by the JDK's keytool in a folder of a test.
public final class TestCertificate {

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String ALIAS = "one";

  private final Path folder;
  private final String name;
  private final KeyStore store;

  private TestCertificate(Path folder, String name, KeyStore store) {
    this.folder = folder;
    this.name = name;
    this.store = store;
  }

  /// Makes one.
  ///
  /// @param name the common name, also of the files
  public static TestCertificate make(Path folder, String name)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = folder.resolve(name + ".p12");
    Files.deleteIfExists(file);
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return new TestCertificate(folder, name, store);
  }

  /// The certificate as a PEM file.
  public Path certificateFile() throws IOException, GeneralSecurityException {
    return pem("crt", "CERTIFICATE", certificate().getEncoded());
  }

  /// The key as a PEM file.
  public Path keyFile() throws IOException, GeneralSecurityException {
    Key key = store.getKey(ALIAS, PASSWORD);
    return pem("key", "PRIVATE KEY", key.getEncoded());
  }

  /// Writes both files under the names of another one, as a renewal does.
  public void replace(TestCertificate other) throws IOException, GeneralSecurityException {
    Files.copy(certificateFile(), other.certificateFile(), StandardCopyOption.REPLACE_EXISTING);
    Files.copy(keyFile(), other.keyFile(), StandardCopyOption.REPLACE_EXISTING);
  }

  /// The certificate itself.
  public Certificate certificate() throws GeneralSecurityException {
    return store.getCertificate(ALIAS);
  }

  private Path pem(String ending, String label, byte[] bytes) throws IOException {
    String text =
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(
                label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes), label);
    return Files.writeString(folder.resolve(name + "." + ending), text);
  }

  /// A client's side of TLS that trusts one server and shows this certificate.
  public SSLContext clientOf(TestCertificate server) throws GeneralSecurityException, IOException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trusting(server).getTrustManagers(), null);
    return context;
  }

  /// What trusts one server alone.
  public static TrustManagerFactory trusting(TestCertificate server)
      throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", server.certificate());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    return trust;
  }
}
