package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.messages.canonical.CanonicalJson;
import city.wayside.messages.selective.CamState;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.refusal.Refusal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CamWriterTest {

  /// 2026-06-01T11:59:47.321Z, a TimestampIts of 707,399,992,321.
  private static final long TIME_MS = Translated.RECEIVED_MS;

  private static final double ACCURACY_M_MAX = 40.93;

  private final CamWriter writer = new CamWriter();

  private static Report report(
      StationType type, double speedMps, double headingDeg, double accuracyM) {
    return new Report(
        1001,
        type,
        MessageKind.PROBE,
        TIME_MS,
        53.5503,
        -9.99210004,
        speedMps,
        headingDeg,
        accuracyM);
  }

  /// What both decoders read, which must be the same.
  private Report back(Report report, long receivedMs) {
    byte[] bytes = Samples.bytes(writer.write(report));
    Report selective = (Report) CamState.read(bytes, 0, bytes.length, receivedMs);
    assertThat(Translated.of(bytes, receivedMs)).isEqualTo(selective);
    return selective;
  }

  @Property(tries = 3000, seed = "1")
  void aReportComesBackWithinTheSteps(@ForAll long seed) {
    Report report = new RandomReports(seed).plausible(ACCURACY_M_MAX);
    Report back = back(report, report.timeMs() + 1500);

    assertThat(back.stationId()).isEqualTo(report.stationId());
    assertThat(back.type()).isEqualTo(report.type());
    assertThat(back.kind()).isEqualTo(MessageKind.CAM);
    assertThat(back.timeMs()).isEqualTo(report.timeMs());
    RandomReports.assertSamePlace(report, back);
    RoundTrips.assertNear(report.accuracyM(), back.accuracyM(), 0.01);
    if (report.type() == StationType.ROAD_SIDE_UNIT) {
      assertThat(back.hasSpeed() || back.hasHeading()).isFalse();
    } else {
      RoundTrips.assertNear(report.speedMps(), back.speedMps(), 0.01);
      RandomReports.assertSameAngle(report.headingDeg(), back.headingDeg(), 0.1);
    }
    // What was read once is said without any further loss.
    assertThat(back(back, report.timeMs())).isEqualTo(back);
  }

  @Property(tries = 5000, seed = "2")
  void noReportMakesItThrow(@ForAll long seed) {
    switch (writer.write(new RandomReports(seed).any())) {
      case Packed.Bytes message ->
          assertThat(new Unpacker().unpack(message.bytes())).isInstanceOf(Unpacked.Message.class);
      case Packed.Unpackable impossible ->
          assertThat(impossible.refused().code()).isEqualTo(Refusal.OUT_OF_RANGE);
    }
  }

  @Test
  void everyFieldOfACar() {
    assertThat(json(report(StationType.PASSENGER_CAR, 11.2, 87.04, 2.5)))
        .isEqualTo(
            """
            {"header":{"protocolVersion":2,"messageID":2,"stationID":1001},"cam":{
            "generationDeltaTime":%d,"camParameters":{"basicContainer":{"stationType":5,
            "referencePosition":{"latitude":535503000,"longitude":-99921000,
            "positionConfidenceEllipse":{"semiMajorConfidence":250,"semiMinorConfidence":250,
            "semiMajorOrientation":0},
            "altitude":{"altitudeValue":800001,"altitudeConfidence":"unavailable"}}},
            "highFrequencyContainer":{"basicVehicleContainerHighFrequency":{
            "heading":{"headingValue":870,"headingConfidence":127},
            "speed":{"speedValue":1120,"speedConfidence":127},"driveDirection":"unavailable",
            "vehicleLength":{"vehicleLengthValue":1023,
            "vehicleLengthConfidenceIndication":"unavailable"},"vehicleWidth":62,
            "longitudinalAcceleration":{"longitudinalAccelerationValue":161,
            "longitudinalAccelerationConfidence":102},
            "curvature":{"curvatureValue":1023,"curvatureConfidence":"unavailable"},
            "curvatureCalculationMode":"unavailable",
            "yawRate":{"yawRateValue":32767,"yawRateConfidence":"unavailable"}}}}}}
            """
                .formatted(707_399_992_321L % 65_536)
                .replace("\n", ""));
  }

  @Test
  void whatAReportDoesNotHaveIsUnavailable() {
    assertThat(json(report(StationType.UNKNOWN, Double.NaN, Double.NaN, Double.NaN)))
        .contains(
            "\"stationType\":0",
            "{\"semiMajorConfidence\":4095,\"semiMinorConfidence\":4095,"
                + "\"semiMajorOrientation\":3601}",
            "\"headingValue\":3601",
            "\"speedValue\":16383");
  }

  @Test
  void aRoadSideUnitHasNoMotion() {
    assertThat(json(report(StationType.ROAD_SIDE_UNIT, 11.2, 87, 2.5)))
        .contains("\"stationType\":15")
        .endsWith("\"highFrequencyContainer\":{\"rsuContainerHighFrequency\":{}}}}}");
    // The next one is a vehicle again, with nothing left of the last.
    assertThat(json(report(StationType.BUS, 3, 87, 2.5))).contains("\"speedValue\":300");
  }

  @ParameterizedTest(name = "{0} m/s and {1} m are {2} and {3}")
  @CsvSource({
    "163.81, 40.93, 16381, 4093",
    "163.82, 40.94, 16382, 4094",
    "Infinity, Infinity, 16382, 4095",
    "-1, -1, 0, 4095",
    "0, 0, 0, 1"
  })
  void whatIsOutOfRangeIsSentAsSuch(double speedMps, double accuracyM, long speed, long axis) {
    assertThat(json(report(StationType.BUS, speedMps, 87, accuracyM)))
        .contains("\"speedValue\":" + speed, "\"semiMajorConfidence\":" + axis);
  }

  @ParameterizedTest(name = "station {0} at {2}, {3}: {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "-1 | 0 | 53.5 | 10 | stationId is -1, must be 0 to 4294967295",
        "4294967296 | 0 | 53.5 | 10 | stationId is 4294967296, must be 0 to 4294967295",
        "7 | 0 | NaN | 10 | latDeg is NaN, must be -90 to 90",
        "7 | 0 | 90.1 | 10 | latDeg is 90.1, must be -90 to 90",
        "7 | 0 | 53.5 | -180.5 | lonDeg is -180.5, must be -180 to 180",
        "7 | -9223372036854775808 | 53.5 | 10 | timeMs must be known"
      })
  void whatACamCannotSayIsRefused(
      long stationId, long timeMs, double latDeg, double lonDeg, String reason) {
    Report report =
        new Report(
            stationId, StationType.BUS, MessageKind.CAM, timeMs, latDeg, lonDeg, 1, 2, Double.NaN);
    assertThat(writer.write(report)).isEqualTo(Packed.outOfRange(reason));
  }

  private String json(Report report) {
    return CanonicalJson.write(Samples.unpack(Samples.bytes(writer.write(report))));
  }
}
