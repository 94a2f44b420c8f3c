package city.wayside.messages.dsrc;

import static city.wayside.messages.uper.Schema.ascii;
import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.extensibleEnumerated;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;
import city.wayside.messages.uper.StringType;

/// Numbers, times and references that all messages of signalled intersections share, of SAE J2735
/// and ETSI-ITS-DSRC (TS 103 301 v2.2.1), which have the same bits.
public final class Basics {

  public static final IntegerType MINUTE_OF_THE_YEAR = integer(0, 527040);

  public static final IntegerType D_SECOND = integer(0, 65535);

  public static final IntegerType MSG_COUNT = integer(0, 127);

  public static final StringType DESCRIPTIVE_NAME = ascii(1, 63);

  public static final IntegerType ROAD_REGULATOR_ID = integer(0, 65535);

  public static final IntegerType INTERSECTION_ID = integer(0, 65535);

  public static final SequenceType INTERSECTION_REFERENCE_ID =
      sequence("IntersectionReferenceID")
          .optional("region", ROAD_REGULATOR_ID)
          .field("id", INTERSECTION_ID)
          .end();

  public static final IntegerType LANE_ID = integer(0, 255);

  public static final IntegerType APPROACH_ID = integer(0, 15);

  public static final IntegerType LANE_CONNECTION_ID = integer(0, 255);

  public static final ChoiceType INTERSECTION_ACCESS_POINT =
      choice("IntersectionAccessPoint")
          .or("lane", LANE_ID)
          .or("approach", APPROACH_ID)
          .or("connection", LANE_CONNECTION_ID)
          .extensible()
          .end();

  public static final IntegerType RESTRICTION_CLASS_ID = integer(0, 255);

  public static final StringType ALLOWED_MANEUVERS = bits(12);

  public static final EnumeratedType SPEED_LIMIT_TYPE =
      extensibleEnumerated(
          "unknown",
          "maxSpeedInSchoolZone",
          "maxSpeedInSchoolZoneWhenChildrenArePresent",
          "maxSpeedInConstructionZone",
          "vehicleMinSpeed",
          "vehicleMaxSpeed",
          "vehicleNightMaxSpeed",
          "truckMinSpeed",
          "truckMaxSpeed",
          "truckNightMaxSpeed",
          "vehiclesWithTrailersMinSpeed",
          "vehiclesWithTrailersMaxSpeed",
          "vehiclesWithTrailersNightMaxSpeed");

  public static final IntegerType VELOCITY = integer(0, 8191);

  public static final SequenceType REGULATORY_SPEED_LIMIT =
      sequence("RegulatorySpeedLimit")
          .field("type", SPEED_LIMIT_TYPE)
          .field("speed", VELOCITY)
          .end();

  public static final SequenceOfType SPEED_LIMIT_LIST = listOf(1, 9, REGULATORY_SPEED_LIMIT);

  public static final IntegerType VEHICLE_HEIGHT = integer(0, 127);

  public static final IntegerType SCALE_B12 = integer(-2048, 2047);

  public static final IntegerType ANGLE = integer(0, 28800);

  private Basics() {}
}
