package city.wayside.messages.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.message.StationType;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoNetworkingTest {

  @Test
  void aSingleHopBroadcastGivesItsHeadersAndItsMessage() {
    byte[] bytes = Octets.of(GnPacket.BASIC, GnPacket.shb());

    Unwrapped unwrapped = Openings.unwrapped(bytes);

    assertThat(unwrapped.layers())
        .containsExactly(Layer.GN_BASIC_HEADER, Layer.GN_COMMON_HEADER, Layer.BTP_HEADER);
    assertThat(unwrapped.original()).isEqualTo(new Slice(0, bytes.length));
    assertThat(unwrapped.message()).isEqualTo(new Slice(4 + 8 + 28 + 4, 7));
    assertThat(unwrapped.family()).isEqualTo(MessageFamily.ETSI_PDU);
    assertThat(unwrapped.security()).isEmpty();
    assertThat(unwrapped.signedData()).isEmpty();
    GeoNetworking packet = unwrapped.geoNetworking().orElseThrow();
    assertThat(packet.basic()).contains(new BasicHeader(1, false, 60_000, 5));
    assertThat(packet.common())
        .isEqualTo(
            new CommonHeader(CommonHeader.NextHeader.BTP_B, GnHeaderType.SHB, 0xC3, true, 11, 10));
    assertThat(packet.sequenceNumber()).isEmpty();
    assertThat(packet.area()).isEmpty();
    assertThat(packet.source())
        .isEqualTo(
            new LongPositionVector(
                new GnAddress(0xBC00_0203_3742_4D01L),
                2000,
                52.5097904,
                -13.3555412,
                true,
                13.9,
                92.5));
    BtpHeader btp = unwrapped.btp().orElseThrow();
    assertThat(btp.destinationPort()).isEqualTo(2001);
    assertThat(btp.destinationPortInfo()).hasValue(42);
    assertThat(btp.sourcePort()).isEmpty();
  }

  @Test
  void aFrameCheckSequenceAfterThePayloadIsNotOfTheMessage() {
    byte[] bytes = Octets.of(GnPacket.BASIC, GnPacket.shb(), "e5 dc 89 8b // FCS");

    assertThat(Openings.unwrapped(bytes).message()).isEqualTo(new Slice(44, 7));
  }

  @Test
  void thePacketMayLieAnywhereInTheArray() {
    byte[] bytes = Octets.of("aa bb cc", GnPacket.BASIC, GnPacket.shb(), "dd ee");

    Unwrapped unwrapped = Openings.unwrapped(new EnvelopeReader().open(bytes, 3, bytes.length - 5));

    assertThat(unwrapped.original()).isEqualTo(new Slice(3, bytes.length - 5));
    assertThat(unwrapped.message()).isEqualTo(new Slice(47, 7));
  }

  @Test
  void aPacketMayBeginWithItsCommonHeader() {
    Unwrapped unwrapped = Openings.unwrapped(Octets.of(GnPacket.shb()));

    assertThat(unwrapped.layers()).containsExactly(Layer.GN_COMMON_HEADER, Layer.BTP_HEADER);
    assertThat(unwrapped.geoNetworking().orElseThrow().basic()).isEmpty();
    assertThat(unwrapped.message()).isEqualTo(new Slice(40, 7));
  }

  @Test
  void versionZeroHasTheSameHeaders() {
    byte[] bytes = Octets.of("01 00 1b 03 // version 0, lifetime 6 times 100 s", GnPacket.shb());

    assertThat(Openings.unwrapped(bytes).geoNetworking().orElseThrow().basic())
        .contains(new BasicHeader(0, false, 600_000, 3));
  }

  @ParameterizedTest
  @CsvSource({
    "20, GUC, 20",
    "51, TSB, 0",
  })
  void packetsWithoutAnAreaHaveASequenceNumber(String code, GnHeaderType type, int restBytes) {
    byte[] bytes =
        Octets.of(
            GnPacket.BASIC,
            GnPacket.common(code, 11),
            "d9 01 00 00 // sequence number, reserved",
            GnPacket.SOURCE,
            Octets.times(restBytes, "77"),
            GnPacket.BTP_B,
            GnPacket.CAM);

    Unwrapped unwrapped = Openings.unwrapped(bytes);

    GeoNetworking packet = unwrapped.geoNetworking().orElseThrow();
    assertThat(packet.common().type()).isEqualTo(type);
    assertThat(packet.sequenceNumber()).hasValue(0xD901);
    assertThat(packet.source().latDeg()).isEqualTo(52.5097904);
    assertThat(packet.area()).isEmpty();
    assertThat(unwrapped.message().offsetBytes()).isEqualTo(bytes.length - 7);
  }

  @ParameterizedTest
  @CsvSource({
    "30, GAC_CIRCLE",
    "31, GAC_RECTANGLE",
    "32, GAC_ELLIPSE",
    "40, GBC_CIRCLE",
    "41, GBC_RECTANGLE",
    "42, GBC_ELLIPSE",
  })
  void packetsForAnAreaGiveIt(String code, GnHeaderType type) {
    byte[] bytes =
        Octets.of(
            GnPacket.BASIC,
            GnPacket.common(code, 11),
            "d9 01 00 00 // sequence number, reserved",
            GnPacket.SOURCE,
            "1f 4c 5b b0 // latitude 52.5097904",
            "07 f5 e4 d4 // longitude 13.3555412",
            "00 c8       // distance a: 200 m",
            "00 32       // distance b: 50 m",
            "00 5a       // angle: 90 degrees",
            "00 00       // reserved",
            GnPacket.BTP_B,
            GnPacket.CAM);

    Unwrapped unwrapped = Openings.unwrapped(bytes);

    GeoNetworking packet = unwrapped.geoNetworking().orElseThrow();
    assertThat(packet.common().type()).isEqualTo(type);
    assertThat(packet.area()).contains(new GeoArea(52.5097904, 13.3555412, 200, 50, 90));
    assertThat(packet.sequenceNumber()).hasValue(0xD901);
    assertThat(unwrapped.message()).isEqualTo(new Slice(60, 7));
  }

  @Test
  void transportOfTypeAHasASourcePort() {
    byte[] bytes =
        Octets.of(
            GnPacket.BASIC,
            GnPacket.common("10", "50", 11),
            GnPacket.SOURCE,
            GnPacket.MEDIA_DEPENDENT,
            "07 d8 // destination port 2008",
            "c0 01 // source port 49153",
            GnPacket.CAM);

    BtpHeader btp = Openings.unwrapped(bytes).btp().orElseThrow();

    assertThat(btp.destinationPort()).isEqualTo(2008);
    assertThat(btp.sourcePort()).hasValue(49153);
    assertThat(btp.destinationPortInfo()).isEmpty();
  }

  @Test
  void theMessageMayBeOfAnyFamily() {
    String head = GnPacket.BASIC + GnPacket.common("50", 9) + GnPacket.SOURCE;
    byte[] frame =
        Octets.of(head, GnPacket.MEDIA_DEPENDENT, GnPacket.BTP_B, "00 14 02 00 00 // BSM");
    byte[] other = Octets.of(head, GnPacket.MEDIA_DEPENDENT, GnPacket.BTP_B, "54 68 69 73 2e");

    assertThat(Openings.unwrapped(frame).family()).isEqualTo(MessageFamily.J2735_MESSAGE_FRAME);
    assertThat(Openings.unwrapped(other).family()).isEqualTo(MessageFamily.OTHER);
  }

  @Test
  void whatASourceDoesNotKnowIsAbsent() {
    LongPositionVector source =
        source(
            """
            00 00 00 00 00 00 00 00 // GN address
            ff ff ff ff             // timestamp
            35 a4 e9 01             // latitude 900000001
            6b 49 d2 01             // longitude 1800000001
            3f ff                   // not accurate, 16383
            0e 11                   // heading 3601
            """);

    assertThat(source.latDeg()).isNaN();
    assertThat(source.lonDeg()).isNaN();
    assertThat(source.speedMps()).isNaN();
    assertThat(source.headingDeg()).isNaN();
    assertThat(source.accurate()).isFalse();
    assertThat(source.timestampMs()).isEqualTo(4294967295L);
  }

  @Test
  void theExtremesAreTaken() {
    LongPositionVector source =
        source(
            """
            ff ff ff ff ff ff ff ff // GN address
            00 00 00 00             // timestamp
            ca 5b 17 00             // latitude -90
            94 b6 2e 00             // longitude -180
            7f 9c                   // not accurate, -1.00 m/s
            0e 10                   // heading 360.0
            """);

    assertThat(source.latDeg()).isEqualTo(-90);
    assertThat(source.lonDeg()).isEqualTo(-180);
    assertThat(source.speedMps()).isEqualTo(-1);
    assertThat(source.headingDeg()).isZero();
    assertThat(source.address().stationTypeCode()).isEqualTo(31);
    assertThat(source.address().stationType()).isEmpty();
  }

  @Test
  void anAddressHasItsParts() {
    GnAddress address = new GnAddress(0xBC00_0203_3742_4D01L);

    assertThat(address.isManual()).isTrue();
    assertThat(address.stationType()).contains(StationType.ROAD_SIDE_UNIT);
    assertThat(address.linkLayerAddress()).isEqualTo(0x0203_3742_4D01L);
    assertThat(new GnAddress(0x1400_0203_3742_4D01L).isManual()).isFalse();
  }

  @Test
  void aTimestampIsResolvedByWhenThePacketWasReceived() {
    // 6,585.5 days after 2004 began, and 5 leap seconds; the packet keeps 32 bits of it.
    long madeMs = Instant.parse("2022-01-11T12:00:00Z").toEpochMilli();
    long its = 568_987_205_000L;
    LongPositionVector source =
        new LongPositionVector(new GnAddress(0), its & 0xFFFF_FFFFL, 0, 0, true, 0, 0);

    assertThat(source.unixMs(madeMs)).isEqualTo(madeMs);
    assertThat(source.unixMs(madeMs + 1_000_000_000L)).isEqualTo(madeMs);
    assertThat(source.unixMs(madeMs - 1_000_000_000L)).isEqualTo(madeMs);
  }

  private static LongPositionVector source(String text) {
    byte[] bytes =
        Octets.of(
            GnPacket.BASIC,
            GnPacket.common("50", 11),
            text,
            GnPacket.MEDIA_DEPENDENT,
            GnPacket.BTP_B,
            GnPacket.CAM);
    return Openings.unwrapped(bytes).geoNetworking().orElseThrow().source();
  }
}
