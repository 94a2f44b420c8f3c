package city.wayside.messages.envelope;

/// What signed data were hashed with (IEEE 1609.2 §6.3, HashAlgorithm), by the codes 0 to 2.
public enum HashAlgorithm {
  SHA_256,
  SHA_384,
  SM3,
  /// One that the standard got later.
  OTHER;

  /// The highest code that is known.
  static final int CODE_MAX = 2;

  static HashAlgorithm read(ByteCursor in) throws Unreadable {
    return switch (Coer.enumerated(in, "SignedData.hashId")) {
      case 0 -> SHA_256;
      case 1 -> SHA_384;
      case CODE_MAX -> SM3;
      default -> OTHER;
    };
  }
}
