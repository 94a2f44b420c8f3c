package city.wayside.messages.envelope;

/// What a message seems to be, by its first two bytes; only decoding it can tell.
public enum MessageFamily {
  /// A message of ETSI, which begins with an ItsPduHeader.
  ETSI_PDU,
  /// A MessageFrame of SAE J2735.
  J2735_MESSAGE_FRAME,
  /// Something else; only found within an envelope.
  OTHER
}
