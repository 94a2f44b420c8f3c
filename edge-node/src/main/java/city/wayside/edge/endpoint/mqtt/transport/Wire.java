package city.wayside.edge.endpoint.mqtt.transport;

import io.netty.buffer.ByteBuf;
import java.security.cert.X509Certificate;
import java.util.List;

/// One connection's bytes, out and in. Its event loop only.
public interface Wire {

  /// Where packets are written to. What is in it is sent at the end of the event loop's turn, so
  /// that many small packets cost one system call.
  ByteBuf out();

  /// False when the client does not read as fast as it is sent to.
  boolean isWritable();

  /// Stops hearing what comes in; the client feels it as back-pressure.
  void pause();

  /// Hears again what comes in, what came meanwhile first.
  void resume();

  /// Ends the connection once what was written is sent; nothing is heard any more.
  void close();

  /// Ends the connection at once, for a peer that does not play by the rules of the network.
  void cut();

  /// The client's address, as told by the load balancer where there is one.
  String address();

  /// What the connection is made of: `mqtt`, `mqtts`, `mqtt-ws`.
  String protocol();

  /// The client's verified certificates, its own first; empty without any.
  List<X509Certificate> certificates();
}
