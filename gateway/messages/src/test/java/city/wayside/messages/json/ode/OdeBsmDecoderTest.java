package city.wayside.messages.json.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OdeBsmDecoderTest {

  private static final long RECEIVED_MS = ms("2024-12-10T17:31:20Z");

  private static final String SAMPLE =
      "{\"metadata\":{\"odeReceivedAt\":\"2024-12-10T17:30:48.095Z\",\"recordGeneratedAt\":\"\"},"
          + "\"payload\":{\"data\":{\"coreData\":{\"msgCnt\":37,\"id\":\"F1325433\","
          + "\"secMark\":25399,\"position\":{\"latitude\":40.5659938,"
          + "\"longitude\":-105.0317754,\"elevation\":1440.9},"
          + "\"accelSet\":{\"accelLat\":2001,\"accelLong\":2001,\"accelYaw\":0.00},"
          + "\"accuracy\":{\"semiMajor\":9.30,\"semiMinor\":12.05},"
          + "\"transmission\":\"UNAVAILABLE\",\"speed\":0.28,\"heading\":313.2500},"
          + "\"partII\":[{\"id\":\"VehicleSafetyExtensions\",\"value\":{}}]},"
          + "\"dataType\":\"us.dot.its.jpo.ode.plugin.j2735.J2735Bsm\"}}";

  private final OdeBsmDecoder decoder = new OdeBsmDecoder();

  @Test
  void theCoreBecomesTheReport() {
    Report report = report(SAMPLE);

    assertThat(report)
        .usingRecursiveComparison()
        .ignoringFields("accuracyM")
        .isEqualTo(
            new Report(
                0xF132_5433L,
                StationType.UNKNOWN,
                MessageKind.BSM,
                ms("2024-12-10T17:30:25.399Z"),
                40.5659938,
                -105.0317754,
                0.28,
                313.25,
                0));
    // Axes are standard deviations; 95 % of a plane's normal distribution lies within 2.4477.
    assertThat(report.accuracyM()).isCloseTo(12.05 * 2.4477, within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "163.82"})
  void anUnavailableSpeedIsAbsent(String speed) {
    assertThat(report(SAMPLE.replace("0.28", speed)).hasSpeed()).isFalse();
    assertThat(report(SAMPLE.replace("\"speed\":0.28,", "")).hasSpeed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "360.0"})
  void anUnavailableHeadingIsAbsent(String heading) {
    assertThat(report(SAMPLE.replace("313.2500", heading)).hasHeading()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "12.75"})
  void anUnavailableAccuracyIsAbsent(String axis) {
    assertThat(report(SAMPLE.replace("9.30", axis)).accuracyM()).isNaN();
  }

  @Test
  void anUnavailablePositionIsAbsent() {
    assertThat(report(SAMPLE.replace("40.5659938", "null")).latDeg()).isNaN();
  }

  @ParameterizedTest(name = "recorded {0}, received by the ODE {1}")
  @CsvSource({
    // A log: the ODE received it a year later.
    "2018-05-01T16:04:23.694Z, 2019-04-09T18:07:12.352Z, 2018-05-01T16:04:25.399Z",
    "2018-05-01T16:04:23.694Z[UTC], '', 2018-05-01T16:04:25.399Z",
    "'', 2024-12-10T17:30:55.300Z, 2024-12-10T17:30:25.399Z",
    "'', 2024-12-10T17:30:56Z, 2024-12-10T17:31:25.399Z",
    "'', 2023-09-21T15:30:14.926500Z, 2023-09-21T15:30:25.399Z",
    // Neither: the receive time here.
    "'', '', 2024-12-10T17:31:25.399Z",
  })
  void theSecondIsInTheMinuteOfTheBestTime(String recorded, String received, Instant expected) {
    String json =
        SAMPLE
            .replace("\"recordGeneratedAt\":\"\"", "\"recordGeneratedAt\":\"" + recorded + "\"")
            .replace("2024-12-10T17:30:48.095Z", received);

    assertThat(Instant.ofEpochMilli(report(json).timeMs())).isEqualTo(expected);
  }

  @Test
  void anUnavailableSecondIsTheTimeOfTheRecord() {
    assertThat(report(SAMPLE.replace("25399", "65535")).timeMs())
        .isEqualTo(ms("2024-12-10T17:30:48.095Z"));
  }

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "F1325433 | F132543 | MALFORMED | payload.data.coreData.id is F132543, must be 8"
            + " hexadecimal digits",
        "F1325433 | F132543G | MALFORMED | payload.data.coreData.id is F132543G, must be 8"
            + " hexadecimal digits",
        "25399 | 65536 | OUT_OF_RANGE | payload.data.coreData.secMark is 65536, must be a whole"
            + " number from 0 to 65535",
        "40.5659938 | 90.5 | OUT_OF_RANGE | payload.data.coreData.position.latitude is 90.5, must"
            + " be a number of degrees from -90 to 90",
        "40.5659938 | \"40\" | MALFORMED | payload.data.coreData.position.latitude is a string,"
            + " must be a number of degrees from -90 to 90",
        "0.28 | -1 | OUT_OF_RANGE | payload.data.coreData.speed is -1, must be a number of metres"
            + " per second from 0 to 163.82",
        "0.28 | NaN | MALFORMED | payload.data.coreData.speed is NaN, must be a number of metres"
            + " per second from 0 to 163.82",
        "\"id\":\"F1325433\", | `` | MALFORMED | payload.data.coreData.id is missing",
        "secMark | x | MALFORMED | payload.data.coreData.secMark is missing",
        "\"longitude\" | \"x\" | MALFORMED | payload.data.coreData.position.longitude is missing",
        "coreData | x | MALFORMED | payload.data.coreData is missing",
        "payload | x | MALFORMED | payload is missing",
        "J2735Bsm | J2735Psm | UNSUPPORTED_TYPE | payload.dataType is"
            + " us.dot.its.jpo.ode.plugin.j2735...., must end in J2735Bsm",
        "2024-12-10T17:30:48.095Z | yesterday | MALFORMED | metadata.odeReceivedAt is yesterday,"
            + " must be a time such as 2024-12-10T17:30:48.095Z",
      })
  void aWrongFieldIsNamed(String text, String instead, Refusal code, String reason) {
    assertThat(decode(SAMPLE.replace(text, instead)))
        .isEqualTo(new Decoded.Undecodable(new Refused(code, reason)));
  }

  @Property(tries = 3000, seed = "1")
  void noDamageMakesItThrow(@ForAll int position, @ForAll byte value, @ForAll boolean cut) {
    byte[] bytes = SAMPLE.getBytes(StandardCharsets.UTF_8);
    int at = Math.floorMod(position, bytes.length);
    bytes[at] = value;
    Decoded decoded = decoder.decode(bytes, 0, cut ? at : bytes.length, RECEIVED_MS);
    if (decoded instanceof Decoded.Undecodable(Refused refused)) {
      assertThat(refused.reason()).isNotBlank().hasSizeLessThan(300);
    }
  }

  private Report report(String json) {
    return (Report) decode(json);
  }

  private Decoded decode(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return decoder.decode(bytes, 0, bytes.length, RECEIVED_MS);
  }

  private static long ms(String utc) {
    return Instant.parse(utc).toEpochMilli();
  }
}
