package city.wayside.messages.envelope;

/// The parts of a GeoNetworking packet for tests, written field by field.
final class GnPacket {

  static final String BASIC =
      """
      11 // version 1, next header: Common Header
      00 // reserved
      1a // lifetime: multiplier 6, base 2 (10 s)
      05 // remaining hop limit
      """;

  static final String BASIC_SECURED =
      """
      12 // version 1, next header: secured packet
      00 // reserved
      05 // lifetime: multiplier 1, base 1 (1 s)
      01 // remaining hop limit
      """;

  static final String SOURCE =
      """
      bc 00 02 03 37 42 4d 01 // GN address: manual, station type 15, link-layer address
      00 00 07 d0             // timestamp: 2000 ms
      1f 4c 5b b0             // latitude 52.5097904
      f8 0a 1b 2c             // longitude -13.3555412
      85 6e                   // accurate, 13.90 m/s
      03 9d                   // heading 92.5
      """;

  static final String MEDIA_DEPENDENT = "00 00 00 00 // media-dependent data\n";

  static final String BTP_B =
      """
      07 d1 // destination port 2001
      00 2a // destination port info 42
      """;

  /// Seven bytes that begin like a CAM.
  static final String CAM =
      """
      02             // protocol version 2
      02             // message id 2: CAM
      00 00 12 67    // station id 4711
      ff             // a byte of what follows
      """;

  private GnPacket() {}

  /// A Common Header with BTP-B.
  ///
  /// @param type header type and subtype in hexadecimal
  static String common(String type, int payloadBytes) {
    return common("20", type, payloadBytes);
  }

  static String common(String nextHeader, String type, int payloadBytes) {
    return nextHeader
        + " // next header\n"
        + type
        + " // header type and subtype\n"
        + "c3 // traffic class: store, offload, 3\n"
        + "80 // flags: mobile\n"
        + "%04x // payload length\n".formatted(payloadBytes)
        + "0a // maximum hop limit\n"
        + "00 // reserved\n";
  }

  /// A single-hop broadcast of the CAM, from the Common Header on.
  static String shb() {
    return common("50", 11) + SOURCE + MEDIA_DEPENDENT + BTP_B + CAM;
  }
}
