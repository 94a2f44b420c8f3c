package city.wayside.messages.envelope;

/// What bytes begin, told by the first two of them. [EnvelopeReader] has the table.
enum FirstBytes {
  GN_BASIC_HEADER,
  GN_COMMON_HEADER,
  IEEE_1609_2_DATA,
  LEGACY_SECURED_MESSAGE,
  ETSI_PDU,
  J2735_MESSAGE_FRAME,
  UNKNOWN;

  /// The highest MessageId that ETSI TS 102 894-2 v2.4.1 has given.
  private static final int MESSAGE_ID_MAX = 21;

  /// DSRCmsgID of SAE J2735: the lowest since 2016 and the highest of 2024, then those for tests.
  private static final int MSG_ID_MIN = 18;

  private static final int MSG_ID_MAX = 50;
  private static final int MSG_ID_TEST_MIN = 240;

  private static final int CONTENT_MIN = 0x80;
  private static final int CONTENT_MAX = 0x84;

  /// Tells what begins at the cursor, which does not move.
  static FirstBytes of(ByteCursor in) {
    return of(in.peek(0), in.peek(1));
  }

  /// Tells what two bytes begin; -1 stands for one that is not there.
  static FirstBytes of(int first, int second) {
    if (second < 0) {
      return UNKNOWN;
    }
    return switch (first) {
      case 0x00 -> isMsgId(second) ? J2735_MESSAGE_FRAME : commonWithoutPayload(second);
      case 0x01 -> second == 0 ? GN_BASIC_HEADER : pdu(second, UNKNOWN);
      case 0x02 -> second == 0 ? GN_BASIC_HEADER : pdu(second, LEGACY_SECURED_MESSAGE);
      case 0x03 ->
          second >= CONTENT_MIN && second <= CONTENT_MAX ? IEEE_1609_2_DATA : pdu(second, UNKNOWN);
      case 0x10, 0x20, 0x30 -> GnHeaderType.ofCode(second) == null ? UNKNOWN : GN_COMMON_HEADER;
      case 0x11, 0x12 -> GN_BASIC_HEADER;
      default -> UNKNOWN;
    };
  }

  private static boolean isMsgId(int second) {
    return second >= MSG_ID_TEST_MIN || (second >= MSG_ID_MIN && second <= MSG_ID_MAX);
  }

  private static FirstBytes pdu(int second, FirstBytes otherwise) {
    return second >= 1 && second <= MESSAGE_ID_MAX ? ETSI_PDU : otherwise;
  }

  private static FirstBytes commonWithoutPayload(int second) {
    GnHeaderType type = GnHeaderType.ofCode(second);
    return type == null || type.hasPayload() ? UNKNOWN : GN_COMMON_HEADER;
  }
}
