package city.wayside.edge.endpoint.mqtt.transport;

import city.wayside.model.config.Setting;

/// MQTT over WebSocket, on the path `/mqtt`.
///
/// @param isEnabled whether it is offered
/// @param port the port to listen on; 0 for any that is free
public record WebSocketConfig(
    @Setting(value = "Whether MQTT over WebSocket is offered.", otherwise = "true")
        boolean isEnabled,
    @Setting(
            value = "The port of MQTT over WebSocket; 0 for any that is free.",
            otherwise = "8083",
            min = 0,
            max = 65_535)
        int port) {

  /// The documented defaults.
  public static WebSocketConfig defaults() {
    return new WebSocketConfig(true, 8083);
  }
}
