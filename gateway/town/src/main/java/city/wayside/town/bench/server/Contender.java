package city.wayside.town.bench.server;

import java.net.InetSocketAddress;

/// A server that takes the load over MQTT: ours, or a peer at the same moment.
public interface Contender extends MeasuredServer {

  /// Where it takes MQTT over plain TCP.
  InetSocketAddress plain();

  /// Where it takes MQTT over TLS.
  ///
  /// @throws IllegalStateException when it was started without
  InetSocketAddress tls();
}
