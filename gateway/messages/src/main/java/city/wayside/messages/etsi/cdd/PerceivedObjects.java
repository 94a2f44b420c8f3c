package city.wayside.messages.etsi.cdd;

import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.extensibleListOf;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;

/// What sensors perceive, ETSI TS 102 894-2 v2.4.1 (ETSI-ITS-CDD).
public final class PerceivedObjects {

  public static final SequenceOfType SEQUENCE_OF_IDENTIFIER_1B =
      extensibleListOf(1, 128, Quantities.IDENTIFIER_1B);

  public static final ChoiceType OBJECT_CLASS =
      choice("ObjectClass")
          .or("vehicleSubClass", integer(0, 14))
          .or("vruSubClass", RoadUsers.VRU_PROFILE_AND_SUBPROFILE)
          .or("groupSubClass", RoadUsers.VRU_CLUSTER_INFORMATION)
          .or("otherSubClass", integer(0, 255))
          .extensible()
          .end();

  public static final SequenceType OBJECT_CLASS_WITH_CONFIDENCE =
      sequence("ObjectClassWithConfidence")
          .field("objectClass", OBJECT_CLASS)
          .field("confidence", Quantities.CONFIDENCE_LEVEL)
          .end();

  public static final SequenceType PERCEIVED_OBJECT =
      sequence("PerceivedObject")
          .optional("objectId", Quantities.IDENTIFIER_2B)
          .field("measurementDeltaTime", Quantities.DELTA_TIME_MILLI_SECOND_SIGNED)
          .field("position", Quantities.CARTESIAN_POSITION_3D_WITH_CONFIDENCE)
          .optional("velocity", Quantities.VELOCITY_3D_WITH_CONFIDENCE)
          .optional("acceleration", Quantities.ACCELERATION_3D_WITH_CONFIDENCE)
          .optional("angles", Quantities.EULER_ANGLES_WITH_CONFIDENCE)
          .optional("zAngularVelocity", Quantities.CARTESIAN_ANGULAR_VELOCITY_COMPONENT)
          .optional(
              "lowerTriangularCorrelationMatrices",
              Quantities.LOWER_TRIANGULAR_POSITIVE_SEMIDEFINITE_MATRICES)
          .optional("objectDimensionZ", Quantities.OBJECT_DIMENSION)
          .optional("objectDimensionY", Quantities.OBJECT_DIMENSION)
          .optional("objectDimensionX", Quantities.OBJECT_DIMENSION)
          .optional("objectAge", integer(0, 2047))
          .optional("objectPerceptionQuality", integer(0, 15))
          .optional("sensorIdList", SEQUENCE_OF_IDENTIFIER_1B)
          .optional("classification", listOf(1, 8, OBJECT_CLASS_WITH_CONFIDENCE))
          .optional("mapPosition", LanePositions.MAP_POSITION)
          .extensible()
          .end();

  public static final IntegerType SENSOR_TYPE = integer(0, 31);

  public static final SequenceType TRAILER_DATA =
      sequence("TrailerData")
          .field("refPointId", Quantities.IDENTIFIER_1B)
          .field("hitchPointOffset", Quantities.STANDARD_LENGTH_1B)
          .optional("frontOverhang", Quantities.STANDARD_LENGTH_1B)
          .optional("rearOverhang", Quantities.STANDARD_LENGTH_1B)
          .optional("trailerWidth", Motion.VEHICLE_WIDTH)
          .field("hitchAngle", Quantities.CARTESIAN_ANGLE)
          .extensible()
          .end();

  public static final SequenceType MESSAGE_SEGMENTATION_INFO =
      sequence("MessageSegmentationInfo")
          .field("totalMsgNo", Quantities.CARDINAL_NUMBER_3B)
          .field("thisMsgNo", integer(1, 8))
          .end();

  public static final SequenceType MESSAGE_RATE_HZ =
      sequence("MessageRateHz")
          .field("mantissa", integer(1, 100))
          .field("exponent", integer(-5, 2))
          .end();

  private PerceivedObjects() {}
}
