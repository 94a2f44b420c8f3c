package city.wayside.edge.endpoint.mqtt.topic;

/// The answer to one filter of a SUBSCRIBE.
public enum Permission {
  /// Granted, with QoS 0 at most.
  AT_MOST_ONCE(0x00, "granted"),
  /// Granted, with QoS 1 at most.
  AT_LEAST_ONCE(0x01, "granted"),
  /// Well-formed, and not for this client.
  NOT_AUTHORIZED(
      0x87,
      "a client may subscribe to its own v1/refused and v1/down, to v1/geo and to the out queue"),
  /// Not well-formed, or of levels that no tile has.
  FILTER_INVALID(0x8F, "the filter breaks the rules for wildcards, lengths or tiles"),
  /// More filters than one client may have.
  TOO_MANY(0x97, "the client has as many filters as one may have"),
  /// A shared subscription.
  SHARED(0x9E, "there are no shared subscriptions");

  private final int reasonCode;
  private final String reason;

  Permission(int reasonCode, String reason) {
    this.reasonCode = reasonCode;
    this.reason = reason;
  }

  /// True when the client gets what it asks for, be it with a lower QoS.
  public boolean isGranted() {
    return reasonCode < 0x80;
  }

  /// The highest QoS that is granted.
  public int qosMax() {
    if (!isGranted()) {
      throw new IllegalStateException(this + " grants nothing");
    }
    return reasonCode;
  }

  /// The reason code of SUBACK (MQTT 5 §3.9.3) for what a client asks for; MQTT 3.1.1 knows 0x80
  /// only.
  ///
  /// @param wantedQos the QoS that the client asks for, 0 to 2
  public int reasonCode(int wantedQos) {
    return isGranted() ? Math.min(wantedQos, reasonCode) : reasonCode;
  }

  /// One sentence for the developer of the client.
  public String reason() {
    return reason;
  }
}
