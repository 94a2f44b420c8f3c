package city.wayside.messages.sae;

import static city.wayside.messages.uper.Schema.BOOLEAN;
import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.enumerated;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.dsrc.Basics;
import city.wayside.messages.dsrc.Lanes;
import city.wayside.messages.dsrc.MapData;
import city.wayside.messages.dsrc.Regional;
import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;

/// Where traveler information holds of SAE J2735-2024.
public final class Areas {

  public static final EnumeratedType DIRECTION_OF_USE =
      enumerated("unavailable", "forward", "reverse", "both");

  public static final IntegerType ZOOM = integer(0, 15);

  public static final IntegerType OFFSET_LL_B12 = integer(-2048, 2047);

  public static final SequenceType NODE_LL_24B =
      sequence("Node-LL-24B").field("lon", OFFSET_LL_B12).field("lat", OFFSET_LL_B12).end();

  public static final IntegerType OFFSET_LL_B14 = integer(-8192, 8191);

  public static final SequenceType NODE_LL_28B =
      sequence("Node-LL-28B").field("lon", OFFSET_LL_B14).field("lat", OFFSET_LL_B14).end();

  public static final IntegerType OFFSET_LL_B16 = integer(-32768, 32767);

  public static final SequenceType NODE_LL_32B =
      sequence("Node-LL-32B").field("lon", OFFSET_LL_B16).field("lat", OFFSET_LL_B16).end();

  public static final SequenceType NODE_LL_36B =
      sequence("Node-LL-36B")
          .field("lon", Quantities.OFFSET_LL_B18)
          .field("lat", Quantities.OFFSET_LL_B18)
          .end();

  public static final IntegerType OFFSET_LL_B22 = integer(-2097152, 2097151);

  public static final SequenceType NODE_LL_44B =
      sequence("Node-LL-44B").field("lon", OFFSET_LL_B22).field("lat", OFFSET_LL_B22).end();

  public static final IntegerType OFFSET_LL_B24 = integer(-8388608, 8388607);

  public static final SequenceType NODE_LL_48B =
      sequence("Node-LL-48B").field("lon", OFFSET_LL_B24).field("lat", OFFSET_LL_B24).end();

  public static final ChoiceType NODE_OFFSET_POINT_LL =
      choice("NodeOffsetPointLL")
          .or("node-LL1", NODE_LL_24B)
          .or("node-LL2", NODE_LL_28B)
          .or("node-LL3", NODE_LL_32B)
          .or("node-LL4", NODE_LL_36B)
          .or("node-LL5", NODE_LL_44B)
          .or("node-LL6", NODE_LL_48B)
          .or("node-LatLon", MapLanes.NODE_LLMD_64B)
          .or("regional", Regional.EXTENSION)
          .end();

  /// The words are those of lanes.
  public static final EnumeratedType NODE_ATTRIBUTE_LL = Lanes.NODE_ATTRIBUTE_XY;

  /// The words are those of lanes.
  public static final EnumeratedType SEGMENT_ATTRIBUTE_LL = Lanes.SEGMENT_ATTRIBUTE_XY;

  public static final SequenceOfType SEGMENT_ATTRIBUTE_LL_LIST = listOf(1, 8, SEGMENT_ATTRIBUTE_LL);

  public static final SequenceType NODE_ATTRIBUTE_SET_LL =
      sequence("NodeAttributeSetLL")
          .optional("localNode", listOf(1, 8, NODE_ATTRIBUTE_LL))
          .optional("disabled", SEGMENT_ATTRIBUTE_LL_LIST)
          .optional("enabled", SEGMENT_ATTRIBUTE_LL_LIST)
          .optional("data", MapLanes.LANE_DATA_ATTRIBUTE_LIST)
          .optional("dWidth", Lanes.OFFSET_B10)
          .optional("dElevation", Lanes.OFFSET_B10)
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final SequenceType NODE_LL =
      sequence("NodeLL")
          .field("delta", NODE_OFFSET_POINT_LL)
          .optional("attributes", NODE_ATTRIBUTE_SET_LL)
          .extensible()
          .end();

  public static final ChoiceType NODE_LIST_LL =
      choice("NodeListLL").or("nodes", listOf(2, 63, NODE_LL)).extensible().end();

  public static final SequenceType OFFSET_SYSTEM =
      sequence("OffsetSystem")
          .optional("scale", ZOOM)
          .field(
              "offset",
              choice("Offset").or("xy", MapLanes.NODE_LIST_XY).or("ll", NODE_LIST_LL).end())
          .end();

  public static final SequenceType CIRCLE =
      sequence("Circle")
          .field("center", Quantities.POSITION_3D)
          .field("radius", integer(0, 4095))
          .field(
              "units",
              enumerated(
                  "centimeter", "cm2-5", "decimeter", "meter", "kilometer", "foot", "yard", "mile"))
          .end();

  public static final SequenceType GEOMETRIC_PROJECTION =
      sequence("GeometricProjection")
          .field("direction", Quantities.HEADING_SLICE)
          .optional("extent", SpecialVehicle.EXTENT)
          .optional("laneWidth", MapData.LANE_WIDTH)
          .field("circle", CIRCLE)
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final SequenceType SHAPE_POINT_SET =
      sequence("ShapePointSet")
          .optional("anchor", Quantities.POSITION_3D)
          .optional("laneWidth", MapData.LANE_WIDTH)
          .optional("directionality", DIRECTION_OF_USE)
          .field("nodeList", MapLanes.NODE_LIST_XY)
          .extensible()
          .end();

  public static final SequenceType REGION_OFFSETS =
      sequence("RegionOffsets")
          .field("xOffset", OFFSET_LL_B16)
          .field("yOffset", OFFSET_LL_B16)
          .optional("zOffset", OFFSET_LL_B16)
          .end();

  public static final SequenceType REGION_POINT_SET =
      sequence("RegionPointSet")
          .optional("anchor", Quantities.POSITION_3D)
          .optional("scale", ZOOM)
          .field("nodeList", listOf(1, 64, REGION_OFFSETS))
          .extensible()
          .end();

  public static final SequenceType VALID_REGION =
      sequence("ValidRegion")
          .field("direction", Quantities.HEADING_SLICE)
          .optional("extent", SpecialVehicle.EXTENT)
          .field(
              "area",
              choice("Area")
                  .or("shapePointSet", SHAPE_POINT_SET)
                  .or("circle", CIRCLE)
                  .or("regionPointSet", REGION_POINT_SET)
                  .end())
          .end();

  public static final SequenceType GEOGRAPHICAL_PATH =
      sequence("GeographicalPath")
          .optional("name", Basics.DESCRIPTIVE_NAME)
          .optional("id", MapData.ROAD_SEGMENT_REFERENCE_ID)
          .optional("anchor", Quantities.POSITION_3D)
          .optional("laneWidth", MapData.LANE_WIDTH)
          .optional("directionality", DIRECTION_OF_USE)
          .optional("closedPath", BOOLEAN)
          .optional("direction", Quantities.HEADING_SLICE)
          .optional(
              "description",
              choice("Description")
                  .or("path", OFFSET_SYSTEM)
                  .or("geometry", GEOMETRIC_PROJECTION)
                  .or("oldRegion", VALID_REGION)
                  .extensible()
                  .end())
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  private Areas() {}
}
