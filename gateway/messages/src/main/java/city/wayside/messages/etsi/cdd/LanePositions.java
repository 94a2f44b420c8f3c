package city.wayside.messages.etsi.cdd;

import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.extensibleInteger;
import static city.wayside.messages.uper.Schema.extensibleListOf;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;

/// Where on a lane, and references to maps, ETSI TS 102 894-2 v2.4.1 (ETSI-ITS-CDD).
public final class LanePositions {

  public static final SequenceType ROAD_SEGMENT_REFERENCE_ID =
      sequence("RoadSegmentReferenceId")
          .optional("region", Quantities.IDENTIFIER_2B)
          .field("id", Quantities.IDENTIFIER_2B)
          .end();

  public static final SequenceType INTERSECTION_REFERENCE_ID =
      sequence("IntersectionReferenceId")
          .optional("region", Quantities.IDENTIFIER_2B)
          .field("id", Quantities.IDENTIFIER_2B)
          .end();

  public static final ChoiceType MAP_REFERENCE =
      choice("MapReference")
          .or("roadsegment", ROAD_SEGMENT_REFERENCE_ID)
          .or("intersection", INTERSECTION_REFERENCE_ID)
          .end();

  public static final SequenceOfType MAP_REFERENCES = extensibleListOf(1, 8, MAP_REFERENCE);

  public static final IntegerType LANE_TYPE = integer(0, 31);

  public static final IntegerType DIRECTION = integer(0, 3);

  public static final SequenceType LANE_POSITION_AND_TYPE =
      sequence("LanePositionAndType")
          .field("transversalPosition", Roads.LANE_POSITION)
          .defaulting("laneType", LANE_TYPE, 0)
          .defaulting("direction", DIRECTION, 0)
          .extensible()
          .end();

  public static final SequenceType LANE_POSITION_WITH_LATERAL_DETAILS =
      sequence("LanePositionWithLateralDetails")
          .field("transversalPosition", Roads.LANE_POSITION)
          .defaulting("laneType", LANE_TYPE, 0)
          .defaulting("direction", DIRECTION, 0)
          .field("distanceToLeftBorder", Quantities.STANDARD_LENGTH_9B)
          .field("distanceToRightBorder", Quantities.STANDARD_LENGTH_9B)
          .extensible()
          .end();

  public static final SequenceType TRAFFIC_ISLAND_POSITION =
      sequence("TrafficIslandPosition")
          .field("oneSide", LANE_POSITION_AND_TYPE)
          .field("otherSide", LANE_POSITION_AND_TYPE)
          .extensible()
          .end();

  public static final ChoiceType LANE_POSITION_OPTIONS =
      choice("LanePositionOptions")
          .or("simplelanePosition", Roads.LANE_POSITION)
          .or("simpleLaneType", LANE_TYPE)
          .or("detailedlanePosition", LANE_POSITION_AND_TYPE)
          .or("lanePositionWithLateralDetails", LANE_POSITION_WITH_LATERAL_DETAILS)
          .or("trafficIslandPosition", TRAFFIC_ISLAND_POSITION)
          .extensible()
          .end();

  public static final SequenceType LONGITUDINAL_LANE_POSITION =
      sequence("LongitudinalLanePosition")
          .field("longitudinalLanePositionValue", integer(0, 32767))
          .field("longitudinalLanePositionConfidence", integer(0, 1023))
          .end();

  public static final SequenceType MAP_POSITION =
      sequence("MapPosition")
          .optional("mapReference", MAP_REFERENCE)
          .optional("laneId", Quantities.IDENTIFIER_1B)
          .optional("connectionId", Quantities.IDENTIFIER_1B)
          .optional("longitudinalLanePosition", LONGITUDINAL_LANE_POSITION)
          .extensible()
          .end();

  public static final SequenceType GENERALIZED_LANE_POSITION =
      sequence("GeneralizedLanePosition")
          .field("lanePositionBased", LANE_POSITION_OPTIONS)
          .optional("mapBased", MAP_POSITION)
          .field("confidence", Shapes.META_INFORMATION)
          .extensible()
          .end();

  public static final SequenceOfType GENERALIZED_LANE_POSITIONS =
      listOf(1, 4, GENERALIZED_LANE_POSITION);

  public static final SequenceType OCCUPIED_LANES_WITH_CONFIDENCE =
      sequence("OccupiedLanesWithConfidence")
          .field("lanePositionBased", listOf(1, 4, LANE_POSITION_OPTIONS))
          .optional("mapBased", listOf(1, 4, MAP_POSITION))
          .field("confidence", Shapes.META_INFORMATION)
          .extensible()
          .end();

  public static final SequenceType BASIC_LANE_INFORMATION =
      sequence("BasicLaneInformation")
          .field("laneNumber", Roads.LANE_POSITION)
          .field("direction", DIRECTION)
          .optional("laneWidth", integer(0, 1023))
          .optional("connectingLane", Roads.LANE_POSITION)
          .optional("connectingRoadSection", extensibleInteger(0, 8))
          .extensible()
          .end();

  public static final SequenceOfType BASIC_LANE_CONFIGURATION =
      extensibleListOf(1, 16, BASIC_LANE_INFORMATION);

  private LanePositions() {}
}
