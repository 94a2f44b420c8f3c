package city.wayside.messages.envelope;

/// Passes over public keys, symmetric keys and points of curves (IEEE 1609.2 §6.3).
final class Keys {

  private static final int COORDINATE_BYTES = 32;
  private static final int AES_KEY_BYTES = 16;

  private Keys() {}

  /// EccP256CurvePoint: one coordinate, none, or both.
  static void skipPointP256(ByteCursor in, String field) throws Unreadable {
    int tag = Coer.choice(in, field);
    switch (tag) {
      // x-only, compressed-y-0, compressed-y-1
      case 0, 2, 3 -> in.skip(COORDINATE_BYTES, field);
      // fill
      case 1 -> {}
      // uncompressedP256
      case 4 -> in.skip(2 * COORDINATE_BYTES, field);
      default -> throw in.malformed(field, 1, "is alternative " + tag + ", must be 0 to 4");
    }
  }

  /// VerificationKeyIndicator: the key, or the value that an implicit certificate gives it by.
  static void skipVerificationKeyIndicator(ByteCursor in) throws Unreadable {
    switch (Coer.choice(in, "verifyKeyIndicator")) {
      case 0 -> skipKey(in, "verificationKey");
      case 1 -> skipPointP256(in, "reconstructionValue");
      default -> Coer.octets(in, "verifyKeyIndicator");
    }
  }

  static void skipPublicEncryptionKey(ByteCursor in) throws Unreadable {
    Coer.enumerated(in, "encryptionKey.supportedSymmAlg");
    skipKey(in, "encryptionKey.publicKey");
  }

  /// EncryptionKey: a public one or a symmetric one.
  static void skipEncryptionKey(ByteCursor in) throws Unreadable {
    int tag = Coer.choice(in, "encryptionKey");
    switch (tag) {
      case 0 -> skipPublicEncryptionKey(in);
      case 1 -> {
        if (Coer.choice(in, "encryptionKey.symmetric") == 0) {
          in.skip(AES_KEY_BYTES, "encryptionKey.aes128Ccm");
        } else {
          Coer.octets(in, "encryptionKey.symmetric");
        }
      }
      default ->
          throw in.malformed("encryptionKey", 1, "is alternative " + tag + ", must be 0 or 1");
    }
  }

  /// A key on one of the two first curves, or on one that came after the extension marker.
  private static void skipKey(ByteCursor in, String field) throws Unreadable {
    if (Coer.choice(in, field) <= 1) {
      skipPointP256(in, field);
    } else {
      Coer.octets(in, field);
    }
  }
}
