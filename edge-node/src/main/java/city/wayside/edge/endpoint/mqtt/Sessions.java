package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.endpoint.mqtt.session.Delivery;
import city.wayside.edge.endpoint.mqtt.session.Outgoing;
import city.wayside.edge.endpoint.mqtt.topic.Matches;
import city.wayside.edge.endpoint.mqtt.topic.TopicTree;
import city.wayside.edge.outbound.RecentLog;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.LoggedItem;
import city.wayside.model.session.SessionState;
import city.wayside.model.session.SessionState.Subscription;
import city.wayside.model.session.SessionState.Unacknowledged;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a client that returns gets what its session holds: its subscriptions, what was under way to
/// it, and what came down while it was away. Event loop only.
final class Sessions {

  private final MqttLoop loop;
  private final Matches<MqttConnection> matches = new Matches<>();

  Sessions(MqttLoop loop) {
    this.loop = loop;
  }

  /// Restores a session for a connection that is open.
  ///
  /// @param previous the session as its last connection left it
  void restore(MqttConnection connection, SessionState previous) {
    Visit visit = connection.visit();
    RecentLog recent = loop.parts().recent();
    visit.restoreUnreleased(previous.unreleasedIds());
    for (Subscription each : previous.subscriptions()) {
      loop.subscribing().restore(connection, each);
    }
    TopicTree<MqttConnection> own = new TopicTree<>();
    for (Subscription each : previous.subscriptions()) {
      own.add(each.filter(), connection, each.optionsCode(), each.identifier());
    }
    Set<Long> sent = new HashSet<>();
    for (Unacknowledged each : previous.unacknowledged()) {
      sent.add(each.sequence());
      sendAgain(connection, own, each);
    }
    if (!recent.reachesBackTo(previous.sequence())) {
      loop.parts().counts().missed(1);
    }
    catchUp(connection, own, previous.sequence(), sent);
  }

  private void sendAgain(
      MqttConnection connection, TopicTree<MqttConnection> own, Unacknowledged each) {
    LoggedItem item = loop.parts().recent().at(each.sequence()).orElse(null);
    if (item == null || !(item.item() instanceof DownMessage message)) {
      loop.parts().counts().missed(1);
      return;
    }
    own.match(message.topic(), matches);
    int[] identifiers = matches.count() == 0 ? Delivery.NO_IDENTIFIERS : matches.identifiers(0);
    Delivery delivery = new Delivery(each.sequence(), new Outgoing(message), 1, false, identifiers);
    if (each.packetId() == 0) {
      loop.subscribing().offer(connection, delivery);
    } else {
      connection.visit().sendAgain(each.packetId(), delivery, loop.nowMs());
    }
  }

  /// Sends what came down since, unless it was sent already.
  private void catchUp(
      MqttConnection connection, TopicTree<MqttConnection> own, long after, Set<Long> sent) {
    if (own.count() == 0) {
      return;
    }
    for (LoggedItem each : loop.parts().recent().between(after, loop.sequence())) {
      if (each.item() instanceof DownMessage message
          && message.kind().isAssured()
          && !sent.contains(each.sequence())) {
        own.match(message.topic(), matches);
        if (matches.count() > 0 && matches.qos(0) > 0) {
          loop.subscribing()
              .offer(
                  connection,
                  new Delivery(
                      each.sequence(), new Outgoing(message), 1, false, matches.identifiers(0)));
        }
      }
    }
  }

  /// The session of a client that has gone before it was welcome: as it was before.
  static SessionState left(
      Visit visit, @Nullable SessionState previous, long sequence, long nowMs) {
    SessionState empty = visit.state(false, sequence, nowMs);
    return previous == null
        ? empty
        : new SessionState(
            empty.clientId(),
            empty.edgeId(),
            empty.epoch(),
            false,
            empty.expiryS(),
            previous.sequence(),
            previous.subscriptions(),
            previous.unacknowledged(),
            previous.unreleasedIds());
  }
}
