package city.wayside.edge.endpoint.coap.dtls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server's certificate and whose clients it trusts, read from files and read again when they
/// change. Handshakes from then on use the new ones; sessions go on. Any thread.
final class DtlsIdentity {

  private static final Logger LOG = LoggerFactory.getLogger(DtlsIdentity.class);

  /// The server's own certificate.
  ///
  /// @param key its private key
  /// @param chain the certificate first, then those that lead to its issuer
  record Own(PrivateKey key, List<X509Certificate> chain) {}

  /// What the files say.
  ///
  /// @param own the server's own certificate; absent when it has none
  /// @param trusted who signs the clients' certificates; empty when nobody is believed
  record Content(Optional<Own> own, List<X509Certificate> trusted) {}

  private final DtlsConfig config;
  private volatile Content content;

  /// When the files were changed before they were read. Guarded by this.
  private List<FileTime> readAt;

  /// Reads the files.
  ///
  /// @throws IOException naming the file that is missing or is not what it should be
  DtlsIdentity(DtlsConfig config) throws IOException {
    this.config = config;
    this.readAt = times();
    this.content = read();
  }

  /// What is used now.
  Content content() {
    return content;
  }

  /// Reads the files again if they have changed. Files that cannot be used leave all as it was.
  /// Blocks.
  ///
  /// @return true when new files are used from now on
  synchronized boolean refresh() {
    try {
      List<FileTime> now = times();
      if (now.equals(readAt)) {
        return false;
      }
      readAt = now;
      content = read();
      LOG.info("DTLS certificate {} was read again", config.certificateFile());
      return true;
    } catch (IOException e) {
      LOG.warn("The DTLS files changed and cannot be used, those before stay: {}", e.getMessage());
      return false;
    }
  }

  private List<FileTime> times() throws IOException {
    List<FileTime> times = new ArrayList<>();
    for (Path file : config.files()) {
      if (!Files.isReadable(file)) {
        throw new IOException(
            "edge.coap.dtls: file %s cannot be read; give a PEM file that this process may read"
                .formatted(file));
      }
      times.add(Files.getLastModifiedTime(file));
    }
    return times;
  }

  private Content read() throws IOException {
    Path trusted = config.clientCaFile();
    return new Content(own(), trusted == null ? List.of() : certificates(trusted));
  }

  private Optional<Own> own() throws IOException {
    @Nullable Path certificate = config.certificateFile();
    @Nullable Path keyFile = config.keyFile();
    if (certificate == null && keyFile == null) {
      return Optional.empty();
    }
    if (certificate == null || keyFile == null) {
      throw new IOException(
          "edge.coap.dtls: certificateFile and keyFile must both be given, or neither");
    }
    List<X509Certificate> chain = certificates(certificate);
    PrivateKey key;
    try {
      key = Pem.key(keyFile);
    } catch (IOException e) {
      throw unfit(keyFile, e);
    }
    if (!belong(key, chain.getFirst())) {
      throw new IOException(
          "edge.coap.dtls: the key in %s is not that of the certificate in %s"
              .formatted(keyFile, certificate));
    }
    return Optional.of(new Own(key, List.copyOf(chain)));
  }

  private static List<X509Certificate> certificates(Path file) throws IOException {
    try {
      return List.copyOf(Pem.certificates(file));
    } catch (IOException e) {
      throw unfit(file, e);
    }
  }

  private static IOException unfit(Path file, IOException cause) {
    return new IOException("edge.coap.dtls: file %s %s".formatted(file, cause.getMessage()), cause);
  }

  private static boolean belong(PrivateKey key, X509Certificate certificate) {
    try {
      byte[] something = {1, 2, 3};
      Signature signing = Signature.getInstance("SHA256withECDSA");
      signing.initSign(key);
      signing.update(something);
      byte[] signature = signing.sign();
      signing.initVerify(certificate.getPublicKey());
      signing.update(something);
      return signing.verify(signature);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }
}
