package city.wayside.messages.etsi.cdd;

import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.enumerated;
import static city.wayside.messages.uper.Schema.extensibleBits;
import static city.wayside.messages.uper.Schema.extensibleListOf;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;

/// Identifiers, lengths, angles, times, confidences and velocities of ETSI TS 102 894-2 v2.4.1
/// (ETSI-ITS-CDD).
public final class Quantities {

  public static final IntegerType IDENTIFIER_1B = integer(0, 255);

  public static final IntegerType IDENTIFIER_2B = integer(0, 65535);

  public static final IntegerType CARDINAL_NUMBER_1B = integer(0, 255);

  public static final IntegerType CARDINAL_NUMBER_3B = integer(1, 8);

  public static final IntegerType DELTA_TIME_TENTH_OF_SECOND = integer(0, 127);

  public static final IntegerType DELTA_TIME_QUARTER_SECOND = integer(1, 255);

  public static final IntegerType GENERATION_DELTA_TIME = integer(0, 65535);

  public static final IntegerType STANDARD_LENGTH_1B = integer(0, 255);

  public static final IntegerType STANDARD_LENGTH_2B = integer(0, 65535);

  public static final IntegerType WGS84_ANGLE_VALUE = integer(0, 3601);

  public static final SequenceType WGS84_ANGLE =
      sequence("Wgs84Angle")
          .field("value", WGS84_ANGLE_VALUE)
          .field("confidence", integer(1, 127))
          .end();

  public static final IntegerType CARTESIAN_ANGLE_VALUE = integer(0, 3601);

  public static final SequenceType CARTESIAN_ANGLE =
      sequence("CartesianAngle")
          .field("value", CARTESIAN_ANGLE_VALUE)
          .field("confidence", integer(1, 127))
          .end();

  public static final EnumeratedType ANGULAR_SPEED_CONFIDENCE =
      enumerated(
          "degSec-01",
          "degSec-02",
          "degSec-05",
          "degSec-10",
          "degSec-20",
          "degSec-50",
          "outOfRange",
          "unavailable");

  public static final SequenceType CARTESIAN_ANGULAR_VELOCITY_COMPONENT =
      sequence("CartesianAngularVelocityComponent")
          .field("value", integer(-255, 256))
          .field("confidence", ANGULAR_SPEED_CONFIDENCE)
          .end();

  public static final SequenceType VELOCITY_COMPONENT =
      sequence("VelocityComponent")
          .field("value", integer(-16383, 16383))
          .field("confidence", Motion.SPEED_CONFIDENCE)
          .end();

  public static final SequenceType VELOCITY_POLAR_WITH_Z =
      sequence("VelocityPolarWithZ")
          .field("velocityMagnitude", Motion.SPEED)
          .field("velocityDirection", CARTESIAN_ANGLE)
          .optional("zVelocity", VELOCITY_COMPONENT)
          .end();

  public static final SequenceType VELOCITY_CARTESIAN =
      sequence("VelocityCartesian")
          .field("xVelocity", VELOCITY_COMPONENT)
          .field("yVelocity", VELOCITY_COMPONENT)
          .optional("zVelocity", VELOCITY_COMPONENT)
          .end();

  public static final ChoiceType VELOCITY_3D_WITH_CONFIDENCE =
      choice("Velocity3dWithConfidence")
          .or("polarVelocity", VELOCITY_POLAR_WITH_Z)
          .or("cartesianVelocity", VELOCITY_CARTESIAN)
          .end();

  public static final SequenceType ACCELERATION_MAGNITUDE =
      sequence("AccelerationMagnitude")
          .field("accelerationMagnitudeValue", integer(0, 161))
          .field("accelerationConfidence", Motion.ACCELERATION_CONFIDENCE)
          .end();

  public static final SequenceType ACCELERATION_COMPONENT =
      sequence("AccelerationComponent")
          .field("value", integer(-160, 161))
          .field("confidence", Motion.ACCELERATION_CONFIDENCE)
          .end();

  public static final SequenceType ACCELERATION_POLAR_WITH_Z =
      sequence("AccelerationPolarWithZ")
          .field("accelerationMagnitude", ACCELERATION_MAGNITUDE)
          .field("accelerationDirection", CARTESIAN_ANGLE)
          .optional("zAcceleration", ACCELERATION_COMPONENT)
          .end();

  public static final SequenceType ACCELERATION_CARTESIAN =
      sequence("AccelerationCartesian")
          .field("xAcceleration", ACCELERATION_COMPONENT)
          .field("yAcceleration", ACCELERATION_COMPONENT)
          .optional("zAcceleration", ACCELERATION_COMPONENT)
          .end();

  public static final ChoiceType ACCELERATION_3D_WITH_CONFIDENCE =
      choice("Acceleration3dWithConfidence")
          .or("polarAcceleration", ACCELERATION_POLAR_WITH_Z)
          .or("cartesianAcceleration", ACCELERATION_CARTESIAN)
          .end();

  public static final SequenceType EULER_ANGLES_WITH_CONFIDENCE =
      sequence("EulerAnglesWithConfidence")
          .field("zAngle", CARTESIAN_ANGLE)
          .optional("yAngle", CARTESIAN_ANGLE)
          .optional("xAngle", CARTESIAN_ANGLE)
          .end();

  public static final SequenceType LOWER_TRIANGULAR_POSITIVE_SEMIDEFINITE_MATRIX =
      sequence("LowerTriangularPositiveSemidefiniteMatrix")
          .field("componentsIncludedIntheMatrix", extensibleBits(13))
          .field("matrix", extensibleListOf(1, 13, extensibleListOf(1, 13, integer(-100, 101))))
          .end();

  public static final SequenceOfType LOWER_TRIANGULAR_POSITIVE_SEMIDEFINITE_MATRICES =
      listOf(1, 4, LOWER_TRIANGULAR_POSITIVE_SEMIDEFINITE_MATRIX);

  public static final SequenceType CARTESIAN_COORDINATE_WITH_CONFIDENCE =
      sequence("CartesianCoordinateWithConfidence")
          .field("value", integer(-131072, 131071))
          .field("confidence", integer(1, 4096))
          .end();

  public static final SequenceType CARTESIAN_POSITION_3D_WITH_CONFIDENCE =
      sequence("CartesianPosition3dWithConfidence")
          .field("xCoordinate", CARTESIAN_COORDINATE_WITH_CONFIDENCE)
          .field("yCoordinate", CARTESIAN_COORDINATE_WITH_CONFIDENCE)
          .optional("zCoordinate", CARTESIAN_COORDINATE_WITH_CONFIDENCE)
          .end();

  public static final SequenceType OBJECT_DIMENSION =
      sequence("ObjectDimension")
          .field("value", integer(1, 256))
          .field("confidence", integer(1, 32))
          .end();

  public static final IntegerType STANDARD_LENGTH_12B = integer(0, 4095);

  public static final IntegerType STANDARD_LENGTH_9B = integer(0, 511);

  public static final IntegerType CONFIDENCE_LEVEL = integer(1, 101);

  public static final SequenceOfType CONFIDENCE_LEVELS = extensibleListOf(1, 32, CONFIDENCE_LEVEL);

  public static final IntegerType DELTA_TIME_MILLI_SECOND_SIGNED = integer(-2048, 2047);

  private Quantities() {}
}
