package city.wayside.kit.mqtt;

import city.wayside.model.config.Secret;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which server to connect to, and how.
///
/// @param host name or address
/// @param port TCP port
/// @param version the MQTT version to speak
/// @param username sent at CONNECT; nothing for an anonymous client
/// @param password sent at CONNECT along with the user name
/// @param tls how TLS is spoken; nothing for plain TCP
public record MqttTarget(
    String host,
    int port,
    MqttVersion version,
    @Nullable String username,
    @Nullable Secret password,
    @Nullable MqttTls tls) {

  private static final Pattern ADDRESS =
      Pattern.compile("(?:\\[([^\\[\\]]+)]|([^:\\[\\]]+))(?::(\\d{1,5}))?");

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
    return new MqttTarget(host, port, version, null, null, null);
  }

  /// The same over TLS.
  public MqttTarget withTls(MqttTls otherTls) {
    return new MqttTarget(host, port, version, username, password, otherTls);
  }

  /// The server that a server names instead of itself (MQTT 5 §4.11): of the addresses in the
  /// reference, each `host` or `host:port` with IPv6 in brackets, the first one that can be read.
  ///
  /// @return nothing when none can be
  public @Nullable MqttTarget elsewhere(String serverReference) {
    for (String address : serverReference.strip().split("\\s+")) {
      MqttTarget target = at(address);
      if (target != null) {
        return target;
      }
    }
    return null;
  }

  private @Nullable MqttTarget at(String address) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      return null;
    }
    String otherHost = parts.group(1) == null ? parts.group(2) : parts.group(1);
    int otherPort = parts.group(3) == null ? port : Integer.parseInt(parts.group(3));
    return otherPort < 1 || otherPort > 65_535
        ? null
        : new MqttTarget(otherHost, otherPort, version, username, password, tls);
  }
}
