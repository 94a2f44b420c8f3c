package city.wayside.messages.sae;

import static city.wayside.messages.uper.Schema.BOOLEAN;
import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.objectIdentifier;
import static city.wayside.messages.uper.Schema.octets;
import static city.wayside.messages.uper.Schema.relativeObjectIdentifier;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.dsrc.Basics;
import city.wayside.messages.dsrc.Lanes;
import city.wayside.messages.dsrc.Regional;
import city.wayside.messages.dsrc.Vectors;
import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceType;
import city.wayside.messages.uper.StringType;

/// Numbers, positions and identifiers that the messages of SAE J2735-2024 share.
public final class Quantities {

  public static final StringType TEMPORARY_ID = octets(4, 4);

  public static final IntegerType LATITUDE = integer(-900000000, 900000001);

  public static final IntegerType LONGITUDE = integer(-1799999999, 1800000001);

  public static final SequenceType POSITION_3D =
      sequence("Position3D")
          .field("lat", LATITUDE)
          .field("long", LONGITUDE)
          .optional("elevation", Vectors.ELEVATION)
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final IntegerType HEADING = integer(0, 28800);

  public static final SequenceType FULL_POSITION_VECTOR =
      sequence("FullPositionVector")
          .optional("utcTime", Vectors.D_DATE_TIME)
          .field("long", LONGITUDE)
          .field("lat", LATITUDE)
          .optional("elevation", Vectors.ELEVATION)
          .optional("heading", HEADING)
          .optional("speed", Vectors.TRANSMISSION_AND_SPEED)
          .optional("posAccuracy", Vectors.POSITIONAL_ACCURACY)
          .optional("timeConfidence", Vectors.TIME_CONFIDENCE)
          .optional("posConfidence", Vectors.POSITION_CONFIDENCE_SET)
          .optional("speedConfidence", Vectors.SPEEDAND_HEADINGAND_THROTTLE_CONFIDENCE)
          .extensible()
          .end();

  public static final IntegerType ACCELERATION = integer(-2000, 2001);

  public static final SequenceType ACCELERATION_SET_4_WAY =
      sequence("AccelerationSet4Way")
          .field("long", ACCELERATION)
          .field("lat", ACCELERATION)
          .field("vert", integer(-127, 127))
          .field("yaw", integer(-32767, 32767))
          .end();

  public static final IntegerType VEHICLE_WIDTH = integer(0, 1023);

  public static final IntegerType VEHICLE_LENGTH = integer(0, 4095);

  public static final SequenceType VEHICLE_SIZE =
      sequence("VehicleSize").field("width", VEHICLE_WIDTH).field("length", VEHICLE_LENGTH).end();

  public static final IntegerType D_YEAR = integer(0, 4095);

  public static final SequenceType PATH_PREDICTION =
      sequence("PathPrediction")
          .field("radiusOfCurve", integer(-32767, 32767))
          .field("confidence", integer(0, 200))
          .extensible()
          .end();

  public static final StringType GNS_SSTATUS = bits(8);

  public static final IntegerType OFFSET_LL_B18 = integer(-131072, 131071);

  public static final IntegerType TIME_OFFSET = integer(1, 65535);

  public static final IntegerType SPEED = integer(0, 8191);

  public static final IntegerType COARSE_HEADING = integer(0, 240);

  public static final SequenceType PATH_HISTORY_POINT =
      sequence("PathHistoryPoint")
          .field("latOffset", OFFSET_LL_B18)
          .field("lonOffset", OFFSET_LL_B18)
          .field("elevationOffset", integer(-2048, 2047))
          .field("timeOffset", TIME_OFFSET)
          .optional("speed", SPEED)
          .optional("posAccuracy", Vectors.POSITIONAL_ACCURACY)
          .optional("heading", COARSE_HEADING)
          .extensible()
          .end();

  public static final SequenceType PATH_HISTORY =
      sequence("PathHistory")
          .optional("initialPosition", FULL_POSITION_VECTOR)
          .optional("currGNSSstatus", GNS_SSTATUS)
          .field("crumbData", listOf(1, 23, PATH_HISTORY_POINT))
          .extensible()
          .end();

  public static final StringType HEADING_SLICE = bits(16);

  public static final ChoiceType ROAD_AUTHORITY_ID =
      choice("RoadAuthorityID")
          .or("fullRdAuthID", objectIdentifier())
          .or("relRdAuthID", relativeObjectIdentifier())
          .extensible()
          .end();

  public static final SequenceType PIVOT_POINT_DESCRIPTION =
      sequence("PivotPointDescription")
          .field("pivotOffset", Lanes.OFFSET_B11)
          .field("pivotAngle", Basics.ANGLE)
          .field("pivots", BOOLEAN)
          .extensible()
          .end();

  private Quantities() {}
}
