package city.wayside.messages.json.itsclient;

import static city.wayside.messages.json.itsclient.Decoding.decoded;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.event.EventTime;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.signal.IntersectionMap;
import city.wayside.model.signal.Lane;
import city.wayside.model.signal.PriorityRequest;
import city.wayside.model.signal.PriorityStatus;
import city.wayside.model.signal.SignalGroup.Phase;
import city.wayside.model.signal.SignalState;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One test for each row "to the model" in TRANSLATIONS.md: what a message says and the model does
/// not keep.
class DecodingLossesTest {

  @Test
  void aCamKeepsOnlyStationTimePositionAndMotion() {
    String cam = newest(Dialect.CAM);
    String other =
        cam.replace("\"altitude\":{\"value\":800001", "\"altitude\":{\"value\":3000")
            .replace("\"drive_direction\":0", "\"drive_direction\":1,\"lane_position\":2")
            .replace("\"vehicle_width\":25", "\"vehicle_width\":20")
            .replace("\"value\":925,\"confidence\":10", "\"value\":925,\"confidence\":20");

    assertThat(other).isNotEqualTo(cam);
    assertThat(decoded(other)).isEqualTo(decoded(cam));
  }

  @Test
  void anEllipseBecomesACircleOfItsLongerAxis() {
    String cam = newest(Dialect.CAM).replace("\"semi_minor\":100", "\"semi_minor\":900");

    assertThat(((Report) decoded(cam)).accuracyM()).isEqualTo(9);
    String oneAxis = cam.replace("\"semi_major\":250", "\"semi_major\":4095");
    assertThat(((Report) decoded(oneAxis)).accuracyM()).isNaN();
  }

  @Test
  void outOfRangeAndUnavailableAreBothAbsent() {
    String cam = newest(Dialect.CAM);

    assertThat(((Report) decoded(cam.replace("\"value\":1390", "\"value\":16382"))).hasSpeed())
        .isFalse();
    assertThat(((Report) decoded(cam.replace("\"value\":1390", "\"value\":16383"))).hasSpeed())
        .isFalse();
  }

  @Test
  void aStationTypeWithoutNameIsUnknown() {
    String cam = newest(Dialect.CAM).replace("\"station_type\":6", "\"station_type\":16");

    assertThat(((Report) decoded(cam)).type()).isEqualTo(StationType.UNKNOWN);
  }

  @Test
  void aDenmKeepsNoLaneRoadOrVehicle() {
    String denm = newest(Dialect.DENM);
    String other =
        denm.replace("\"station_type\":15", "\"station_type\":5,\"transmission_interval\":500")
            .replace("\"event_type\":", "\"event_end\":40,\"event_type\":")
            .replace(
                "\"location\":{",
                "\"alacarte\":{\"lane_position\":1},\"location\":{\"road_type\":1,");

    assertThat(other).isNotEqualTo(denm);
    assertThat(decoded(other)).isEqualTo(decoded(denm));
  }

  @Test
  void aWayEndsWhereAnOffsetIsNotAvailable() {
    String denm = newest(Dialect.DENM);
    int second = denm.lastIndexOf("\"delta_latitude\":1000");
    String broken =
        denm.substring(0, second)
            + denm.substring(second)
                .replace("\"delta_latitude\":1000", "\"delta_latitude\":131072");

    assertThat(event(broken).place().traces()).hasSize(1);
    assertThat(event(broken).place().traces().getFirst()).hasSize(1);
  }

  @Test
  void anEventWithoutValidityHoldsTenMinutes() {
    EventTime time = event(newest(Dialect.DENM).replace("\"validity_duration\":300,", "")).time();

    assertThat(time.untilMs() - time.detectedMs()).isEqualTo(600_000);
    assertThat(time.fromMs()).isEqualTo(time.detectedMs());
  }

  @Test
  void thingsAreNoReportsAndGroupsAreOnePedestrian() {
    String cpm = newest(Dialect.CPM);

    assertThat(reports(cpm.replace("{\"vehicle\":6}", "{\"other\":1}"))).isEmpty();
    assertThat(
            reports(cpm.replace("{\"vehicle\":6}", "{\"group\":{\"cluster_cardinality_size\":9}}")))
        .extracting(Report::type)
        .containsExactly(StationType.PEDESTRIAN);
  }

  @Test
  void ofSeveralClassesOnlyTheSurestIsKept() {
    String cpm =
        newest(Dialect.CPM)
            .replace(
                "\"confidence\":90}]",
                "\"confidence\":40},{\"object_class\":{\"vru\":{\"motorcylist\":1}},"
                    + "\"confidence\":60},{\"object_class\":{\"vru\":{\"pedestrian\":1}},"
                    + "\"confidence\":101}]");

    assertThat(reports(cpm)).extracting(Report::type).containsExactly(StationType.MOPED);
  }

  @Test
  void anObjectWithoutIdIsNamedForThisMessageOnly() {
    assertThat(reports(newest(Dialect.CPM).replace("\"object_id\":17,", "")))
        .extracting(Report::stationId)
        .containsExactly(Decoded.Reports.UNNAMED_OBJECT_ID);
  }

