package city.wayside.messages.etsi.vam;

import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.etsi.cdd.LanePositions;
import city.wayside.messages.etsi.cdd.Motion;
import city.wayside.messages.etsi.cdd.Positions;
import city.wayside.messages.etsi.cdd.Predictions;
import city.wayside.messages.etsi.cdd.Quantities;
import city.wayside.messages.etsi.cdd.RoadUsers;
import city.wayside.messages.etsi.cdd.Vehicles;
import city.wayside.messages.uper.SequenceType;

/// The VRU awareness message, ETSI TS 103 300-3 v2.3.1.
public final class Vam {

  public static final SequenceType POSITION_CONFIDENCE_ELLIPSE =
      sequence("PositionConfidenceEllipse")
          .field("semiMajorAxisLength", Positions.SEMI_AXIS_LENGTH)
          .field("semiMinorAxisLength", Positions.SEMI_AXIS_LENGTH)
          .field("semiMajorAxisOrientation", Quantities.WGS84_ANGLE_VALUE)
          .end();

  public static final SequenceType REFERENCE_POSITION_WITH_CONFIDENCE =
      sequence("ReferencePositionWithConfidence")
          .field("latitude", Positions.LATITUDE)
          .field("longitude", Positions.LONGITUDE)
          .field("positionConfidenceEllipse", POSITION_CONFIDENCE_ELLIPSE)
          .field("altitude", Positions.ALTITUDE)
          .end();

  public static final SequenceType BASIC_CONTAINER_R2 =
      sequence("BasicContainer")
          .field("stationType", Vehicles.STATION_TYPE)
          .field("referencePosition", REFERENCE_POSITION_WITH_CONFIDENCE)
          .extensible()
          .end();

  public static final SequenceType VRU_HIGH_FREQUENCY_CONTAINER =
      sequence("VruHighFrequencyContainer")
          .field("heading", Quantities.WGS84_ANGLE)
          .field("speed", Motion.SPEED)
          .field("longitudinalAcceleration", Motion.LONGITUDINAL_ACCELERATION)
          .optional("curvature", Motion.CURVATURE)
          .optional("curvatureCalculationMode", Motion.CURVATURE_CALCULATION_MODE)
          .optional("yawRate", Motion.YAW_RATE)
          .optional("lateralAcceleration", Motion.LATERAL_ACCELERATION)
          .optional("verticalAcceleration", Motion.VERTICAL_ACCELERATION)
          .optional("vruLanePosition", LanePositions.GENERALIZED_LANE_POSITION)
          .optional("environment", RoadUsers.VRU_ENVIRONMENT)
          .optional("movementControl", RoadUsers.VRU_MOVEMENT_CONTROL)
          .optional("orientation", Quantities.WGS84_ANGLE)
          .optional("rollAngle", Quantities.CARTESIAN_ANGLE)
          .optional("deviceUsage", RoadUsers.VRU_DEVICE_USAGE)
          .extensible()
          .end();

  public static final SequenceType VRU_LOW_FREQUENCY_CONTAINER =
      sequence("VruLowFrequencyContainer")
          .field("profileAndSubprofile", RoadUsers.VRU_PROFILE_AND_SUBPROFILE)
          .optional("sizeClass", RoadUsers.VRU_SIZE_CLASS)
          .optional("exteriorLights", RoadUsers.VRU_EXTERIOR_LIGHTS)
          .extensible()
          .end();

  public static final SequenceType VRU_CLUSTER_INFORMATION_CONTAINER =
      sequence("VruClusterInformationContainer")
          .field("vruClusterInformation", RoadUsers.VRU_CLUSTER_INFORMATION)
          .extensible()
          .end();

  public static final SequenceType VRU_CLUSTER_OPERATION_CONTAINER =
      sequence("VruClusterOperationContainer")
          .optional("clusterJoinInfo", RoadUsers.CLUSTER_JOIN_INFO)
          .optional("clusterLeaveInfo", RoadUsers.CLUSTER_LEAVE_INFO)
          .optional("clusterBreakupInfo", RoadUsers.CLUSTER_BREAKUP_INFO)
          .optional("clusterIdChangeTimeInfo", Quantities.DELTA_TIME_QUARTER_SECOND)
          .extensible()
          .end();

  public static final SequenceType VRU_MOTION_PREDICTION_CONTAINER =
      sequence("VruMotionPredictionContainer")
          .optional("pathHistory", Positions.PATH_HISTORY)
          .optional("pathPrediction", Predictions.PATH_PREDICTED)
          .optional("safeDistance", Predictions.SEQUENCE_OF_SAFE_DISTANCE_INDICATION)
          .optional(
              "trajectoryInterceptionIndication",
              Predictions.SEQUENCE_OF_TRAJECTORY_INTERCEPTION_INDICATION)
          .optional("accelerationChangeIndication", Predictions.ACCELERATION_CHANGE_INDICATION)
          .optional("headingChangeIndication", Predictions.HEADING_CHANGE_INDICATION)
          .optional("stabilityChangeIndication", Predictions.STABILITY_CHANGE_INDICATION)
          .extensible()
          .end();

  public static final SequenceType VAM_PARAMETERS =
      sequence("VamParameters")
          .field("basicContainer", BASIC_CONTAINER_R2)
          .field("vruHighFrequencyContainer", VRU_HIGH_FREQUENCY_CONTAINER)
          .optional("vruLowFrequencyContainer", VRU_LOW_FREQUENCY_CONTAINER)
          .optional("vruClusterInformationContainer", VRU_CLUSTER_INFORMATION_CONTAINER)
          .optional("vruClusterOperationContainer", VRU_CLUSTER_OPERATION_CONTAINER)
          .optional("vruMotionPredictionContainer", VRU_MOTION_PREDICTION_CONTAINER)
          .extensible()
          .end();

  public static final SequenceType VRU_AWARENESS =
      sequence("VruAwareness")
          .field("generationDeltaTime", Quantities.GENERATION_DELTA_TIME)
          .field("vamParameters", VAM_PARAMETERS)
          .end();

  public static final SequenceType VAM =
      sequence("VAM").field("header", Vehicles.ITS_PDU_HEADER_R2).field("vam", VRU_AWARENESS).end();

  private Vam() {}
}
