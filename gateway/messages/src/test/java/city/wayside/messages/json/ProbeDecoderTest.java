package city.wayside.messages.json;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeDecoderTest {

  private static final long STATION = 4711;

  private final ProbeDecoder decoder = new ProbeDecoder();

  @Test
  void allFieldsBecomeTheReport() {
    String json =
        "{\"t\":1795404861000,\"lat\":52.5163,\"lon\":13.3777,\"speedMps\":13.9,"
            + "\"headingDeg\":92.5,\"type\":\"bus\",\"station\":4711,\"accuracyM\":2.5}";

    assertThat(decode(json, STATION))
        .isEqualTo(
            new Report(
                STATION,
                StationType.BUS,
                MessageKind.PROBE,
                1795404861000L,
                52.5163,
                13.3777,
                13.9,
                92.5,
                2.5));
  }

  @Test
  void onlyTimeAndPositionAreNeeded() {
    Report report = report("{\"lon\":13,\"lat\":52,\"t\":1}");

    assertThat(report.stationId()).isEqualTo(STATION);
    assertThat(report.type()).isEqualTo(StationType.UNKNOWN);
    assertThat(report.hasSpeed()).isFalse();
    assertThat(report.hasHeading()).isFalse();
    assertThat(report.accuracyM()).isNaN();
  }

  @Test
  void optionalFieldsMayBeNull() {
    Report report =
        report(
            "{\"t\":1,\"lat\":52,\"lon\":13,"
                + "\"speedMps\":null,\"headingDeg\":null,\"type\":null,\"accuracyM\":null}");

    assertThat(report.hasSpeed()).isFalse();
    assertThat(report.type()).isEqualTo(StationType.UNKNOWN);
  }

  @Test
  void aHeadingOf360IsNorth() {
    assertThat(report(with("\"headingDeg\":360.0")).headingDeg()).isZero();
    assertThat(report(with("\"headingDeg\":360")).headingDeg()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"tram\"", "\"TRAM\"", "11"})
  void theTypeIsAWordOrACode(String type) {
    assertThat(report(with("\"type\":" + type)).type()).isEqualTo(StationType.TRAM);
  }

  @Test
  void theStationMayComeFromThePayload() {
    assertThat(decode(with("\"station\":4294967295"), ProbeDecoder.STATION_IN_PAYLOAD))
        .isInstanceOfSatisfying(
            Report.class, report -> assertThat(report.stationId()).isEqualTo(4294967295L));
  }

  @Test
  void unknownFieldsAreSkipped() {
    assertThat(report(with("\"x\":{\"lat\":[1,{\"t\":2}],\"y\":\"\\u00e4\"},\"z\":[]")).latDeg())
        .isEqualTo(52);
  }

  @Test
  void aPayloadMayLieWithinAnArray() {
    byte[] bytes = (">>" + with("\"speedMps\":3") + "<<").getBytes(StandardCharsets.UTF_8);

    assertThat(decoder.decode(bytes, 2, bytes.length - 4, STATION)).isInstanceOf(Report.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'' | the payload is not a JSON object",
        "[1] | the payload is not a JSON object",
        "12 | the payload is not a JSON object",
        "{ | the payload is not valid JSON",
        "nonsense | the payload is not valid JSON",
        "{\"t\":1,\"lat\":52,\"lon\": | the payload is not valid JSON at or after field lat",
        "{\"t\":1,\"lat\":52,\"lon\":13 | the payload is not valid JSON at or after field lon",
        "{\"t\":1,\"lat\":5x2} | the payload is not valid JSON at or after field lat",
        "{\"t\":01,\"lat\":52} | the payload is not valid JSON",
        "{\"t\":1,\"lat\":52,\"lon\":13}} | the payload is not valid JSON",
        "{\"t\":1,\"lat\":52,\"lon\":13}x | the payload is not valid JSON",
        "{\"t\":1,\"lat\":52,\"lon\":13}{} "
            + "| something follows the JSON object, which must stand alone",
        "{\"t\":1,\"t\":1,\"lat\":52,\"lon\":13} | t stands twice, must stand once",
        "{\"lat\":1,\"lat\":null,\"t\":1} | lat stands twice, must stand once",
        "{\"speedMps\":null,\"speedMps\":null} | speedMps stands twice, must stand once",
      })
  void whatIsNotOneJsonObjectIsMalformed(String json, String reason) {
    assertThat(refused(json.equals("''") ? "" : json))
        .isEqualTo(new Refused(Refusal.MALFORMED, reason));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"lat\":52,\"lon\":13} | t is missing, must be a whole number of milliseconds since"
            + " 1970-01-01T00:00:00Z",
        "{\"t\":1,\"lon\":13} | lat is missing, must be a number from -90 to 90",
        "{\"t\":1,\"lat\":52} | lon is missing, must be a number from -180 to 180",
        "{\"t\":1.5} | t is 1.5, must be a whole number of milliseconds since 1970-01-01T00:00:00Z",
        "{\"t\":\"1\"} | t is a string, must be a whole number of milliseconds since"
            + " 1970-01-01T00:00:00Z",
        "{\"lat\":\"52\"} | lat is a string, must be a number from -90 to 90",
        "{\"lat\":null} | lat is null, must be a number from -90 to 90",
        "{\"lat\":NaN} | lat is NaN, must be a number from -90 to 90",
        "{\"lon\":-Infinity} | lon is -Infinity, must be a number from -180 to 180",
        "{\"lon\":true} | lon is a boolean, must be a number from -180 to 180",
        "{\"speedMps\":[]} | speedMps is an array, must be a number of metres per second,"
            + " 0 or more",
        "{\"headingDeg\":{}} | headingDeg is an object, must be a number from 0 to 360",
        "{\"accuracyM\":Infinity} | accuracyM is Infinity, must be a number of metres, 0 or more",
        "{\"station\":1.0} | station is 1.0, must be a whole number from 0 to 4294967295",
        "{\"type\":5.0} | type is a number, must be a station type of ETSI TS 102 894-2,"
            + " as a word or a code from 0 to 15",
        "{\"x\":[1,NaN]} | x is NaN, must be a JSON value",
      })
  void wrongTypesAndMissingFieldsAreMalformed(String json, String reason) {
    assertThat(refused(json)).isEqualTo(new Refused(Refusal.MALFORMED, reason));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"type\":\"spaceship\" | UNKNOWN_STATION_TYPE | type is spaceship, must be a station type"
            + " of ETSI TS 102 894-2, as a word or a code from 0 to 15",
        "\"type\":16 | UNKNOWN_STATION_TYPE | type is 16, must be a station type"
            + " of ETSI TS 102 894-2, as a word or a code from 0 to 15",
        "\"type\":99999999999999999999 | UNKNOWN_STATION_TYPE | type is 99999999999999999999,"
            + " must be a station type of ETSI TS 102 894-2, as a word or a code from 0 to 15",
        "\"station\":4712 | STATION_MISMATCH | station is 4712, must be the topic's station 4711",
        "\"station\":4294967296 | OUT_OF_RANGE | station is 4294967296,"
            + " must be a whole number from 0 to 4294967295",
        "\"station\":-1 | OUT_OF_RANGE | station is -1,"
            + " must be a whole number from 0 to 4294967295",
        "\"speedMps\":1e999 | OUT_OF_RANGE | speedMps is 1e999,"
            + " must be a number of metres per second, 0 or more",
      })
  void whatIsWellFormedButCannotBeIsRefusedByItsCode(String field, Refusal code, String reason) {
    assertThat(refused(with(field))).isEqualTo(new Refused(code, reason));
  }

  @Test
  void aTimeBeyond64BitsIsOutOfRange() {
    assertThat(refused("{\"t\":99999999999999999999}"))
        .isEqualTo(
            new Refused(
                Refusal.OUT_OF_RANGE,
                "t is 99999999999999999999, must be a whole number of milliseconds since"
                    + " 1970-01-01T00:00:00Z"));
  }

  @Test
  void aLongValueIsShownShortened() {
    assertThat(refused(with("\"type\":\"" + "a".repeat(100) + "\"")).reason())
        .startsWith("type is " + "a".repeat(32) + "..., must");
  }

  @Test
  void withoutStationInTheTopicThePayloadMustNameIt() {
    assertThat(decode(with("\"speedMps\":1"), ProbeDecoder.STATION_IN_PAYLOAD))
        .isEqualTo(
            new Decoded.Undecodable(
                new Refused(
                    Refusal.MALFORMED,
                    "station is missing, must be a whole number from 0 to 4294967295"
                        + " since the topic names no station")));
  }

  @Test
  void nestingIsBounded() {
    int depth = BoundedJson.NESTING_DEPTH_MAX;
    String tooDeep = "[".repeat(depth) + "]".repeat(depth);

    assertThat(refused(with("\"x\":" + tooDeep)).code()).isEqualTo(Refusal.MALFORMED);
    assertThat(report(with("\"x\":" + tooDeep.substring(1, tooDeep.length() - 1))).latDeg())
        .isEqualTo(52);
  }

  private static String with(String fields) {
    return "{\"t\":1795404861000,\"lat\":52.0,\"lon\":13.0," + fields + "}";
  }

  private Decoded decode(String json, long topicStationId) {
    return decoder.decode(json.getBytes(StandardCharsets.UTF_8), topicStationId);
  }

  private Report report(String json) {
    return switch (decode(json, STATION)) {
      case Report report -> report;
      case Decoded other -> throw new AssertionError(other.toString());
    };
  }

  private Refused refused(String json) {
    return switch (decode(json, STATION)) {
      case Decoded.Undecodable(Refused refused) -> refused;
      case Decoded other -> throw new AssertionError(other.toString());
    };
  }
}
