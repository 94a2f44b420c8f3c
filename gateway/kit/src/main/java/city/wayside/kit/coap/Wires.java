package city.wayside.kit.coap;

import io.netty.channel.EventLoop;

/// Makes the wires of many clients to one server, all on one event loop.
interface Wires extends AutoCloseable {

  /// Where everything happens.
  EventLoop loop();

  /// A wire for a station's client, not open yet.
  Wire wire(long stationId, Wire.Heard heard);

  @Override
  void close();
}
