package city.wayside.messages.selective;

import city.wayside.messages.Unpacker;
import city.wayside.messages.measure.Accuracy;
import city.wayside.messages.measure.SaeQuantity;
import city.wayside.messages.translation.SaeTime;
import city.wayside.messages.translation.VehicleClasses;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;

/// Reads the report of a BSM in its MessageFrame:
///
/// ```
///   0  extended 1 | messageId 15 | length of the rest: 8, or 16 from 128 octets on
///   0  extended 1 | partII present 1 | regional present 1          from here on relative to
///   3  msgCnt 7 | id 32 | secMark 16 | lat 31 | long 32 | elev 16  the end of the length
/// 137  semiMajor 8 | semiMinor 8 | orientation 16
/// 169  transmission 3 | speed 13 | heading 15
/// 200  angle, accelSet, brakes, size: 93
/// 293  partII
/// ```
///
/// For every message that is well formed this is the report that the full decoder gives. Up to the
/// heading whatever the full decoder refuses is refused with the same code; of what comes later
/// only the lengths of part II are looked at. Bytes that are no BSM are read in full, as whatever
/// they are.
public final class BsmState {

  private static final int MESSAGE_ID = 20;

  private static final int LENGTH_AT = 16;
  private static final int SHORT_LENGTH_BITS = 8;
  private static final int LONG_LENGTH_BITS = 16;
  private static final int LONG_LENGTH_MASK = 0x3FFF;

  private static final int PART_II_PRESENT_AT = 1;
  private static final int CORE_AT = 3;
  private static final int ID_AT = CORE_AT + 7;
  private static final int ID_BITS = 32;
  private static final int SEC_MARK_AT = ID_AT + ID_BITS;
  private static final int SEC_MARK_BITS = 16;
  private static final int LAT_AT = SEC_MARK_AT + SEC_MARK_BITS;
  private static final int LAT_BITS = 31;
  private static final int LONG_AT = LAT_AT + LAT_BITS;
  private static final int LONG_BITS = 32;
  private static final int SEMI_MAJOR_AT = LONG_AT + LONG_BITS + 16;
  private static final int SEMI_AXIS_BITS = 8;
  private static final int SEMI_MINOR_AT = SEMI_MAJOR_AT + SEMI_AXIS_BITS;
  private static final int SPEED_AT = SEMI_MINOR_AT + SEMI_AXIS_BITS + 16 + 3;
  private static final int SPEED_BITS = 13;
  private static final int HEADING_AT = SPEED_AT + SPEED_BITS;
  private static final int HEADING_BITS = 15;
  private static final int CORE_BITS = 290;
  private static final int PART_II_AT = CORE_AT + CORE_BITS;

  private static final long LAT_MIN = -900_000_000;
  private static final long LAT_RAW_MAX = 1_800_000_001L;
  private static final long LONG_MIN = -1_799_999_999;
  private static final long LONG_RAW_MAX = 3_600_000_000L;
  private static final long HEADING_MAX = 28_800;

  private static final int BYTES_MIN = 3 + (PART_II_AT + 7) / 8;

  private BsmState() {}

  /// The report that a BSM is, or the reason why there is none.
  ///
  /// @param bytes holds the message and is only read
  /// @param receivedMs when it was received, milliseconds since 1970
  public static Decoded read(byte[] bytes, int offset, int length, long receivedMs) {
    if (length < BYTES_MIN
        || length > Unpacker.MESSAGE_BYTES_MAX
        || bytes[offset] != 0
        || bytes[offset + 1] != MESSAGE_ID) {
      return WholeMessage.read(bytes, offset, length, receivedMs);
    }
    int octets = bytes[offset + 2];
    int start = LENGTH_AT + SHORT_LENGTH_BITS;
    if (octets < 0) {
      octets = (int) at(bytes, offset, length, LENGTH_AT, LONG_LENGTH_BITS);
      start = LENGTH_AT + LONG_LENGTH_BITS;
      // Two first bits other than 10 stand for a part too large.
      octets = octets >>> 14 == 2 ? octets & LONG_LENGTH_MASK : -1;
    }
    if (start / 8 + octets != length || 8 * octets < PART_II_AT) {
      return WholeMessage.read(bytes, offset, length, receivedMs);
    }
    long lat = at(bytes, offset, length, start + LAT_AT, LAT_BITS);
    long lon = at(bytes, offset, length, start + LONG_AT, LONG_BITS);
    long heading = at(bytes, offset, length, start + HEADING_AT, HEADING_BITS);
    int vehicleClass = PartTwo.NO_CLASS;
    if (at(bytes, offset, length, start + PART_II_PRESENT_AT, 1) != 0) {
      vehicleClass = PartTwo.vehicleClass(bytes, offset, length, start + PART_II_AT);
    }
    if (lat > LAT_RAW_MAX
        || lon > LONG_RAW_MAX
        || heading > HEADING_MAX
        || vehicleClass == PartTwo.UNREADABLE) {
      return WholeMessage.read(bytes, offset, length, receivedMs);
    }
    int secMark = (int) at(bytes, offset, length, start + SEC_MARK_AT, SEC_MARK_BITS);
    return new Report(
        at(bytes, offset, length, start + ID_AT, ID_BITS),
        vehicleClass == PartTwo.NO_CLASS
            ? StationType.UNKNOWN
            : VehicleClasses.typeOf(vehicleClass),
        MessageKind.BSM,
        SaeTime.unixMs(secMark, receivedMs),
        SaeQuantity.LATITUDE.valueOf(lat + LAT_MIN),
        SaeQuantity.LONGITUDE.valueOf(lon + LONG_MIN),
        SaeQuantity.SPEED.valueOf(at(bytes, offset, length, start + SPEED_AT, SPEED_BITS)),
        SaeQuantity.HEADING.valueOf(heading),
        Accuracy.radiusOfSigmaM(
            semiAxisM(bytes, offset, length, start + SEMI_MAJOR_AT),
            semiAxisM(bytes, offset, length, start + SEMI_MINOR_AT)));
  }

  private static double semiAxisM(byte[] bytes, int offset, int length, int bit) {
    return SaeQuantity.SEMI_AXIS.valueOf(at(bytes, offset, length, bit, SEMI_AXIS_BITS));
  }

  private static long at(byte[] bytes, int offset, int length, int bit, int width) {
    return FixedBits.read(bytes, offset, length, bit, width);
  }
}
