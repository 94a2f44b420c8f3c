package city.wayside.messages.envelope;

/// What can lie around a message, from the outside in.
public enum Layer {
  /// GeoNetworking's Basic Header (ETSI EN 302 636-4-1 §9.6).
  GN_BASIC_HEADER,
  /// Ieee1609Dot2Data (IEEE 1609.2 §6.3), which ETSI TS 103 097 calls EtsiTs103097Data.
  IEEE_1609_2_DATA,
  /// SecuredMessage of ETSI TS 103 097 up to v1.2.1.
  LEGACY_SECURED_MESSAGE,
  /// GeoNetworking's Common Header (EN 302 636-4-1 §9.7) with the extended header of its type.
  GN_COMMON_HEADER,
  /// The transport header, of type A or B (ETSI EN 302 636-5-1).
  BTP_HEADER
}
