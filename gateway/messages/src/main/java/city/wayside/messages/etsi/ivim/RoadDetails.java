package city.wayside.messages.etsi.ivim;

import static city.wayside.messages.uper.Schema.BOOLEAN;
import static city.wayside.messages.uper.Schema.extensibleInteger;
import static city.wayside.messages.uper.Schema.extensibleListOf;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.etsi.cdd.LanePositions;
import city.wayside.messages.etsi.cdd.Roads;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;

/// Road configuration, surface and automated vehicles: ISO 19321.
public final class RoadDetails {

  public static final IntegerType LANE_DELIMITATION = extensibleInteger(0, 7);

  public static final SequenceType LANE_CHARACTERISTICS =
      sequence("LaneCharacteristics")
          .field("zoneDefinitionAccuracy", extensibleInteger(0, 7))
          .field("existinglaneMarkingStatus", BOOLEAN)
          .field("newlaneMarkingColour", extensibleInteger(0, 7))
          .field("laneDelimitationLeft", LANE_DELIMITATION)
          .field("laneDelimitationRight", LANE_DELIMITATION)
          .field("mergingWith", Zones.ZID)
          .end();

  public static final SequenceType ROAD_SURFACE_STATIC_CHARACTERISTICS =
      sequence("RoadSurfaceStaticCharacteristics")
          .field("frictionCoefficient", integer(0, 101))
          .field("material", extensibleInteger(0, 7))
          .field("wear", extensibleInteger(0, 7))
          .field("avBankingAngle", integer(-20, 21))
          .end();

  public static final SequenceType ROAD_SURFACE_DYNAMIC_CHARACTERISTICS =
      sequence("RoadSurfaceDynamicCharacteristics")
          .field("condition", extensibleInteger(0, 15))
          .field("temperature", integer(-100, 151))
          .field("iceOrWaterDepth", integer(0, 255))
          .field("treatment", integer(0, 7))
          .end();

  public static final SequenceType LANE_INFORMATION =
      sequence("LaneInformation")
          .field("laneNumber", Roads.LANE_POSITION)
          .field("direction", LanePositions.DIRECTION)
          .optional("validity", SignCodes.INTERNATIONAL_SIGN_APPLICABLE_PERIOD)
          .field("laneType", LanePositions.LANE_TYPE)
          .optional("laneTypeQualifier", VehicleCharacteristics.COMPLETE_VEHICLE_CHARACTERISTICS)
          .field("laneStatus", Signs.LANE_STATUS)
          .optional("laneWidth", Zones.LANE_WIDTH)
          .extensible()
          .group(
              sequence("LaneInformation")
                  .optional("detectionZoneIds", Signs.ZONE_IDS)
                  .optional("relevanceZoneIds", Signs.ZONE_IDS)
                  .optional("laneCharacteristics", LANE_CHARACTERISTICS)
                  .optional("laneSurfaceStaticCharacteristics", ROAD_SURFACE_STATIC_CHARACTERISTICS)
                  .optional(
                      "laneSurfaceDynamicCharacteristics", ROAD_SURFACE_DYNAMIC_CHARACTERISTICS))
          .end();

  public static final SequenceType RCC_PART =
      sequence("RccPart")
          .field("relevanceZoneIds", Signs.ZONE_IDS)
          .field("roadType", Roads.ROAD_TYPE)
          .field("laneConfiguration", extensibleListOf(1, 16, LANE_INFORMATION))
          .extensible()
          .end();

  public static final SequenceOfType ROAD_CONFIGURATION_CONTAINER =
      extensibleListOf(1, 16, RCC_PART);

  public static final SequenceType RSC_PART =
      sequence("RscPart")
          .optional("detectionZoneIds", Signs.ZONE_IDS)
          .field("relevanceZoneIds", Signs.ZONE_IDS)
          .optional("direction", LanePositions.DIRECTION)
          .optional("roadSurfaceStaticCharacteristics", ROAD_SURFACE_STATIC_CHARACTERISTICS)
          .optional("roadSurfaceDynamicCharacteristics", ROAD_SURFACE_DYNAMIC_CHARACTERISTICS)
          .end();

  public static final SequenceOfType ROAD_SURFACE_CONTAINER = extensibleListOf(1, 16, RSC_PART);

  public static final IntegerType PRIORITY_LEVEL = integer(0, 2);

  public static final SequenceOfType SAE_AUTOMATION_LEVELS = listOf(1, 5, integer(0, 5));

  public static final IntegerType GAP_BETWEEN_VEHICLES = integer(0, 255);

  public static final IntegerType SPEED_VALUE = integer(0, 16383);

  public static final SequenceOfType CONSTRAINT_TEXT_LINES2 = extensibleListOf(1, 4, Signs.TEXT);

  public static final SequenceType AUTOMATED_VEHICLE_RULE =
      sequence("AutomatedVehicleRule")
          .field("priority", PRIORITY_LEVEL)
          .field("allowedSaeAutomationLevels", SAE_AUTOMATION_LEVELS)
          .optional("minGapBetweenVehicles", GAP_BETWEEN_VEHICLES)
          .optional("recGapBetweenVehicles", GAP_BETWEEN_VEHICLES)
          .optional("automatedVehicleMaxSpeedLimit", SPEED_VALUE)
          .optional("automatedVehicleMinSpeedLimit", SPEED_VALUE)
          .optional("automatedVehicleSpeedRecommendation", SPEED_VALUE)
          .optional("roadSignCodes", Signs.ROAD_SIGN_CODES)
          .optional("extraText", CONSTRAINT_TEXT_LINES2)
          .extensible()
          .end();

  public static final SequenceType PLATOONING_RULE =
      sequence("PlatooningRule")
          .field("priority", PRIORITY_LEVEL)
          .field("allowedSaeAutomationLevels", SAE_AUTOMATION_LEVELS)
          .optional("maxNoOfVehicles", integer(2, 64))
          .optional("maxLenghtOfPlatoon", integer(1, 64))
          .optional("minGapBetweenVehicles", GAP_BETWEEN_VEHICLES)
          .optional("platoonMaxSpeedLimit", SPEED_VALUE)
          .optional("platoonMinSpeedLimit", SPEED_VALUE)
          .optional("platoonSpeedRecommendation", SPEED_VALUE)
          .optional("roadSignCodes", Signs.ROAD_SIGN_CODES)
          .optional("extraText", CONSTRAINT_TEXT_LINES2)
          .extensible()
          .end();

  public static final SequenceType AVC_PART =
      sequence("AvcPart")
          .optional("detectionZoneIds", Signs.ZONE_IDS)
          .field("relevanceZoneIds", Signs.ZONE_IDS)
          .optional("direction", LanePositions.DIRECTION)
          .optional("applicableLanes", Signs.LANE_POSITIONS)
          .optional("vehicleCharacteristics", VehicleCharacteristics.VEHICLE_CHARACTERISTICS_LIST)
          .optional("automatedVehicleRules", listOf(1, 5, AUTOMATED_VEHICLE_RULE))
          .optional("platooningRules", listOf(1, 5, PLATOONING_RULE))
          .extensible()
          .end();

  public static final SequenceOfType AUTOMATED_VEHICLE_CONTAINER =
      extensibleListOf(1, 16, AVC_PART);

  private RoadDetails() {}
}
