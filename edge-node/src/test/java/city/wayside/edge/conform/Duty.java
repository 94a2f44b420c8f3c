package city.wayside.edge.conform;

/// Whose duty a statement is, and for statements that do not concern us, why.
enum Duty {
  SERVER("server", true, "A server must do it, and there is a test that it does."),
  BREACH(
      "breach",
      true,
      "A client must do it; there is a test of how the server answers one that does not."),
  CLIENT("client", false, "A client must do it, and a server can neither tell nor break it."),
  RELAY(
      "relay",
      false,
      "For brokers: here a client's publication is never handed on to other clients as it is. The"
          + " gateway takes it in, and what goes down are messages of its own."),
  INTAKE(
      "intake",
      false,
      "For brokers: a client's publication is taken in once and kept by nobody under its topic, so"
          + " RETAIN has no meaning on its way up and is passed over. What is retained for"
          + " subscribers, geo messages, is the gateway's own."),
  SHARED(
      "shared",
      false,
      "Shared subscriptions are not offered: CONNACK says so, and SUBACK refuses them with 0x9E."),
  AUTH(
      "auth",
      false,
      "Enhanced authentication is not offered: CONNECT with an authentication method is refused"
          + " with 0x8C, so no exchange of AUTH ever begins."),
  QOS_1_DOWN(
      "qos1Down",
      false,
      "The sender's side of QoS 2: what goes down has QoS 1 at most, and SUBACK says so."),
  ALL_QOS("allQos", false, "For servers that do not take every QoS; this one does."),
  LINKS("links", false, "For servers that connect to other servers; this one does not.");

  private final String word;
  private final boolean isTested;
  private final String meaning;

  Duty(String word, boolean isTested, String meaning) {
    this.word = word;
    this.isTested = isTested;
    this.meaning = meaning;
  }

  /// How the lists name it.
  String word() {
    return word;
  }

  /// True when each statement of the kind needs a test.
  boolean isTested() {
    return isTested;
  }

  /// What it means, for people.
  String meaning() {
    return meaning;
  }

  static Duty ofWord(String word) {
    for (Duty duty : values()) {
      if (duty.word.equals(word)) {
        return duty;
      }
    }
    throw new IllegalArgumentException("no duty: " + word);
  }
}
