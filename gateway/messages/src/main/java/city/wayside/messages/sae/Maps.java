package city.wayside.messages.sae;

import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.dsrc.Basics;
import city.wayside.messages.dsrc.MapData;
import city.wayside.messages.dsrc.Regional;
import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.SequenceType;

/// The map of intersections and roads of SAE J2735-2024.
public final class Maps {

  public static final SequenceType INTERSECTION_GEOMETRY =
      sequence("IntersectionGeometry")
          .optional("name", Basics.DESCRIPTIVE_NAME)
          .field("id", Basics.INTERSECTION_REFERENCE_ID)
          .field("revision", Basics.MSG_COUNT)
          .field("refPoint", Quantities.POSITION_3D)
          .optional("laneWidth", MapData.LANE_WIDTH)
          .optional("speedLimits", Basics.SPEED_LIMIT_LIST)
          .field("laneSet", listOf(1, 255, MapLanes.GENERIC_LANE))
          .optional("preemptPriorityData", listOf(1, 32, MapData.SIGNAL_CONTROL_ZONE))
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .optional("roadAuthorityID", Quantities.ROAD_AUTHORITY_ID)
          .end();

  public static final SequenceType ROAD_SEGMENT =
      sequence("RoadSegment")
          .optional("name", Basics.DESCRIPTIVE_NAME)
          .field("id", MapData.ROAD_SEGMENT_REFERENCE_ID)
          .field("revision", Basics.MSG_COUNT)
          .field("refPoint", Quantities.POSITION_3D)
          .optional("laneWidth", MapData.LANE_WIDTH)
          .optional("speedLimits", Basics.SPEED_LIMIT_LIST)
          .field("roadLaneSet", listOf(1, 255, MapLanes.GENERIC_LANE))
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final ChoiceType RESTRICTION_USER_TYPE =
      choice("RestrictionUserType")
          .or("basicType", MapData.RESTRICTION_APPLIES_TO)
          .or("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final SequenceType RESTRICTION_CLASS_ASSIGNMENT =
      sequence("RestrictionClassAssignment")
          .field("id", Basics.RESTRICTION_CLASS_ID)
          .field("users", listOf(1, 16, RESTRICTION_USER_TYPE))
          .end();

  public static final SequenceType MAP_DATA =
      sequence("MapData")
          .optional("timeStamp", Basics.MINUTE_OF_THE_YEAR)
          .field("msgIssueRevision", Basics.MSG_COUNT)
          .optional("layerType", MapData.LAYER_TYPE)
          .optional("layerID", integer(0, 100))
          .optional("intersections", listOf(1, 32, INTERSECTION_GEOMETRY))
          .optional("roadSegments", listOf(1, 32, ROAD_SEGMENT))
          .optional("dataParameters", MapData.DATA_PARAMETERS)
          .optional("restrictionList", listOf(1, 254, RESTRICTION_CLASS_ASSIGNMENT))
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  private Maps() {}
}
