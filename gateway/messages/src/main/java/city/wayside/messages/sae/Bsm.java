package city.wayside.messages.sae;

import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.entry;
import static city.wayside.messages.uper.Schema.enumerated;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.open;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.dsrc.Basics;
import city.wayside.messages.dsrc.Regional;
import city.wayside.messages.dsrc.Vectors;
import city.wayside.messages.uper.SequenceType;

/// The basic safety message of SAE J2735-2024.
public final class Bsm {

  public static final SequenceType BRAKE_SYSTEM_STATUS =
      sequence("BrakeSystemStatus")
          .field("wheelBrakes", bits(5))
          .field("traction", enumerated("unavailable", "off", "on", "engaged"))
          .field("abs", enumerated("unavailable", "off", "on", "engaged"))
          .field("scs", enumerated("unavailable", "off", "on", "engaged"))
          .field("brakeBoost", enumerated("unavailable", "off", "on"))
          .field("auxBrakes", enumerated("unavailable", "off", "on", "reserved"))
          .end();

  public static final SequenceType BSM_CORE_DATA =
      sequence("BSMcoreData")
          .field("msgCnt", Basics.MSG_COUNT)
          .field("id", Quantities.TEMPORARY_ID)
          .field("secMark", Basics.D_SECOND)
          .field("lat", Quantities.LATITUDE)
          .field("long", Quantities.LONGITUDE)
          .field("elev", Vectors.ELEVATION)
          .field("accuracy", Vectors.POSITIONAL_ACCURACY)
          .field("transmission", Vectors.TRANSMISSION_STATE)
          .field("speed", Quantities.SPEED)
          .field("heading", Quantities.HEADING)
          .field("angle", integer(-126, 127))
          .field("accelSet", Quantities.ACCELERATION_SET_4_WAY)
          .field("brakes", BRAKE_SYSTEM_STATUS)
          .field("size", Quantities.VEHICLE_SIZE)
          .end();

  public static final SequenceType BSM_PART_II_EXTENSION =
      sequence("BSMpartIIExtension")
          .field("partII-Id", integer(0, 63))
          .open(
              "partII-Value",
              open(
                  entry(0, "VehicleSafetyExtensions", VehicleSafety.VEHICLE_SAFETY_EXTENSIONS),
                  entry(1, "SpecialVehicleExtensions", SpecialVehicle.SPECIAL_VEHICLE_EXTENSIONS),
                  entry(
                      2,
                      "SupplementalVehicleExtensions",
                      SupplementalVehicle.SUPPLEMENTAL_VEHICLE_EXTENSIONS)),
              "partII-Id")
          .end();

  public static final SequenceType BASIC_SAFETY_MESSAGE =
      sequence("BasicSafetyMessage")
          .field("coreData", BSM_CORE_DATA)
          .optional("partII", listOf(1, 8, BSM_PART_II_EXTENSION))
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  private Bsm() {}
}
