package city.wayside.messages.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoNetworkingRefusalsTest {

  @ParameterizedTest
  @CsvSource({
    "10, BEACON, 24",
    "60, LS_REQUEST, 36",
    "61, LS_REPLY, 48",
  })
  void packetsWithoutAPayloadCarryNoMessage(String code, String type, int headerBytes) {
    byte[] bytes =
        Octets.of(GnPacket.BASIC, GnPacket.common("00", code, 0), Octets.times(headerBytes, "00"));

    assertThat(Openings.refusal(bytes))
        .isEqualTo(
            "unsupported_type: CommonHeader.headerType at byte 5 is "
                + type
                + ", which carries no message");
    assertThat(Openings.refusal(java.util.Arrays.copyOfRange(bytes, 4, bytes.length)))
        .isEqualTo(
            "unsupported_type: CommonHeader.headerType at byte 1 is "
                + type
                + ", which carries no message");
  }

  @Test
  void aPayloadOfAnotherKindIsRefused() {
    String rest = GnPacket.SOURCE + GnPacket.MEDIA_DEPENDENT + GnPacket.BTP_B + GnPacket.CAM;

    assertThat(Openings.refusal(Octets.of(GnPacket.BASIC, GnPacket.common("30", "50", 11), rest)))
        .isEqualTo(
            "unsupported_type: CommonHeader.nextHeader at byte 4 is IPV6, must be BTP_A or BTP_B");
    assertThat(Openings.refusal(Octets.of(GnPacket.BASIC, GnPacket.common("00", "50", 11), rest)))
        .isEqualTo(
            "unsupported_type: CommonHeader.nextHeader at byte 4 is ANY, must be BTP_A or BTP_B");
    assertThat(Openings.refusal(Octets.of(GnPacket.BASIC, GnPacket.common("40", "50", 11), rest)))
        .isEqualTo("malformed: CommonHeader.nextHeader at byte 4 is 4, must be 0 to 3");
  }

  @Test
  void aTypeThatTheStandardDoesNotHaveIsRefused() {
    assertThat(Openings.refusal(Octets.of(GnPacket.BASIC, GnPacket.common("72", 11))))
        .isEqualTo(
            "unsupported_type: CommonHeader.headerType at byte 5 is 7 with subtype 2, which EN 302"
                + " 636-4-1 does not have");
  }

  @Test
  void aBasicHeaderThatNothingFollowsIsRefused() {
    assertThat(Openings.refusal(Octets.of("11 00 05 01")))
        .isEqualTo("malformed: CommonHeader.nextHeader at byte 4 needs 1 byte, but 0 are left");
    assertThat(Openings.refusal(Octets.of("12 00 05 01")))
        .isEqualTo("malformed: secured packet at byte 4 is missing");
    assertThat(Openings.refusal(Octets.of("12 00 05 01 20 50")))
        .isEqualTo(
            "malformed: secured packet at byte 4 begins with byte 32, must be 3 (IEEE 1609.2) or 2"
                + " (TS 103 097)");
    assertThat(Openings.refusal(Octets.of("11 00 05")))
        .isEqualTo(
            "malformed: BasicHeader.remainingHopLimit at byte 3 needs 1 byte, but 0 are left");
  }

  @Test
  void aPayloadThatIsCutOffIsRefused() {
    byte[] bytes =
        Octets.of(
            GnPacket.BASIC,
            GnPacket.common("50", 12),
            GnPacket.SOURCE,
            GnPacket.MEDIA_DEPENDENT,
            GnPacket.BTP_B,
            GnPacket.CAM);

    assertThat(Openings.refusal(bytes))
        .isEqualTo("malformed: CommonHeader.payloadLength at byte 8 is 12, but 11 are left");
  }

  @ParameterizedTest
  @CsvSource({"0", "3", "4"})
  void aPayloadWithoutAMessageIsRefused(int payloadBytes) {
    byte[] bytes =
        Octets.of(
            GnPacket.BASIC,
            GnPacket.common("50", payloadBytes),
            GnPacket.SOURCE,
            GnPacket.MEDIA_DEPENDENT,
            GnPacket.BTP_B,
            GnPacket.CAM);

    assertThat(Openings.refusal(bytes))
        .isEqualTo(
            "malformed: CommonHeader.payloadLength at byte 8 is "
                + payloadBytes
                + ", must be more than the 4 of a BTP header");
  }

  @Test
  void anExtendedHeaderThatIsCutOffIsRefused() {
    assertThat(Openings.refusal(Octets.of(GnPacket.BASIC, GnPacket.common("40", 11), "00 01")))
        .isEqualTo(
            "malformed: GBC_CIRCLE extended header at byte 12 needs 44 bytes, but 2 are left");
  }
}
