package city.wayside.edge.access.token;

import java.io.IOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An issuer's keys (JSON Web Key Set, RFC 7517). Keys of other kinds or uses are passed over.
///
/// @param keys those that can check a token
record KeySet(List<Key> keys) {

  /// The largest set, in bytes.
  static final int BYTES_MAX = 1024 * 1024;

  /// How many keys are looked at.
  static final int KEYS_COUNT_MAX = 200;

  /// The shortest RSA key that is believed, in bits.
  static final int RSA_BITS_MIN = 2048;

  /// No key.
  static final KeySet EMPTY = new KeySet(List.of());

  private static final int ED25519_BYTES = 32;

  /// One key.
  ///
  /// @param id how tokens name it; empty when they cannot
  record Key(String id, SignatureAlgorithm algorithm, PublicKey key) {}

  /// Takes a copy.
  KeySet {
    keys = List.copyOf(keys);
  }

  /// Reads a set.
  ///
  /// @throws IOException when it is no key set, or one of its keys is broken; the message says why
  static KeySet parse(byte[] json) throws IOException {
    if (!(SmallJson.object(json).get("keys") instanceof List<?> items)) {
      throw new IOException("it has no array \"keys\"");
    }
    if (items.size() > KEYS_COUNT_MAX) {
      throw new IOException(
          "it has %d keys; allowed are %d".formatted(items.size(), KEYS_COUNT_MAX));
    }
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (!(items.get(i) instanceof Map<?, ?> members)) {
        throw new IOException("keys[%d] is no object".formatted(i));
      }
      try {
        key(members).ifPresent(keys::add);
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        throw new IOException("keys[%d] is broken: %s".formatted(i, e.getMessage()), e);
      }
    }
    return new KeySet(keys);
  }

  /// The key that a token names, or the only one that fits when it names none.
  Optional<PublicKey> find(String keyId, SignatureAlgorithm algorithm) {
    @Nullable PublicKey found = null;
    for (Key key : keys) {
      if (key.algorithm() == algorithm && (keyId.isEmpty() || keyId.equals(key.id()))) {
        if (found != null) {
          return Optional.empty();
        }
        found = key.key();
      }
    }
    return Optional.ofNullable(found);
  }

  private static Optional<Key> key(Map<?, ?> members) throws GeneralSecurityException {
    if (members.get("use") instanceof String use && !use.equals("sig")) {
      return Optional.empty();
    }
    Optional<SignatureAlgorithm> algorithm = algorithm(members);
    if (algorithm.isEmpty()
        || (members.get("alg") instanceof String named && !named.equals(algorithm.get().word()))) {
      return Optional.empty();
    }
    PublicKey key =
        switch (algorithm.get()) {
          case RS256 -> rsa(members);
          case ES256 -> p256(members);
          case EDDSA -> ed25519(members);
        };
    String id = members.get("kid") instanceof String named ? named : "";
    return Optional.of(new Key(id, algorithm.get(), key));
  }

  private static Optional<SignatureAlgorithm> algorithm(Map<?, ?> members) {
    return switch (text(members, "kty") + " " + text(members, "crv")) {
      case "RSA " -> Optional.of(SignatureAlgorithm.RS256);
      case "EC P-256" -> Optional.of(SignatureAlgorithm.ES256);
      case "OKP Ed25519" -> Optional.of(SignatureAlgorithm.EDDSA);
      default -> Optional.empty();
    };
  }

  private static PublicKey rsa(Map<?, ?> members) throws GeneralSecurityException {
    BigInteger modulus = number(members, "n");
    if (modulus.bitLength() < RSA_BITS_MIN) {
      throw new IllegalArgumentException(
          "n has %d bits; allowed are %d or more".formatted(modulus.bitLength(), RSA_BITS_MIN));
    }
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(modulus, number(members, "e")));
  }

  private static PublicKey p256(Map<?, ?> members) throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point = new ECPoint(number(members, "x"), number(members, "y"));
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
  }

  /// The y coordinate, least byte first; the topmost bit says whether x is odd (RFC 8032 §5.1.2).
  private static PublicKey ed25519(Map<?, ?> members) throws GeneralSecurityException {
    byte[] encoded = bytes(members, "x");
    if (encoded.length != ED25519_BYTES) {
      throw new IllegalArgumentException("x has " + encoded.length + " bytes; allowed are 32");
    }
    byte[] greatestFirst = new byte[ED25519_BYTES];
    for (int i = 0; i < ED25519_BYTES; i++) {
      greatestFirst[i] = encoded[ED25519_BYTES - 1 - i];
    }
    boolean isOdd = greatestFirst[0] < 0;
    greatestFirst[0] &= 0x7F;
    EdECPoint point = new EdECPoint(isOdd, new BigInteger(1, greatestFirst));
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
  }

  private static BigInteger number(Map<?, ?> members, String name) {
    return new BigInteger(1, bytes(members, name));
  }

  private static byte[] bytes(Map<?, ?> members, String name) {
    String text = text(members, name);
    if (text.isEmpty()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return Base64.getUrlDecoder().decode(text);
  }

  private static String text(Map<?, ?> members, String name) {
    return members.get(name) instanceof String text ? text : "";
  }
}
