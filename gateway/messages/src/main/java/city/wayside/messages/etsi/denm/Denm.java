package city.wayside.messages.etsi.denm;

import static city.wayside.messages.uper.Schema.BOOLEAN;
import static city.wayside.messages.uper.Schema.enumerated;
import static city.wayside.messages.uper.Schema.extensibleListOf;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.etsi.cdd.EventDetails;
import city.wayside.messages.etsi.cdd.LanePositions;
import city.wayside.messages.etsi.cdd.Motion;
import city.wayside.messages.etsi.cdd.PerceivedObjects;
import city.wayside.messages.etsi.cdd.Positions;
import city.wayside.messages.etsi.cdd.Predictions;
import city.wayside.messages.etsi.cdd.Quantities;
import city.wayside.messages.etsi.cdd.RoadConfigurations;
import city.wayside.messages.etsi.cdd.Roads;
import city.wayside.messages.etsi.cdd.Shapes;
import city.wayside.messages.etsi.cdd.Vehicles;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceType;
import java.util.List;

/// The decentralized environmental notification message: ETSI EN 302 637-3 v1.3.1 with the
/// additions of TS 103 831 v2.3.1, which has the same bits; field names are those of the EN.
public final class Denm {

  public static final EnumeratedType RELEVANCE_DISTANCE =
      enumerated(
          "lessThan50m",
          "lessThan100m",
          "lessThan200m",
          "lessThan500m",
          "lessThan1000m",
          "lessThan5km",
          "lessThan10km",
          "over10km");

  public static final EnumeratedType RELEVANCE_TRAFFIC_DIRECTION =
      enumerated("allTrafficDirections", "upstreamTraffic", "downstreamTraffic", "oppositeTraffic");

  public static final SequenceType MANAGEMENT_CONTAINER =
      sequence("ManagementContainer")
          .field("actionID", Roads.ACTION_ID)
          .field("detectionTime", Positions.TIMESTAMP_ITS)
          .field("referenceTime", Positions.TIMESTAMP_ITS)
          .optional("termination", enumerated("isCancellation", "isNegation"))
          .field("eventPosition", Positions.REFERENCE_POSITION)
          .optional("relevanceDistance", RELEVANCE_DISTANCE)
          .optional("relevanceTrafficDirection", RELEVANCE_TRAFFIC_DIRECTION)
          .defaulting("validityDuration", integer(0, 86400), 600)
          .optional("transmissionInterval", integer(1, 10000))
          .field("stationType", Vehicles.STATION_TYPE)
          .extensible()
          .end();

  public static final SequenceType SITUATION_CONTAINER =
      sequence("SituationContainer")
          .field("informationQuality", Positions.INFORMATION_QUALITY)
          .field("eventType", Roads.CAUSE_CODE)
          .optional("linkedCause", Roads.CAUSE_CODE)
          .optional("eventHistory", Positions.EVENT_HISTORY)
          .extensible()
          .group(
              sequence("SituationContainer")
                  .optional("linkedDenms", EventDetails.ACTION_ID_LIST)
                  .optional("eventEnd", EventDetails.POSITION_1D))
          .group(
              sequence("SituationContainer")
                  .optional("eventEndFactor", EventDetails.MULTIPLICATIVE_FACTOR)
                  .optional("perceivedEvent", BOOLEAN))
          .end();

  public static final SequenceType LOCATION_CONTAINER =
      sequence("LocationContainer")
          .optional("eventSpeed", Motion.SPEED)
          .optional("eventPositionHeading", Motion.HEADING)
          .field("traces", Positions.TRACES)
          .optional("roadType", Roads.ROAD_TYPE)
          .extensible()
          .group(
              sequence("LocationContainer")
                  .optional("lanePositions", LanePositions.GENERALIZED_LANE_POSITIONS)
                  .optional("occupiedLanes", LanePositions.OCCUPIED_LANES_WITH_CONFIDENCE)
                  .optional("linkedIvims", EventDetails.IVIM_REFERENCES)
                  .optional("linkedMapems", LanePositions.MAP_REFERENCES)
                  .optional("detectionZonesToSpecifiedEventPoint", EventDetails.TRACES_EXTENDED)
                  .optional("predictedPaths", Predictions.PATH_PREDICTED_LIST))
          .end();

  public static final IntegerType HEIGHT_LON_CARR = integer(1, 100);

  public static final IntegerType POS_LON_CARR = integer(1, 127);

  public static final SequenceType IMPACT_REDUCTION_CONTAINER =
      sequence("ImpactReductionContainer")
          .field("heightLonCarrLeft", HEIGHT_LON_CARR)
          .field("heightLonCarrRight", HEIGHT_LON_CARR)
          .field("posLonCarrLeft", POS_LON_CARR)
          .field("posLonCarrRight", POS_LON_CARR)
          .field("positionOfPillars", Vehicles.POSITION_OF_PILLARS)
          .field("posCentMass", integer(1, 63))
          .field("wheelBaseVehicle", integer(1, 127))
          .field("turningRadius", integer(1, 255))
          .field("posFrontAx", integer(1, 20))
          .field("positionOfOccupants", Vehicles.POSITION_OF_OCCUPANTS)
          .field("vehicleMass", integer(1, 1024))
          .field("requestResponseIndication", enumerated("request", "response"))
          .end();

