package city.wayside.edge.coap.conform;

/// How far a case of the plugtests is the server's concern.
enum Concern {
  SERVER("server", "The server does it, and there is a test that it does."),
  REFUSED(
      "refused",
      "It is about what is not offered here: there is nothing to be put, deleted, created at a"
          + " place of its own, or compared with a copy; there is a test of what the server answers"
          + " instead.");

  private final String word;
  private final String meaning;

  Concern(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /// How the list names it.
  String word() {
    return word;
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
