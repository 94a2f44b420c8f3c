package city.wayside.messages.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedDataTest {

  private static final String PAYLOAD =
      """
      40                   // SignedDataPayload: data present
      03                   // Ieee1609Dot2Data, version 3
      80 05 00 14 02 ab cd // unsecuredData: a MessageFrame
      """;

  private static final String HEADER =
      """
      40                      // HeaderInfo: generationTime present
      01 20                   // psid 32
      00 02 02 02 02 02 02 02 // generationTime
      """;

  private static final String DIGEST = "80 f0 f1 f2 f3 f4 f5 f6 f7 // signer: digest\n";

  private static final String SIGNATURE =
      """
      80 // ecdsaNistP256Signature
      82 // rSig: compressed-y-0
      """
          + "aa".repeat(32)
          + " // r\n"
          + "bb".repeat(32)
          + " // s\n";

  private static String signed(String payload, String header, String signer, String signature) {
    return "03 81 // version 3, signedData\n00 // hashId: sha256\n"
        + payload
        + header
        + signer
        + signature;
  }

  private static SignedData signedData(byte[] bytes) {
    return Openings.unwrapped(bytes).signedData().orElseThrow();
  }

  @Test
  void aSignatureAndWhatItCoversAreLocated() {
    byte[] bytes =
        Octets.of(signed(PAYLOAD, HEADER, DIGEST, SIGNATURE), "0d 0a // of the transport");

    Unwrapped unwrapped = Openings.unwrapped(bytes);

    assertThat(unwrapped.layers()).containsExactly(Layer.IEEE_1609_2_DATA);
    assertThat(unwrapped.message()).isEqualTo(new Slice(7, 5));
    assertThat(unwrapped.family()).isEqualTo(MessageFamily.J2735_MESSAGE_FRAME);
    assertThat(unwrapped.original()).isEqualTo(new Slice(0, bytes.length));
    SecuredData secured = unwrapped.security().getFirst();
    assertThat(secured.protocol()).isEqualTo(SecuredData.Protocol.IEEE_1609_2);
    assertThat(secured.content()).isEqualTo(SecuredData.Content.SIGNED);
    assertThat(secured.data()).isEqualTo(new Slice(0, bytes.length - 2));
    assertThat(secured.payload()).isEqualTo(unwrapped.message());
    SignedData signed = unwrapped.signedData().orElseThrow();
    assertThat(signed.hashId()).isEqualTo(HashAlgorithm.SHA_256);
    assertThat(signed.tbsData()).isEqualTo(new Slice(3, 9 + 11));
    assertThat(signed.signer()).isEqualTo(new SignerIdentifier.Digest(new Slice(24, 8)));
    assertThat(signed.algorithm()).isEqualTo(SignatureAlgorithm.ECDSA_NIST_P256);
    assertThat(signed.signature()).isEqualTo(new Slice(32, 66));
    assertThat(signed.headerInfo().psid()).isEqualTo(32);
    assertThat(signed.headerInfo().expiryTime()).isEmpty();
  }

  @Test
  void allFieldsOfTheHeaderArePassedInTheirOrder() {
    String header =
        """
        fe                         // HeaderInfo: all optional fields and additions
        02 40 81                   // psid 16513
        00 02 07 5f da e3 45 c2    // generationTime
        00 02 07 5f de 76 cc c2    // expiryTime
        23 b6 79 70                // latitude 59.91612
        06 64 24 bc                // longitude 10.72263
        10 00                      // elevation 0.1 m: 4096 tenths above -409.5 m
        c0 c1 c2                   // p2pcdLearningRequest
        00 d0 d1 d2 00 07          // missingCrlIdentifier: preamble, cracaId, crlSeries
        80 00 80 82                // encryptionKey: public, aes128Ccm, P256, compressed-y-0
        """
            + "cc".repeat(32)
            + """
             // the key
            02 04 f0                // four additions declared, all present
            04 01 a1 a2 a3          // inlineP2pcdRequest: one HashedId3
            02 ee ee                // requestedCertificate
            01 01                   // pduFunctionalType
            03 ee ee ee             // contributedExtensions
            """;
    byte[] bytes = Octets.of(signed(PAYLOAD, header, DIGEST, SIGNATURE));

    HeaderInfo found = signedData(bytes).headerInfo();

    assertThat(found.psid()).isEqualTo(16513);
    assertThat(found.generationTime()).contains(new Time64(571058229036482L));
    assertThat(found.expiryTime()).contains(new Time64(571058289036482L));
    assertThat(found.generationTime().orElseThrow().unixMs()).isEqualTo(1643973424036L);
    ThreeDLocation place = found.generationLocation().orElseThrow();
    assertThat(place.latDeg()).isEqualTo(59.91612);
    assertThat(place.lonDeg()).isEqualTo(10.72263);
    assertThat(place.elevationM()).isCloseTo(0.1, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(Openings.unwrapped(bytes).message()).isEqualTo(new Slice(7, 5));
    assertThat(signedData(bytes).signature().endBytes()).isEqualTo(bytes.length);
  }

  @ParameterizedTest
  @CsvSource({
    "81 80 c0c1c2c3c4c5c6c7c8c9cacbcccdcecf, symmetric",
    "81 81 02 eeee, symmetric of a later edition",
    "80 00 82 02 eeee, public of a later edition",
    "80 00 81 81, Brainpool without a coordinate",
  })
  void everyEncryptionKeyIsPassed(String key, String what) {
    String header = "02 // HeaderInfo: encryptionKey\n01 24 // psid 36\n" + key + "\n";
    byte[] bytes = Octets.of(signed(PAYLOAD, header, DIGEST, SIGNATURE));

    assertThat(signedData(bytes).headerInfo().psid()).as(what).isEqualTo(36);
    assertThat(signedData(bytes).signature().endBytes()).isEqualTo(bytes.length);
  }

  @ParameterizedTest
  @CsvSource({
    "00, SHA_256",
    "01, SHA_384",
    "02, SM3",
    "03, OTHER",
  })
  void theHashAlgorithmIsTold(String code, HashAlgorithm expected) {
    byte[] bytes = Octets.of("03 81", code, PAYLOAD, HEADER, DIGEST, SIGNATURE);

    assertThat(signedData(bytes).hashId()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "81, ECDSA_BRAINPOOL_P256R1",
    "82, ECDSA_BRAINPOOL_P384R1",
    "83, ECDSA_NIST_P384",
    "84, SM2",
    "85, OTHER",
  })
  void theSignatureAlgorithmIsTold(String tag, SignatureAlgorithm expected) {
    boolean extension = !tag.equals("81");
    String value = extension ? "02 ee ee" : "80" + "aa".repeat(64);
    byte[] bytes = Octets.of(signed(PAYLOAD, HEADER, DIGEST, tag + value));

    SignedData signed = signedData(bytes);

    assertThat(signed.algorithm()).isEqualTo(expected);
    assertThat(signed.signature()).isEqualTo(new Slice(32, bytes.length - 32));
  }

  @Test
  void aSignerMayBeTheKeyInTheDataOrNamedInALaterWay() {
    assertThat(signedData(Octets.of(signed(PAYLOAD, HEADER, "82 // self\n", SIGNATURE))).signer())
        .isEqualTo(new SignerIdentifier.Self());
    assertThat(
            signedData(Octets.of(signed(PAYLOAD, HEADER, "83 02 ee ee // later\n", SIGNATURE)))
                .signer())
        .isEqualTo(new SignerIdentifier.Other(3, new Slice(25, 2)));
  }

  @Test
  void aHashOfFurtherDataBesideThePayloadIsPassed() {
    String payload =
        """
        e0                   // SignedDataPayload: additions, data, extDataHash
        03 80 05 00 14 02 ab cd
        80                   // sha256HashedData
        """
            + "dd".repeat(32)
            + "02 07 80 01 ee // one addition\n";
    byte[] bytes = Octets.of(signed(payload, HEADER, DIGEST, SIGNATURE));

    assertThat(Openings.unwrapped(bytes).message()).isEqualTo(new Slice(7, 5));
    assertThat(signedData(bytes).headerInfo().psid()).isEqualTo(32);
  }

  @Test
  void dataSignedTwiceGiveBothSignatures() {
    String inner = signed(PAYLOAD, HEADER, DIGEST, SIGNATURE);
    byte[] bytes =
        Octets.of(
            signed("40 // data present\n" + inner, "00 01 25 // psid 37\n", DIGEST, SIGNATURE));

    Unwrapped unwrapped = Openings.unwrapped(bytes);

    assertThat(unwrapped.layers()).containsExactly(Layer.IEEE_1609_2_DATA, Layer.IEEE_1609_2_DATA);
    assertThat(unwrapped.security()).hasSize(2);
    SignedData outer = unwrapped.security().get(0).signedData().orElseThrow();
    SignedData within = unwrapped.security().get(1).signedData().orElseThrow();
    assertThat(unwrapped.signedData()).contains(outer);
    assertThat(outer.headerInfo().psid()).isEqualTo(37);
    assertThat(within.headerInfo().psid()).isEqualTo(32);
    assertThat(outer.tbsData().contains(unwrapped.security().get(1).data())).isTrue();
    assertThat(Octets.hex(bytes, unwrapped.message())).isEqualTo("001402abcd");
  }

  @Test
  void aSecuredPacketHasItsHeadersOnBothSidesOfTheSignature() {
    String packet = GnPacket.shb();
    int packetBytes = Octets.of(packet).length;
    String payload = "40 03 80 %02x // an unsecured packet\n".formatted(packetBytes) + packet;
    byte[] bytes =
        Octets.of(GnPacket.BASIC_SECURED, signed(payload, HEADER, DIGEST, SIGNATURE), "e5 dc 89");

    Unwrapped unwrapped = Openings.unwrapped(bytes);

    assertThat(unwrapped.layers())
        .containsExactly(
            Layer.GN_BASIC_HEADER,
            Layer.IEEE_1609_2_DATA,
            Layer.GN_COMMON_HEADER,
            Layer.BTP_HEADER);
    assertThat(unwrapped.geoNetworking().orElseThrow().basic())
        .contains(new BasicHeader(1, true, 1_000, 1));
    assertThat(unwrapped.message()).isEqualTo(new Slice(4 + 3 + 4 + 40, 7));
    assertThat(unwrapped.signedData().orElseThrow().tbsData())
        .isEqualTo(new Slice(7, 4 + packetBytes + 11));
  }
}
