package city.wayside.messages.envelope;

import java.util.OptionalInt;

/// The header of the Basic Transport Protocol (ETSI EN 302 636-5-1 §7), of type A when it has a
/// source port and of type B when it has port information.
///
/// The destination port tells the kind of message (TS 103 248): 2001 CAM, 2002 DENM, 2003 MAPEM,
/// 2004 SPATEM and so on. Senders get it wrong; the message's own id is to be believed.
///
/// @param destinationPort 0 to 65535
/// @param sourcePort type A: where an answer is expected, 0 to 65535
/// @param destinationPortInfo type B: 0 to 65535
public record BtpHeader(
    int destinationPort, OptionalInt sourcePort, OptionalInt destinationPortInfo) {

  /// How long either type is.
  static final int LENGTH_BYTES = 4;

  static BtpHeader readA(ByteCursor in) throws Unreadable {
    int destination = in.uint16("BtpHeader.destinationPort");
    int source = in.uint16("BtpHeader.sourcePort");
    return new BtpHeader(destination, OptionalInt.of(source), OptionalInt.empty());
  }

  static BtpHeader readB(ByteCursor in) throws Unreadable {
    int destination = in.uint16("BtpHeader.destinationPort");
    int info = in.uint16("BtpHeader.destinationPortInfo");
    return new BtpHeader(destination, OptionalInt.empty(), OptionalInt.of(info));
  }
}
