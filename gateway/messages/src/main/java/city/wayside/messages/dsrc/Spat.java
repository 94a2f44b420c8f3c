package city.wayside.messages.dsrc;

import static city.wayside.messages.uper.Schema.BOOLEAN;
import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.entry;
import static city.wayside.messages.uper.Schema.enumerated;
import static city.wayside.messages.uper.Schema.extensibleEnumerated;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.etsi.cdd.Vehicles;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;
import city.wayside.messages.uper.StringType;

/// Signal phase and timing, of SAE J2735 and ETSI-ITS-DSRC (TS 103 301 v2.2.1), which have the same
/// bits.
public final class Spat {

  public static final StringType INTERSECTION_STATUS_OBJECT = bits(16);

  public static final EnumeratedType MOVEMENT_PHASE_STATE =
      enumerated(
          "unavailable",
          "dark",
          "stop-Then-Proceed",
          "stop-And-Remain",
          "pre-Movement",
          "permissive-Movement-Allowed",
          "protected-Movement-Allowed",
          "permissive-clearance",
          "protected-clearance",
          "caution-Conflicting-Traffic");

  public static final IntegerType TIME_MARK = integer(0, 36001);

  public static final SequenceType TIME_CHANGE_DETAILS =
      sequence("TimeChangeDetails")
          .optional("startTime", TIME_MARK)
          .field("minEndTime", TIME_MARK)
          .optional("maxEndTime", TIME_MARK)
          .optional("likelyTime", TIME_MARK)
          .optional("confidence", integer(0, 15))
          .optional("nextTime", TIME_MARK)
          .end();

  public static final IntegerType ZONE_LENGTH = integer(0, 10000);

  public static final SequenceType ADVISORY_SPEED =
      sequence("AdvisorySpeed")
          .field("type", extensibleEnumerated("none", "greenwave", "ecoDrive", "transit"))
          .optional("speed", integer(0, 500))
          .optional("confidence", Vectors.SPEED_CONFIDENCE_DSRC)
          .optional("distance", ZONE_LENGTH)
          .optional("class", Basics.RESTRICTION_CLASS_ID)
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final EnumeratedType EXCEPTIONAL_CONDITION =
      extensibleEnumerated(
          "unknown",
          "publicTransportPriority",
          "emergencyVehiclePriority",
          "trainPriority",
          "bridgeOpen",
          "vehicleHeight",
          "weather",
          "trafficJam",
          "tunnelClosure",
          "meteringActive",
          "truckPriority",
          "bicyclePlatoonPriority",
          "vehiclePlatoonPriority");

  public static final SequenceType MOVEMENT_EVENT_ADD_GRP_C =
      sequence("MovementEvent-addGrpC")
          .optional("stateChangeReason", EXCEPTIONAL_CONDITION)
          .extensible()
          .end();

  public static final SequenceType MOVEMENT_EVENT =
      sequence("MovementEvent")
          .field("eventState", MOVEMENT_PHASE_STATE)
          .optional("timing", TIME_CHANGE_DETAILS)
          .optional("speeds", listOf(1, 16, ADVISORY_SPEED))
          .optional(
              "regional",
              listOf(
                  1,
                  4,
                  Regional.extension(entry(3, "MovementEvent-addGrpC", MOVEMENT_EVENT_ADD_GRP_C))))
          .extensible()
          .end();

  public static final EnumeratedType WAIT_ON_STOPLINE = BOOLEAN;

  public static final EnumeratedType PEDESTRIAN_BICYCLE_DETECT = BOOLEAN;

  public static final SequenceType ITS_STATION_POSITION =
      sequence("ItsStationPosition")
          .field("stationID", Vehicles.STATION_ID)
          .optional("laneID", Basics.LANE_ID)
          .optional("nodeXY", Lanes.NODE_OFFSET_POINT_XY)
          .optional("timeReference", integer(0, 60000))
          .extensible()
          .end();

  public static final SequenceType CONNECTION_MANEUVER_ASSIST_ADD_GRP_C =
      sequence("ConnectionManeuverAssist-addGrpC")
          .optional("itsStationPosition", listOf(1, 5, ITS_STATION_POSITION))
          .extensible()
          .end();

  public static final SequenceType CONNECTION_MANEUVER_ASSIST =
      sequence("ConnectionManeuverAssist")
          .field("connectionID", Basics.LANE_CONNECTION_ID)
          .optional("queueLength", ZONE_LENGTH)
          .optional("availableStorageLength", ZONE_LENGTH)
          .optional("waitOnStop", WAIT_ON_STOPLINE)
          .optional("pedBicycleDetect", PEDESTRIAN_BICYCLE_DETECT)
          .optional(
              "regional",
              listOf(
                  1,
                  4,
                  Regional.extension(
                      entry(
                          3,
                          "ConnectionManeuverAssist-addGrpC",
                          CONNECTION_MANEUVER_ASSIST_ADD_GRP_C))))
          .extensible()
          .end();

  public static final SequenceOfType MANEUVER_ASSIST_LIST =
      listOf(1, 16, CONNECTION_MANEUVER_ASSIST);

  public static final SequenceType MOVEMENT_STATE =
      sequence("MovementState")
          .optional("movementName", Basics.DESCRIPTIVE_NAME)
          .field("signalGroup", Lanes.SIGNAL_GROUP_ID)
          .field("state-time-speed", listOf(1, 16, MOVEMENT_EVENT))
          .optional("maneuverAssistList", MANEUVER_ASSIST_LIST)
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final EnumeratedType PRIORITIZATION_RESPONSE_STATUS =
      extensibleEnumerated(
          "unknown",
          "requested",
          "processing",
          "watchOtherTraffic",
          "granted",
          "rejected",
          "maxPresence",
          "reserviceLocked");

  public static final SequenceType PRIORITIZATION_RESPONSE =
      sequence("PrioritizationResponse")
          .field("stationID", Vehicles.STATION_ID)
          .field("priorState", PRIORITIZATION_RESPONSE_STATUS)
          .field("signalGroup", Lanes.SIGNAL_GROUP_ID)
          .extensible()
          .end();

  public static final SequenceType INTERSECTION_STATE_ADD_GRP_C =
      sequence("IntersectionState-addGrpC")
          .optional("activePrioritizations", listOf(1, 10, PRIORITIZATION_RESPONSE))
          .extensible()
          .end();

  public static final SequenceType INTERSECTION_STATE =
      sequence("IntersectionState")
          .optional("name", Basics.DESCRIPTIVE_NAME)
          .field("id", Basics.INTERSECTION_REFERENCE_ID)
          .field("revision", Basics.MSG_COUNT)
          .field("status", INTERSECTION_STATUS_OBJECT)
          .optional("moy", Basics.MINUTE_OF_THE_YEAR)
          .optional("timeStamp", Basics.D_SECOND)
          .optional("enabledLanes", listOf(1, 16, Basics.LANE_ID))
          .field("states", listOf(1, 255, MOVEMENT_STATE))
          .optional("maneuverAssistList", MANEUVER_ASSIST_LIST)
          .optional(
              "regional",
              listOf(
                  1,
                  4,
                  Regional.extension(
                      entry(3, "IntersectionState-addGrpC", INTERSECTION_STATE_ADD_GRP_C))))
          .extensible()
          .end();

  public static final SequenceType SPAT =
      sequence("SPAT")
          .optional("timeStamp", Basics.MINUTE_OF_THE_YEAR)
          .optional("name", Basics.DESCRIPTIVE_NAME)
          .field("intersections", listOf(1, 32, INTERSECTION_STATE))
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  private Spat() {}
}
