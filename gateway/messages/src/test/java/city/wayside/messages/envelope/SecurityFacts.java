package city.wayside.messages.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/// Compares signed data with what an independent decoder found, and verifies the signature where
/// the decoder could: only the right slices can be verified.
final class SecurityFacts {

  private static final HexFormat HEX = HexFormat.of();

  private SecurityFacts() {}

  /// Checks everything and tells how far verification got.
  static String check(JsonNode expected, byte[] bytes, SecuredData secured, SignedData signed)
      throws Exception {
    assertThat(secured.protocol()).isEqualTo(SecuredData.Protocol.IEEE_1609_2);
    assertThat(secured.content()).isEqualTo(SecuredData.Content.SIGNED);
    assertThat(expected.get("content").asText()).isEqualTo("signedData");
    assertThat(secured.data().lengthBytes()).isEqualTo(expected.get("consumed").asInt());
    assertThat(bytes[secured.data().offsetBytes()])
        .isEqualTo((byte) expected.get("protocolVersion").asInt());
    assertThat(signed.hashId().name().replace("_", "").toLowerCase(java.util.Locale.ROOT))
        .isEqualTo(expected.get("hashId").asText());
    assertThat(Octets.hex(bytes, signed.tbsData())).isEqualTo(expected.get("tbsDataCoer").asText());
    checkHeader(expected.get("headerInfo"), signed.headerInfo());
    assertThat(Octets.hex(bytes, signed.signature()))
        .isEqualTo(signature(expected.get("signature")));
    assertThat(signed.algorithm()).isEqualTo(SignatureAlgorithm.ECDSA_NIST_P256);
    return checkSigner(expected, bytes, signed);
  }

  private static void checkHeader(JsonNode expected, HeaderInfo header) {
    assertThat(header.psid()).isEqualTo(expected.get("psid").asLong());
    long generationUs = expected.get("generationTime").asLong();
    assertThat(header.generationTime()).contains(new Time64(generationUs));
    // Five leap seconds lie between 2004 and 2017.
    assertThat(new Time64(generationUs).unixMs())
        .isEqualTo(generationUs / 1000 + 1_072_915_200_000L - 5_000);
    assertThat(header.expiryTime()).isEmpty();
    assertThat(header.generationLocation().isPresent())
        .isEqualTo(expected.has("generationLocation"));
    if (expected.has("generationLocation")) {
      JsonNode place = expected.get("generationLocation");
      assertThat(header.generationLocation())
          .contains(
              new ThreeDLocation(
                  place.get("latitude").asInt() / 1e7,
                  place.get("longitude").asInt() / 1e7,
                  place.get("elevation").asInt() / 10.0 - 409.5));
    }
  }

  /// The encoding of an ECDSA signature on P-256: tag, tag of the point, coordinate, s.
  private static String signature(JsonNode expected) {
    assertThat(expected.get(0).asText()).isEqualTo("ecdsaNistP256Signature");
    JsonNode point = expected.get(1).get("rSig");
    String tag =
        switch (point.get(0).asText()) {
          case "x-only" -> "80";
          case "compressed-y-0" -> "82";
          case "compressed-y-1" -> "83";
          default -> throw new AssertionError(point.toString());
        };
    return "80" + tag + point.get(1).asText() + expected.get(1).get("sSig").asText();
  }

  private static String checkSigner(JsonNode expected, byte[] bytes, SignedData signed)
      throws Exception {
    JsonNode signer = expected.get("signer");
    return switch (signed.signer()) {
      case SignerIdentifier.Digest(Slice hashedId8) -> {
        assertThat(signer.get(0).asText()).isEqualTo("digest");
        assertThat(Octets.hex(bytes, hashedId8)).isEqualTo(signer.get(1).asText());
        assertThat(expected.get("verify").asText()).isEqualTo("no certificate available");
        yield "unverifiable, certificate not attached";
      }
      case SignerIdentifier.Certificate(java.util.List<Slice> certificates) -> {
        assertThat(signer.get(0).asText()).isEqualTo("certificate");
        assertThat(certificates).hasSize(1);
        byte[] certificate = certificates.getFirst().of(bytes);
        assertThat(HEX.formatHex(certificate)).isEqualTo(expected.get("signerCertCoer").asText());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate);
        assertThat(HEX.formatHex(Arrays.copyOfRange(hash, hash.length - 8, hash.length)))
            .isEqualTo(expected.get("signerHashedId8").asText());
        assertThat(expected.get("verify").asText()).isEqualTo("valid (ecdsaNistP256)");
        JsonNode key =
            signer.get(1).get(0).get("toBeSigned").get("verifyKeyIndicator").get(1).get(1);
        P256 publicKey = P256.compressed(key.get(0).asText(), key.get(1).asText());
        assertThat(publicKey.verifies(bytes, signed.tbsData(), hash, signed.signature())).isTrue();
        yield "signatures verified";
      }
      case SignerIdentifier.Self self -> throw new AssertionError(self.toString());
      case SignerIdentifier.Other other -> throw new AssertionError(other.toString());
    };
  }
}
