package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.Standard;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PriorityTranslationTest {

  private static final long NOON_MS = Samples.ms("2026-06-01T12:00:00Z");
  private static final long NOT_GIVEN = Long.MIN_VALUE;

  /// 2026-06-01T11:58 as a minute of its year.
  private static final int MINUTE = 151 * 1440 + 718;

  @Test
  void anSremOfTheFieldByHand() {
    byte[] bytes = Samples.vector("etsi.jsonl", "etsi-3a786185218d");
    long receivedMs = Samples.ms("2025-01-21T14:17:38Z");
    assertThat(Samples.requests(bytes, receivedMs))
        .containsExactly(
            new PriorityRequest(
                new IntersectionKey(0, 123),
                new Requester(2789528031L, "basicVehicle", -1),
                1,
                0,
                RequestType.REQUEST,
                // Minute 29657: 20 days and 857 minutes.
                Samples.ms("2025-01-21T14:17:37Z"),
                new Passage(
                    new Access(AccessKind.LANE, 1),
                    Access.UNKNOWN,
                    Samples.ms("2025-01-21T14:18:34Z"),
                    -1),
                new GeoPoint(53.6037063, 10.0312642)));
  }

  @Test
  void anSrmOfTheFieldByHand() {
    byte[] bytes = Samples.vector("j2735.jsonl", "j2735-68d48e3cf4b6");
    assertThat(Samples.requests(bytes, Samples.ms("2023-03-25T08:01:51Z")))
        .containsExactly(
            new PriorityRequest(
                new IntersectionKey(0, 1003),
                new Requester(0x259, "transit", -1),
                5,
                2,
                RequestType.REQUEST,
                // Minute 120001: 83 days and 481 minutes.
                Samples.ms("2023-03-25T08:01:50.001Z"),
                new Passage(
                    new Access(AccessKind.LANE, 8),
                    new Access(AccessKind.LANE, 30),
                    Samples.ms("2023-03-25T08:02:20.001Z"),
                    2000),
                new GeoPoint(37.4230638, -122.1420467)));
  }

  @Test
  void anSrmOfRandomContentByHand() {
    byte[] bytes = Samples.vector("j2735.jsonl", "j2735-1bf4c2a9e2be");
    // Minute 150383: 104 days and 623 minutes.
    long receivedMs = Samples.ms("2026-04-15T10:23:50Z");
    List<PriorityRequest> requests = Samples.requests(bytes, receivedMs);
    assertThat(requests).hasSize(4);
    assertThat(requests).extracting(PriorityRequest::requestId).containsExactly(69, 117, 166, 219);
    assertThat(requests.getFirst().requester()).isEqualTo(new Requester(1185356351L, "fire", 0));
    assertThat(requests.getFirst().timeMs()).isEqualTo(Samples.ms("2026-04-15T10:23:46.389Z"));
    assertThat(requests.get(2).type()).isEqualTo(RequestType.RESERVED);
    assertThat(requests.get(2).passage().inbound()).isEqualTo(new Access(AccessKind.APPROACH, 11));
    // 64,018 ms are no DSecond.
    assertThat(requests.get(2).passage().durationMs()).isEqualTo(-1);
    assertThat(requests.getFirst().passage().outbound())
        .isEqualTo(new Access(AccessKind.CONNECTION, 210));
    // Minute 521707 is nearer in the year before.
    assertThat(requests.get(1).passage().arrivalMs())
        .isEqualTo(Samples.ms("2025-12-29T07:07:22.544Z"));
  }

  @Test
  void anSsmOfTheFieldByHand() {
    byte[] bytes = Samples.vector("j2735.jsonl", "j2735-e6a7f5eb236a");
    List<PriorityStatus> statuses = Samples.statuses(bytes, Samples.ms("2023-03-25T08:01:51Z"));
    assertThat(statuses)
        .containsExactly(
            new PriorityStatus(
                new IntersectionKey(0, 1003),
                new Requester(0x259, "transit", -1),
                5,
                2,
                Samples.ms("2023-03-25T08:01:50.001Z"),
                new Passage(
                    new Access(AccessKind.LANE, 8),
                    new Access(AccessKind.LANE, 30),
                    Samples.ms("2023-03-25T08:02:20.001Z"),
                    2000),
                Outcome.GRANTED),
            new PriorityStatus(
                new IntersectionKey(0, 1003),
                new Requester(0x25d, "truck", -1),
                5,
                3,
                Samples.ms("2023-03-25T08:01:50.001Z"),
                new Passage(
                    new Access(AccessKind.LANE, 11),
                    new Access(AccessKind.LANE, 26),
                    Samples.ms("2023-03-25T08:03:30.002Z"),
                    2000),
                Outcome.REQUESTED));
  }

  @Test
  void anSsmWhoseRoleStandsInItsTypeByHand() {
    byte[] bytes = Samples.vector("etsi.jsonl", "etsi-084b34385807");
    PriorityStatus status =
        Samples.statuses(bytes, Samples.ms("2024-12-10T17:36:31.804Z")).getFirst();
    assertThat(status.requester()).isEqualTo(new Requester(2366845094L, "publicTransport", -1));
    // No minute: second 0 is nearest in the minute to come.
    assertThat(status.timeMs()).isEqualTo(Samples.ms("2024-12-10T17:37:00Z"));
    assertThat(status.passage())
        .isEqualTo(new Passage(new Access(AccessKind.LANE, 23), Access.UNKNOWN, NOT_GIVEN, -1));
    assertThat(status.outcome()).isEqualTo(Outcome.GRANTED);
  }

  private static PriorityRequest request(Standard standard, String request, String requestor) {
    String content =
        """
        {'timeStamp':%d,'second':30000,'requests':[{'request':{'id':{'id':17},'requestID':255,
        'requestType':'priorityCancellation','inBoundLane':{'lane':1}}%s}],
        'requestor':{%s}}
        """
            .formatted(MINUTE, request, requestor);
    return Samples.requests(Samples.srm(standard, content), NOON_MS).getFirst();
  }

  private static final String SOMEBODY = "'id':{'stationID':4294967295}";

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'', ",
    "',''minute'':218160,''second'':1', 2026-06-01T12:00:00.001Z",
    "',''minute'':218160', 2026-06-01T12:00:00Z",
    "',''minute'':527040,''second'':65535', ",
    // Without a minute, ahead of the message, or up to five seconds before it.
    "',''second'':29000', 2026-06-01T11:58:29Z",
    "',''second'':24000', 2026-06-01T11:59:24Z",
  })
  void arrivalsLieAhead(String request, String arrival) {
    long arrivalMs = arrival == null ? NOT_GIVEN : Samples.ms(arrival);
    for (Standard standard : Standard.values()) {
      PriorityRequest read = request(standard, request, SOMEBODY);
      assertThat(read.passage().arrivalMs()).isEqualTo(arrivalMs);
      assertThat(read.type()).isEqualTo(RequestType.CANCELLATION);
      assertThat(read.requester()).isEqualTo(new Requester(4294967295L, "", -1));
      assertThat(read.position()).isEqualTo(new GeoPoint(Double.NaN, Double.NaN));
    }
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({
    "'''role'':''emergency'',''request'':''requestImportanceLevel14''', emergency, 14",
    "'''role'':''emergency'',''request'':''requestImportanceLevelUnKnown''', emergency, 0",
    "'''role'':''none-unknown'',''request'':''requestImportanceReserved''', none-unknown, -1",
  })
  void rolesAndImportanceAreRead(String type, String role, int importanceCode) {
    for (Standard standard : Standard.values()) {
      Requester read = request(standard, "", SOMEBODY + ",'type':{" + type + "}").requester();
      assertThat(read).isEqualTo(new Requester(4294967295L, role, importanceCode));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLaneOrApproachOfZeroIsNotKnown(Standard standard) {
    for (String access : List.of("lane", "approach")) {
      String content =
          """
          {'second':65535,'status':[{'sequenceNumber':1,'id':{'id':17},'sigStatus':[{
          'requester':{'id':{'stationID':5},'request':1,'sequenceNumber':127},
          'inboundOn':{'%s':0},'outboundOn':{'connection':0},'duration':60999,
          'status':'reserviceLocked'}]}]}
          """
              .formatted(access);
      PriorityStatus status = Samples.statuses(Samples.ssm(standard, content), NOON_MS).getFirst();
      assertThat(status.passage())
          .isEqualTo(
              new Passage(Access.UNKNOWN, new Access(AccessKind.CONNECTION, 0), NOT_GIVEN, 60_999));
      // No second either: the receive time.
      assertThat(status.timeMs()).isEqualTo(NOON_MS);
      assertThat(status.outcome()).isEqualTo(Outcome.RESERVICE_LOCKED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerToNobodyIsLeftOut(Standard standard) {
    String content =
        """
        {'second':0,'status':[{'sequenceNumber':1,'id':{'id':17},'sigStatus':[{
        'inboundOn':{'lane':1},'status':'granted'}]}]}
        """;
    assertThat(Samples.statuses(Samples.ssm(standard, content), NOON_MS)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aMessageThatAsksNothingHasNoRequests(Standard standard) {
    String content = "{'second':0,'requestor':{" + SOMEBODY + "}}";
    assertThat(Samples.requests(Samples.srm(standard, content), NOON_MS)).isEmpty();
  }

  @Test
  void motionNamesAndScheduleAreLost() {
    String rich =
        """
        'id':{'entityID':'ffffffff'},'type':{'role':'emergency','subrole':'requestSubRole1',
        'iso3883':4,'hpmsType':'bus'},'position':{'position':{'lat':1,'long':2,'elevation':3},
        'heading':4,'speed':{'transmisson':'park','speed':5}},'name':'N','routeName':'R',
        'transitStatus':'00000000','transitOccupancy':'occupancyLow','transitSchedule':6
        """;
    String plain =
        """
        'id':{'stationID':4294967295},'type':{'role':'emergency'},
        'position':{'position':{'lat':1,'long':2}}
        """;
    for (Standard standard : Standard.values()) {
      String extended = rich + ",'regional':[{'regionId':9,'regExtValue':'00'}]";
      assertThat(request(standard, "", extended)).isEqualTo(request(standard, "", plain));
    }
    String ocit = rich + ",'ocit':{'priorityLevel':4}";
    assertThat(request(Standard.ETSI, "", ocit)).isEqualTo(request(Standard.ETSI, "", plain));
  }
}
