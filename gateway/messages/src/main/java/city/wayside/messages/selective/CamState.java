package city.wayside.messages.selective;

import city.wayside.messages.Unpacker;
import city.wayside.messages.measure.Accuracy;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.time.ItsTime;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;

/// Reads the report of a CAM of protocol version 1 or 2, whose bits are the same up to the speed:
///
/// ```
///   0  protocolVersion 8 | messageID 8 | stationID 32
///  48  generationDeltaTime 16
///  64  camParameters: extended 1, optional 2
///  67  basicContainer: extended 1
///  68  stationType 8 | latitude 31 | longitude 32
/// 139  semiMajorConfidence 12 | semiMinorConfidence 12 | semiMajorOrientation 12
/// 175  altitudeValue 20 | altitudeConfidence 4
/// 199  highFrequencyContainer: extended 1, choice 1
/// 201  basicVehicleContainerHighFrequency: optional 7
/// 208  headingValue 12 | headingConfidence 7
/// 227  speedValue 14 | speedConfidence 7
/// 248
/// ```
///
/// For every message that is well formed this is the report that the full decoder gives. Up to bit
/// 248, for a road-side unit up to bit 201, whatever the full decoder refuses is refused with the
/// same code; what is malformed further out is not noticed. Bytes that are no CAM are read in full,
/// as whatever they are.
public final class CamState {

  private static final int V1 = 1;
  private static final int V2 = 2;
  private static final int MESSAGE_ID = 2;

  private static final int STATION_ID_AT = 16;
  private static final int STATION_ID_BITS = 32;
  private static final int GENERATION_DELTA_AT = STATION_ID_AT + STATION_ID_BITS;
  private static final int GENERATION_DELTA_BITS = 16;
  private static final int CAM_PARAMETERS_AT = GENERATION_DELTA_AT + GENERATION_DELTA_BITS;
  private static final int BASIC_EXTENDED_AT = CAM_PARAMETERS_AT + 1 + 2;
  private static final int STATION_TYPE_AT = BASIC_EXTENDED_AT + 1;
  private static final int STATION_TYPE_BITS = 8;
  private static final int LATITUDE_AT = STATION_TYPE_AT + STATION_TYPE_BITS;
  private static final int LONGITUDE_AT = LATITUDE_AT + EtsiBits.LATITUDE_BITS;
  private static final int SEMI_MAJOR_AT = LONGITUDE_AT + EtsiBits.LONGITUDE_BITS;
  private static final int SEMI_MINOR_AT = SEMI_MAJOR_AT + EtsiBits.SEMI_AXIS_BITS;
  private static final int ORIENTATION_AT = SEMI_MINOR_AT + EtsiBits.SEMI_AXIS_BITS;
  private static final int ALTITUDE_AT = ORIENTATION_AT + EtsiBits.ANGLE_BITS;
  private static final int HIGH_FREQUENCY_AT =
      ALTITUDE_AT + EtsiBits.ALTITUDE_BITS + EtsiBits.ALTITUDE_CONFIDENCE_BITS;
  private static final int VEHICLE_AT = HIGH_FREQUENCY_AT + 1 + 1;
  private static final int HEADING_AT = VEHICLE_AT + 7;
  private static final int HEADING_CONFIDENCE_AT = HEADING_AT + EtsiBits.ANGLE_BITS;
  private static final int SPEED_AT = HEADING_CONFIDENCE_AT + EtsiBits.CONFIDENCE_BITS;
  private static final int SPEED_CONFIDENCE_AT = SPEED_AT + EtsiBits.SPEED_BITS;
  private static final int VEHICLE_BYTES = (SPEED_CONFIDENCE_AT + EtsiBits.CONFIDENCE_BITS + 7) / 8;

  /// A road-side unit's container has at least two bits.
  private static final int ROAD_SIDE_BYTES = (VEHICLE_AT + 2 + 7) / 8;

  private CamState() {}

