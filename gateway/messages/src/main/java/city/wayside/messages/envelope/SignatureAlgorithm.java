package city.wayside.messages.envelope;

/// The alternatives of a Signature (IEEE 1609.2 §6.3), by their tags 0 to 4.
public enum SignatureAlgorithm {
  ECDSA_NIST_P256,
  ECDSA_BRAINPOOL_P256R1,
  ECDSA_BRAINPOOL_P384R1,
  ECDSA_NIST_P384,
  SM2,
  /// One that the standard got later.
  OTHER;

  private static final int BEFORE_EXTENSIONS_MAX = 1;
  private static final int S_BYTES = 32;

  /// Passes over a signature and tells of which kind it was.
  static SignatureAlgorithm skip(ByteCursor in) throws Unreadable {
    int tag = Coer.choice(in, "Signature");
    if (tag <= BEFORE_EXTENSIONS_MAX) {
      Keys.skipPointP256(in, "Signature.rSig");
      in.skip(S_BYTES, "Signature.sSig");
    } else {
      Coer.octets(in, "Signature");
    }
    return switch (tag) {
      case 0 -> ECDSA_NIST_P256;
      case 1 -> ECDSA_BRAINPOOL_P256R1;
      case 2 -> ECDSA_BRAINPOOL_P384R1;
      case 3 -> ECDSA_NIST_P384;
      case 4 -> SM2;
      default -> OTHER;
    };
  }
}
