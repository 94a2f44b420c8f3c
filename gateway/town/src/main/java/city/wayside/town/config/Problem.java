package city.wayside.town.config;

/// One thing that is wrong with a configuration, for the person who wrote it.
///
/// @param source the file as it was named, or the environment variable
/// @param line line from 1; 0 when the source has no lines
/// @param column column from 1; 0 when the source has no lines
/// @param key the key's full path, such as `edge.mqtt.port`; empty for the source as a whole
/// @param fault what is wrong, with the value; never the value of a secret
/// @param remedy what is allowed, or what to do
public record Problem(
    String source, int line, int column, String key, String fault, String remedy) {

  /// The problem in one line.
  @Override
  public String toString() {
    String place = line == 0 ? source : source + ":" + line + ":" + column;
    return place + ": " + (key.isEmpty() ? "" : key + " ") + fault + "; " + remedy;
  }
}
