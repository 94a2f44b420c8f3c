package city.wayside.kit.coap;

import city.wayside.kit.net.ClientDatagrams;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;

/// Wires of UDP sockets and nothing more.
final class PlainWires implements Wires {

  private final ClientDatagrams sockets;

  PlainWires(InetSocketAddress server) {
    this.sockets = ClientDatagrams.to(server);
  }

  @Override
  public EventLoop loop() {
    return sockets.loop();
  }

  @Override
  public Wire wire(long stationId, Wire.Heard heard) {
    return new Socket(sockets, heard);
  }

  @Override
  public void close() {
    sockets.close();
  }
}
