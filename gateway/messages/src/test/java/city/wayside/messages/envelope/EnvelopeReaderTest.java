package city.wayside.messages.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {

  private static final String MUST_BE =
      ", must be a GeoNetworking packet, IEEE 1609.2 data, an ITS PDU or a MessageFrame";

  @ParameterizedTest
  @CsvSource({
    "01, 01, ETSI_PDU",
    "01, 15, ETSI_PDU",
    "02, 02, ETSI_PDU",
    "03, 10, ETSI_PDU",
    "03, 15, ETSI_PDU",
    "01, 00, GN_BASIC_HEADER",
    "02, 00, GN_BASIC_HEADER",
    "03, 00, UNKNOWN",
    "01, 16, UNKNOWN",
    "02, 16, LEGACY_SECURED_MESSAGE",
    "02, 80, LEGACY_SECURED_MESSAGE",
    "03, 16, UNKNOWN",
    "03, 7f, UNKNOWN",
    "03, 80, IEEE_1609_2_DATA",
    "03, 84, IEEE_1609_2_DATA",
    "03, 85, UNKNOWN",
    "04, 02, UNKNOWN",
    "00, 12, J2735_MESSAGE_FRAME",
    "00, 14, J2735_MESSAGE_FRAME",
    "00, 20, J2735_MESSAGE_FRAME",
    "00, 30, J2735_MESSAGE_FRAME",
    "00, 32, J2735_MESSAGE_FRAME",
    "00, f0, J2735_MESSAGE_FRAME",
    "00, ff, J2735_MESSAGE_FRAME",
    "00, 33, UNKNOWN",
    "00, 11, UNKNOWN",
    "00, 50, UNKNOWN",
    "00, 10, GN_COMMON_HEADER",
    "00, 60, GN_COMMON_HEADER",
    "00, 61, GN_COMMON_HEADER",
    "10, 00, UNKNOWN",
    "10, 50, GN_COMMON_HEADER",
    "20, 40, GN_COMMON_HEADER",
    "20, 43, UNKNOWN",
    "30, 20, GN_COMMON_HEADER",
    "11, 00, GN_BASIC_HEADER",
    "11, 50, GN_BASIC_HEADER",
    "12, 00, GN_BASIC_HEADER",
    "13, 00, UNKNOWN",
    "21, 00, UNKNOWN",
    "80, 03, UNKNOWN",
    "7b, 22, UNKNOWN",
  })
  void theFirstTwoBytesTellWhatComes(String first, String second, FirstBytes expected) {
    assertThat(FirstBytes.of(Integer.parseInt(first, 16), Integer.parseInt(second, 16)))
        .isEqualTo(expected);
  }

  @Test
  void theTableCountsWhatItSays() {
    Map<FirstBytes, Integer> counts = new TreeMap<>();
    for (int first = 0; first < 256; first++) {
      for (int second = 0; second < 256; second++) {
        counts.merge(FirstBytes.of(first, second), 1, Integer::sum);
      }
    }

    assertThat(counts)
        .containsEntry(FirstBytes.J2735_MESSAGE_FRAME, 33 + 16)
        .containsEntry(FirstBytes.GN_COMMON_HEADER, 3 + 3 * 12)
        .containsEntry(FirstBytes.GN_BASIC_HEADER, 2 + 2 * 256)
        .containsEntry(FirstBytes.ETSI_PDU, 3 * 21)
        .containsEntry(FirstBytes.LEGACY_SECURED_MESSAGE, 256 - 22)
        .containsEntry(FirstBytes.IEEE_1609_2_DATA, 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"01 01 00 00 12 67 ff", "02 02 00 00 12 67 ff", "03 0e 00 00 12 67 ff"})
  void aBareMessageOfEtsiPassesThrough(String text) {
    byte[] bytes = Octets.of(text);

    Unwrapped unwrapped = Openings.unwrapped(bytes);

    assertThat(unwrapped.message()).isEqualTo(new Slice(0, bytes.length));
    assertThat(unwrapped.original()).isEqualTo(unwrapped.message());
    assertThat(unwrapped.family()).isEqualTo(MessageFamily.ETSI_PDU);
    assertThat(unwrapped.layers()).isEmpty();
    assertThat(unwrapped.geoNetworking()).isEmpty();
    assertThat(unwrapped.btp()).isEmpty();
    assertThat(unwrapped.security()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00 14 02 ab cd // one octet of length",
        "00 13 80 02 ab cd // two octets of length",
        "00 20 02 ab cd // PSM",
      })
  void aBareMessageFramePassesThrough(String text) {
    byte[] bytes = Octets.of(text);

    Unwrapped unwrapped = Openings.unwrapped(bytes);

    assertThat(unwrapped.message()).isEqualTo(new Slice(0, bytes.length));
    assertThat(unwrapped.family()).isEqualTo(MessageFamily.J2735_MESSAGE_FRAME);
    assertThat(unwrapped.layers()).isEmpty();
  }

  @Test
  void aMessageFrameThatCannotBeWholeIsRefused() {
    assertThat(Openings.refusal(Octets.of("00 14 80 80 ab")))
        .isEqualTo(
            "malformed: MessageFrame at byte 0 has 132 bytes by its length, but 5 are there");
    assertThat(Openings.refusal(Octets.of("00 22 e1 2d 18 46 // a vendor's header")))
        .isEqualTo(
            "malformed: MessageFrame at byte 0 has no length that can be read, but 6 are there");
  }

  @Test
  void whatNoRowFitsIsRefused() {
    assertThat(Openings.refusal(new byte[0]))
        .isEqualTo("malformed: payload at byte 0 is empty" + MUST_BE);
    assertThat(Openings.refusal(Octets.of("03")))
        .isEqualTo("malformed: payload at byte 0 begins with 03" + MUST_BE);
    assertThat(Openings.refusal(Octets.of("40 03 80")))
        .isEqualTo("malformed: payload at byte 0 begins with 40 03" + MUST_BE);
  }

  @Test
  void aPartOutsideTheArrayIsAFaultOfTheCaller() {
    EnvelopeReader reader = new EnvelopeReader();

    assertThatThrownBy(() -> reader.open(new byte[4], 2, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
