package city.wayside.kit.load;

import city.wayside.kit.mqtt.MqttTarget;
import city.wayside.kit.mqtt.MqttVersion;
import city.wayside.kit.net.ClientSockets;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.net.InetSocketAddress;

/// Connections over MQTT 5 and plain TCP.
final class MqttLinks implements Links {

  static final MqttVersion VERSION = MqttVersion.V5;

  private static final int CONNECT_TIMEOUT_MS = 20_000;
  private static final long ANSWER_NS_MAX = 30_000_000_000L;

  private final ClientSockets sockets;
  private final MqttTarget target;

  /// @throws IOException when there can be no event loop for it
  MqttLinks(InetSocketAddress server) throws IOException {
    this.sockets = ClientSockets.to(server, false, CONNECT_TIMEOUT_MS);
    this.target = MqttTarget.of(server.getHostString(), server.getPort(), VERSION);
  }

  @Override
  public EventLoop loop() {
    return sockets.loop();
  }

  @Override
  public Link link(Sender sender) {
    return new MqttLink(sender, sockets, target);
  }

  @Override
  public long answerNsMax() {
    return ANSWER_NS_MAX;
  }

  @Override
  public void close() {
    sockets.close();
  }
}
