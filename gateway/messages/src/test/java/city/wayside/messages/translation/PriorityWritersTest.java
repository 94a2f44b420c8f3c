package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.Standard;
import city.wayside.messages.canonical.CanonicalJson;
import city.wayside.messages.vectors.Vectors;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.PriorityRequest;
import city.wayside.model.signal.PriorityRequest.Access;
import city.wayside.model.signal.PriorityRequest.AccessKind;
import city.wayside.model.signal.PriorityRequest.Passage;
import city.wayside.model.signal.PriorityRequest.RequestType;
import city.wayside.model.signal.PriorityRequest.Requester;
import city.wayside.model.signal.PriorityStatus;
import city.wayside.model.signal.PriorityStatus.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What writers of requests for priority and of their answers send, and what they cannot.
class PriorityWritersTest {

  private static final IntersectionKey KEY = new IntersectionKey(3, 17);
  private static final long NOON_MS = Samples.ms("2026-06-01T12:00:00Z");
  private static final long NOT_GIVEN = Long.MIN_VALUE;
  private static final GeoPoint NOWHERE = new GeoPoint(Double.NaN, Double.NaN);
  private static final Requester SOMEBODY = new Requester(0x0102_0304L, "", -1);
  private static final Passage UNKNOWN = new Passage(Access.UNKNOWN, Access.UNKNOWN, NOT_GIVEN, -1);

  private static PriorityRequest request(
      Requester requester, long timeMs, Passage passage, GeoPoint position) {
    return new PriorityRequest(
        KEY, requester, 1, 2, RequestType.REQUEST, timeMs, passage, position);
  }

  private static PriorityRequest request(Requester requester, Passage passage) {
    return request(requester, NOON_MS, passage, NOWHERE);
  }

  private static PriorityStatus status(int intersectionId, Requester requester, long timeMs) {
    return new PriorityStatus(
        new IntersectionKey(3, intersectionId), requester, 1, 2, timeMs, UNKNOWN, Outcome.GRANTED);
  }

  private static PriorityRequest back(Standard standard, PriorityRequest request) {
    byte[] bytes = Samples.bytes(new RequestWriter(standard).write(request));
    return Samples.requests(bytes, NOON_MS).getFirst();
  }

  private static List<PriorityStatus> back(Standard standard, PriorityStatus... statuses) {
    byte[] bytes = Samples.bytes(new StatusWriter(standard).write(List.of(statuses), 7, 127));
    return Samples.statuses(bytes, NOON_MS);
  }

  private static JsonNode json(Packed packed) {
    return Vectors.tree(CanonicalJson.write(Samples.unpack(Samples.bytes(packed))));
  }

  private static void assertRefused(Packed packed, String reason) {
    assertThat(packed).isInstanceOf(Packed.Unpackable.class);
    assertThat(((Packed.Unpackable) packed).refused().reason()).contains(reason);
  }

  @Test
  void eachFamilyHasItsFormOfTheRequestersId() {
    PriorityRequest request = request(SOMEBODY, UNKNOWN);
    JsonNode etsi = json(new RequestWriter(Standard.ETSI).write(request));
    assertThat(etsi.at("/srm/requestor/id")).hasToString("{\"stationID\":16909060}");
    assertThat(etsi.at("/header/stationID").asLong()).isEqualTo(16909060);
    JsonNode sae = json(new RequestWriter(Standard.SAE).write(request));
    assertThat(sae.at("/value/SignalRequestMessage/requestor/id"))
        .hasToString("{\"entityID\":\"01020304\"}");
  }

  @ParameterizedTest
  @EnumSource
  void aWayInThatIsNotKnownIsLaneZero(Standard standard) {
    JsonNode sent = json(new RequestWriter(standard).write(request(SOMEBODY, UNKNOWN)));
    assertThat(sent.findValue("inBoundLane")).hasToString("{\"lane\":0}");
    assertThat(sent.findValue("outBoundLane")).isNull();
    assertThat(back(standard, request(SOMEBODY, UNKNOWN)).passage()).isEqualTo(UNKNOWN);
  }

  @ParameterizedTest(name = "{0}: {1} becomes {2}")
  @CsvSource({
    "ETSI, tram, tram",
    "SAE, tram, publicTransport",
    "ETSI, '', none-unknown",
    "SAE, '', none-unknown",
    "ETSI, dot, dot",
  })
  void rolesAreSentAsNearAsTheFamilyHasThem(Standard standard, String role, String read) {
    Requester requester = new Requester(5, role, 3);
    assertThat(back(standard, request(requester, UNKNOWN)).requester())
        .isEqualTo(new Requester(5, read, 3));
    assertThat(back(standard, status(17, requester, NOON_MS)).getFirst().requester())
        .isEqualTo(new Requester(5, read, 3));
  }

