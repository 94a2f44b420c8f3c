package city.wayside.messages.json;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.refusal.Refused;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ProbePropertiesTest {

  private final ProbeDecoder decoder = new ProbeDecoder();
  private final ProbeEncoder encoder = new ProbeEncoder();

  @Property(tries = 500, seed = "1")
  void whatWasEncodedIsDecodedUnchanged(@ForAll("reports") Report report) {
    assertThat(decoder.decode(encoder.encode(report), report.stationId())).isEqualTo(report);
    assertThat(decoder.decode(encoder.encodeWithStation(report), ProbeDecoder.STATION_IN_PAYLOAD))
        .isEqualTo(report);
  }

  @Property(tries = 2000, seed = "2")
  void noBytesMakeItThrow(@ForAll byte[] bytes) {
    assertHasReason(decoder.decode(bytes, 1));
  }

  @Property(tries = 2000, seed = "3")
  void noDamagedProbeMakesItThrow(
      @ForAll("reports") Report report, @ForAll int position, @ForAll byte value) {
    byte[] bytes = encoder.encode(report);
    bytes[Math.floorMod(position, bytes.length)] = value;
    assertHasReason(decoder.decode(bytes, report.stationId()));
  }

  @Property(tries = 500, seed = "4")
  void everyTruncatedProbeIsRefused(@ForAll("reports") Report report, @ForAll int length) {
    byte[] bytes = encoder.encode(report);
    Decoded decoded =
        decoder.decode(bytes, 0, Math.floorMod(length, bytes.length), report.stationId());
    assertThat(decoded).isInstanceOf(Decoded.Undecodable.class);
  }

  private static void assertHasReason(Decoded decoded) {
    if (decoded instanceof Decoded.Undecodable(Refused refused)) {
      assertThat(refused.reason()).isNotBlank().hasSizeLessThan(200);
    }
  }

  @Provide
  Arbitrary<Report> reports() {
    Arbitrary<Long> stations = Arbitraries.longs().between(0, Report.STATION_ID_MAX);
    Arbitrary<Long> timesMs = Arbitraries.longs();
    return Combinators.combine(
            stations,
            Arbitraries.of(StationType.class),
            timesMs,
            Arbitraries.doubles().between(-90, 90).ofScale(9),
            Arbitraries.doubles().between(-180, 180).ofScale(9),
            orAbsent(Arbitraries.doubles().between(0, 100)),
            orAbsent(Arbitraries.doubles().between(0, 359.999).ofScale(3)),
            orAbsent(Arbitraries.doubles().between(0, 1e6)))
        .as((station, type, timeMs, lat, lon, speed, heading, accuracy) ->
            new Report(
                station, type, MessageKind.PROBE, timeMs, lat, lon, speed, heading, accuracy));
  }

  private static Arbitrary<Double> orAbsent(Arbitrary<Double> numbers) {
    return Arbitraries.oneOf(numbers, Arbitraries.just(Double.NaN));
  }
}
