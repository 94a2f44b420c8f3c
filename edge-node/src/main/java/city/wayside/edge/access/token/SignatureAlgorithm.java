package city.wayside.edge.access.token;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Optional;

/// By what a token may be signed (RFC 7518, RFC 8037). `none` and algorithms with a shared secret
/// are not among them: with those, whoever can check a token could make one.
enum SignatureAlgorithm {
  RS256("RS256", "SHA256withRSA", "RSA"),
  ES256("ES256", "SHA256withECDSAinP1363Format", "EC"),
  EDDSA("EdDSA", "Ed25519", "EdDSA");

  private final String word;
  private final String jdkName;
  private final String keyAlgorithm;

  SignatureAlgorithm(String word, String jdkName, String keyAlgorithm) {
    this.word = word;
    this.jdkName = jdkName;
    this.keyAlgorithm = keyAlgorithm;
  }

  /// The algorithm that a token's header names; empty for any that is not allowed.
  static Optional<SignatureAlgorithm> ofWord(Object word) {
    for (SignatureAlgorithm algorithm : values()) {
      if (algorithm.word.equals(word)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /// The algorithm as tokens name it.
  String word() {
    return word;
  }

  /// True when a key is of the kind that this algorithm needs. A key is used for one algorithm
  /// only, whatever a token says.
  boolean fits(PublicKey key) {
    return keyAlgorithm.equals(key.getAlgorithm());
  }

  /// True when the signature is genuine.
  boolean isGenuine(PublicKey key, byte[] signed, byte[] signature) {
    try {
      Signature check = Signature.getInstance(jdkName);
      check.initVerify(key);
      check.update(signed);
      return check.verify(signature);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }
}
