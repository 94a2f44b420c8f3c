package city.wayside.messages.etsi.cam;

import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.etsi.cdd.Motion;
import city.wayside.messages.etsi.cdd.Positions;
import city.wayside.messages.etsi.cdd.Quantities;
import city.wayside.messages.etsi.cdd.Roads;
import city.wayside.messages.etsi.cdd.Vehicles;
import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.SequenceType;

/// The cooperative awareness message: ETSI EN 302 637-2 v1.4.1 with the additions of TS 103 900
/// v2.3.1, which has the same bits; field names are those of the EN.
public final class Cam {

  public static final SequenceType BASIC_CONTAINER =
      sequence("BasicContainer")
          .field("stationType", Vehicles.STATION_TYPE)
          .field("referencePosition", Positions.REFERENCE_POSITION)
          .extensible()
          .end();

  public static final SequenceType BASIC_VEHICLE_CONTAINER_HIGH_FREQUENCY =
      sequence("BasicVehicleContainerHighFrequency")
          .field("heading", Motion.HEADING)
          .field("speed", Motion.SPEED)
          .field("driveDirection", Motion.DRIVE_DIRECTION)
          .field("vehicleLength", Motion.VEHICLE_LENGTH)
          .field("vehicleWidth", Motion.VEHICLE_WIDTH)
          .field("longitudinalAcceleration", Motion.LONGITUDINAL_ACCELERATION)
          .field("curvature", Motion.CURVATURE)
          .field("curvatureCalculationMode", Motion.CURVATURE_CALCULATION_MODE)
          .field("yawRate", Motion.YAW_RATE)
          .optional("accelerationControl", Motion.ACCELERATION_CONTROL)
          .optional("lanePosition", Roads.LANE_POSITION)
          .optional("steeringWheelAngle", Motion.STEERING_WHEEL_ANGLE)
          .optional("lateralAcceleration", Motion.LATERAL_ACCELERATION)
          .optional("verticalAcceleration", Motion.VERTICAL_ACCELERATION)
          .optional("performanceClass", Motion.PERFORMANCE_CLASS)
          .optional("cenDsrcTollingZone", Roads.CEN_DSRC_TOLLING_ZONE)
          .end();

  public static final SequenceType RSU_CONTAINER_HIGH_FREQUENCY =
      sequence("RSUContainerHighFrequency")
          .optional("protectedCommunicationZonesRSU", Roads.PROTECTED_COMMUNICATION_ZONES_RSU)
          .extensible()
          .end();

  public static final ChoiceType HIGH_FREQUENCY_CONTAINER =
      choice("HighFrequencyContainer")
          .or("basicVehicleContainerHighFrequency", BASIC_VEHICLE_CONTAINER_HIGH_FREQUENCY)
          .or("rsuContainerHighFrequency", RSU_CONTAINER_HIGH_FREQUENCY)
          .extensible()
          .end();

  public static final SequenceType BASIC_VEHICLE_CONTAINER_LOW_FREQUENCY =
      sequence("BasicVehicleContainerLowFrequency")
          .field("vehicleRole", Vehicles.VEHICLE_ROLE)
          .field("exteriorLights", Vehicles.EXTERIOR_LIGHTS)
          .field("pathHistory", Positions.PATH_HISTORY)
          .end();

  public static final ChoiceType LOW_FREQUENCY_CONTAINER =
      choice("LowFrequencyContainer")
          .or("basicVehicleContainerLowFrequency", BASIC_VEHICLE_CONTAINER_LOW_FREQUENCY)
          .extensible()
          .end();

  public static final SequenceType PUBLIC_TRANSPORT_CONTAINER =
      sequence("PublicTransportContainer")
          .field("embarkationStatus", Vehicles.EMBARKATION_STATUS)
          .optional("ptActivation", Vehicles.PT_ACTIVATION)
          .end();

  public static final SequenceType SPECIAL_TRANSPORT_CONTAINER =
      sequence("SpecialTransportContainer")
          .field("specialTransportType", Vehicles.SPECIAL_TRANSPORT_TYPE)
          .field("lightBarSirenInUse", Vehicles.LIGHT_BAR_SIREN_IN_USE)
          .end();

  public static final SequenceType DANGEROUS_GOODS_CONTAINER =
      sequence("DangerousGoodsContainer")
          .field("dangerousGoodsBasic", Vehicles.DANGEROUS_GOODS_BASIC)
          .end();

  public static final SequenceType ROAD_WORKS_CONTAINER_BASIC =
      sequence("RoadWorksContainerBasic")
          .optional("roadworksSubCauseCode", Roads.ROADWORKS_SUB_CAUSE_CODE)
          .field("lightBarSirenInUse", Vehicles.LIGHT_BAR_SIREN_IN_USE)
          .optional("closedLanes", Roads.CLOSED_LANES)
          .end();

  public static final SequenceType RESCUE_CONTAINER =
      sequence("RescueContainer")
          .field("lightBarSirenInUse", Vehicles.LIGHT_BAR_SIREN_IN_USE)
          .end();

  public static final SequenceType EMERGENCY_CONTAINER =
      sequence("EmergencyContainer")
          .field("lightBarSirenInUse", Vehicles.LIGHT_BAR_SIREN_IN_USE)
          .optional("incidentIndication", Roads.CAUSE_CODE)
          .optional("emergencyPriority", bits(2))
          .end();

  public static final SequenceType SAFETY_CAR_CONTAINER =
      sequence("SafetyCarContainer")
          .field("lightBarSirenInUse", Vehicles.LIGHT_BAR_SIREN_IN_USE)
          .optional("incidentIndication", Roads.CAUSE_CODE)
          .optional("trafficRule", Roads.TRAFFIC_RULE)
          .optional("speedLimit", Roads.SPEED_LIMIT)
          .end();

  public static final ChoiceType SPECIAL_VEHICLE_CONTAINER =
      choice("SpecialVehicleContainer")
          .or("publicTransportContainer", PUBLIC_TRANSPORT_CONTAINER)
          .or("specialTransportContainer", SPECIAL_TRANSPORT_CONTAINER)
          .or("dangerousGoodsContainer", DANGEROUS_GOODS_CONTAINER)
          .or("roadWorksContainerBasic", ROAD_WORKS_CONTAINER_BASIC)
          .or("rescueContainer", RESCUE_CONTAINER)
          .or("emergencyContainer", EMERGENCY_CONTAINER)
          .or("safetyCarContainer", SAFETY_CAR_CONTAINER)
          .extensible()
          .end();

  public static final SequenceType CAM_PARAMETERS =
      sequence("CamParameters")
          .field("basicContainer", BASIC_CONTAINER)
          .field("highFrequencyContainer", HIGH_FREQUENCY_CONTAINER)
          .optional("lowFrequencyContainer", LOW_FREQUENCY_CONTAINER)
          .optional("specialVehicleContainer", SPECIAL_VEHICLE_CONTAINER)
          .extensible()
          .optional("extensionContainers", CamExtensions.WRAPPED_EXTENSION_CONTAINERS)
          .end();

  public static final SequenceType COOP_AWARENESS =
      sequence("CoopAwareness")
          .field("generationDeltaTime", Quantities.GENERATION_DELTA_TIME)
          .field("camParameters", CAM_PARAMETERS)
          .end();

  public static final SequenceType CAM =
      sequence("CAM").field("header", Vehicles.ITS_PDU_HEADER).field("cam", COOP_AWARENESS).end();

  private Cam() {}
}
