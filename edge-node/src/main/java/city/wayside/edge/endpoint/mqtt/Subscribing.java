package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.endpoint.mqtt.packet.PacketWriter;
import city.wayside.edge.endpoint.mqtt.packet.ReasonCode;
import city.wayside.edge.endpoint.mqtt.packet.Subscribe;
import city.wayside.edge.endpoint.mqtt.packet.Unsubscribe;
import city.wayside.edge.endpoint.mqtt.session.Delivery;
import city.wayside.edge.endpoint.mqtt.session.Outgoing;
import city.wayside.edge.endpoint.mqtt.topic.FilterRules;
import city.wayside.edge.endpoint.mqtt.topic.Matches;
import city.wayside.edge.endpoint.mqtt.topic.Permission;
import city.wayside.edge.endpoint.mqtt.topic.Retained;
import city.wayside.edge.endpoint.mqtt.topic.RetainedTopics;
import city.wayside.edge.endpoint.mqtt.topic.TopicTree;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.LoggedItem;
import city.wayside.model.session.SessionState;
import city.wayside.model.session.SessionState.Subscription;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Who is subscribed to what on one event loop, and what they get: messages as they come down, and
/// those that are retained when they subscribe.
final class Subscribing {

  private static final int NO_LOCAL = 0x04;
  private static final int RETAIN_AS_PUBLISHED = 0x08;

  /// Retain handling of MQTT 5 §3.8.3.1: only with a subscription that is new.
  private static final int RETAINED_IF_NEW = 1;

  /// Retain handling: never.
  private static final int RETAINED_NEVER = 2;

  private final MqttLoop loop;
  private final FilterRules rules;
  private final TopicTree<MqttConnection> tree = new TopicTree<>();
  private final Matches<MqttConnection> matches = new Matches<>();
  private final RetainedTopics retained;

  Subscribing(MqttLoop loop) {
    MqttConfig config = loop.parts().config();
    this.loop = loop;
    this.rules = new FilterRules(config.queueLayout(), config.limits().subscriptionsMax(), false);
    this.retained =
        new RetainedTopics(config.delivery().retainedMax(), config.delivery().retainedBytesMax());
  }

  /// Takes a SUBSCRIBE, filter by filter: a refused one does not touch its neighbours.
  void subscribe(MqttConnection client, Subscribe subscribe) {
    List<city.wayside.edge.endpoint.mqtt.packet.Subscription> wanted = subscribe.subscriptions();
    int[] codes = new int[wanted.size()];
    boolean[] getsRetained = new boolean[wanted.size()];
    @Nullable String reason = null;
    for (int place = 0; place < codes.length; place++) {
      city.wayside.edge.endpoint.mqtt.packet.Subscription each = wanted.get(place);
      Permission permission = judge(client, each.filter());
      codes[place] = permission.reasonCode(each.qos());
      if (!permission.isGranted()) {
        reason = permission.reason();
        continue;
      }
      int options =
          codes[place]
              | (each.noLocal() ? NO_LOCAL : 0)
              | (each.retainAsPublished() ? RETAIN_AS_PUBLISHED : 0);
      boolean isNew = add(client, new Subscription(each.filter(), options, subscribe.identifier()));
      getsRetained[place] =
          each.retainHandling() != RETAINED_NEVER
              && (isNew || each.retainHandling() != RETAINED_IF_NEW);
    }
    String words = reason;
    afterKept(
        client,
        isKept -> {
          if (!isKept) {
            giveBack(client, wanted, codes);
          }
          answer(client, subscribe, codes, words);
          for (int place = 0; place < codes.length && !client.isEnded(); place++) {
            if (getsRetained[place] && isKept) {
              sendRetained(
                  client, wanted.get(place).filter(), codes[place], subscribe.identifier());
            }
          }
        });
  }

  /// Goes on when the client's subscriptions are where its session is kept: what SUBACK and
  /// UNSUBACK say is true also for the next edge node. A session that ends with its connection has
  /// nothing to wait for.
  private void afterKept(MqttConnection client, Consumer<Boolean> then) {
    Visit visit = client.visit();
    if (visit.expiryS() == 0) {
      then.accept(true);
      return;
    }
    CompletionStage<Void> _ =
        loop.parts()
            .desk()
            .save(visit.state(true, loop.sequence(), loop.nowMs()))
            .whenComplete((_, failure) ->
                loop.run(() -> {
                  if (client.isOpen()) {
                    then.accept(failure == null);
                  }
                }));
  }

