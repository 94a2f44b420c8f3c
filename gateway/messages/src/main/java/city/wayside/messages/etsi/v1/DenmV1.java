package city.wayside.messages.etsi.v1;

import static city.wayside.messages.uper.Schema.extensibleListOf;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.etsi.cdd.Positions;
import city.wayside.messages.etsi.cdd.Roads;
import city.wayside.messages.etsi.cdd.Vehicles;
import city.wayside.messages.etsi.denm.Denm;
import city.wayside.messages.uper.SequenceType;

/// The decentralized environmental notification message of protocol version 1: ETSI EN 302 637-3
/// v1.2.2.
public final class DenmV1 {

  public static final SequenceType SITUATION_CONTAINER =
      sequence("SituationContainer")
          .field("informationQuality", Positions.INFORMATION_QUALITY)
          .field("eventType", CddV1.CAUSE_CODE)
          .optional("linkedCause", CddV1.CAUSE_CODE)
          .optional("eventHistory", Positions.EVENT_HISTORY)
          .extensible()
          .end();

  public static final SequenceType ROAD_WORKS_CONTAINER_EXTENDED =
      sequence("RoadWorksContainerExtended")
          .optional("lightBarSirenInUse", Vehicles.LIGHT_BAR_SIREN_IN_USE)
          .optional("closedLanes", CddV1.CLOSED_LANES)
          .optional("restriction", Roads.RESTRICTED_TYPES)
          .optional("speedLimit", Roads.SPEED_LIMIT)
          .optional("incidentIndication", CddV1.CAUSE_CODE)
          .optional("recommendedPath", Positions.ITINERARY_PATH)
          .optional("startingPointSpeedLimit", Positions.DELTA_REFERENCE_POSITION)
          .optional("trafficFlowRule", Roads.TRAFFIC_RULE)
          .optional("referenceDenms", extensibleListOf(1, 8, Roads.ACTION_ID))
          .end();

  public static final SequenceType STATIONARY_VEHICLE_CONTAINER =
      sequence("StationaryVehicleContainer")
          .optional("stationarySince", Denm.STATIONARY_SINCE)
          .optional("stationaryCause", CddV1.CAUSE_CODE)
          .optional("carryingDangerousGoods", CddV1.DANGEROUS_GOODS_EXTENDED)
          .optional("numberOfOccupants", integer(0, 127))
          .optional("vehicleIdentification", Vehicles.VEHICLE_IDENTIFICATION)
          .optional("energyStorageType", Vehicles.ENERGY_STORAGE_TYPE)
          .end();

  public static final SequenceType ALACARTE_CONTAINER =
      sequence("AlacarteContainer")
          .optional("lanePosition", Roads.LANE_POSITION)
          .optional("impactReduction", Denm.IMPACT_REDUCTION_CONTAINER)
          .optional("externalTemperature", integer(-60, 67))
          .optional("roadWorks", ROAD_WORKS_CONTAINER_EXTENDED)
          .optional("positioningSolution", Denm.POSITIONING_SOLUTION_TYPE)
          .optional("stationaryVehicle", STATIONARY_VEHICLE_CONTAINER)
          .extensible()
          .end();

  public static final SequenceType DECENTRALIZED_ENVIRONMENTAL_NOTIFICATION_MESSAGE =
      sequence("DecentralizedEnvironmentalNotificationMessage")
          .field("management", Denm.MANAGEMENT_CONTAINER)
          .optional("situation", SITUATION_CONTAINER)
          .optional("location", Denm.LOCATION_CONTAINER)
          .optional("alacarte", ALACARTE_CONTAINER)
          .end();

  public static final SequenceType DENM =
      sequence("DENM")
          .field("header", Vehicles.ITS_PDU_HEADER)
          .field("denm", DECENTRALIZED_ENVIRONMENTAL_NOTIFICATION_MESSAGE)
          .end();

  private DenmV1() {}
}
