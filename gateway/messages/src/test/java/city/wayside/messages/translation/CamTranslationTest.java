package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.RandomMessages;
import city.wayside.messages.etsi.cam.Cam;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.RandomValues;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CamTranslationTest {

  private static final String HF =
      "cam.camParameters.highFrequencyContainer.basicVehicleContainerHighFrequency.";
  private static final String BASIC = "cam.camParameters.basicContainer.";
  private static final String POSITION = BASIC + "referencePosition.";

  private final RandomMessages random = new RandomMessages(3);

  @Test
  void aCarOfVersion2() {
    // Raw: stationID 3725855973, delta 51136, type 5, 535626518/99761485, axes 316/314,
    // heading 1994, speed 1277. TimestampIts at the receive time is 707399992321, modulo 65536
    // 17409: 51136 is 33727 ms ahead of that, more than half a period, so it is 31809 ms before.
    assertThat(Translated.etsiReport("etsi-e5afbc36449d"))
        .isEqualTo(
            new Report(
                3_725_855_973L,
                StationType.PASSENGER_CAR,
                MessageKind.CAM,
                Translated.RECEIVED_MS - 31_809,
                53.5626518,
                9.9761485,
                12.77,
                199.4,
                3.16));
  }

  @Test
  void aCarOfVersion1() {
    // Raw: stationID 1001, delta 65535, 488000000/23000000, axes 50/40, heading 900, speed 1389.
    // 65535 is 17410 ms before 17409.
    assertThat(Translated.etsiReport("etsi-7faf5f753eac"))
        .isEqualTo(
            new Report(
                1001,
                StationType.PASSENGER_CAR,
                MessageKind.CAM,
                Translated.RECEIVED_MS - 17_410,
                48.8,
                2.3,
                13.89,
                90,
                0.5));
  }

  @Test
  void whatIsNotAvailableIsAbsent() {
    // Every measured value of this one is the mark for "unavailable".
    Report report = Translated.etsiReport("etsi-b4c658d16301");
    assertThat(report.type()).isEqualTo(StationType.UNKNOWN);
    assertThat(
            new double[] {
              report.latDeg(),
              report.lonDeg(),
              report.speedMps(),
              report.headingDeg(),
              report.accuracyM()
            })
        .containsOnly(Double.NaN);
  }

  @Test
  void theEndsOfTheRanges() {
    // Raw: -900000000/-1800000000, heading 3600 (north), speed 16382 (out of range).
    Report report = Translated.etsiReport("etsi-2524e97b32b2");
    assertThat(report.latDeg()).isEqualTo(-90);
    assertThat(report.lonDeg()).isEqualTo(-180);
    assertThat(report.headingDeg()).isZero();
    assertThat(report.hasSpeed()).isFalse();
    assertThat(Translated.etsiReport("etsi-0edca51c5337").stationId()).isEqualTo(4_294_967_295L);
  }

  @Test
  void bothSidesOfTheWrapAreAMillisecondApart() {
    assertThat(
            Translated.etsiReport("etsi-c69114aa40be").timeMs()
                - Translated.etsiReport("etsi-6e3d89dd0a86").timeMs())
        .isEqualTo(1);
  }

  @ParameterizedTest(name = "delta {0} received {1} is of {2}")
  @CsvSource({
    // At 2017-01-01T00:00:00Z TimestampIts is 410313605000, modulo 65536 49032: 5 leap seconds.
    "49032, 2017-01-01T00:00:00Z, 2017-01-01T00:00:00Z",
    "49032, 2017-01-01T00:00:02Z, 2017-01-01T00:00:00Z",
    // A second before it there are only 4; the leap second's count is that of the one after it.
    "47032, 2017-01-01T00:00:00Z, 2016-12-31T23:59:59Z",
    "48032, 2017-01-01T00:00:00Z, 2017-01-01T00:00:00Z",
    // A sender whose clock is ahead is taken at its word, up to half a period.
    "54032, 2017-01-01T00:00:00Z, 2017-01-01T00:00:05Z",
    "16263, 2017-01-01T00:00:00Z, 2017-01-01T00:00:32.767Z",
    "16264, 2017-01-01T00:00:00Z, 2016-12-31T23:59:28.232Z",
  })
  void theGenerationDeltaIsResolvedAgainstTheReceiveTime(int delta, Instant received, Instant made)
      throws Exception {
    Report report = (Report) Translated.of(cam("cam.generationDeltaTime", delta), ms(received));
    assertThat(report.timeMs()).isEqualTo(ms(made));
  }

  private static long ms(Instant instant) {
    return instant.toEpochMilli();
  }

  @ParameterizedTest(name = "{0} {1} is {3} {2}")
  @CsvSource({
    "latitude, 900000001, NaN, LAT",
    "latitude, 900000000, 90, LAT",
    "longitude, 1800000001, NaN, LON",
    "longitude, -1, -0.0000001, LON",
    "positionConfidenceEllipse.semiMajorConfidence, 4095, NaN, ACCURACY",
    "positionConfidenceEllipse.semiMajorConfidence, 4094, NaN, ACCURACY",
    "positionConfidenceEllipse.semiMajorConfidence, 0, NaN, ACCURACY",
    "positionConfidenceEllipse.semiMinorConfidence, 4095, NaN, ACCURACY",
  })
  void everyMarkOfThePositionIsAbsence(String field, long raw, Double value, String which)
      throws Exception {
    Report report = (Report) Translated.of(cam(POSITION + field, raw));
    double is =
        switch (which) {
          case "LAT" -> report.latDeg();
          case "LON" -> report.lonDeg();
          default -> report.accuracyM();
        };
    assertThat(is).isEqualTo(value);
  }

  @ParameterizedTest(name = "speed {0} is {1}, heading {2} is {3}")
  @CsvSource({"16383, NaN, 3601, NaN", "16382, NaN, 3600, 0", "16381, 163.81, 3599, 359.9"})
  void everyMarkOfTheMotionIsAbsence(long speed, Double speedMps, long heading, Double headingDeg)
      throws Exception {
    Report report =
        (Report)
            Translated.of(
                cam(HF + "speed.speedValue", speed, HF + "heading.headingValue", heading));
    assertThat(report.speedMps()).isEqualTo(speedMps);
    assertThat(report.headingDeg()).isEqualTo(headingDeg);
  }

  @Test
  void aStationTypeThatTheStandardDoesNotHaveYetIsUnknown() throws Exception {
    Report report = (Report) Translated.of(cam(BASIC + "stationType", 16));
    assertThat(report.type()).isEqualTo(StationType.UNKNOWN);
  }

  @Test
  void aRoadSideUnitHasNeitherSpeedNorHeading() throws Exception {
    int roadSide = 0;
    for (int i = 0; i < 200; i++) {
      byte[] bytes = random.next(Cam.CAM, fixed("header.protocolVersion", 2), messageId());
      Decoded decoded = Translated.of(bytes);
      assertThat(decoded).isInstanceOf(Report.class);
      if (bytes[25] < 0) {
        Report report = (Report) decoded;
        assertThat(report.hasSpeed()).isFalse();
        assertThat(report.hasHeading()).isFalse();
        roadSide++;
      }
    }
    assertThat(roadSide).isPositive();
  }

  /// A random CAM in which some numbers are as given, each after its path.
  private byte[] cam(Object... numbers) throws Exception {
    RandomValues.Fixed[] fixed = new RandomValues.Fixed[numbers.length / 2 + 4];
    fixed[0] = fixed("header.protocolVersion", 2);
    fixed[1] = messageId();
    // An axis of its own must not hide the one that is tested.
    fixed[2] = fixed(POSITION + "positionConfidenceEllipse.semiMajorConfidence", 20);
    fixed[3] = fixed(POSITION + "positionConfidenceEllipse.semiMinorConfidence", 10);
    for (int i = 0; i < numbers.length; i += 2) {
      fixed[4 + i / 2] = fixed((String) numbers[i], ((Number) numbers[i + 1]).longValue());
    }
    while (true) {
      try {
        byte[] bytes = random.next(Cam.CAM, fixed);
        if (bytes[25] >= 0) {
          return bytes;
        }
      } catch (Malformed incomplete) {
        // It was a road-side unit's, which has no motion: the next one may be a vehicle's.
        assertThat(incomplete.reason()).contains("is missing");
      }
    }
  }

  private static RandomValues.Fixed messageId() {
    return fixed("header.messageID", 2);
  }

  private static RandomValues.Fixed fixed(String path, long number) {
    return new RandomValues.Fixed(Path.of(Cam.CAM, path), number);
  }
}
