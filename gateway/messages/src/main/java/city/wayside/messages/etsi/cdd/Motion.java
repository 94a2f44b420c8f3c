package city.wayside.messages.etsi.cdd;

import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.enumerated;
import static city.wayside.messages.uper.Schema.extensibleEnumerated;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceType;
import city.wayside.messages.uper.StringType;

/// Motion and size of a vehicle, ETSI TS 102 894-2 v1.3.1 (ITS-Container).
public final class Motion {

  public static final SequenceType HEADING =
      sequence("Heading")
          .field("headingValue", Positions.HEADING_VALUE)
          .field("headingConfidence", integer(1, 127))
          .end();

  public static final IntegerType SPEED_CONFIDENCE = integer(1, 127);

  public static final SequenceType SPEED =
      sequence("Speed")
          .field("speedValue", integer(0, 16383))
          .field("speedConfidence", SPEED_CONFIDENCE)
          .end();

  public static final IntegerType ACCELERATION_CONFIDENCE = integer(0, 102);

  public static final SequenceType LONGITUDINAL_ACCELERATION =
      sequence("LongitudinalAcceleration")
          .field("longitudinalAccelerationValue", integer(-160, 161))
          .field("longitudinalAccelerationConfidence", ACCELERATION_CONFIDENCE)
          .end();

  public static final SequenceType LATERAL_ACCELERATION =
      sequence("LateralAcceleration")
          .field("lateralAccelerationValue", integer(-160, 161))
          .field("lateralAccelerationConfidence", ACCELERATION_CONFIDENCE)
          .end();

  public static final SequenceType VERTICAL_ACCELERATION =
      sequence("VerticalAcceleration")
          .field("verticalAccelerationValue", integer(-160, 161))
          .field("verticalAccelerationConfidence", ACCELERATION_CONFIDENCE)
          .end();

  public static final EnumeratedType YAW_RATE_CONFIDENCE =
      enumerated(
          "degSec-000-01",
          "degSec-000-05",
          "degSec-000-10",
          "degSec-001-00",
          "degSec-005-00",
          "degSec-010-00",
          "degSec-100-00",
          "outOfRange",
          "unavailable");

  public static final SequenceType YAW_RATE =
      sequence("YawRate")
          .field("yawRateValue", integer(-32766, 32767))
          .field("yawRateConfidence", YAW_RATE_CONFIDENCE)
          .end();

  public static final EnumeratedType CURVATURE_CONFIDENCE =
      enumerated(
          "onePerMeter-0-00002",
          "onePerMeter-0-0001",
          "onePerMeter-0-0005",
          "onePerMeter-0-002",
          "onePerMeter-0-01",
          "onePerMeter-0-1",
          "outOfRange",
          "unavailable");

  public static final SequenceType CURVATURE =
      sequence("Curvature")
          .field("curvatureValue", integer(-1023, 1023))
          .field("curvatureConfidence", CURVATURE_CONFIDENCE)
          .end();

  public static final EnumeratedType CURVATURE_CALCULATION_MODE =
      extensibleEnumerated("yawRateUsed", "yawRateNotUsed", "unavailable");

  public static final SequenceType STEERING_WHEEL_ANGLE =
      sequence("SteeringWheelAngle")
          .field("steeringWheelAngleValue", integer(-511, 512))
          .field("steeringWheelAngleConfidence", integer(1, 127))
          .end();

  public static final StringType ACCELERATION_CONTROL = bits(7);

  public static final EnumeratedType DRIVE_DIRECTION =
      enumerated("forward", "backward", "unavailable");

  public static final EnumeratedType VEHICLE_LENGTH_CONFIDENCE_INDICATION =
      enumerated(
          "noTrailerPresent",
          "trailerPresentWithKnownLength",
          "trailerPresentWithUnknownLength",
          "trailerPresenceIsUnknown",
          "unavailable");

  public static final SequenceType VEHICLE_LENGTH =
      sequence("VehicleLength")
          .field("vehicleLengthValue", integer(1, 1023))
          .field("vehicleLengthConfidenceIndication", VEHICLE_LENGTH_CONFIDENCE_INDICATION)
          .end();

  public static final IntegerType VEHICLE_WIDTH = integer(1, 62);

  public static final IntegerType PERFORMANCE_CLASS = integer(0, 7);

  private Motion() {}
}
