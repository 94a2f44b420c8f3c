package city.wayside.messages.selective;

import city.wayside.messages.Unpacker;
import city.wayside.messages.time.ItsTime;
import city.wayside.messages.translation.RelevanceClasses;
import city.wayside.messages.uper.Tape;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.Decoded;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.util.List;

/// Reads what a DENM of protocol version 1 or 2 is passed on by:
///
/// ```
///   0  protocolVersion 8 | messageID 8 | stationID 32
///  48  situation present 1 | location present 1 | alacarte present 1
///  51  management: extended 1 | optional 5
///  57  originatingStationID 32 | sequenceNumber 16
/// 105  detectionTime 42 | referenceTime 42
/// 189  [termination 1] | latitude 31 | longitude 32 | ellipse 36 | altitude 24
///      [relevanceDistance 3] | [relevanceTrafficDirection 2]
///      [validityDuration 17] | [transmissionInterval 14] | stationType 8
///      [situation: extended 1 | optional 2 | informationQuality 3
///                  version 2: eventType extended 1 | causeCode 8 | subCauseCode 8]
/// ```
///
/// For every message that is well formed these are the values of the event that the full decoder
/// and the translation give. Up to the cause whatever the full decoder refuses is refused with the
/// same code; what is malformed further out is not noticed.
public final class DenmState {

  private static final int V1 = 1;
  private static final int V2 = 2;
  private static final int MESSAGE_ID = 1;

  private static final int OPTIONAL_AT = 48;
  private static final int OPTIONAL_BITS = 3 + 1 + 5;
  private static final int HAS_SITUATION = 1 << 8;
  private static final int EXTENDED = 1 << 5;
  private static final int HAS_TERMINATION = 1 << 4;
  private static final int HAS_DISTANCE = 1 << 3;
  private static final int HAS_DIRECTION = 1 << 2;
  private static final int HAS_VALIDITY = 1 << 1;
  private static final int HAS_INTERVAL = 1;

  private static final int ORIGIN_AT = OPTIONAL_AT + OPTIONAL_BITS;
  private static final int ORIGIN_BITS = 32;
  private static final int SEQUENCE_AT = ORIGIN_AT + ORIGIN_BITS;
  private static final int SEQUENCE_BITS = 16;
  private static final int DETECTION_AT = SEQUENCE_AT + SEQUENCE_BITS;
  private static final int TIMESTAMP_BITS = 42;
  private static final int REFERENCE_AT = DETECTION_AT + TIMESTAMP_BITS;
  private static final int TERMINATION_AT = REFERENCE_AT + TIMESTAMP_BITS;

  private static final int LONGITUDE_AFTER = EtsiBits.LATITUDE_BITS;
  private static final int ORIENTATION_AFTER =
      LONGITUDE_AFTER + EtsiBits.LONGITUDE_BITS + 2 * EtsiBits.SEMI_AXIS_BITS;
  private static final int ALTITUDE_AFTER = ORIENTATION_AFTER + EtsiBits.ANGLE_BITS;
  private static final int POSITION_BITS =
      ALTITUDE_AFTER + EtsiBits.ALTITUDE_BITS + EtsiBits.ALTITUDE_CONFIDENCE_BITS;

  private static final int DISTANCE_BITS = 3;
  private static final int DIRECTION_BITS = 2;
  private static final int VALIDITY_BITS = 17;
  private static final int VALIDITY_MAX_S = 86_400;
  private static final int VALIDITY_DEFAULT_S = 600;
  private static final int INTERVAL_BITS = 14;
  private static final int INTERVAL_RAW_MAX = 9_999;
  private static final int STATION_TYPE_BITS = 8;
  private static final int SITUATION_HEAD_BITS = 1 + 2 + 3;
  private static final int CAUSES_BITS = 8 + 8;

  private static final int BYTES_MIN = (TERMINATION_AT + POSITION_BITS + STATION_TYPE_BITS) / 8;

  private DenmState() {}

