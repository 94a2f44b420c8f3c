package city.wayside.edge.endpoint.mqtt.session;

import city.wayside.model.config.Setting;

/// How long sessions outlast their connections.
///
/// @param expirySMax the longest time that a session is kept for a client that is away
/// @param saveEveryMs how often the session of a connected client is saved when it has changed
/// @param refreshEveryMs how often it is saved although it has not, so that the grid keeps it
public record SessionConfig(
    @Setting(
            value = "Sessions of clients that are away are kept for this many seconds at most.",
            otherwise = "86400",
            min = 0,
            max = 2_592_000)
        long expirySMax,
    @Setting(
            value = "A session that has changed is saved after this many milliseconds.",
            otherwise = "2000",
            min = 100,
            max = 60_000)
        long saveEveryMs,
    @Setting(
            value = "A session that has not changed is saved again after this many milliseconds.",
            otherwise = "600000",
            min = 1000,
            max = 3_600_000)
        long refreshEveryMs) {

  /// The documented defaults.
  public static SessionConfig defaults() {
    return new SessionConfig(86_400, 2_000, 600_000);
  }
}
