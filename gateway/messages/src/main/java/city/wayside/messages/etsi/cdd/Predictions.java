package city.wayside.messages.etsi.cdd;

import static city.wayside.messages.uper.Schema.BOOLEAN;
import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.enumerated;
import static city.wayside.messages.uper.Schema.extensibleBits;
import static city.wayside.messages.uper.Schema.extensibleListOf;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;
import java.util.List;

/// Where a station will be, and what it will do, ETSI TS 102 894-2 v2.4.1 (ETSI-ITS-CDD).
public final class Predictions {

  public static final ChoiceType PATH_DELTA_TIME_CHOICE =
      choice("PathDeltaTimeChoice")
          .or("deltaTimeHighPrecision", Quantities.DELTA_TIME_TENTH_OF_SECOND)
          .or("deltaTimeBigRange", integer(0, 127))
          .extensible()
          .or("deltaTimeMidRange", integer(0, 86400))
          .end();

  public static final SequenceType PATH_POINT_PREDICTED =
      sequence("PathPointPredicted")
          .field("deltaLatitude", Positions.DELTA_LATITUDE)
          .field("deltaLongitude", Positions.DELTA_LONGITUDE)
          .optional("horizontalPositionConfidence", Positions.POS_CONFIDENCE_ELLIPSE)
          .defaulting("deltaAltitude", Positions.DELTA_ALTITUDE, 12800)
          .defaulting("altitudeConfidence", Positions.ALTITUDE_CONFIDENCE, "unavailable")
          .optional("pathDeltaTime", PATH_DELTA_TIME_CHOICE)
          .optional("symmetricAreaOffset", Quantities.STANDARD_LENGTH_9B)
          .optional("asymmetricAreaOffset", Quantities.STANDARD_LENGTH_9B)
          .extensible()
          .end();

  public static final SequenceOfType PATH_PREDICTED = extensibleListOf(1, 16, PATH_POINT_PREDICTED);

  public static final EnumeratedType USAGE_INDICATION =
      enumerated(
          List.of("noIndication", "specialUse", "rescueOperation"),
          List.of("railroad", "fixedRoute", "restrictedRoute", "adasAd", "navigation"));

  public static final SequenceType PATH_PREDICTED2 =
      sequence("PathPredicted2")
          .field("pathPredicted", listOf(1, 16, PATH_POINT_PREDICTED))
          .field("usageIndication", USAGE_INDICATION)
          .field("confidenceLevel", Quantities.CONFIDENCE_LEVEL)
          .extensible()
          .end();

  public static final SequenceOfType PATH_PREDICTED_LIST = extensibleListOf(1, 16, PATH_PREDICTED2);

  public static final SequenceType SAFE_DISTANCE_INDICATION =
      sequence("SafeDistanceIndication")
          .optional("subjectStation", Vehicles.STATION_ID)
          .field("safeDistanceIndicator", BOOLEAN)
          .optional("timeToCollision", Quantities.DELTA_TIME_TENTH_OF_SECOND)
          .extensible()
          .end();

  public static final SequenceOfType SEQUENCE_OF_SAFE_DISTANCE_INDICATION =
      extensibleListOf(1, 8, SAFE_DISTANCE_INDICATION);

  public static final SequenceType TRAJECTORY_INTERCEPTION_INDICATION =
      sequence("TrajectoryInterceptionIndication")
          .optional("subjectStation", Vehicles.STATION_ID)
          .field("trajectoryInterceptionProbability", integer(0, 63))
          .optional("trajectoryInterceptionConfidence", integer(0, 3))
          .extensible()
          .end();

  public static final SequenceOfType SEQUENCE_OF_TRAJECTORY_INTERCEPTION_INDICATION =
      extensibleListOf(1, 8, TRAJECTORY_INTERCEPTION_INDICATION);

  public static final SequenceType ACCELERATION_CHANGE_INDICATION =
      sequence("AccelerationChangeIndication")
          .field("accelOrDecel", enumerated("accelerate", "decelerate"))
          .field("actionDeltaTime", Quantities.DELTA_TIME_TENTH_OF_SECOND)
          .extensible()
          .end();

  public static final SequenceType HEADING_CHANGE_INDICATION =
      sequence("HeadingChangeIndication")
          .field("direction", enumerated("left", "right"))
          .field("actionDeltaTime", Quantities.DELTA_TIME_TENTH_OF_SECOND)
          .extensible()
          .end();

  public static final SequenceType STABILITY_CHANGE_INDICATION =
      sequence("StabilityChangeIndication")
          .field("lossProbability", integer(0, 63))
          .field("actionDeltaTime", Quantities.DELTA_TIME_TENTH_OF_SECOND)
          .extensible()
          .end();

  public static final SequenceType PEDAL_STATUS =
      sequence("PedalStatus").field("pedalPositionValue", integer(0, 11)).extensible().end();

  public static final SequenceType VEHICLE_MOVEMENT_CONTROL =
      sequence("VehicleMovementControl")
          .field("accelerationPedalStatus", PEDAL_STATUS)
          .field("brakePedalStatus", PEDAL_STATUS)
          .optional("saeAutomationLevel", integer(0, 5))
          .optional("automationControl", extensibleBits(6))
          .optional("accelerationControl", Motion.ACCELERATION_CONTROL)
          .optional("accelerationControlExtension", extensibleBits(3))
          .extensible()
          .end();

  private Predictions() {}
}
