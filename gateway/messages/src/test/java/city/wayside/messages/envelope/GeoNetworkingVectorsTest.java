package city.wayside.messages.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.messages.vectors.Vectors;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GeoNetworkingVectorsTest {

  /// What the independent decoder calls header types.
  private static final Map<String, GnHeaderType> TYPES =
      Map.of("TSB-SHB", GnHeaderType.SHB, "GBC-circle", GnHeaderType.GBC_CIRCLE);

  private final EnvelopeReader reader = new EnvelopeReader();
  private final FrameSearch search = new FrameSearch();
  private final Unpacker unpacker = new Unpacker();
  private final Map<String, Integer> counts = new TreeMap<>();

  @Test
  void everyPacketHasWhatTheOracleFound() throws Exception {
    for (JsonNode vector : Vectors.of("geonetworking.jsonl")) {
      byte[] bytes = Vectors.bytes(vector);
      if (vector.has("certificate")) {
        checkCertificate(bytes);
      } else {
        checkPacket(vector, bytes);
      }
    }
    System.out.println("GeoNetworking packets as the oracle read them: " + counts);
    assertThat(counts)
        .containsEntry("packets", 13)
        .containsEntry("positions", 12)
        .containsEntry("areas", 4)
        .containsEntry("unverifiable, certificate not attached", 1)
        .containsEntry("signatures verified", 9)
        .containsEntry("messages decoded", 13);
  }

  private void checkCertificate(byte[] bytes) throws Unreadable {
    ByteCursor in = new ByteCursor(bytes, new Slice(0, bytes.length));
    Certificates.skip(in);
    assertThat(in.leftBytes()).isZero();
    assertThat(Openings.refused(bytes).reason()).startsWith("payload at byte 0 begins with 80 03");
    count("certificates");
  }

  private void checkPacket(JsonNode vector, byte[] bytes) throws Exception {
    Slice packet = packet(vector, bytes);
    Unwrapped unwrapped =
        Openings.unwrapped(reader.open(bytes, packet.offsetBytes(), packet.lengthBytes()));

    assertThat(unwrapped.original()).isEqualTo(packet);
    GeoNetworking headers = unwrapped.geoNetworking().orElseThrow();
    assertThat(headers.basic().isPresent()).isEqualTo(vector.has("basic"));
    if (vector.has("basic")) {
      checkBasic(vector.get("basic"), headers.basic().orElseThrow());
    }
    if (vector.has("gn")) {
      checkHeaders(vector.get("gn"), headers, unwrapped.btp().orElseThrow());
      assertThat(Octets.hex(bytes, unwrapped.message()))
          .isEqualTo(vector.get("gn").get("its").asText());
      Slice around =
          unwrapped.security().isEmpty() ? packet : unwrapped.security().getFirst().payload();
      // What follows the header, a frame check sequence included.
      assertThat(around.endBytes() - unwrapped.message().offsetBytes() + BtpHeader.LENGTH_BYTES)
          .isEqualTo(vector.get("gn").get("payloadActual").asInt());
    }
    checkSecurity(vector, bytes, unwrapped);
    assertThat(unwrapped.family()).isEqualTo(MessageFamily.ETSI_PDU);
    Slice message = unwrapped.message();
    assertThat(unpacker.unpack(bytes, message.offsetBytes(), message.lengthBytes()))
        .as(vector.get("id").asText())
        .isInstanceOf(Unpacked.Message.class);
    count("messages decoded");
    count("packets");
  }

  /// Where the packet lies: captures have a header of the link layer before it.
  private Slice packet(JsonNode vector, byte[] bytes) {
    if (vector.get("link").asText().startsWith("none")) {
      return new Slice(0, bytes.length);
    }
    assertThat(reader.open(bytes)).isInstanceOf(Opening.Unreachable.class);
    FrameSearch.Candidate best = search.candidates(bytes, 0, bytes.length).getFirst();
    assertThat(best.kind()).isEqualTo(FrameSearch.Kind.GEONETWORKING_PACKET);
    count("found after a link-layer header");
    return best.slice();
  }

  private void checkBasic(JsonNode expected, BasicHeader basic) {
    assertThat(basic.version()).isEqualTo(expected.get("version").asInt());
    assertThat(basic.secured()).isEqualTo(expected.get("nextHeader").asText().equals("SECURED"));
    assertThat(basic.lifetimeMs() / 1000.0).isEqualTo(expected.get("lifetime_s").asDouble());
    assertThat(basic.remainingHops()).isEqualTo(expected.get("remainingHopLimit").asInt());
    count("basic headers");
  }

  private void checkHeaders(JsonNode expected, GeoNetworking headers, BtpHeader btp) {
    CommonHeader common = headers.common();
    assertThat(common.nextHeader().name().replace('_', '-'))
        .isEqualTo(expected.get("nextHeader").asText());
    assertThat(common.type()).isEqualTo(TYPES.get(expected.get("headerType").asText()));
    assertThat(common.trafficClassCode()).isEqualTo(expected.get("trafficClass").asInt());
    assertThat(common.mobile()).isEqualTo(expected.get("flags").asInt() == 0x80);
    assertThat(common.payloadBytes()).isEqualTo(expected.get("payloadLength").asInt());
    assertThat(common.hopsMax()).isEqualTo(expected.get("maxHopLimit").asInt());
    assertThat(headers.sequenceNumber().isPresent()).isEqualTo(expected.has("sn"));
    if (expected.has("sn")) {
      assertThat(headers.sequenceNumber()).hasValue(expected.get("sn").asInt());
    }
    checkPosition(expected.get("so_pv"), headers.source());
    assertThat(headers.area().isPresent()).isEqualTo(expected.has("area"));
    if (expected.has("area")) {
      checkArea(expected.get("area"), headers.area().orElseThrow());
    }
    assertThat(btp.destinationPort()).isEqualTo(expected.get("btp").get("destinationPort").asInt());
    assertThat(btp.destinationPortInfo())
        .hasValue(expected.get("btp").get("destinationPortInfo").asInt());
    assertThat(btp.sourcePort()).isEmpty();
  }

  private void checkPosition(JsonNode expected, LongPositionVector source) {
    GnAddress address = source.address();
    assertThat("%016x".formatted(address.value())).isEqualTo(expected.get("gnAddr").asText());
    assertThat(address.isManual()).isEqualTo(expected.get("manual").asInt() == 1);
    assertThat(address.stationTypeCode()).isEqualTo(expected.get("stationType").asInt());
    assertThat("%012x".formatted(address.linkLayerAddress()))
        .isEqualTo(expected.get("mac").asText());
    assertThat(source.timestampMs()).isEqualTo(expected.get("tst").asLong());
    assertThat(source.latDeg()).isEqualTo(expected.get("lat").asInt() / 1e7);
    assertThat(source.lonDeg()).isEqualTo(expected.get("lon").asInt() / 1e7);
    assertThat(source.accurate()).isEqualTo(expected.get("pai").asInt() == 1);
    int speed = expected.get("speed_cm_s").asInt();
    if (speed == 16383) {
      assertThat(source.speedMps()).isNaN();
      count("positions without a speed");
    } else {
      assertThat(source.speedMps()).isEqualTo(speed / 100.0);
    }
    assertThat(source.headingDeg()).isEqualTo(expected.get("heading_0_1deg").asInt() / 10.0);
    count("positions");
  }

  private void checkArea(JsonNode expected, GeoArea area) {
    assertThat(area.latDeg()).isEqualTo(expected.get("lat").asInt() / 1e7);
    assertThat(area.lonDeg()).isEqualTo(expected.get("lon").asInt() / 1e7);
    assertThat(area.distanceAM()).isEqualTo(expected.get("distanceA_m").asInt());
    assertThat(area.distanceBM()).isEqualTo(expected.get("distanceB_m").asInt());
    assertThat(area.azimuthDeg()).isEqualTo(expected.get("angle_deg").asInt());
    count("areas");
  }

  private void checkSecurity(JsonNode vector, byte[] bytes, Unwrapped unwrapped) throws Exception {
    if (!vector.has("security")) {
      assertThat(unwrapped.security()).isEmpty();
      count("not secured");
      return;
    }
    assertThat(unwrapped.security()).hasSize(1);
    SecuredData secured = unwrapped.security().getFirst();
    JsonNode expected = vector.get("security");
    if (expected.isTextual()) {
      assertThat(secured.protocol()).isEqualTo(SecuredData.Protocol.TS_103_097_LEGACY);
      assertThat(secured.content()).isEqualTo(SecuredData.Content.SIGNED);
      assertThat(secured.data().endBytes()).isEqualTo(bytes.length);
      count("legacy");
      return;
    }
    SignedData signed = unwrapped.signedData().orElseThrow();
    String verdict = SecurityFacts.check(expected, bytes, secured, signed);
    count(verdict);
    GeoNetworking headers = unwrapped.geoNetworking().orElseThrow();
    long madeMs = signed.headerInfo().generationTime().orElseThrow().unixMs();
    // A position is older than the message; some senders count 37 leap seconds instead of 5.
    assertThat(madeMs - headers.source().unixMs(madeMs)).isCloseTo(20_000, within(20_000L));
  }

  private void count(String kind) {
    counts.merge(kind, 1, Integer::sum);
  }
}
