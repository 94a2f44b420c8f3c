package city.wayside.messages.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecuredDataRefusalsTest {

  private static final String SIGNED = "03 81 00 40 03 80 01 ff // signed data with one byte\n";
  private static final String HEADER = "00 01 20 // HeaderInfo: psid 32\n";
  private static final String DIGEST = "80 f0 f1 f2 f3 f4 f5 f6 f7 // signer: digest\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "03 82 00 | is encryptedData, whose payload only its recipients can read",
        "03 83 01 ff | is a certificate request, which carries no message",
        "03 84 01 ff | is a certificate request, which carries no message",
      })
  void contentThatHasNoReadableMessageIsRefused(String text, String problem) {
    assertThat(Openings.refusal(Octets.of(text)))
        .isEqualTo("unsupported_type: Ieee1609Dot2Data.content at byte 1 " + problem);
  }

  @Test
  void encryptedDataWithinSignedDataIsRefusedAtItsPlace() {
    assertThat(Openings.refusal(Octets.of("03 81 00 40 03 82 00")))
        .isEqualTo(
            "unsupported_type: Ieee1609Dot2Data.content at byte 5 is encryptedData, whose payload"
                + " only its recipients can read");
    assertThat(Openings.refusal(Octets.of("03 81 00 40 03 86 00")))
        .isEqualTo(
            "unsupported_type: Ieee1609Dot2Data.content at byte 5 is alternative 6, must be 0 to"
                + " 4");
  }

  @Test
  void signedDataWhosePayloadIsElsewhereAreRefused() {
    assertThat(Openings.refusal(Octets.of("03 81 00 20 80", "dd".repeat(32))))
        .isEqualTo(
            "unsupported_type: SignedDataPayload at byte 3 has no data, so that the message is"
                + " elsewhere");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "03 80 | Ieee1609Dot2Data.unsecuredData at byte 2 needs 1 byte, but 0 are left",
        "03 80 00 | Ieee1609Dot2Data.unsecuredData at byte 2 is empty",
        "03 80 03 ff ff | Ieee1609Dot2Data.unsecuredData at byte 2 has length 3, but 2 are left",
        "03 80 82 ff ff ff | Ieee1609Dot2Data.unsecuredData at byte 2 has length 65535, but 1 are"
            + " left",
        "03 80 84 ff ff ff ff | Ieee1609Dot2Data.unsecuredData at byte 2 has length 4294967295,"
            + " but 0 are left",
        "03 80 80 ff | Ieee1609Dot2Data.unsecuredData at byte 2 has a length of 0 octets, must be"
            + " 1 to 4",
        "03 80 85 ff | Ieee1609Dot2Data.unsecuredData at byte 2 has a length of 5 octets, must be"
            + " 1 to 4",
        "03 81 80 | SignedData.hashId at byte 2 is an enumerated value of more than one octet",
        "03 81 00 41 | SignedDataPayload at byte 3 has preamble 65 with bits beyond 224",
        "03 81 00 40 02 | Ieee1609Dot2Data.protocolVersion at byte 4 is 2, must be 3",
        "03 81 00 40 03 40 | Ieee1609Dot2Data.content at byte 5 has tag octet 64, must be 128 to"
            + " 190",
        "03 81 00 40 03 bf | Ieee1609Dot2Data.content at byte 5 has tag octet 191, must be 128 to"
            + " 190",
      })
  void aFaultyPayloadIsRefused(String text, String reason) {
    assertThat(Openings.refusal(Octets.of(text))).isEqualTo("malformed: " + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | HeaderInfo at byte 8 needs 1 byte, but 0 are left",
        "01 | HeaderInfo at byte 8 has preamble 1 with bits beyond 254",
        "00 00 | HeaderInfo.psid at byte 9 takes 0 octets, must be 1 to 8",
        "00 09 00 00 00 00 00 00 00 00 20 | HeaderInfo.psid at byte 9 takes 9 octets, must be 1"
            + " to 8",
        "00 08 80 00 00 00 00 00 00 00 | HeaderInfo.psid at byte 9 is 2^63 or more",
        "40 01 20 00 | HeaderInfo.generationTime at byte 11 needs 8 bytes, but 1 are left",
        "10 01 20 ff ff | ThreeDLocation.latitude at byte 11 needs 4 bytes, but 2 are left",
        "04 01 20 40 | HeaderInfo.missingCrlIdentifier at byte 11 has preamble 64 with bits"
            + " beyond 128",
        "02 01 20 82 | encryptionKey at byte 11 is alternative 2, must be 0 or 1",
        "80 01 20 00 | HeaderInfo at byte 12 needs 1 byte, but 0 are left",
        "80 01 20 01 00 | HeaderInfo at byte 12 has an empty list of additions",
        "80 01 20 02 08 80 | HeaderInfo at byte 12 has an empty list of additions",
        "80 01 20 02 07 80 | HeaderInfo at byte 14 needs 1 byte, but 0 are left",
      })
  void aFaultyHeaderIsRefused(String header, String reason) {
    assertThat(Openings.refusal(Octets.of(SIGNED, header))).isEqualTo("malformed: " + reason);
  }

  @Test
  void tooManyAdditionsAreRefused() {
    assertThat(Openings.refusal(Octets.of(SIGNED, "80 01 20 0a 00", "00".repeat(9))))
        .isEqualTo("too_large: HeaderInfo at byte 13 declares 72 additions, at most 64 are taken");
  }

  @Test
  void aMissingOrFaultySignerIsRefused() {
    assertThat(Openings.refusal(Octets.of(SIGNED, HEADER)))
        .isEqualTo("malformed: SignedData.signer at byte 11 needs 1 byte, but 0 are left");
    assertThat(Openings.refusal(Octets.of(SIGNED, HEADER, "80 f0 f1")))
        .isEqualTo("malformed: signer.digest at byte 12 needs 8 bytes, but 2 are left");
    assertThat(Openings.refusal(Octets.of(SIGNED, HEADER, "81 01 09 80")))
        .isEqualTo("too_large: signer.certificate at byte 12 has 9 elements, at most 8 are taken");
    assertThat(Openings.refusal(Octets.of(SIGNED, HEADER, "81 01 01 80 04")))
        .isEqualTo("unsupported_type: Certificate.version at byte 15 is 4, must be 3");
  }

  @Test
  void aMissingOrFaultySignatureIsRefused() {
    assertThat(Openings.refusal(Octets.of(SIGNED, HEADER, DIGEST)))
        .isEqualTo("malformed: Signature at byte 20 needs 1 byte, but 0 are left");
    assertThat(Openings.refusal(Octets.of(SIGNED, HEADER, DIGEST, "80 85")))
        .isEqualTo("malformed: Signature.rSig at byte 21 is alternative 5, must be 0 to 4");
    assertThat(Openings.refusal(Octets.of(SIGNED, HEADER, DIGEST, "80 81", "ff".repeat(31))))
        .isEqualTo("malformed: Signature.sSig at byte 22 needs 32 bytes, but 31 are left");
  }

  @Test
  void onlySoManyEnvelopesAreOpened() {
    assertThat(Openings.unwrapped(Octets.of("03 80 08 03 80 05 03 80 02 03 40")).message())
        .isEqualTo(new Slice(9, 2));
    assertThat(Openings.refusal(Octets.of("03 80 0e 03 80 0b 03 80 08 03 80 05 03 80 02 03 40")))
        .isEqualTo(
            "too_large: Ieee1609Dot2Data at byte 12 lies in 4 others, which is as many as are"
                + " opened");
    assertThat(Openings.refusal(Octets.of("03 81 00 40".repeat(5000))))
        .isEqualTo(
            "too_large: Ieee1609Dot2Data at byte 16 lies in 4 others, which is as many as are"
                + " opened");
  }
}