  /// The head of a DENM, or the reason why there is none.
  ///
  /// @param bytes holds the message and is only read
  /// @param receivedMs when it was received, milliseconds since 1970
  public static DenmHead read(byte[] bytes, int offset, int length, long receivedMs) {
    if (length < BYTES_MIN
        || length > Unpacker.MESSAGE_BYTES_MAX
        || bytes[offset + 1] != MESSAGE_ID
        || (bytes[offset] != V2 && bytes[offset] != V1)) {
      return inFull(bytes, offset, length, receivedMs);
    }
    int optional = (int) at(bytes, offset, length, OPTIONAL_AT, OPTIONAL_BITS);
    int positionAt = TERMINATION_AT + width(optional, HAS_TERMINATION, 1);
    int distanceAt = positionAt + POSITION_BITS;
    int directionAt = distanceAt + width(optional, HAS_DISTANCE, DISTANCE_BITS);
    int validityAt = directionAt + width(optional, HAS_DIRECTION, DIRECTION_BITS);
    int intervalAt = validityAt + width(optional, HAS_VALIDITY, VALIDITY_BITS);
    int situationAt = intervalAt + width(optional, HAS_INTERVAL, INTERVAL_BITS) + STATION_TYPE_BITS;
    // The cause of version 2 has an extension bit.
    int causesAt = situationAt + SITUATION_HEAD_BITS + (bytes[offset] == V2 ? 1 : 0);
    boolean hasSituation = (optional & HAS_SITUATION) != 0;
    if ((optional & EXTENDED) != 0
        || (hasSituation ? causesAt + CAUSES_BITS : situationAt) > 8 * length
        || !hasPosition(bytes, offset, length, positionAt)) {
      return inFull(bytes, offset, length, receivedMs);
    }
    long validityS =
        either(bytes, offset, length, optional & HAS_VALIDITY, validityAt, VALIDITY_BITS);
    long interval =
        either(bytes, offset, length, optional & HAS_INTERVAL, intervalAt, INTERVAL_BITS);
    if (validityS > VALIDITY_MAX_S || interval > INTERVAL_RAW_MAX) {
      return inFull(bytes, offset, length, receivedMs);
    }
    long detectedMs =
        ItsTime.unixMsOfTimestamp(at(bytes, offset, length, DETECTION_AT, TIMESTAMP_BITS));
    return new DenmHead.Hazard(
        at(bytes, offset, length, ORIGIN_AT, ORIGIN_BITS),
        (int) at(bytes, offset, length, SEQUENCE_AT, SEQUENCE_BITS),
        hasSituation ? (int) at(bytes, offset, length, causesAt, CAUSES_BITS) : 0,
        termination(either(bytes, offset, length, optional & HAS_TERMINATION, TERMINATION_AT, 1)),
        detectedMs,
        ItsTime.unixMsOfTimestamp(at(bytes, offset, length, REFERENCE_AT, TIMESTAMP_BITS)),
        detectedMs + (validityS == Tape.ABSENT ? VALIDITY_DEFAULT_S : validityS) * 1000L,
        EtsiBits.latitudeDeg(at(bytes, offset, length, positionAt, EtsiBits.LATITUDE_BITS)),
        EtsiBits.longitudeDeg(
            at(bytes, offset, length, positionAt + LONGITUDE_AFTER, EtsiBits.LONGITUDE_BITS)),
        RelevanceClasses.of(
            either(bytes, offset, length, optional & HAS_DISTANCE, distanceAt, DISTANCE_BITS),
            either(bytes, offset, length, optional & HAS_DIRECTION, directionAt, DIRECTION_BITS)));
  }

  private static int width(int optional, int bit, int width) {
    return (optional & bit) == 0 ? 0 : width;
  }

  private static boolean hasPosition(byte[] bytes, int offset, int length, int bit) {
    return EtsiBits.isPosition(
        at(bytes, offset, length, bit, EtsiBits.LATITUDE_BITS),
        at(bytes, offset, length, bit + LONGITUDE_AFTER, EtsiBits.LONGITUDE_BITS),
        at(bytes, offset, length, bit + ORIENTATION_AFTER, EtsiBits.ANGLE_BITS),
        at(bytes, offset, length, bit + ALTITUDE_AFTER, EtsiBits.ALTITUDE_BITS));
  }

  private static RoadEvent.Termination termination(long cell) {
    if (cell == Tape.ABSENT) {
      return RoadEvent.Termination.NONE;
    }
    return cell == 0 ? RoadEvent.Termination.CANCELLED : RoadEvent.Termination.NEGATED;
  }

  /// A field that may be left out: its number, or [Tape#ABSENT].
  private static long either(
      byte[] bytes, int offset, int length, int present, int bit, int width) {
    return present == 0 ? Tape.ABSENT : at(bytes, offset, length, bit, width);
  }

  private static long at(byte[] bytes, int offset, int length, int bit, int width) {
    return FixedBits.read(bytes, offset, length, bit, width);
  }

  private static DenmHead inFull(byte[] bytes, int offset, int length, long receivedMs) {
    return switch (WholeMessage.read(bytes, offset, length, receivedMs)) {
      case Decoded.Undecodable(Refused refused) -> new DenmHead.Undecodable(refused);
      case Decoded.Events(List<RoadEvent> events) when isDenm(bytes, offset) ->
          DenmHead.Hazard.of(events.getFirst());
      default ->
          new DenmHead.Undecodable(new Refused(Refusal.UNSUPPORTED_TYPE, "the message is no denm"));
    };
  }

  private static boolean isDenm(byte[] bytes, int offset) {
    return bytes[offset] != 0 && bytes[offset + 1] == MESSAGE_ID;
  }
}
