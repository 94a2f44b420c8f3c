package city.wayside.town.config;

import java.util.Locale;
import java.util.regex.Pattern;

/// The environment variable of a key: `edge.mqtt.keepAliveS` is `WAYSIDE_EDGE_MQTT_KEEP_ALIVE_S`.
final class EnvironmentName {

  /// What all of them begin with.
  static final String PREFIX = "WAYSIDE_";

  private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private EnvironmentName() {}

  /// The variable of a key's full path.
  static String of(String path) {
    String words = NEXT_WORD.matcher(path).replaceAll("_").replace('.', '_');
    return PREFIX + words.toUpperCase(Locale.ROOT);
  }
}
