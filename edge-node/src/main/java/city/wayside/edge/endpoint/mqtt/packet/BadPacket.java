package city.wayside.edge.endpoint.mqtt.packet;

/// A packet that breaks a rule; on its way from the field at fault to the listener. Carries no
/// stack trace: it is an answer to the client, not a fault of the program.
final class BadPacket extends Exception {

  private static final long serialVersionUID = 1;

  private final int reasonCode;
  private final String reason;

  BadPacket(int reasonCode, String reason) {
    super(reason, null, false, false);
    this.reasonCode = reasonCode;
    this.reason = reason;
  }

  /// Bytes that cannot be read as the standard says (MQTT 5 §1.2, "Malformed Packet").
  static BadPacket malformed(String reason) {
    return new BadPacket(ReasonCode.MALFORMED_PACKET, reason);
  }

  /// Readable, but not allowed (MQTT 5 §1.2, "Protocol Error").
  static BadPacket protocolError(String reason) {
    return new BadPacket(ReasonCode.PROTOCOL_ERROR, reason);
  }

  /// More than this server takes of something.
  static BadPacket tooMany(String what, int countMax) {
    return new BadPacket(ReasonCode.QUOTA_EXCEEDED, "has more than " + countMax + " " + what);
  }

  int reasonCode() {
    return reasonCode;
  }

  String reason() {
    return reason;
  }
}
