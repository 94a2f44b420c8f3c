package city.wayside.kit.mqtt;

import city.wayside.model.config.Secret;
import org.jspecify.annotations.Nullable;

/// Which server to connect to, and how.
///
/// @param host name or address
/// @param port TCP port
/// @param version the MQTT version to speak
/// @param username sent at CONNECT; nothing for an anonymous client
/// @param password sent at CONNECT along with the user name
public record MqttTarget(
    String host,
    int port,
    MqttVersion version,
    @Nullable String username,
    @Nullable Secret password) {

  /// Refuses what is no port, and a password that nobody has.
  public MqttTarget {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port " + port);
    }
    if (username == null && password != null) {
      throw new IllegalArgumentException("a password without a user name");
    }
  }

  /// An anonymous client's target.
  public static MqttTarget of(String host, int port, MqttVersion version) {
    return new MqttTarget(host, port, version, null, null);
  }
}
