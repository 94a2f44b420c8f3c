package city.wayside.messages.dsrc;

import static city.wayside.messages.uper.Schema.ascii;
import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.entry;
import static city.wayside.messages.uper.Schema.extensibleEnumerated;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.etsi.cdd.Positions;
import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceType;

/// The map of intersections and roads, of SAE J2735 and ETSI-ITS-DSRC (TS 103 301 v2.2.1), which
/// have the same bits.
public final class MapData {

  public static final EnumeratedType LAYER_TYPE =
      extensibleEnumerated(
          "none",
          "mixedContent",
          "generalMapData",
          "intersectionData",
          "curveData",
          "roadwaySectionData",
          "parkingAreaData",
          "sharedLaneData");

  public static final IntegerType LANE_WIDTH = integer(0, 32767);

  public static final SequenceType SIGNAL_CONTROL_ZONE =
      sequence("SignalControlZone").field("zone", Regional.EXTENSION).extensible().end();

  public static final SequenceType INTERSECTION_GEOMETRY =
      sequence("IntersectionGeometry")
          .optional("name", Basics.DESCRIPTIVE_NAME)
          .field("id", Basics.INTERSECTION_REFERENCE_ID)
          .field("revision", Basics.MSG_COUNT)
          .field("refPoint", Vectors.POSITION_3D)
          .optional("laneWidth", LANE_WIDTH)
          .optional("speedLimits", Basics.SPEED_LIMIT_LIST)
          .field("laneSet", Lanes.LANE_LIST)
          .optional("preemptPriorityData", listOf(1, 32, SIGNAL_CONTROL_ZONE))
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final SequenceType ROAD_SEGMENT_REFERENCE_ID =
      sequence("RoadSegmentReferenceID")
          .optional("region", Basics.ROAD_REGULATOR_ID)
          .field("id", integer(0, 65535))
          .end();

  public static final SequenceType ROAD_SEGMENT =
      sequence("RoadSegment")
          .optional("name", Basics.DESCRIPTIVE_NAME)
          .field("id", ROAD_SEGMENT_REFERENCE_ID)
          .field("revision", Basics.MSG_COUNT)
          .field("refPoint", Vectors.POSITION_3D)
          .optional("laneWidth", LANE_WIDTH)
          .optional("speedLimits", Basics.SPEED_LIMIT_LIST)
          .field("roadLaneSet", listOf(1, 255, Lanes.GENERIC_LANE))
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final SequenceType DATA_PARAMETERS =
      sequence("DataParameters")
          .optional("processMethod", ascii(1, 255))
          .optional("processAgency", ascii(1, 255))
          .optional("lastCheckedDate", ascii(1, 255))
          .optional("geoidUsed", ascii(1, 255))
          .extensible()
          .end();

  public static final EnumeratedType RESTRICTION_APPLIES_TO =
      extensibleEnumerated(
          "none",
          "equippedTransit",
          "equippedTaxis",
          "equippedOther",
          "emissionCompliant",
          "equippedBicycle",
          "weightCompliant",
          "heightCompliant",
          "pedestrians",
          "slowMovingPersons",
          "wheelchairUsers",
          "visualDisabilities",
          "audioDisabilities",
          "otherUnknownDisabilities");

  public static final SequenceType RESTRICTION_USER_TYPE_ADD_GRP_C =
      sequence("RestrictionUserType-addGrpC")
          .optional(
              "emission",
              extensibleEnumerated("euro1", "euro2", "euro3", "euro4", "euro5", "euro6"))
          .optional("fuel", Requestors.FUEL_TYPE)
          .extensible()
          .end();

  public static final ChoiceType RESTRICTION_USER_TYPE =
      choice("RestrictionUserType")
          .or("basicType", RESTRICTION_APPLIES_TO)
          .or(
              "regional",
              listOf(
                  1,
                  4,
                  Regional.extension(
                      entry(3, "RestrictionUserType-addGrpC", RESTRICTION_USER_TYPE_ADD_GRP_C))))
          .extensible()
          .end();

  public static final SequenceType RESTRICTION_CLASS_ASSIGNMENT =
      sequence("RestrictionClassAssignment")
          .field("id", Basics.RESTRICTION_CLASS_ID)
          .field("users", listOf(1, 16, RESTRICTION_USER_TYPE))
          .end();

  public static final SequenceType SIGNAL_HEAD_LOCATION =
      sequence("SignalHeadLocation")
          .field("nodeXY", Lanes.NODE_OFFSET_POINT_XY)
          .field("nodeZ", Positions.DELTA_ALTITUDE)
          .field("signalGroupID", Lanes.SIGNAL_GROUP_ID)
          .extensible()
          .end();

  public static final SequenceType MAP_DATA_ADD_GRP_C =
      sequence("MapData-addGrpC")
          .optional("signalHeadLocations", listOf(1, 64, SIGNAL_HEAD_LOCATION))
          .extensible()
          .end();

  public static final SequenceType MAP_DATA =
      sequence("MapData")
          .optional("timeStamp", Basics.MINUTE_OF_THE_YEAR)
          .field("msgIssueRevision", Basics.MSG_COUNT)
          .optional("layerType", LAYER_TYPE)
          .optional("layerID", integer(0, 100))
          .optional("intersections", listOf(1, 32, INTERSECTION_GEOMETRY))
          .optional("roadSegments", listOf(1, 32, ROAD_SEGMENT))
          .optional("dataParameters", DATA_PARAMETERS)
          .optional("restrictionList", listOf(1, 254, RESTRICTION_CLASS_ASSIGNMENT))
          .optional(
              "regional",
              listOf(1, 4, Regional.extension(entry(3, "MapData-addGrpC", MAP_DATA_ADD_GRP_C))))
          .extensible()
          .end();

  private MapData() {}
}