  @ParameterizedTest
  @EnumSource
  void aRoleAloneIsSentAsSuch(Standard standard) {
    PriorityStatus status = status(17, new Requester(5, "transit", -1), NOON_MS);
    JsonNode sent = json(new StatusWriter(standard).write(List.of(status), 7, 0));
    assertThat(sent.findValue("requester").has("typeData")).isFalse();
    assertThat(back(standard, status)).containsExactly(status);
  }

  @ParameterizedTest
  @EnumSource
  void aDurationIsCutAtAMinute(Standard standard) {
    Passage slow = new Passage(new Access(AccessKind.LANE, 1), Access.UNKNOWN, NOT_GIVEN, 90_000);
    assertThat(back(standard, request(SOMEBODY, slow)).passage().durationMs()).isEqualTo(60_999);
  }

  @ParameterizedTest
  @EnumSource
  void aRequestWithoutATimeHasTheReceiveTime(Standard standard) {
    Passage soon =
        new Passage(new Access(AccessKind.LANE, 1), Access.UNKNOWN, NOON_MS + 12_345, -1);
    PriorityRequest timeless = request(SOMEBODY, NOT_GIVEN, soon, NOWHERE);
    assertThat(back(standard, timeless)).isEqualTo(request(SOMEBODY, soon));
  }

  @ParameterizedTest
  @EnumSource
  void allAnswersHaveTheNewestTime(Standard standard) {
    List<PriorityStatus> read =
        back(
            standard,
            status(17, SOMEBODY, NOON_MS - 9_000),
            status(18, SOMEBODY, NOON_MS),
            status(17, SOMEBODY, NOT_GIVEN));
    assertThat(read)
        .containsExactly(
            status(17, SOMEBODY, NOON_MS),
            status(17, SOMEBODY, NOON_MS),
            status(18, SOMEBODY, NOON_MS));
  }

  @ParameterizedTest
  @EnumSource
  void requestersAreToldThatAnswersChanged(Standard standard) {
    JsonNode sent =
        json(new StatusWriter(standard).write(List.of(status(17, SOMEBODY, NOON_MS)), 7, 99));
    assertThat(sent.findValuesAsText("sequenceNumber")).startsWith("99", "99");
  }

  @ParameterizedTest
  @EnumSource
  void impossibleRequestsAreRefused(Standard standard) {
    RequestWriter writer = new RequestWriter(standard);
    Access lane = new Access(AccessKind.LANE, 1);
    assertRefused(writer.write(request(new Requester(-1, "", -1), UNKNOWN)), "is -1");
    assertRefused(
        writer.write(request(new Requester(0x1_0000_0000L, "", -1), UNKNOWN)), "is 4294967296");
    assertRefused(
        writer.write(request(new Requester(1, "wizard", -1), UNKNOWN)),
        "role is not a word of BasicVehicleRole");
    assertRefused(
        writer.write(request(new Requester(1, "emergency", 15), UNKNOWN)), "importanceCode is 15");
    assertRefused(
        writer.write(request(SOMEBODY, NOON_MS, UNKNOWN, new GeoPoint(91, 0))),
        "position is no position");
    assertRefused(
        writer.write(
            request(SOMEBODY, new Passage(lane, lane, Samples.ms("2027-06-01T12:00:00Z"), -1))),
        "arrivalMs is more than half a year away");
    assertRefused(
        writer.write(request(SOMEBODY, new Passage(lane, lane, NOT_GIVEN, -2))),
        "durationMs is -2");
    assertRefused(
        writer.write(
            request(
                SOMEBODY, new Passage(new Access(AccessKind.APPROACH, 16), lane, NOT_GIVEN, -1))),
        "approach is 16, must be 0 to 15");
  }

  @ParameterizedTest
  @EnumSource
  void impossibleAnswersAreRefused(Standard standard) {
    StatusWriter writer = new StatusWriter(standard);
    PriorityStatus status = status(17, SOMEBODY, NOON_MS);
    assertRefused(writer.write(List.of(), 7, 0), "must be 1 to 32");
    assertRefused(writer.write(Collections.nCopies(33, status), 7, 0), "must be 1 to 32");
    assertRefused(writer.write(List.of(status), 7, 128), "is 128, must be 0 to 127");
    assertRefused(
        writer.write(List.of(status(17, new Requester(1, "wizard", -1), NOON_MS)), 7, 0),
        "role is not a word of BasicVehicleRole");
    assertRefused(
        writer.write(List.of(status(65_536, SOMEBODY, NOON_MS)), 7, 0), "must be 0 to 65535");
  }

  @Test
  void anRefusalSaysNoPosition() {
    Packed packed =
        new RequestWriter(Standard.ETSI)
            .write(request(SOMEBODY, NOON_MS, UNKNOWN, new GeoPoint(91.5, 12.25)));
    assertThat(((Packed.Unpackable) packed).refused().reason()).doesNotContain("91", "12");
  }
}
