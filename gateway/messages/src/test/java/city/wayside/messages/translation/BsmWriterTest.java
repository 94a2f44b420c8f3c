package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.messages.canonical.CanonicalJson;
import city.wayside.messages.selective.BsmState;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.refusal.Refusal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BsmWriterTest {

  /// 2026-06-01T11:59:47.321Z.
  private static final long TIME_MS = Translated.RECEIVED_MS;

  /// 12.65 m at one sigma.
  private static final double ACCURACY_M_MAX = 30.96;

  private static final double ACCURACY_STEP_M = 0.05 * 2.4477469;

  private final BsmWriter writer = new BsmWriter();

  private static Report report(StationType type, double speedMps, double accuracyM) {
    return new Report(
        0xA0B0_C0D0L,
        type,
        MessageKind.PROBE,
        TIME_MS,
        38.9,
        -77.00000004,
        speedMps,
        87,
        accuracyM);
  }

  /// What both decoders read, which must be the same.
  private Report back(Report report, long receivedMs) {
    byte[] bytes = Samples.bytes(writer.write(report));
    Report selective = (Report) BsmState.read(bytes, 0, bytes.length, receivedMs);
    assertThat(Translated.of(bytes, receivedMs)).isEqualTo(selective);
    return selective;
  }

  @Property(tries = 3000, seed = "1")
  void aReportComesBackWithinTheSteps(@ForAll long seed) {
    Report report = new RandomReports(seed).plausible(ACCURACY_M_MAX);
    Report back = back(report, report.timeMs() + 1500);

    assertThat(back.stationId()).isEqualTo(report.stationId());
    assertThat(back.kind()).isEqualTo(MessageKind.BSM);
    assertThat(back.timeMs()).isEqualTo(report.timeMs());
    RandomReports.assertSamePlace(report, back);
    RoundTrips.assertNear(report.speedMps(), back.speedMps(), 0.02);
    RandomReports.assertSameAngle(report.headingDeg(), back.headingDeg(), 0.0125);
    RoundTrips.assertNear(report.accuracyM(), back.accuracyM(), ACCURACY_STEP_M);
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
    // 2.5 m is 1.0213 m at one sigma: 20 steps of 0.05 m.
    assertThat(json(report(StationType.PASSENGER_CAR, 11.2, 2.5)))
        .isEqualTo(
            """
            {"messageId":20,"value":{"BasicSafetyMessage":{"coreData":{"msgCnt":0,
            "id":"a0b0c0d0","secMark":47321,"lat":389000000,"long":-770000000,"elev":-4096,
            "accuracy":{"semiMajor":20,"semiMinor":20,"orientation":0},
            "transmission":"unavailable","speed":560,"heading":6960,"angle":127,
            "accelSet":{"long":2001,"lat":2001,"vert":-127,"yaw":0},
            "brakes":{"wheelBrakes":"10000","traction":"unavailable","abs":"unavailable",
            "scs":"unavailable","brakeBoost":"unavailable","auxBrakes":"unavailable"},
            "size":{"width":0,"length":0}},
            "partII":[{"partII-Id":2,"partII-Value":{"SupplementalVehicleExtensions":{
            "classification":10}}}]}}}
            """
                .replace("\n", ""));
  }

  @Test
  void whatAReportDoesNotHaveIsUnavailable() {
    Report report =
        new Report(
            1,
            StationType.UNKNOWN,
            MessageKind.PROBE,
            Long.MIN_VALUE,
            1,
            2,
            Double.NaN,
            Double.NaN,
            Double.NaN);
    assertThat(json(report))
        .contains(
            "\"secMark\":65535",
            "\"speed\":8191,\"heading\":28800",
            "{\"semiMajor\":255,\"semiMinor\":255,\"orientation\":65535}")
        .doesNotContain("partII");
  }

  @ParameterizedTest
  @EnumSource
  void aTypeWithoutAClassIsUnknown(StationType type) {
    boolean hasClass =
        switch (type) {
          case MOPED, LIGHT_VRU_VEHICLE, ANIMAL, AGRICULTURAL -> false;
          default -> true;
        };
    assertThat(back(report(type, 11.2, 2.5), TIME_MS).type())
        .isEqualTo(hasClass ? type : StationType.UNKNOWN);
  }

  @ParameterizedTest(name = "{0} m/s and {1} m are {2} and {3}")
  @CsvSource({
    "163.8, 30.96, 8190, 253",
    "163.82, 31.1, 8191, 254",
    "Infinity, 1e300, 8191, 254",
    "-1, -1, 8191, 255",
    "0, 0, 0, 0"
  })
  void whatIsOutOfRangeIsUnavailable(double speedMps, double accuracyM, long speed, long axis) {
    assertThat(json(report(StationType.BUS, speedMps, accuracyM)))
        .contains("\"speed\":" + speed + ",", "\"semiMajor\":" + axis + ",");
  }

  @ParameterizedTest(name = "{0} degrees are {1}")
  @CsvSource({"-180, 180", "-179.99999999, 180", "180, 180", "-179.9999999, -179.9999999"})
  void theAntimeridianIsEast(double lonDeg, double backDeg) {
    Report report =
        new Report(1, StationType.BUS, MessageKind.BSM, TIME_MS, 0, lonDeg, 1, 2, Double.NaN);
    assertThat(back(report, TIME_MS).lonDeg()).isEqualTo(backDeg);
  }

  @Test
  void whatABsmCannotSayIsRefused() {
    Report nowhere =
        new Report(1, StationType.BUS, MessageKind.BSM, TIME_MS, Double.NaN, 10, 1, 2, Double.NaN);
    assertThat(writer.write(nowhere))
        .isEqualTo(Packed.outOfRange("latDeg is NaN, must be -90 to 90"));
  }

  @Test
  void aWriterServesAnyNumberOfReports() {
    // More than its strings could hold if they were kept.
    String first = json(report(StationType.BUS, 1, 2));
    for (int i = 0; i < 20_000; i++) {
      assertThat(writer.write(report(StationType.BUS, i % 100, 2)))
          .isInstanceOf(Packed.Bytes.class);
    }
    assertThat(json(report(StationType.BUS, 1, 2))).isEqualTo(first);
  }

  private String json(Report report) {
    return CanonicalJson.write(Samples.unpack(Samples.bytes(writer.write(report))));
  }
}