  /// The report that a CAM is, or the reason why there is none.
  ///
  /// @param bytes holds the message and is only read
  /// @param receivedMs when it was received, milliseconds since 1970
  public static Decoded read(byte[] bytes, int offset, int length, long receivedMs) {
    if (length < ROAD_SIDE_BYTES
        || length > Unpacker.MESSAGE_BYTES_MAX
        || !isCam(bytes[offset], bytes[offset + 1])
        || at(bytes, offset, length, BASIC_EXTENDED_AT, 1) != 0
        || !hasPosition(bytes, offset, length)) {
      return WholeMessage.read(bytes, offset, length, receivedMs);
    }
    // The extension bit and the bit of the choice: 0 the vehicle's container, 1 the road-side
    // unit's, 2 and 3 an extension.
    long container = at(bytes, offset, length, HIGH_FREQUENCY_AT, 2);
    double speedMps = Double.NaN;
    double headingDeg = Double.NaN;
    if (container == 0) {
      if (length < VEHICLE_BYTES || !hasMotion(bytes, offset, length)) {
        return WholeMessage.read(bytes, offset, length, receivedMs);
      }
      speedMps = Quantity.SPEED.valueOf(at(bytes, offset, length, SPEED_AT, EtsiBits.SPEED_BITS));
      headingDeg =
          Quantity.HEADING.valueOf(at(bytes, offset, length, HEADING_AT, EtsiBits.ANGLE_BITS));
    } else if (container != 1) {
      return WholeMessage.read(bytes, offset, length, receivedMs);
    }
    int delta = (int) at(bytes, offset, length, GENERATION_DELTA_AT, GENERATION_DELTA_BITS);
    return new Report(
        at(bytes, offset, length, STATION_ID_AT, STATION_ID_BITS),
        StationType.ofCode((int) at(bytes, offset, length, STATION_TYPE_AT, STATION_TYPE_BITS))
            .orElse(StationType.UNKNOWN),
        MessageKind.CAM,
        ItsTime.unixMsOfGenerationDelta(delta, receivedMs),
        EtsiBits.latitudeDeg(at(bytes, offset, length, LATITUDE_AT, EtsiBits.LATITUDE_BITS)),
        EtsiBits.longitudeDeg(at(bytes, offset, length, LONGITUDE_AT, EtsiBits.LONGITUDE_BITS)),
        speedMps,
        headingDeg,
        Accuracy.radiusM(
            semiAxisM(bytes, offset, length, SEMI_MAJOR_AT),
            semiAxisM(bytes, offset, length, SEMI_MINOR_AT)));
  }

  private static boolean isCam(byte protocolVersion, byte messageId) {
    return messageId == MESSAGE_ID && (protocolVersion == V2 || protocolVersion == V1);
  }

  private static boolean hasPosition(byte[] bytes, int offset, int length) {
    return EtsiBits.isPosition(
        at(bytes, offset, length, LATITUDE_AT, EtsiBits.LATITUDE_BITS),
        at(bytes, offset, length, LONGITUDE_AT, EtsiBits.LONGITUDE_BITS),
        at(bytes, offset, length, ORIENTATION_AT, EtsiBits.ANGLE_BITS),
        at(bytes, offset, length, ALTITUDE_AT, EtsiBits.ALTITUDE_BITS));
  }

  private static boolean hasMotion(byte[] bytes, int offset, int length) {
    return at(bytes, offset, length, HEADING_AT, EtsiBits.ANGLE_BITS) <= EtsiBits.ANGLE_MAX
        && at(bytes, offset, length, HEADING_CONFIDENCE_AT, EtsiBits.CONFIDENCE_BITS)
            <= EtsiBits.CONFIDENCE_RAW_MAX
        && at(bytes, offset, length, SPEED_CONFIDENCE_AT, EtsiBits.CONFIDENCE_BITS)
            <= EtsiBits.CONFIDENCE_RAW_MAX;
  }

  private static double semiAxisM(byte[] bytes, int offset, int length, int bit) {
    return Quantity.SEMI_AXIS.valueOf(at(bytes, offset, length, bit, EtsiBits.SEMI_AXIS_BITS));
  }

  private static long at(byte[] bytes, int offset, int length, int bit, int width) {
    return FixedBits.read(bytes, offset, length, bit, width);
  }
}
