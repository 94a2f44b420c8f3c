package city.wayside.messages.envelope;

import city.wayside.model.refusal.Refusal;

/// Passes over explicit and implicit certificates (IEEE 1609.2 §6.4), to find where one ends; what
/// it says is not kept. Additions of later editions are passed over by their lengths.
final class Certificates {

  private static final int VERSION = 3;
  private static final int HASHED_ID8_BYTES = 8;
  private static final int HASHED_ID3_BYTES = 3;
  private static final int CRL_SERIES_BYTES = 2;
  private static final int TIME32_BYTES = 4;
  private static final int DURATION_UNIT_MAX = 6;
  private static final int DURATION_BYTES = 2;
  private static final int I_VALUE_BYTES = 2;
  private static final int LINKAGE_VALUE_BYTES = 9;
  private static final int GROUP_LINKAGE_VALUE_BYTES = 13;
  private static final int ASSURANCE_BYTES = 1;

  /// The presence bit of a certificate's signature and of a linkage's group.
  private static final int FIRST = 0x80;

  private static final int REGION = 0x40;
  private static final int ASSURANCE_LEVEL = 0x20;
  private static final int APP_PERMISSIONS = 0x10;
  private static final int ISSUE_PERMISSIONS = 0x08;
  private static final int REQUEST_PERMISSIONS = 0x04;

  /// canRequestRollover, which is NULL and takes no bytes.
  private static final int ROLLOVER = 0x02;

  private static final int ENCRYPTION_KEY = 0x01;
  private static final int ALL =
      Coer.EXTENDED
          | REGION
          | ASSURANCE_LEVEL
          | APP_PERMISSIONS
          | ISSUE_PERMISSIONS
          | REQUEST_PERMISSIONS
          | ROLLOVER
          | ENCRYPTION_KEY;

  private Certificates() {}

  /// One Certificate.
  static void skip(ByteCursor in) throws Unreadable {
    int preamble = Coer.preamble(in, "Certificate", FIRST);
    int version = in.octet("Certificate.version");
    if (version != VERSION) {
      throw new Unreadable(
          Refusal.UNSUPPORTED_TYPE,
          "Certificate.version",
          in.atBytes() - 1,
          "is " + version + ", must be " + VERSION);
    }
    Coer.enumerated(in, "Certificate.type");
    switch (Coer.choice(in, "Certificate.issuer")) {
      case 0 -> in.skip(HASHED_ID8_BYTES, "issuer.sha256AndDigest");
      case 1 -> Coer.enumerated(in, "issuer.self");
      default -> Coer.octets(in, "Certificate.issuer");
    }
    skipToBeSigned(in);
    if ((preamble & FIRST) != 0) {
      SignatureAlgorithm.skip(in);
    }
  }

  private static void skipToBeSigned(ByteCursor in) throws Unreadable {
    int preamble = Coer.preamble(in, "ToBeSignedCertificate", ALL);
    skipId(in);
    in.skip(HASHED_ID3_BYTES, "cracaId");
    in.skip(CRL_SERIES_BYTES, "crlSeries");
    in.skip(TIME32_BYTES, "validityPeriod.start");
    int unit = Coer.choice(in, "validityPeriod.duration");
    if (unit > DURATION_UNIT_MAX) {
      throw in.malformed(
          "validityPeriod.duration",
          1,
          "is alternative " + unit + ", must be 0 to " + DURATION_UNIT_MAX);
    }
    in.skip(DURATION_BYTES, "validityPeriod.duration");
    if ((preamble & REGION) != 0) {
      Regions.skip(in);
    }
    if ((preamble & ASSURANCE_LEVEL) != 0) {
      in.skip(ASSURANCE_BYTES, "assuranceLevel");
    }
    if ((preamble & APP_PERMISSIONS) != 0) {
      Permissions.skipPsidSsps(in);
    }
    if ((preamble & ISSUE_PERMISSIONS) != 0) {
      Permissions.skipPsidGroups(in, "certIssuePermissions");
    }
    if ((preamble & REQUEST_PERMISSIONS) != 0) {
      Permissions.skipPsidGroups(in, "certRequestPermissions");
    }
    if ((preamble & ENCRYPTION_KEY) != 0) {
      Keys.skipPublicEncryptionKey(in);
    }
    Keys.skipVerificationKeyIndicator(in);
    Coer.skipAdditions(in, preamble, "ToBeSignedCertificate");
  }

  private static void skipId(ByteCursor in) throws Unreadable {
    switch (Coer.choice(in, "CertificateId")) {
      case 0 -> {
        int preamble = Coer.preamble(in, "LinkageData", FIRST);
        in.skip(I_VALUE_BYTES, "LinkageData.iCert");
        in.skip(LINKAGE_VALUE_BYTES, "LinkageData.linkage-value");
        if ((preamble & FIRST) != 0) {
          in.skip(GROUP_LINKAGE_VALUE_BYTES, "LinkageData.group-linkage-value");
        }
      }
      case 1 -> Coer.octets(in, "CertificateId.name");
      case 2 -> Coer.octets(in, "CertificateId.binaryId");
      // none
      case 3 -> {}
      default -> Coer.octets(in, "CertificateId");
    }
  }
}
