package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.endpoint.mqtt.session.Delivery;
import city.wayside.edge.endpoint.mqtt.session.Outgoing;
import city.wayside.edge.endpoint.mqtt.topic.DownTopics;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.refusal.Refused;

/// Tells clients on `v1/refused/{client}` which of their messages were refused and why, if they are
/// subscribed to it, and not too often.
final class Notices {

  /// A notice is about a message that was just sent; nobody waits for it longer than this.
  private static final long VALID_MS = 60_000;

  private final MqttLoop loop;

  Notices(MqttLoop loop) {
    this.loop = loop;
  }

  /// Tells one client of one refusal.
  void tell(MqttConnection client, Refused refused, String topic, int packetId) {
    if (client.isEnded() || client.visit().subscriptionsCount() == 0) {
      return;
    }
    String noticeTopic = DownTopics.refused(client.id());
    long nowMs = loop.nowMs();
    if (!client.visit().isSubscribedTo(noticeTopic)
        || !client.visit().mayBeTold(loop.parts().config().limits().noticesPerS(), nowMs)) {
      return;
    }
    DownMessage notice =
        new DownMessage(
            0,
            noticeTopic,
            new RefusalNotice(refused, topic, packetId, nowMs).json(),
            "application/json",
            DownMessage.Kind.BEACON,
            "",
            nowMs + VALID_MS);
    Delivery delivery =
        new Delivery(
            loop.sequence(),
            new Outgoing(notice),
            0,
            false,
            client.visit().identifiersOf(noticeTopic));
    if (!client.visit().offer(delivery, nowMs)) {
      client.end(Ending.TOO_SLOW);
    }
  }
}
