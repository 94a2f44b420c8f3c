package city.wayside.messages.sae;

import static city.wayside.messages.uper.Schema.BOOLEAN;
import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.enumerated;
import static city.wayside.messages.uper.Schema.extensibleEnumerated;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.octets;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.dsrc.Basics;
import city.wayside.messages.dsrc.Lanes;
import city.wayside.messages.dsrc.Regional;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceType;

/// Part II of a BSM of a vehicle at work or with trailers of SAE J2735-2024.
public final class SpecialVehicle {

  public static final IntegerType SS_PINDEX = integer(0, 31);

  public static final EnumeratedType LIGHTBAR_IN_USE =
      enumerated(
          "unavailable",
          "notInUse",
          "inUse",
          "yellowCautionLights",
          "schooldBusLights",
          "arrowSignsActive",
          "slowMovingVehicle",
          "freqStops");

  public static final SequenceType PRIVILEGED_EVENTS =
      sequence("PrivilegedEvents")
          .field("doNotUse", SS_PINDEX)
          .field("event", bits(16))
          .extensible()
          .end();

  public static final EnumeratedType RESPONSE_TYPE =
      extensibleEnumerated(
          "notInUseOrNotEquipped",
          "emergency",
          "nonEmergency",
          "pursuit",
          "stationary",
          "slowMoving",
          "stopAndGoMovement");

  public static final SequenceType EMERGENCY_DETAILS =
      sequence("EmergencyDetails")
          .field("doNotUse", SS_PINDEX)
          .field("sirenUse", enumerated("unavailable", "notInUse", "inUse", "reserved"))
          .field("lightsUse", LIGHTBAR_IN_USE)
          .field("multi", enumerated("unavailable", "singleVehicle", "multiVehicle", "reserved"))
          .optional("events", PRIVILEGED_EVENTS)
          .optional("responseType", RESPONSE_TYPE)
          .extensible()
          .end();

  public static final IntegerType ITIS_CODES = integer(0, 65535);

  public static final EnumeratedType EXTENT =
      enumerated(
          "useInstantlyOnly",
          "useFor3meters",
          "useFor10meters",
          "useFor50meters",
          "useFor100meters",
          "useFor500meters",
          "useFor1000meters",
          "useFor5000meters",
          "useFor10000meters",
          "useFor50000meters",
          "useFor100000meters",
          "useFor500000meters",
          "useFor1000000meters",
          "useFor5000000meters",
          "useFor10000000meters",
          "forever");

  public static final SequenceType EVENT_DESCRIPTION =
      sequence("EventDescription")
          .field("typeEvent", ITIS_CODES)
          .optional("description", listOf(1, 8, ITIS_CODES))
          .optional("priority", octets(1, 1))
          .optional("heading", Quantities.HEADING_SLICE)
          .optional("extent", EXTENT)
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final IntegerType BUMPER_HEIGHT = integer(0, 127);

  public static final SequenceType BUMPER_HEIGHTS =
      sequence("BumperHeights").field("front", BUMPER_HEIGHT).field("rear", BUMPER_HEIGHT).end();

  public static final IntegerType VERT_OFFSET_B07 = integer(-64, 63);

  public static final SequenceType TRAILER_HISTORY_POINT =
      sequence("TrailerHistoryPoint")
          .field("pivotAngle", Basics.ANGLE)
          .field("timeOffset", Quantities.TIME_OFFSET)
          .field("positionOffset", Lanes.NODE_XY_24B)
          .optional("elevationOffset", VERT_OFFSET_B07)
          .optional("heading", Quantities.COARSE_HEADING)
          .extensible()
          .end();

  public static final SequenceType TRAILER_UNIT_DESCRIPTION =
      sequence("TrailerUnitDescription")
          .field("isDolly", BOOLEAN)
          .field("width", Quantities.VEHICLE_WIDTH)
          .field("length", Quantities.VEHICLE_LENGTH)
          .optional("height", Basics.VEHICLE_HEIGHT)
          .optional("mass", integer(0, 255))
          .optional("bumperHeights", BUMPER_HEIGHTS)
          .optional("centerOfGravity", Basics.VEHICLE_HEIGHT)
          .field("frontPivot", Quantities.PIVOT_POINT_DESCRIPTION)
          .optional("rearPivot", Quantities.PIVOT_POINT_DESCRIPTION)
          .optional("rearWheelOffset", Lanes.OFFSET_B12)
          .field("positionOffset", Lanes.NODE_XY_24B)
          .optional("elevationOffset", VERT_OFFSET_B07)
          .optional("crumbData", listOf(1, 23, TRAILER_HISTORY_POINT))
          .extensible()
          .end();

  public static final SequenceType TRAILER_DATA =
      sequence("TrailerData")
          .field("doNotUse", SS_PINDEX)
          .field("connection", Quantities.PIVOT_POINT_DESCRIPTION)
          .field("units", listOf(1, 8, TRAILER_UNIT_DESCRIPTION))
          .extensible()
          .end();

  public static final SequenceType SPECIAL_VEHICLE_EXTENSIONS =
      sequence("SpecialVehicleExtensions")
          .optional("vehicleAlerts", EMERGENCY_DETAILS)
          .optional("description", EVENT_DESCRIPTION)
          .optional("doNotUse", TRAILER_DATA)
          .extensible()
          .end();

  private SpecialVehicle() {}
}
