package city.wayside.edge.endpoint.coap;

import city.wayside.model.config.Setting;

/// The CoAP endpoint.
///
/// @param isEnabled whether it listens
/// @param host the address to listen on
/// @param port the port to listen on; 0 for any that is free
/// @param threadsCount threads that answer requests
/// @param limits what is taken at most
/// @param observing what clients that observe may have
public record CoapConfig(
    @Setting(value = "Whether CoAP is offered.", otherwise = "true") boolean isEnabled,
    @Setting(value = "The address to listen on.", otherwise = "127.0.0.1") String host,
    @Setting(
            value = "The UDP port to listen on; 0 for any that is free.",
            otherwise = "5683",
            min = 0,
            max = 65_535)
        int port,
    @Setting(value = "Threads that answer requests.", otherwise = "2", min = 1, max = 256)
        int threadsCount,
    @Setting("What is taken at most.") CoapLimits limits,
    @Setting("What clients that observe may have.") ObserveConfig observing) {

  /// The documented defaults.
  public static CoapConfig defaults() {
    return new CoapConfig(
        true, "127.0.0.1", 5683, 2, CoapLimits.defaults(), ObserveConfig.defaults());
  }

  /// The same on another port.
  public CoapConfig withPort(int other) {
    return new CoapConfig(isEnabled, host, other, threadsCount, limits, observing);
  }

  /// The same with other limits.
  public CoapConfig withLimits(CoapLimits other) {
    return new CoapConfig(isEnabled, host, port, threadsCount, other, observing);
  }

  /// The same with other terms for those who observe.
  public CoapConfig withObserving(ObserveConfig other) {
    return new CoapConfig(isEnabled, host, port, threadsCount, limits, other);
  }
}
