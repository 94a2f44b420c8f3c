package city.wayside.messages.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecuredMessageTest {

  private static final String HEADER_FIELDS =
      """
      00 00 01 e5 76 3f 4f 98 fc // generation_time
      02 00 00 00 24             // expiration
      80 00                      // signer_info: self
      """;

  private static final String TRAILER_FIELDS = "04 01 00 00 ff // trailer_fields: 4 bytes\n";

  private static String secured(String headerLength, String payload) {
    return "02 // protocol_version 2\n"
        + headerLength
        + " // length of header_fields\n"
        + HEADER_FIELDS
        + payload
        + TRAILER_FIELDS;
  }

  @Test
  void aLegacyPacketIsOpenedAndSaysSo() {
    byte[] bytes =
        Octets.of(
            GnPacket.BASIC_SECURED,
            secured("10", "01 2f // payload_field: signed, 47 bytes\n" + GnPacket.shb()),
            "00 00 // of the link");

    Unwrapped unwrapped = Openings.unwrapped(bytes);

    assertThat(unwrapped.layers())
        .containsExactly(
            Layer.GN_BASIC_HEADER,
            Layer.LEGACY_SECURED_MESSAGE,
            Layer.GN_COMMON_HEADER,
            Layer.BTP_HEADER);
    SecuredData secured = unwrapped.security().getFirst();
    assertThat(secured.protocol()).isEqualTo(SecuredData.Protocol.TS_103_097_LEGACY);
    assertThat(secured.content()).isEqualTo(SecuredData.Content.SIGNED);
    assertThat(secured.signedData()).isEmpty();
    assertThat(unwrapped.signedData()).isEmpty();
    assertThat(secured.data()).isEqualTo(new Slice(4, bytes.length - 6));
    assertThat(secured.payload()).isEqualTo(new Slice(24, 47));
    assertThat(Octets.hex(bytes, unwrapped.message())).isEqualTo("020200001267ff");
  }

  @ParameterizedTest
  @CsvSource({"80 10", "c0 00 10", "e0 00 00 10"})
  void aLengthMayTakeSeveralOctets(String length) {
    byte[] bytes = Octets.of(secured(length, "00 02 aa bb // unsecured, 2 bytes\n"));

    Unwrapped unwrapped = Openings.unwrapped(bytes);

    assertThat(unwrapped.layers()).containsExactly(Layer.LEGACY_SECURED_MESSAGE);
    assertThat(unwrapped.security().getFirst().content()).isEqualTo(SecuredData.Content.UNSECURED);
    assertThat(Octets.hex(bytes, unwrapped.message())).isEqualTo("aabb");
    assertThat(unwrapped.family()).isEqualTo(MessageFamily.OTHER);
  }

  /// By its first two bytes alone this would be a CAM.
  @Test
  void inASecuredPacketFewHeaderFieldsAreNoMessageId() {
    byte[] bytes =
        Octets.of(
            GnPacket.BASIC_SECURED,
            "02 02 80 00 // two bytes of header fields\n00 2f // unsecured",
            GnPacket.shb(),
            "00 // no trailer fields");

    assertThat(Openings.unwrapped(bytes).layers()).contains(Layer.LEGACY_SECURED_MESSAGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "02 16 00 | malformed: SecuredMessage.header_fields at byte 1 has length 22, but 1 are"
            + " left",
        "02 f0 00 | malformed: SecuredMessage.header_fields at byte 1 has a length of 5 octets,"
            + " must be 1 to 4",
        "02 ff 00 | malformed: SecuredMessage.header_fields at byte 1 has a length of 9 octets,"
            + " must be 1 to 4",
        "02 80 | malformed: SecuredMessage.header_fields at byte 2 needs 1 byte, but 0 are left",
        "02 80 00 | malformed: SecuredMessage.payload_field at byte 3 needs 1 byte, but 0 are left",
        "02 80 00 02 | unsupported_type: SecuredMessage.payload_field at byte 3 has type 2, must"
            + " be 0 (unsecured) or 1 (signed)",
        "02 80 00 01 00 | malformed: SecuredMessage.payload_field at byte 4 is empty",
        "02 80 00 01 02 aa | malformed: SecuredMessage.payload_field at byte 4 has length 2, but 1"
            + " are left",
        "02 80 00 01 01 aa | malformed: SecuredMessage.trailer_fields at byte 6 needs 1 byte, but 0"
            + " are left",
      })
  void aFaultyMessageIsRefused(String text, String refusal) {
    assertThat(Openings.refusal(Octets.of(text))).isEqualTo(refusal);
  }
}
