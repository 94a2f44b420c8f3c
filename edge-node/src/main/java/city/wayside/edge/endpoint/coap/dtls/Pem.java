package city.wayside.edge.endpoint.coap.dtls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads certificates and keys from PEM files (RFC 7468).
final class Pem {

  private static final int FILE_BYTES_MAX = 1024 * 1024;

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  private Pem() {}

  /// The certificates in a file, one or more.
  ///
  /// @throws IOException when there is none; the message says why, without the file's name
  static List<X509Certificate> certificates(Path file) throws IOException {
    try {
      List<X509Certificate> read = new ArrayList<>();
      for (Certificate one :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes(file)))) {
        read.add((X509Certificate) one);
      }
      if (read.isEmpty()) {
        throw new IOException("has no certificate");
      }
      return read;
    } catch (CertificateException e) {
      throw new IOException("has a certificate that cannot be read", e);
    }
  }

  /// The elliptic-curve key in a file.
  ///
  /// @throws IOException when there is none; the message says why, without the file's name
  static PrivateKey key(Path file) throws IOException {
    Matcher matcher = KEY.matcher(new String(bytes(file), StandardCharsets.ISO_8859_1));
    if (!matcher.find()) {
      throw new IOException("has no PRIVATE KEY (PKCS#8)");
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(matcher.group(1));
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("has a key that is no elliptic-curve key", e);
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    long size = Files.size(file);
    if (size > FILE_BYTES_MAX) {
      throw new IOException("has %d bytes; allowed are %d".formatted(size, FILE_BYTES_MAX));
    }
    return Files.readAllBytes(file);
  }
}
