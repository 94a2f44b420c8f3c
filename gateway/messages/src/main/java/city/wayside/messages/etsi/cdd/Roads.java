package city.wayside.messages.etsi.cdd;

import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.enumerated;
import static city.wayside.messages.uper.Schema.extensibleInteger;
import static city.wayside.messages.uper.Schema.extensibleListOf;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;
import java.util.List;

/// Causes of events, lanes and rules of the road, ETSI TS 102 894-2 v1.3.1 (ITS-Container) with the
/// values that release 2 (TS 102 894-2 v2.4.1) added.
public final class Roads {

  public static final SequenceType CAUSE_CODE =
      sequence("CauseCode")
          .field("causeCode", integer(0, 255))
          .field("subCauseCode", integer(0, 255))
          .extensible()
          .end();

  public static final IntegerType SEQUENCE_NUMBER = integer(0, 65535);

  public static final SequenceType ACTION_ID =
      sequence("ActionID")
          .field("originatingStationID", Vehicles.STATION_ID)
          .field("sequenceNumber", SEQUENCE_NUMBER)
          .end();

  public static final EnumeratedType HARD_SHOULDER_STATUS =
      enumerated("availableForStopping", "closed", "availableForDriving");

  public static final SequenceType CLOSED_LANES =
      sequence("ClosedLanes")
          .optional("innerhardShoulderStatus", HARD_SHOULDER_STATUS)
          .optional("outerhardShoulderStatus", HARD_SHOULDER_STATUS)
          .optional("drivingLaneStatus", bits(1, 13))
          .extensible()
          .end();

  public static final IntegerType LANE_POSITION = integer(-1, 14);

  public static final EnumeratedType TRAFFIC_RULE =
      enumerated(
          List.of("noPassing", "noPassingForTrucks", "passToRight", "passToLeft"),
          List.of("passToLeftOrRight"));

  public static final IntegerType SPEED_LIMIT = integer(1, 255);

  public static final EnumeratedType ROAD_TYPE =
      enumerated(
          "urban-NoStructuralSeparationToOppositeLanes",
          "urban-WithStructuralSeparationToOppositeLanes",
          "nonUrban-NoStructuralSeparationToOppositeLanes",
          "nonUrban-WithStructuralSeparationToOppositeLanes");

  public static final IntegerType PROTECTED_ZONE_ID = integer(0, 134217727);

  public static final SequenceType PROTECTED_COMMUNICATION_ZONE =
      sequence("ProtectedCommunicationZone")
          .field(
              "protectedZoneType",
              enumerated(List.of("permanentCenDsrcTolling"), List.of("temporaryCenDsrcTolling")))
          .optional("expiryTime", Positions.TIMESTAMP_ITS)
          .field("protectedZoneLatitude", Positions.LATITUDE)
          .field("protectedZoneLongitude", Positions.LONGITUDE)
          .optional("protectedZoneRadius", extensibleInteger(1, 255))
          .optional("protectedZoneID", PROTECTED_ZONE_ID)
          .extensible()
          .end();

  public static final SequenceOfType PROTECTED_COMMUNICATION_ZONES_RSU =
      listOf(1, 16, PROTECTED_COMMUNICATION_ZONE);

  public static final SequenceType CEN_DSRC_TOLLING_ZONE =
      sequence("CenDsrcTollingZone")
          .field("protectedZoneLatitude", Positions.LATITUDE)
          .field("protectedZoneLongitude", Positions.LONGITUDE)
          .optional("cenDsrcTollingZoneID", PROTECTED_ZONE_ID)
          .extensible()
          .end();

  public static final SequenceOfType RESTRICTED_TYPES =
      extensibleListOf(1, 3, Vehicles.STATION_TYPE);

  public static final IntegerType ROADWORKS_SUB_CAUSE_CODE = integer(0, 255);

  private Roads() {}
}
