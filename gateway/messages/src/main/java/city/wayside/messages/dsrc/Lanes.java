package city.wayside.messages.dsrc;

import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.entry;
import static city.wayside.messages.uper.Schema.extensibleEnumerated;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;
import static city.wayside.messages.uper.Schema.unboundedInteger;

import city.wayside.messages.etsi.cdd.Positions;
import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;

/// Lanes of intersections and roads, of SAE J2735 and ETSI-ITS-DSRC (TS 103 301 v2.2.1), which have
/// the same bits.
public final class Lanes {

  public static final IntegerType OFFSET_B10 = integer(-512, 511);

  public static final SequenceType NODE_XY_20B =
      sequence("Node-XY-20b").field("x", OFFSET_B10).field("y", OFFSET_B10).end();

  public static final IntegerType OFFSET_B11 = integer(-1024, 1023);

  public static final SequenceType NODE_XY_22B =
      sequence("Node-XY-22b").field("x", OFFSET_B11).field("y", OFFSET_B11).end();

  public static final IntegerType OFFSET_B12 = integer(-2048, 2047);

  public static final SequenceType NODE_XY_24B =
      sequence("Node-XY-24b").field("x", OFFSET_B12).field("y", OFFSET_B12).end();

  public static final IntegerType OFFSET_B13 = integer(-4096, 4095);

  public static final SequenceType NODE_XY_26B =
      sequence("Node-XY-26b").field("x", OFFSET_B13).field("y", OFFSET_B13).end();

  public static final IntegerType OFFSET_B14 = integer(-8192, 8191);

  public static final SequenceType NODE_XY_28B =
      sequence("Node-XY-28b").field("x", OFFSET_B14).field("y", OFFSET_B14).end();

  public static final IntegerType OFFSET_B16 = integer(-32768, 32767);

  public static final SequenceType NODE_XY_32B =
      sequence("Node-XY-32b").field("x", OFFSET_B16).field("y", OFFSET_B16).end();

  public static final SequenceType NODE_LLMD_64B =
      sequence("Node-LLmD-64b")
          .field("lon", Positions.LONGITUDE)
          .field("lat", Positions.LATITUDE)
          .end();

  public static final ChoiceType NODE_OFFSET_POINT_XY =
      choice("NodeOffsetPointXY")
          .or("node-XY1", NODE_XY_20B)
          .or("node-XY2", NODE_XY_22B)
          .or("node-XY3", NODE_XY_24B)
          .or("node-XY4", NODE_XY_26B)
          .or("node-XY5", NODE_XY_28B)
          .or("node-XY6", NODE_XY_32B)
          .or("node-LatLon", NODE_LLMD_64B)
          .or("regional", Regional.EXTENSION)
          .end();

  public static final EnumeratedType NODE_ATTRIBUTE_XY =
      extensibleEnumerated(
          "reserved",
          "stopLine",
          "roundedCapStyleA",
          "roundedCapStyleB",
          "mergePoint",
          "divergePoint",
          "downstreamStopLine",
          "downstreamStartNode",
          "closedToTraffic",
          "safeIsland",
          "curbPresentAtStepOff",
          "hydrantPresent");

  public static final EnumeratedType SEGMENT_ATTRIBUTE_XY =
      extensibleEnumerated(
          "reserved",
          "doNotBlock",
          "whiteLine",
          "mergingLaneLeft",
          "mergingLaneRight",
          "curbOnLeft",
          "curbOnRight",
          "loadingzoneOnLeft",
          "loadingzoneOnRight",
          "turnOutPointOnLeft",
          "turnOutPointOnRight",
          "adjacentParkingOnLeft",
          "adjacentParkingOnRight",
          "adjacentBikeLaneOnLeft",
          "adjacentBikeLaneOnRight",
          "sharedBikeLane",
          "bikeBoxInFront",
          "transitStopOnLeft",
          "transitStopOnRight",
          "transitStopInLane",
          "sharedWithTrackedVehicle",
          "safeIsland",
          "lowCurbsPresent",
          "rumbleStripPresent",
          "audibleSignalingPresent",
          "adaptiveTimingPresent",
          "rfSignalRequestPresent",
          "partialCurbIntrusion",
          "taperToLeft",
          "taperToRight",
          "taperToCenterLine",
          "parallelParking",
          "headInParking",
          "freeParking",
          "timeRestrictionsOnParking",
          "costToPark",
          "midBlockCurbPresent",
          "unEvenPavementPresent");

  public static final SequenceOfType SEGMENT_ATTRIBUTE_XY_LIST = listOf(1, 8, SEGMENT_ATTRIBUTE_XY);

  public static final IntegerType ROADWAY_CROWN_ANGLE = integer(-128, 127);