  @Test
  void anObjectThatStandsHasNoHeading() {
    Report standing =
        reports(newest(Dialect.CPM).replace("\"value\":1200", "\"value\":0")).getFirst();

    assertThat(standing.speedMps()).isZero();
    assertThat(standing.hasHeading()).isFalse();
  }

  @Test
  void polarVelocitiesCountFromEastAgainstTheClock() {
    String cpm =
        newest(Dialect.CPM)
            .replaceAll(
                "\"cartesian_velocity\":.*?}}}",
                "\"polar_velocity\":{\"velocity_magnitude\":{\"value\":1200,\"confidence\":127},"
                    + "\"velocity_direction\":{\"value\":300,\"confidence\":127}}}");

    assertThat(reports(cpm).getFirst().headingDeg())
        .isCloseTo(60, org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void aSpatemKeepsTheFirstSpeedForAllAndNoNames() {
    String spatem = newest(Dialect.SPATEM);
    String other =
        spatem
            .replace("\"revision\":4", "\"name\":\"Gate\",\"enabled_lanes\":[1],\"revision\":4")
            .replace("\"speed\":139}", "\"speed\":139},{\"type\":2,\"speed\":80}")
            .replace("\"confidence\":7", "\"confidence\":7,\"next_time\":5");

    assertThat(other).isNotEqualTo(spatem);
    assertThat(decoded(other)).isEqualTo(decoded(spatem));
  }

  @Test
  void anEndMoreThanAnHourAwayIsUnknown() {
    SignalState state = ((Decoded.Signals) decoded(newest(Dialect.SPATEM))).signals().getFirst();

    assertThat(state.groups().getFirst().phases().getFirst().maxEndMs())
        .isEqualTo(Phase.UNKNOWN_MS);
  }

  @Test
  void aMapemKeepsNoLimitsManoeuvresOrSegments() {
    String mapem = newest(Dialect.MAPEM);
    String other =
        mapem
            .replace("\"lane_width\":325", "\"lane_width\":325,\"speed_limits\":[]")
            .replace("\"msg_issue_revision\":1", "\"msg_issue_revision\":2,\"road_segments\":[]")
            .replace("\"shared_with\":[]", "\"shared_with\":[\"busVehicleTraffic\"]")
            .replace("{\"lane\":9}", "{\"lane\":9,\"maneuver\":[\"caution\"]}");

    assertThat(other).isNotEqualTo(mapem);
    assertThat(decoded(other)).isEqualTo(decoded(mapem));
  }

  @Test
  void aLaneOfBothDirectionsKeepsTheApproachIntoTheIntersection() {
    String mapem =
        newest(Dialect.MAPEM)
            .replace("\"ingress_approach\":3", "\"ingress_approach\":3,\"egress_approach\":7")
            .replace("[\"ingressPath\"]", "[\"ingressPath\",\"egressPath\"]");
    IntersectionMap map = ((Decoded.Maps) decoded(mapem)).maps().getFirst();

    assertThat(map.lanes().getFirst())
        .extracting(Lane::isIngress, Lane::isEgress, Lane::approachId)
        .containsExactly(true, true, 3);
  }

  @Test
  void aRequestKeepsNoSpeedHeadingOrTransitStatus() {
    String srem = newest(Dialect.SREM);
    String other =
        srem.replace(
            "\"requestor\":{\"id\":4711",
            "\"requestor\":{\"id\":4711,\"name\":\"Bus\",\"transit_status\":1,"
                + "\"transit_schedule\":-3");

    assertThat(other).isNotEqualTo(srem);
    assertThat(decoded(other)).isEqualTo(decoded(srem));
  }

  @Test
  void ofAWayInTheFirstNumberThatIsNotZeroIsKept() {
    String srem =
        newest(Dialect.SREM)
            .replace("\"lane\":3,\"approach\":0", "\"lane\":3,\"approach\":1")
            .replace("\"lane\":0,\"approach\":2", "\"lane\":0,\"approach\":0");
    PriorityRequest request = ((Decoded.PriorityRequests) decoded(srem)).requests().getFirst();

    assertThat(request.passage().inbound())
        .isEqualTo(new PriorityRequest.Access(PriorityRequest.AccessKind.LANE, 3));
    assertThat(request.passage().outbound()).isEqualTo(PriorityRequest.Access.UNKNOWN);
  }

  @Test
  void anAnswerToNoOneIsLeftOut() {
    List<PriorityStatus> statuses =
        ((Decoded.PriorityStatuses) decoded(newest(Dialect.SSEM))).statuses();

    assertThat(statuses).hasSize(1);
    assertThat(newest(Dialect.SSEM).split("inbound_on", -1)).hasSize(3);
  }

  private static RoadEvent event(String denm) {
    return ((Decoded.Events) decoded(denm)).events().getFirst();
  }

  private static List<Report> reports(String cpm) {
    return ((Decoded.Reports) decoded(cpm)).reports();
  }

  private static String newest(Dialect dialect) {
    return Samples.newest(dialect);
  }
}