  public static final SequenceType ROAD_WORKS_CONTAINER_EXTENDED =
      sequence("RoadWorksContainerExtended")
          .optional("lightBarSirenInUse", Vehicles.LIGHT_BAR_SIREN_IN_USE)
          .optional("closedLanes", Roads.CLOSED_LANES)
          .optional("restriction", Roads.RESTRICTED_TYPES)
          .optional("speedLimit", Roads.SPEED_LIMIT)
          .optional("incidentIndication", Roads.CAUSE_CODE)
          .optional("recommendedPath", Positions.ITINERARY_PATH)
          .optional("startingPointSpeedLimit", Positions.DELTA_REFERENCE_POSITION)
          .optional("trafficFlowRule", Roads.TRAFFIC_RULE)
          .optional("referenceDenms", extensibleListOf(1, 8, Roads.ACTION_ID))
          .end();

  public static final EnumeratedType POSITIONING_SOLUTION_TYPE =
      enumerated(
          List.of("noPositioningSolution", "sGNSS", "dGNSS", "sGNSSplusDR", "dGNSSplusDR", "dR"),
          List.of("manuallyByOperator"));

  public static final EnumeratedType STATIONARY_SINCE =
      enumerated(
          "lessThan1Minute", "lessThan2Minutes", "lessThan15Minutes", "equalOrGreater15Minutes");

  public static final SequenceType STATIONARY_VEHICLE_CONTAINER =
      sequence("StationaryVehicleContainer")
          .optional("stationarySince", STATIONARY_SINCE)
          .optional("stationaryCause", Roads.CAUSE_CODE)
          .optional("carryingDangerousGoods", Vehicles.DANGEROUS_GOODS_EXTENDED)
          .optional("numberOfOccupants", integer(0, 127))
          .optional("vehicleIdentification", Vehicles.VEHICLE_IDENTIFICATION)
          .optional("energyStorageType", Vehicles.ENERGY_STORAGE_TYPE)
          .end();

  public static final SequenceType ROAD_CONFIGURATION_CONTAINER =
      sequence("RoadConfigurationContainer")
          .field("roadConfigurationConfidence", Shapes.META_INFORMATION)
          .field("roadConfigurationSectionList", RoadConfigurations.ROAD_CONFIGURATION_SECTION_LIST)
          .extensible()
          .end();

  public static final EnumeratedType OBJECT_FACE =
      enumerated(
          "front", "sideLeftFront", "sideLeftBack", "sideRightFront", "sideRightBack", "back");

  public static final SequenceType PRE_CRASH_CONTAINER =
      sequence("PreCrashContainer")
          .field("perceivedPreCrashObject", PerceivedObjects.PERCEIVED_OBJECT)
          .optional("objectStationId", Vehicles.STATION_ID)
          .optional("timeToCollision", integer(1, 10000))
          .optional("impactSection", OBJECT_FACE)
          .optional("estimatedBrakingDistance", Quantities.STANDARD_LENGTH_12B)
          .extensible()
          .end();

  public static final SequenceType ALACARTE_CONTAINER =
      sequence("AlacarteContainer")
          .optional("lanePosition", Roads.LANE_POSITION)
          .optional("impactReduction", IMPACT_REDUCTION_CONTAINER)
          .optional("externalTemperature", integer(-60, 67))
          .optional("roadWorks", ROAD_WORKS_CONTAINER_EXTENDED)
          .optional("positioningSolution", POSITIONING_SOLUTION_TYPE)
          .optional("stationaryVehicle", STATIONARY_VEHICLE_CONTAINER)
          .extensible()
          .group(
              sequence("AlacarteContainer")
                  .optional("roadConfiguration", ROAD_CONFIGURATION_CONTAINER)
                  .optional("preCrash", PRE_CRASH_CONTAINER))
          .end();

  public static final SequenceType DECENTRALIZED_ENVIRONMENTAL_NOTIFICATION_MESSAGE =
      sequence("DecentralizedEnvironmentalNotificationMessage")
          .field("management", MANAGEMENT_CONTAINER)
          .optional("situation", SITUATION_CONTAINER)
          .optional("location", LOCATION_CONTAINER)
          .optional("alacarte", ALACARTE_CONTAINER)
          .end();

  public static final SequenceType DENM =
      sequence("DENM")
          .field("header", Vehicles.ITS_PDU_HEADER)
          .field("denm", DECENTRALIZED_ENVIRONMENTAL_NOTIFICATION_MESSAGE)
          .end();

  private Denm() {}
}
