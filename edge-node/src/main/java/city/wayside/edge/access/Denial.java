package city.wayside.edge.access;

import java.util.Locale;

/// Every reason for which a client is not let in. The name's lower-case word is stable: it is the
/// counter's label and the word in the log.
///
/// MQTT 5 codes are the CONNACK reason codes of MQTT 5 §3.2.2.2, MQTT 3 codes the return codes of
/// MQTT 3.1.1 §3.2.2.3; CoAP codes those of RFC 7252 §12.1.2 and RFC 8516 (4.29).
public enum Denial {
  /// User name, password or token is wrong; which of them is not told.
  BAD_CREDENTIALS(0x86, 4, "4.01"),
  /// It is not known, shows nothing by which it could be, or may not do what it wants.
  NOT_AUTHORIZED(0x87, 5, "4.03"),
  /// It is registered, and was disabled.
  BANNED(0x8A, 5, "4.03"),
  /// Its client id belongs to another client.
  BAD_CLIENT_ID(0x85, 2, "4.00"),
  /// Too many logins from its address failed.
  TOO_FAST(0x97, 3, "4.29"),
  /// Too many clients connect at once; try again.
  BUSY(0x89, 3, "5.03"),
  /// What decides does not answer; try again.
  UNAVAILABLE(0x88, 3, "5.03");

  private final int mqtt5Code;
  private final int mqtt3Code;
  private final String coapCode;
  private final String word = name().toLowerCase(Locale.ROOT);

  Denial(int mqtt5Code, int mqtt3Code, String coapCode) {
    this.mqtt5Code = mqtt5Code;
    this.mqtt3Code = mqtt3Code;
    this.coapCode = coapCode;
  }

  /// The CONNACK reason code for MQTT 5 clients.
  public int mqtt5Code() {
    return mqtt5Code;
  }

  /// The CONNACK return code for MQTT 3.1.1 clients.
  public int mqtt3Code() {
    return mqtt3Code;
  }

  /// The response code for CoAP clients, as class.detail.
  public String coapCode() {
    return coapCode;
  }

  /// The stable word.
  public String word() {
    return word;
  }
}
