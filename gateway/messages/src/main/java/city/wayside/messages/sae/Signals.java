package city.wayside.messages.sae;

import static city.wayside.messages.uper.Schema.BOOLEAN;
import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.dsrc.Basics;
import city.wayside.messages.dsrc.Lanes;
import city.wayside.messages.dsrc.Regional;
import city.wayside.messages.dsrc.Spat;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;

/// Signal phase and timing of SAE J2735-2024.
public final class Signals {

  public static final IntegerType TIME_MARK = integer(0, 36111);

  public static final SequenceType TIME_CHANGE_DETAILS =
      sequence("TimeChangeDetails")
          .optional("startTime", TIME_MARK)
          .field("minEndTime", TIME_MARK)
          .optional("maxEndTime", TIME_MARK)
          .optional("likelyTime", TIME_MARK)
          .optional("confidence", integer(0, 15))
          .optional("nextTime", TIME_MARK)
          .end();

  public static final SequenceType MOVEMENT_EVENT =
      sequence("MovementEvent")
          .field("eventState", Spat.MOVEMENT_PHASE_STATE)
          .optional("timing", TIME_CHANGE_DETAILS)
          .optional("speeds", listOf(1, 16, Spat.ADVISORY_SPEED))
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final SequenceType CONNECTION_MANEUVER_ASSIST =
      sequence("ConnectionManeuverAssist")
          .field("connectionID", Basics.LANE_CONNECTION_ID)
          .optional("queueLength", Spat.ZONE_LENGTH)
          .optional("availableStorageLength", Spat.ZONE_LENGTH)
          .optional("waitOnStop", BOOLEAN)
          .optional("pedBicycleDetect", BOOLEAN)
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
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

  public static final SequenceType INTERSECTION_STATE =
      sequence("IntersectionState")
          .optional("name", Basics.DESCRIPTIVE_NAME)
          .field("id", Basics.INTERSECTION_REFERENCE_ID)
          .field("revision", Basics.MSG_COUNT)
          .field("status", bits(16))
          .optional("moy", Basics.MINUTE_OF_THE_YEAR)
          .optional("timeStamp", Basics.D_SECOND)
          .optional("enabledLanes", listOf(1, 16, Basics.LANE_ID))
          .field("states", listOf(1, 255, MOVEMENT_STATE))
          .optional("maneuverAssistList", MANEUVER_ASSIST_LIST)
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .optional("roadAuthorityID", Quantities.ROAD_AUTHORITY_ID)
          .end();

  public static final SequenceType SPAT =
      sequence("SPAT")
          .optional("timeStamp", Basics.MINUTE_OF_THE_YEAR)
          .optional("name", Basics.DESCRIPTIVE_NAME)
          .field("intersections", listOf(1, 32, INTERSECTION_STATE))
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  private Signals() {}
}
