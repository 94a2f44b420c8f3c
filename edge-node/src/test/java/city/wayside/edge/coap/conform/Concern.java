package city.wayside.edge.coap.conform;

/// Whose concern a case of the plugtests is, and for those that are not ours, why.
enum Concern {
  SERVER("server", true, "The server does it, and there is a test that it does."),
  REFUSED(
      "refused",
      true,
      "It is about what is not offered here: there is nothing to be put, deleted, created at a"
          + " place of its own, or compared with a copy; there is a test of what the server answers"
          + " instead."),
  DOOR(
      "door",
      false,
      "It is about the handshake before CoAP. The secure door has tests of its own, in the package"
          + " `city.wayside.edge.endpoint.coap.dtls`, with the same and with broken credentials.");

  private final String word;
  private final boolean isTested;
  private final String meaning;

  Concern(String word, boolean isTested, String meaning) {
    this.word = word;
    this.isTested = isTested;
    this.meaning = meaning;
  }

  /// How the list names it.
  String word() {
    return word;
  }

  /// True when each case of the kind needs a test.
  boolean isTested() {
    return isTested;
  }

  /// What it means, for people.
  String meaning() {
    return meaning;
  }

  static Concern ofWord(String word) {
    for (Concern concern : values()) {
      if (concern.word.equals(word)) {
        return concern;
      }
    }
    throw new IllegalArgumentException("no concern: " + word);
  }
}
