package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.messages.RandomMessages;
import city.wayside.messages.sae.MessageFrame;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.RandomValues;
import city.wayside.messages.vectors.Vectors;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BsmTranslationTest {

  private static final String CORE = "value.BasicSafetyMessage.coreData.";

  private final RandomMessages random = new RandomMessages(4);

  @Test
  void allMessagesOfTheOdeHaveItsValues() {
    int count = 0;
    for (JsonNode pair : Vectors.of("ode_json_pairs.jsonl")) {
      if (!pair.get("message").asText().equals("BasicSafetyMessage")) {
        continue;
      }
      Report report = (Report) Translated.of(Vectors.bytes(pair));
      JsonNode core = pair.at("/ode/payload/data/coreData");
      String id = core.get("id").asText();
      assertThat(report.stationId()).as(id).isEqualTo(Long.parseLong(id, 16));
      assertThat(report.latDeg()).as(id).isEqualTo(core.at("/position/latitude").asDouble());
      assertThat(report.lonDeg()).as(id).isEqualTo(core.at("/position/longitude").asDouble());
      assertThat(report.speedMps()).as(id).isCloseTo(core.get("speed").asDouble(), within(1e-9));
      assertThat(report.headingDeg())
          .as(id)
          .isCloseTo(core.get("heading").asDouble(), within(1e-9));
      long inMinuteMs = Math.floorMod(report.timeMs(), 60_000L);
      assertThat(inMinuteMs).as(id).isEqualTo(core.get("secMark").asLong());
      count++;
    }
    System.out.println("BSMs with the values that the ODE found: " + count);
    assertThat(count).isEqualTo(169);
  }

  @Test
  void aVehicleWithItsClass() {
    // Raw: id 54310000, secMark 35657 of the minute 11:59, 389561210/-771500090, axes 171 (8.55 m
    // at one sigma), speed 3, heading 18264, classification 69 (emergency-Other-Ambulance).
    byte[] bytes =
        HexFormat.of()
            .parseHex(
                "001480cf4b950c400022d2666e923d1ea6d4e28957bd55fffff001c758fd7e67d07f7fff8000000002"
                    + "020218e1c1004a40196fbc042210115c030ef1408801021d4074ce7e1848101c5c0806e8e1a5"
                    + "0101a84056ee8a1ab4102b840a9ada21b9010259c08dee1c1c560ffddbfc070c0222210018bf"
                    + "ce309623120ffe9bfbb10c8238a0ffdc3f987114241610009bfb7113024780ffac3f95f13a26"
                    + "800fed93fdd51202c5e0fe17bf9b31202fbafffec87fc011650090019c70808440c832078738"
                    + "00000000001095084081c903447e31c12fc0");
    Report report = (Report) Translated.of(bytes);
    assertThat(report.accuracyM()).isCloseTo(8.55 * 2.4477468, within(1e-5));
    assertThat(report)
        .isEqualTo(
            new Report(
                0x5431_0000L,
                StationType.SPECIAL_VEHICLE,
                MessageKind.BSM,
                Instant.parse("2026-06-01T11:59:35.657Z").toEpochMilli(),
                38.9561210,
                -77.1500090,
                0.06,
                228.3,
                report.accuracyM()));
  }

  @ParameterizedTest(name = "secMark {0} received at {1} is of {2}")
  @CsvSource({
    "59999, 12:00:00.500, 11:59:59.999",
    "1, 11:59:59.999, 12:00:00.001",
    "30000, 12:00:00.000, 11:59:30.000",
    // A leap second has no count of its own: it is the second after it.
    "60500, 12:00:00.000, 12:00:00.500",
    // Reserved and unavailable: the receive time.
    "61000, 12:00:00.000, 12:00:00.000",
    "65535, 12:00:00.000, 12:00:00.000",
  })
  void theSecondIsResolvedAgainstTheReceiveTime(int secMark, String received, String made)
      throws Exception {
    Report report = (Report) Translated.of(bsm("secMark", secMark), atMs(received));
    assertThat(report.timeMs()).isEqualTo(atMs(made));
  }

  private static long atMs(String time) {
    return Instant.parse("2026-06-01T" + time + "Z").toEpochMilli();
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource({
    "lat, 900000001, NaN",
    "lat, -900000000, -90",
    "long, 1800000001, NaN",
    "long, 1800000000, 180",
    "speed, 8191, NaN",
    "speed, 8190, 163.8",
    "heading, 28800, NaN",
    "heading, 28799, 359.9875",
    "accuracy.semiMajor, 255, NaN",
    "accuracy.semiMajor, 254, NaN",
    "accuracy.semiMinor, 255, NaN",
  })
  void everyMarkIsAbsence(String field, long raw, Double value) throws Exception {
    Report report = (Report) Translated.of(bsm(field, raw));
    double is =
        switch (field) {
          case "lat" -> report.latDeg();
          case "long" -> report.lonDeg();
          case "speed" -> report.speedMps();
          case "heading" -> report.headingDeg();
          default -> report.accuracyM();
        };
    assertThat(is).isEqualTo(value);
  }

  @ParameterizedTest(name = "class {0} is {1}")
  @CsvSource({
    "0, UNKNOWN",
    "1, SPECIAL_VEHICLE",
    "10, PASSENGER_CAR",
    "20, LIGHT_TRUCK",
    "25, HEAVY_TRUCK",
    "35, HEAVY_TRUCK",
    "40, MOTORCYCLE",
    "54, BUS",
    "56, TRAM",
    "66, SPECIAL_VEHICLE",
    "82, PEDESTRIAN",
    "85, CYCLIST",
    "80, UNKNOWN",
    "91, ROAD_SIDE_UNIT",
    "93, TRAILER",
    "255, UNKNOWN",
  })
  void classesOfVehicles(int vehicleClass, StationType type) {
    assertThat(VehicleClasses.typeOf(vehicleClass)).isEqualTo(type);
  }

  private byte[] bsm(String field, long raw) throws Exception {
    return random.framed("BasicSafetyMessage", fixed("accuracy.semiMajor", 20), fixed(field, raw));
  }

  private static RandomValues.Fixed fixed(String field, long raw) {
    return new RandomValues.Fixed(Path.of(MessageFrame.MESSAGE_FRAME, CORE + field), raw);
  }
}
