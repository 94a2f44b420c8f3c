package city.wayside.messages.sae;

import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.dsrc.Basics;
import city.wayside.messages.dsrc.LaneAttributes;
import city.wayside.messages.dsrc.Lanes;
import city.wayside.messages.dsrc.Regional;
import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;

/// Lanes of a map of SAE J2735-2024, where they are not those of ETSI-ITS-DSRC: longitudes begin
/// one unit further east.
public final class MapLanes {

  public static final SequenceType NODE_LLMD_64B =
      sequence("Node-LLmD-64b")
          .field("lon", Quantities.LONGITUDE)
          .field("lat", Quantities.LATITUDE)
          .end();

  public static final ChoiceType NODE_OFFSET_POINT_XY =
      choice("NodeOffsetPointXY")
          .or("node-XY1", Lanes.NODE_XY_20B)
          .or("node-XY2", Lanes.NODE_XY_22B)
          .or("node-XY3", Lanes.NODE_XY_24B)
          .or("node-XY4", Lanes.NODE_XY_26B)
          .or("node-XY5", Lanes.NODE_XY_28B)
          .or("node-XY6", Lanes.NODE_XY_32B)
          .or("node-LatLon", NODE_LLMD_64B)
          .or("regional", Regional.EXTENSION)
          .end();

  public static final SequenceOfType LANE_DATA_ATTRIBUTE_LIST =
      listOf(1, 8, Lanes.LANE_DATA_ATTRIBUTE);

  public static final SequenceType NODE_ATTRIBUTE_SET_XY =
      sequence("NodeAttributeSetXY")
          .optional("localNode", listOf(1, 8, Lanes.NODE_ATTRIBUTE_XY))
          .optional("disabled", Lanes.SEGMENT_ATTRIBUTE_XY_LIST)
          .optional("enabled", Lanes.SEGMENT_ATTRIBUTE_XY_LIST)
          .optional("data", LANE_DATA_ATTRIBUTE_LIST)
          .optional("dWidth", Lanes.OFFSET_B10)
          .optional("dElevation", Lanes.OFFSET_B10)
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final SequenceType NODE_XY =
      sequence("NodeXY")
          .field("delta", NODE_OFFSET_POINT_XY)
          .optional("attributes", NODE_ATTRIBUTE_SET_XY)
          .extensible()
          .end();

  public static final ChoiceType NODE_LIST_XY =
      choice("NodeListXY")
          .or("nodes", listOf(2, 63, NODE_XY))
          .or("computed", Lanes.COMPUTED_LANE)
          .extensible()
          .end();

  public static final SequenceType LANE_ATTRIBUTES =
      sequence("LaneAttributes")
          .field("directionalUse", bits(2))
          .field("sharedWith", bits(10))
          .field("laneType", LaneAttributes.LANE_TYPE_ATTRIBUTES)
          .optional("regional", Regional.EXTENSION)
          .end();

  public static final SequenceType GENERIC_LANE =
      sequence("GenericLane")
          .field("laneID", Basics.LANE_ID)
          .optional("name", Basics.DESCRIPTIVE_NAME)
          .optional("ingressApproach", Basics.APPROACH_ID)
          .optional("egressApproach", Basics.APPROACH_ID)
          .field("laneAttributes", LANE_ATTRIBUTES)
          .optional("maneuvers", Basics.ALLOWED_MANEUVERS)
          .field("nodeList", NODE_LIST_XY)
          .optional("connectsTo", listOf(1, 16, Lanes.CONNECTION))
          .optional("overlays", listOf(1, 5, Basics.LANE_ID))
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  private MapLanes() {}
}
