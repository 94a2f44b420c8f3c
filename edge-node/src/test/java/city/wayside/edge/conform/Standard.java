package city.wayside.edge.conform;

import java.util.List;

/// The two standards with their numbered statements.
enum Standard {
  MQTT_5("MQTT 5", "mqtt-5.txt", "https://docs.oasis-open.org/mqtt/mqtt/v5.0/os/mqtt-v5.0-os.html"),
  MQTT_311(
      "MQTT 3.1.1",
      "mqtt-3.1.1.txt",
      "https://docs.oasis-open.org/mqtt/mqtt/v3.1.1/os/mqtt-v3.1.1-os.html");

  /// One numbered statement.
  ///
  /// @param id as the standard has it, without brackets
  /// @param duty whose it is
  /// @param words what it comes to, in our own words
  record Statement(String id, Duty duty, String words) {}

  private final String title;
  private final String file;
  private final String address;

  Standard(String title, String file, String address) {
    this.title = title;
    this.file = file;
    this.address = address;
  }

  /// Its name.
  String title() {
    return title;
  }

  /// Where it is published.
  String address() {
    return address;
  }

  /// All its statements, in its order.
  List<Statement> statements() {
    return ListFile.read(file).stream()
        .map(parts -> new Statement(parts.getFirst(), Duty.ofWord(parts.get(1)), parts.getLast()))
        .toList();
  }

  /// The statements of this standard that a test is for.
  List<String> ids(Normative of) {
    return List.of(
        switch (this) {
          case MQTT_5 -> of.mqtt5();
          case MQTT_311 -> of.mqtt311();
        });
  }
}
