package city.wayside.edge.access.token;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Makes keys and signs tokens, as an issuer outside would.
///
/// @param id how its tokens name the key
/// @param algorithm by what it signs
record Issuer(String id, SignatureAlgorithm algorithm, KeyPair keys) {

  static Issuer of(String id, SignatureAlgorithm algorithm) {
    return switch (algorithm) {
      case RS256 ->
          of(id, algorithm, "RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
      case ES256 -> of(id, algorithm, "EC", new ECGenParameterSpec("secp256r1"));
      case EDDSA -> of(id, algorithm, "Ed25519", null);
    };
  }

  private static Issuer of(
      String id, SignatureAlgorithm algorithm, String kind, @Nullable AlgorithmParameterSpec spec) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
      if (spec != null) {
        generator.initialize(spec);
      }
      return new Issuer(id, algorithm, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /// A key set with the keys of some issuers.
  static String keySet(Issuer... issuers) {
    StringBuilder json = new StringBuilder("{\"keys\":[");
    for (int i = 0; i < issuers.length; i++) {
      json.append(i == 0 ? "" : ",").append(issuers[i].jwk());
    }
    return json.append("]}").toString();
  }

  private String jwk() {
    String head = "{\"kid\":\"%s\",\"use\":\"sig\",".formatted(id);
    return switch (keys.getPublic()) {
      case RSAPublicKey rsa ->
          head
              + "\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"%s\"}"
                  .formatted(unsigned(rsa.getModulus(), 256), unsigned(rsa.getPublicExponent(), 3));
      case ECPublicKey ec ->
          head
              + "\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}"
                  .formatted(
                      unsigned(ec.getW().getAffineX(), 32), unsigned(ec.getW().getAffineY(), 32));
      case EdECPublicKey ed ->
          // The last 32 bytes of the SubjectPublicKeyInfo are the key as RFC 8032 writes it.
          head
              + "\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\"}"
                  .formatted(base64(java.util.Arrays.copyOfRange(ed.getEncoded(), 12, 44)));
      default -> throw new AssertionError();
    };
  }

  /// A token with these claims.
  String token(String claims) {
    return token("{\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(algorithm.word(), id), claims);
  }

  /// A token with any header, signed by this issuer's own algorithm.
  String token(String header, String claims) {
    String signed = base64(bytes(header)) + "." + base64(bytes(claims));
    try {
      Signature signature =
          Signature.getInstance(
              switch (algorithm) {
                case RS256 -> "SHA256withRSA";
                case ES256 -> "SHA256withECDSAinP1363Format";
                case EDDSA -> "Ed25519";
              });
      signature.initSign(keys.getPrivate());
      signature.update(bytes(signed));
      return signed + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String unsigned(BigInteger number, int lengthBytes) {
    byte[] bytes = number.toByteArray();
    byte[] out = new byte[lengthBytes];
    int length = Math.min(bytes.length, lengthBytes);
    System.arraycopy(bytes, bytes.length - length, out, lengthBytes - length, length);
    return base64(out);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
