package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.endpoint.mqtt.packet.ReasonCode;
import java.util.Locale;

/// Why a connection ended: one stable word, the reason code that MQTT 5 clients are told, and
/// whether the client's will is published.
enum Ending {
  /// The client said good-bye.
  GOOD_BYE(0, false),
  /// The client said good-bye and wants its will published (MQTT 5 §3.14.2.1, 0x04).
  GOOD_BYE_WITH_WILL(0, true),
  /// The network or the client's program broke.
  LOST(0, true),
  /// Nothing was heard for one and a half times the keep alive.
  KEEP_ALIVE(ReasonCode.KEEP_ALIVE_TIMEOUT, true),
  /// The client broke a rule of the protocol; the violation names the code.
  VIOLATION(ReasonCode.PROTOCOL_ERROR, true),
  /// Another connection of the same client has taken its place.
  TAKEN_OVER(ReasonCode.SESSION_TAKEN_OVER, true),
  /// Too slow for what it is subscribed to.
  TOO_SLOW(ReasonCode.QUOTA_EXCEEDED, true),
  /// More bytes of incomplete packets than the node holds.
  TOO_MUCH(ReasonCode.QUOTA_EXCEEDED, true),
  /// Its entry in the registry was removed or disabled.
  NO_LONGER_ALLOWED(ReasonCode.ADMINISTRATIVE_ACTION, true),
  /// The edge node stops; another one is there.
  MOVED(ReasonCode.USE_ANOTHER_SERVER, false),
  /// The edge node stops.
  STOPPED(ReasonCode.SERVER_SHUTTING_DOWN, false);

  private final int reasonCode;
  private final boolean publishesWill;
  private final String word = name().toLowerCase(Locale.ROOT);

  Ending(int reasonCode, boolean publishesWill) {
    this.reasonCode = reasonCode;
    this.publishesWill = publishesWill;
  }

  /// The code of the DISCONNECT; 0 when there is nobody to tell.
  int reasonCode() {
    return reasonCode;
  }

  /// True when the client's will is published.
  boolean publishesWill() {
    return publishesWill;
  }

  /// The stable word.
  String word() {
    return word;
  }
}
