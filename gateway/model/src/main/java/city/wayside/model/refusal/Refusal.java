package city.wayside.model.refusal;

import java.util.Locale;
import java.util.Optional;

/// Every reason for which a message is turned away. The name's lower-case word is stable: it is the
/// `code` of `v1/refused/{client}`, the counter label and the word in the log.
///
/// The order is from what the sender has to mend to what passes by itself: of several refusals the
/// first is the worst.
///
/// MQTT codes are the PUBACK reason codes of MQTT 5 §3.4.2.1; CoAP codes those of RFC 7252 §12.1.2,
/// RFC 8516 (4.29) and RFC 9290's problem details.
public enum Refusal {
  /// The payload is not what its type says: not JSON, not UPER, a field of the wrong type.
  MALFORMED(0x99, "4.00"),
  /// The payload is longer than the endpoint takes. MQTT's 0x95 (packet too large) closes the
  /// connection and is no PUBACK code; 0x97 is "an administrative limit has been exceeded".
  TOO_LARGE(0x97, "4.13"),
  /// The topic or path is not part of the closed tree.
  UNKNOWN_TOPIC(0x90, "4.04"),
  /// The type is known but this version does not decode it yet, or not in this encoding.
  UNSUPPORTED_TYPE(0x99, "4.15"),
  /// A station type that the standard does not have.
  UNKNOWN_STATION_TYPE(0x99, "4.22"),
  /// A value outside the range its field may have.
  OUT_OF_RANGE(0x99, "4.22"),
  /// The station in the payload is not the station in the topic.
  STATION_MISMATCH(0x99, "4.22"),
  /// The client may not speak for this station.
  NOT_AUTHORIZED(0x87, "4.03"),
  /// The measurement time is too far from the gateway's clock.
  CLOCK(0x83, "4.22"),
  /// In range, but not believable with what is known of the station.
  IMPLAUSIBLE(0x83, "4.22"),
  /// The same report was taken already; the sender is told success, for it has nothing to mend.
  DUPLICATE(0x00, "2.04"),
  /// A newer report of the station was taken already; answered like a duplicate.
  STALE(0x00, "2.04"),
  /// More messages than the client's or the station's quota.
  TOO_FAST(0x97, "4.29"),
  /// The gateway has more work than it can take; try again.
  OVERLOADED(0x97, "5.03"),
  /// A beacon that was left out on purpose: under load fewer beacons of each station are taken.
  /// There is nothing to mend and nothing to send again, for the station's next beacon says more.
  /// It is not told success, because nothing was kept.
  THINNED(0x97, "5.03");

  private final int mqttReasonCode;
  private final String coapCode;
  private final String word = name().toLowerCase(Locale.ROOT);

  Refusal(int mqttReasonCode, String coapCode) {
    this.mqttReasonCode = mqttReasonCode;
    this.coapCode = coapCode;
  }

  /// The PUBACK reason code for MQTT 5 clients, 0 to 255.
  public int mqttReasonCode() {
    return mqttReasonCode;
  }

  /// True when the sender is told success, for it has nothing to mend: what it sent is taken care
  /// of by a report that was admitted before.
  public boolean tellsSuccess() {
    return mqttReasonCode == 0;
  }

  /// The response code for CoAP clients, as class.detail.
  public String coapCode() {
    return coapCode;
  }

  /// The stable word.
  public String word() {
    return word;
  }

  /// The code of a word; empty for an unknown one.
  public static Optional<Refusal> ofWord(String word) {
    for (Refusal code : values()) {
      if (code.word.equals(word)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }
}
