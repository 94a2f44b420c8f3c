package city.wayside.messages.json.itsclient;

import static city.wayside.messages.json.itsclient.Decoding.refused;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Every refusal names path, value and what is allowed; and what need not be refused is not.
class RefusalsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'' | the payload is not a JSON object",
        "[] | the payload is not a JSON object",
        "{ | the payload is not valid JSON",
        "{} | message_type is missing",
        "{\"type\":\"cam\"} | version is missing",
        "{\"type\":\"cam\",\"version\":\"1.1.3\"} | source_uuid is missing",
        "{\"type\":\"cam\",\"version\":\"1.1.3\",\"source_uuid\":\"x\"} | message is missing",
        "{\"type\":\"cam\",\"type\":\"cam\"} | type stands twice, must stand once",
        "{\"x\":{\"y\":1,\"y\":2}} | x.y stands twice, must stand once",
        "{\"type\":5} | type is a whole number, must be a string of at most 32 characters",
        "{\"version\":null} | version is null, must be a string of at most 32 characters",
        "{\"timestamp\":1.5} | timestamp is a number with a fraction, must be a whole number from"
            + " 1514764800000 to 4102444800000",
        "{\"x\":[1,NaN]} | x[1] is NaN, must be a JSON value",
        "{\"type\":\"cam\"}{} | something follows the JSON object, which must stand alone",
      })
  void whatIsNoEnvelopeIsMalformed(String json, String reason) {
    assertThat(refused(json.equals("''") ? "" : json))
        .isEqualTo(new Refused(Refusal.MALFORMED, reason));
  }

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"latitude\":525163000 | \"latitude\":900000002 | OUT_OF_RANGE |"
            + " message.basic_container.reference_position.latitude is 900000002, must be a whole"
            + " number from -900000000 to 900000001",
        "\"latitude\":525163000 | \"latitude\":52.5163 | MALFORMED |"
            + " message.basic_container.reference_position.latitude is a number with a fraction,"
            + " must be a whole number from -900000000 to 900000001",
        "\"latitude\":525163000, | `` | MALFORMED |"
            + " message.basic_container.reference_position.latitude is missing",
        "\"station_id\":4711 | \"station_id\":4294967296 | OUT_OF_RANGE | message.station_id is"
            + " 4294967296, must be a whole number from 0 to 4294967295",
        "\"station_id\":4711 | \"station_id\":99999999999999999999 | OUT_OF_RANGE |"
            + " message.station_id is 99999999999999999999, must be a whole number from 0 to"
            + " 4294967295",
        "\"station_type\":6 | \"station_type\":256 | OUT_OF_RANGE |"
            + " message.basic_container.station_type is 256, must be a whole number from 0 to 255",
        "\"speed\":{\"value\":1390 | \"speed\":{\"value\":true | MALFORMED |"
            + " message.high_frequency_container.basic_vehicle_container_high_frequency.speed.value"
            + " is a boolean, must be a whole number from 0 to 16383",
        "\"speed\":{\"value\":1390 | \"speed\":{\"v\":1390 | MALFORMED |"
            + " message.high_frequency_container.basic_vehicle_container_high_frequency.speed.value"
            + " is missing",
        "\"generation_delta_time\":18804 | \"generation_delta_time\":65536 | OUT_OF_RANGE |"
            + " message.generation_delta_time is 65536, must be a whole number from 0 to 65535",
        "\"version\":\"2.4.0\" | \"version\":\"2.5.0\" | UNSUPPORTED_TYPE | version is 2.5.0,"
            + " must be one of 1.1.0, 1.1.1, 1.1.2, 1.1.3, 2.0.0, 2.1.0, 2.2.0, 2.3.0, 2.4.0",
        "\"version\":\"2.4.0\" | \"message_format\":\"xer\",\"version\":\"2.4.0\" |"
            + " UNSUPPORTED_TYPE | message_format is xer, must be json/raw or asn1/uper",
      })
  void aWrongFieldOfACamIsNamed(String field, String instead, Refusal code, String reason) {
    String sample = newest(Dialect.CAM);
    assertThat(sample).contains(field);
    assertThat(refused(sample.replace(field, instead))).isEqualTo(new Refused(code, reason));
  }

  @ParameterizedTest
  @CsvSource({
    "DENM, management, action_id",
    "DENM, management, detection_time",
    "DENM, management, reference_time",
    "DENM, management, event_position",
    "DENM, situation, event_type",
    "SPATEM, intersections[0], revision",
    "SPATEM, intersections[0], states",
    "SPATEM, intersections[0].states[0], signal_group",
    "SPATEM, intersections[0].states[0].state_time_speed[0], event_state",
    "MAPEM, intersections[0], ref_point",
    "MAPEM, intersections[0].lane_set[0], lane_attributes",
    "MAPEM, intersections[0].lane_set[0].connects_to[0], connecting_lane",
    "SREM, requests[0].request, request_id",
    "SREM, requests[0].request, inbound_lane",
    "SSEM, status[0].sig_status[0].requester, sequence_number",
    "SSEM, status[0].sig_status[1], inbound_on",
    "CPM, management_container, reference_position",
    "CPM, perceived_object_container[0], measurement_delta_time",
  })
  void aMissingFieldIsNamed(Dialect dialect, String path, String field) {
    String sample = newest(dialect);
    int at = 0;
    for (String name : path.replaceAll("\\[[0-9]]", "").split("\\.")) {
      at = sample.indexOf("\"" + name + "\"", at);
    }
    // Under another name it is skipped as unknown.
    int meant =
        path.endsWith("[1]")
            ? sample.lastIndexOf("\"" + field + "\"")
            : sample.indexOf("\"" + field + "\"", at);
    String without = sample.substring(0, meant) + "\"x" + sample.substring(meant + 1);

    assertThat(refused(without))
        .isEqualTo(new Refused(Refusal.MALFORMED, "message." + path + "." + field + " is missing"));
  }

  @Test
  void aListThatIsTooLongIsRefused() {
    String step = "{\"path_position\":{\"delta_latitude\":1,\"delta_longitude\":1}}";
    String path = String.join(",", IntStream.range(0, 41).mapToObj(_ -> step).toList());
    String sample = newest(Dialect.DENM);
    int start = sample.indexOf("\"path\":[") + "\"path\":[".length();
    String tooLong =
        sample.substring(0, start) + path + sample.substring(sample.indexOf(']', start));

    assertThat(refused(tooLong))
        .isEqualTo(
            new Refused(
                Refusal.OUT_OF_RANGE,
                "message.location.detection_zones_to_event_position[0].path has more elements than"
                    + " it may have, must have at most 40"));
  }

  @Test
  void aLongValueAndALongPathAreShortened() {
    String name = "n".repeat(200);
    Refused refused = refused("{\"" + name + "\":{\"" + name + "\":NaN}}");

    assertThat(refused.reason())
        .isEqualTo("n".repeat(40) + "...." + "n".repeat(40) + "... is NaN, must be a JSON value");
    assertThat(refused("{\"version\":\"" + name + "\"}").reason())
        .isEqualTo(
            "version is " + "n".repeat(32) + "..., must be a string of at most 32 characters");
  }

  @ParameterizedTest
  @EnumSource
  void unknownFieldsAreSkippedEverywhere(Dialect dialect) {
    String sample = newest(dialect);
    String more = sample.replace("{\"", "{\"unknown\":[{\"a\":null}],\"");

    assertThat(Decoding.decoded(more)).isEqualTo(Decoding.decoded(sample));
  }

  @ParameterizedTest
  @EnumSource
  void theMessageMayStandBeforeItsEnvelope(Dialect dialect) {
    String sample = newest(dialect);
    int at = sample.indexOf(",\"message\":");
    String message = sample.substring(at + 1, sample.length() - 1);
    String turned = "{" + message + "," + sample.substring(1, at) + "}";

    assertThat(Decoding.message(turned)).isEqualTo(Decoding.message(sample));
  }

  @Test
  void withoutTimestampTheReceiveTimeStandsIn() {
    String sample = newest(Dialect.CAM);
    String timestamp = "\"timestamp\":" + Samples.TIMESTAMP_MS + ",";
    assertThat(sample).contains(timestamp);

    assertThat(Decoding.report(sample.replace(timestamp, ""))).isEqualTo(Decoding.report(sample));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"version\":\"x\"} | message.payload is missing",
        "{\"payload\":5} | message.payload is a whole number,"
            + " must be a string of at most 4096 characters",
        "{\"payload\":\"AQ*=\"} | message.payload is AQ*=, must be base64 of at least one byte",
        "{\"payload\":\"\"} | message.payload is , must be base64 of at least one byte",
        "\"AQI=\" | message is a string, must be an object",
      })
  void packedContentMustBeBase64(String message, String reason) {
    assertThat(refused(packed("2.4.0", message))).isEqualTo(new Refused(Refusal.MALFORMED, reason));
  }

  @Test
  void packedContentIsHandedOn() {
    assertThat(Decoding.message(packed("2.3.0", "{\"version\":\"x\",\"payload\":\"AQIDBA==\"}")))
        .isInstanceOfSatisfying(
            ItsClientMessage.Uper.class,
            packed -> {
              assertThat(packed.uper()).containsExactly(1, 2, 3, 4);
              assertThat(packed.envelope())
                  .isEqualTo(
                      new Envelope(
                          MessageKind.CAM,
                          "2.3.0",
                          "car_7",
                          Samples.TIMESTAMP_MS,
                          Envelope.NO_STATION,
                          8));
            });
  }

  @Test
  void packedContentIsNotExpectedInOlderVersions() {
    assertThat(refused(packed("2.2.0", "{\"version\":\"x\",\"payload\":\"AQIDBA==\"}")))
        .isEqualTo(new Refused(Refusal.MALFORMED, "message.station_id is missing"));
  }

  @Test
  void anEmptyCpmIsAMessage() {
    String sample = newest(Dialect.CPM);
    int at = sample.indexOf(",\"perceived_object_container\"");
    String empty = sample.substring(0, at) + "}}";

    assertThat(Decoding.decoded(empty)).isEqualTo(new Decoded.Reports(java.util.List.of()));
  }

  private static String packed(String version, String message) {
    String envelope = Samples.envelope(Dialect.CAM, version, message);
    return envelope.substring(0, envelope.length() - 1)
        + ",\"linked_station_id\":8,\"message_format\":\"asn1/uper\"}";
  }

  private static String newest(Dialect dialect) {
    return Samples.newest(dialect);
  }
}