  /// Takes back what could not be kept.
  private void giveBack(
      MqttConnection client,
      List<city.wayside.edge.endpoint.mqtt.packet.Subscription> wanted,
      int[] codes) {
    for (int place = 0; place < codes.length; place++) {
      if (!ReasonCode.isFailure(codes[place])) {
        codes[place] = ReasonCode.UNSPECIFIED_ERROR;
        client.visit().unsubscribe(wanted.get(place).filter());
        tree.remove(wanted.get(place).filter(), client);
      }
    }
  }

  private static void answer(
      MqttConnection client, Subscribe subscribe, int[] codes, @Nullable String reason) {
    PacketWriter.subAck(
        client.wire().out(),
        client.spoken(),
        subscribe.packetId(),
        codes,
        client.visit().reasonFor(reason),
        client.visit().packetBytesMax());
  }

  private Permission judge(MqttConnection client, String filter) {
    Visit visit = client.visit();
    int others = visit.subscriptionsCount() - (visit.isSubscribedTo(filter) ? 1 : 0);
    return rules.judge(filter, client.id(), client.grant(), others);
  }

  private boolean add(MqttConnection client, Subscription subscription) {
    client.visit().subscribe(subscription);
    return tree.add(
        subscription.filter(), client, subscription.optionsCode(), subscription.identifier());
  }

  /// Takes over a subscription of the client's session, if the client still may have it.
  void restore(MqttConnection client, Subscription subscription) {
    if (judge(client, subscription.filter()).isGranted()) {
      add(client, subscription);
    }
  }

  private void sendRetained(MqttConnection client, String filter, int qos, int identifier) {
    int[] identifiers = identifier == 0 ? Delivery.NO_IDENTIFIERS : new int[] {identifier};
    retained.match(
        filter,
        loop.nowMs(),
        each ->
            offer(
                client,
                new Delivery(
                    each.sequence(), new Outgoing(each.message()), qos, true, identifiers)));
  }

  /// Takes an UNSUBSCRIBE.
  void unsubscribe(MqttConnection client, Unsubscribe unsubscribe) {
    int[] codes = new int[unsubscribe.filters().size()];
    for (int place = 0; place < codes.length; place++) {
      String filter = unsubscribe.filters().get(place);
      codes[place] =
          client.visit().unsubscribe(filter)
              ? ReasonCode.SUCCESS
              : ReasonCode.NO_SUBSCRIPTION_EXISTED;
      tree.remove(filter, client);
    }
    afterKept(
        client,
        // One that is not kept is only sent what it no longer wants, should it return.
        _ ->
            PacketWriter.unsubAck(
                client.wire().out(), client.spoken(), unsubscribe.packetId(), codes, null));
  }

  /// Ends all subscriptions of a client that has left.
  void forget(MqttConnection client) {
    for (SessionState.Subscription each : client.visit().subscriptions()) {
      tree.remove(each.filter(), client);
    }
  }

  /// Keeps a message that is retained, or lets go of one.
  void retain(LoggedItem item) {
    if (item.item() instanceof DownMessage message && message.kind() == DownMessage.Kind.RETAINED) {
      retained.put(new Retained(item.sequence(), message), loop.nowMs());
    }
  }

  /// Sends a message to all who are subscribed to its topic.
  ///
  /// @return how many they are
  int deliver(long sequence, DownMessage message) {
    if (tree.count() == 0 || message.payload().length == 0) {
      // An empty message only ends what was retained (MQTT 5 §3.3.1.3).
      return 0;
    }
    tree.match(message.topic(), matches);
    int count = matches.count();
    if (count == 0) {
      return 0;
    }
    Outgoing outgoing = new Outgoing(message);
    boolean isAssured = message.kind().isAssured();
    boolean isRetained = message.kind() == DownMessage.Kind.RETAINED;
    for (int place = 0; place < count; place++) {
      int qos = isAssured ? matches.qos(place) : 0;
      offer(
          matches.subscriber(place),
          new Delivery(
              sequence,
              outgoing,
              qos,
              isRetained && matches.isRetainAsPublished(place),
              matches.identifiers(place)));
    }
    loop.parts().counts().sent(count);
    matches.clear();
    return count;
  }

  /// Sends a message to one client; one that is too slow is closed.
  void offer(MqttConnection client, Delivery delivery) {
    if (client.isEnded()) {
      return;
    }
    if (delivery.qos() > 0) {
      client.visit().hasNews();
    }
    if (!client.visit().offer(delivery, loop.nowMs())) {
      client.end(Ending.TOO_SLOW);
    }
  }

  /// Lets go of what is no longer valid.
  void look(long nowMs) {
    retained.expire(nowMs);
  }
}
