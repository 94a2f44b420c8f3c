package city.wayside.kit.fake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;

/// A certificate authority for tests: its keys and certificates are made when it is, and nobody
/// else trusts it. Certificates are X.509 version 3 with P-256 keys (RFC 5280, RFC 5480).
public final class FakeAuthority {

  /// A certificate with its key.
  ///
  /// @param certificate the certificate
  /// @param key its private key
  public record Issued(X509Certificate certificate, PrivateKey key) {

    /// The certificate as PEM.
    public String certificatePem() {
      return FakeAuthority.pem("CERTIFICATE", encoded(certificate));
    }

    /// The private key as PEM (PKCS #8).
    public String keyPem() {
      return FakeAuthority.pem("PRIVATE KEY", key.getEncoded());
    }

    /// The private key as PEM (RFC 5915) with the public key in it, which GnuTLS asks for.
    public String ecKeyPem() {
      byte[] secret = new byte[POINT_BYTES / 2];
      byte[] number = ((ECPrivateKey) key).getS().toByteArray();
      int length = Math.min(number.length, secret.length);
      System.arraycopy(number, number.length - length, secret, secret.length - length, length);
      byte[] info = certificate.getPublicKey().getEncoded();
      byte[] bits = Arrays.copyOfRange(info, info.length - POINT_BYTES - 2, info.length);
      return FakeAuthority.pem(
          "EC PRIVATE KEY",
          der(
              SEQUENCE,
              der(INTEGER, new byte[] {1}),
              der(OCTET_STRING, secret),
              der(CURVE, der(OBJECT_ID, P_256)),
              der(POINT, der(BIT_STRING, bits))));
    }
  }

  private static final int BOOLEAN = 0x01;
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OCTET_STRING = 0x04;
  private static final int OBJECT_ID = 0x06;
  private static final int SEQUENCE = 0x30;
  private static final int GENERALIZED_TIME = 0x18;
  private static final int VERSION = 0xA0;
  private static final int CURVE = 0xA0;
  private static final int POINT = 0xA1;
  private static final int EXTENSIONS = 0xA3;

  private static final byte[] TRUE = {(byte) 0xFF};
  private static final byte[] ECDSA_WITH_SHA256 = {
    0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 4, 3, 2
  };
  private static final byte[] P_256 = {0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 3, 1, 7};

  /// The two numbers of a point on P-256.
  private static final int POINT_BYTES = 64;

  private static final byte[] SUBJECT_ALTERNATIVE_NAME = {0x55, 0x1D, 0x11};
  private static final byte[] BASIC_CONSTRAINTS = {0x55, 0x1D, 0x13};

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private final AtomicLong serials = new AtomicLong();
  private final KeyPair keys = newKeys();
  private final X500Principal name;
  private final Issued own;

  /// An authority.
  ///
  /// @param name its distinguished name, such as `CN=Test CA`
  public FakeAuthority(String name) {
    this.name = new X500Principal(name);
    this.own =
        issue(
            keys, this.name, List.of(), Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), true);
  }

  /// Its own certificate, which others are to trust.
  public Issued own() {
    return own;
  }

  /// A certificate that is valid until 2100.
  ///
  /// @param subject the distinguished name; empty for none
  /// @param alternatives names such as `dns:localhost`, `uri:urn:x`, `email:a@b.example`,
  ///   `ip:127.0.0.1`
  public Issued issue(String subject, String... alternatives) {
    return issue(subject, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), alternatives);
  }

  /// A certificate that is valid for a time.
  public Issued issue(String subject, Instant from, Instant to, String... alternatives) {
    return issue(newKeys(), new X500Principal(subject), List.of(alternatives), from, to, false);
  }

  private Issued issue(
      KeyPair holder,
      X500Principal subject,
      List<String> alternatives,
      Instant from,
      Instant to,
      boolean isAuthority) {
    byte[] algorithm = der(SEQUENCE, der(OBJECT_ID, ECDSA_WITH_SHA256));
    byte[] extensions = extensions(alternatives, isAuthority, subject.getName().isEmpty());
    byte[] body =
        der(
            SEQUENCE,
            der(VERSION, der(INTEGER, new byte[] {2})),
            der(INTEGER, BigInteger.valueOf(serials.incrementAndGet()).toByteArray()),
            algorithm,
            name.getEncoded(),
            der(SEQUENCE, time(from), time(to)),
            subject.getEncoded(),
            holder.getPublic().getEncoded(),
            extensions);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(body);
      byte[] signed =
          der(SEQUENCE, body, algorithm, der(BIT_STRING, new byte[1], signature.sign()));
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(signed));
      return new Issued(certificate, holder.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the certificate of " + subject + " cannot be made", e);
    }
  }

  private static byte[] extensions(
      List<String> alternatives, boolean isAuthority, boolean isNameless) {
    byte[] constraints = new byte[0];
    if (isAuthority) {
      constraints = extension(BASIC_CONSTRAINTS, true, der(SEQUENCE, der(BOOLEAN, TRUE)));
    }
    byte[] names = new byte[0];
    if (!alternatives.isEmpty()) {
      byte[][] encoded =
          alternatives.stream().map(FakeAuthority::generalName).toArray(byte[][]::new);
      names = extension(SUBJECT_ALTERNATIVE_NAME, isNameless, der(SEQUENCE, encoded));
    }
    return constraints.length + names.length == 0
        ? new byte[0]
        : der(EXTENSIONS, der(SEQUENCE, constraints, names));
  }

  private static byte[] extension(byte[] id, boolean isCritical, byte[] value) {
    byte[] critical = isCritical ? der(BOOLEAN, TRUE) : new byte[0];
    return der(SEQUENCE, der(OBJECT_ID, id), critical, der(OCTET_STRING, value));
  }

  private static byte[] generalName(String word) {
    int colon = word.indexOf(':');
    String text = word.substring(colon + 1);
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    return switch (word.substring(0, colon)) {
      case "email" -> der(0x81, ascii);
      case "dns" -> der(0x82, ascii);
      case "uri" -> der(0x86, ascii);
      case "ip" -> der(0x87, java.net.InetAddress.ofLiteral(text).getAddress());
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static byte[] time(Instant moment) {
    return der(GENERALIZED_TIME, TIME.format(moment).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] der(int tag, byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(length + 4);
    out.write(tag);
    if (length < 0x80) {
      out.write(length);
    } else if (length < 0x100) {
      out.write(0x81);
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("it was made from its encoding", e);
    }
  }

  private static String pem(String label, byte[] bytes) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
  }
}
