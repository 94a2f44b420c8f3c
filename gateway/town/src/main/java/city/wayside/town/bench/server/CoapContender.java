package city.wayside.town.bench.server;

import java.net.InetSocketAddress;

/// A server that takes the load over CoAP: ours, or a peer at the same moment.
public interface CoapContender extends MeasuredServer {

  /// Where it takes CoAP, over DTLS if it was started for that.
  InetSocketAddress address();
}