  public static final ChoiceType LANE_DATA_ATTRIBUTE =
      choice("LaneDataAttribute")
          .or("pathEndPointAngle", integer(-150, 150))
          .or("laneCrownPointCenter", ROADWAY_CROWN_ANGLE)
          .or("laneCrownPointLeft", ROADWAY_CROWN_ANGLE)
          .or("laneCrownPointRight", ROADWAY_CROWN_ANGLE)
          .or("laneAngle", integer(-180, 180))
          .or("speedLimits", Basics.SPEED_LIMIT_LIST)
          .or("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final EnumeratedType PTV_REQUEST_TYPE =
      extensibleEnumerated(
          "preRequest", "mainRequest", "doorCloseRequest", "cancelRequest", "emergencyRequest");

  public static final SequenceType NODE =
      sequence("Node")
          .field("id", unboundedInteger())
          .optional("lane", Basics.LANE_ID)
          .optional("connectionID", Basics.LANE_CONNECTION_ID)
          .optional("intersectionID", Basics.INTERSECTION_ID)
          .extensible()
          .end();

  public static final SequenceType NODE_ATTRIBUTE_SET_ADD_GRP_C =
      sequence("NodeAttributeSet-addGrpC")
          .optional("ptvRequest", PTV_REQUEST_TYPE)
          .optional("nodeLink", listOf(1, 5, NODE))
          .optional("node", NODE)
          .extensible()
          .end();

  public static final SequenceType NODE_ATTRIBUTE_SET_XY =
      sequence("NodeAttributeSetXY")
          .optional("localNode", listOf(1, 8, NODE_ATTRIBUTE_XY))
          .optional("disabled", SEGMENT_ATTRIBUTE_XY_LIST)
          .optional("enabled", SEGMENT_ATTRIBUTE_XY_LIST)
          .optional("data", listOf(1, 8, LANE_DATA_ATTRIBUTE))
          .optional("dWidth", OFFSET_B10)
          .optional("dElevation", OFFSET_B10)
          .optional(
              "regional",
              listOf(
                  1,
                  4,
                  Regional.extension(
                      entry(3, "NodeAttributeSet-addGrpC", NODE_ATTRIBUTE_SET_ADD_GRP_C))))
          .extensible()
          .end();

  public static final SequenceType NODE_XY =
      sequence("NodeXY")
          .field("delta", NODE_OFFSET_POINT_XY)
          .optional("attributes", NODE_ATTRIBUTE_SET_XY)
          .extensible()
          .end();

  public static final SequenceOfType NODE_SET_XY = listOf(2, 63, NODE_XY);

  public static final IntegerType DRIVEN_LINE_OFFSET_SM = integer(-2047, 2047);

  public static final IntegerType DRIVEN_LINE_OFFSET_LG = integer(-32767, 32767);

  public static final SequenceType COMPUTED_LANE =
      sequence("ComputedLane")
          .field("referenceLaneId", Basics.LANE_ID)
          .field(
              "offsetXaxis",
              choice("OffsetXaxis")
                  .or("small", DRIVEN_LINE_OFFSET_SM)
                  .or("large", DRIVEN_LINE_OFFSET_LG)
                  .end())
          .field(
              "offsetYaxis",
              choice("OffsetYaxis")
                  .or("small", DRIVEN_LINE_OFFSET_SM)
                  .or("large", DRIVEN_LINE_OFFSET_LG)
                  .end())
          .optional("rotateXY", Basics.ANGLE)
          .optional("scaleXaxis", Basics.SCALE_B12)
          .optional("scaleYaxis", Basics.SCALE_B12)
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final ChoiceType NODE_LIST_XY =
      choice("NodeListXY")
          .or("nodes", NODE_SET_XY)
          .or("computed", COMPUTED_LANE)
          .extensible()
          .end();

  public static final SequenceType CONNECTING_LANE =
      sequence("ConnectingLane")
          .field("lane", Basics.LANE_ID)
          .optional("maneuver", Basics.ALLOWED_MANEUVERS)
          .end();

  public static final IntegerType SIGNAL_GROUP_ID = integer(0, 255);

  public static final SequenceType CONNECTION =
      sequence("Connection")
          .field("connectingLane", CONNECTING_LANE)
          .optional("remoteIntersection", Basics.INTERSECTION_REFERENCE_ID)
          .optional("signalGroup", SIGNAL_GROUP_ID)
          .optional("userClass", Basics.RESTRICTION_CLASS_ID)
          .optional("connectionID", Basics.LANE_CONNECTION_ID)
          .end();

  public static final SequenceType CONNECTION_TRAJECTORY_ADD_GRP_C =
      sequence("ConnectionTrajectory-addGrpC")
          .field("nodes", NODE_SET_XY)
          .field("connectionID", Basics.LANE_CONNECTION_ID)
          .extensible()
          .end();

  public static final SequenceType GENERIC_LANE =
      sequence("GenericLane")
          .field("laneID", Basics.LANE_ID)
          .optional("name", Basics.DESCRIPTIVE_NAME)
          .optional("ingressApproach", Basics.APPROACH_ID)
          .optional("egressApproach", Basics.APPROACH_ID)
          .field("laneAttributes", LaneAttributes.LANE_ATTRIBUTES)
          .optional("maneuvers", Basics.ALLOWED_MANEUVERS)
          .field("nodeList", NODE_LIST_XY)
          .optional("connectsTo", listOf(1, 16, CONNECTION))
          .optional("overlays", listOf(1, 5, Basics.LANE_ID))
          .optional(
              "regional",
              listOf(
                  1,
                  4,
                  Regional.extension(
                      entry(3, "ConnectionTrajectory-addGrpC", CONNECTION_TRAJECTORY_ADD_GRP_C))))
          .extensible()
          .end();

  public static final SequenceOfType LANE_LIST = listOf(1, 255, GENERIC_LANE);

  private Lanes() {}
}
