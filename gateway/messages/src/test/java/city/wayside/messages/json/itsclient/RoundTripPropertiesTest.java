package city.wayside.messages.json.itsclient;

import static city.wayside.messages.json.itsclient.Decoding.SENDER;
import static city.wayside.messages.json.itsclient.Decoding.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.signal.IntersectionMap;
import city.wayside.model.signal.PriorityStatus;
import city.wayside.model.signal.SignalState;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

/// What was encoded is valid by the official schema and is decoded unchanged.
class RoundTripPropertiesTest {

  private final ItsClientEncoder encoder = new ItsClientEncoder();

  @Property(tries = 1000, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void aReport(@ForAll("reports") Report report) {
    byte[] json = text(encoder.cam(report, SENDER));
    assertThat(Decoding.decoded(json)).isEqualTo(report);
    assertThat(Schemas.findings("cam", "2.4.0", json)).isEmpty();
  }

  @Property(tries = 500, seed = "2", edgeCases = EdgeCasesMode.NONE)
  void anEvent(@ForAll("events") RoadEvent event) {
    byte[] json = text(encoder.denm(event, SENDER));
    assertThat(Decoding.decoded(json)).isEqualTo(new Decoded.Events(List.of(event)));
    assertThat(Schemas.findings("denm", "2.3.0", json)).isEmpty();
  }

  @Property(tries = 500, seed = "3", edgeCases = EdgeCasesMode.NONE)
  void signals(@ForAll("signals") List<SignalState> signals) {
    byte[] json = text(encoder.spatem(signals, SENDER));
    assertThat(Decoding.decoded(json)).isEqualTo(new Decoded.Signals(signals));
    assertThat(Schemas.findings("spatem", "2.0.0", json)).isEmpty();
  }

  @Property(tries = 500, seed = "4", edgeCases = EdgeCasesMode.NONE)
  void maps(@ForAll("maps") List<IntersectionMap> maps) {
    byte[] json = text(encoder.mapem(maps, SENDER, Samples.TIMESTAMP_MS));
    assertThat(Decoding.decoded(json)).isEqualTo(new Decoded.Maps(maps));
    assertThat(Schemas.findings("mapem", "2.0.0", json)).isEmpty();
  }

  @Property(tries = 500, seed = "5", edgeCases = EdgeCasesMode.NONE)
  void answers(@ForAll("statuses") List<PriorityStatus> statuses) {
    byte[] json = text(encoder.ssem(statuses, SENDER, 5));
    assertThat(Decoding.decoded(json)).isEqualTo(new Decoded.PriorityStatuses(statuses));
    assertThat(Schemas.findings("ssem", "2.0.1", json)).isEmpty();
  }

  @Property(tries = 1000, seed = "6")
  void aReportBetweenTheStepsIsDecodedToTheNearestOne(
      @ForAll @Scale(9) @DoubleRange(min = -90, max = 90) double latDeg,
      @ForAll @Scale(9) @DoubleRange(min = -180, max = 180) double lonDeg,
      @ForAll @Scale(9) @DoubleRange(max = 160) double speedMps,
      @ForAll @Scale(9) @DoubleRange(max = 359.94) double headingDeg,
      @ForAll @Scale(9) @DoubleRange(min = 0.01, max = 40.9) double accuracyM) {
    Report report =
        new Report(
            1,
            StationType.BUS,
            MessageKind.CAM,
            Samples.TIMESTAMP_MS,
            latDeg,
            lonDeg,
            speedMps,
            headingDeg,
            accuracyM);

    Report decoded = (Report) Decoding.decoded(text(encoder.cam(report, SENDER)));

    assertThat(decoded.latDeg()).isCloseTo(latDeg, within(0.5001e-7));
    assertThat(decoded.lonDeg()).isCloseTo(lonDeg, within(0.5001e-7));
    assertThat(decoded.speedMps()).isCloseTo(speedMps, within(0.005001));
    assertThat(decoded.headingDeg()).isCloseTo(headingDeg, within(0.05001));
    assertThat(decoded.accuracyM()).isCloseTo(accuracyM, within(0.005001));
  }

  @Provide
  Arbitrary<Report> reports() {
    return Models.reports();
  }

  @Provide
  Arbitrary<RoadEvent> events() {
    return Models.events();
  }

  @Provide
  Arbitrary<List<SignalState>> signals() {
    return Models.signals();
  }

  @Provide
  Arbitrary<List<IntersectionMap>> maps() {
    return Models.maps();
  }

  @Provide
  Arbitrary<List<PriorityStatus>> statuses() {
    return Models.statuses();
  }
}
