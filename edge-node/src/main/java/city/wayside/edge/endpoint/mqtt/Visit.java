package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.access.Entry;
import city.wayside.edge.account.ClientAccount;
import city.wayside.edge.endpoint.mqtt.packet.Will;
import city.wayside.edge.endpoint.mqtt.session.Deliveries;
import city.wayside.edge.endpoint.mqtt.session.Delivery;
import city.wayside.edge.endpoint.mqtt.session.DeliveryConfig;
import city.wayside.edge.endpoint.mqtt.session.Receiver;
import city.wayside.edge.endpoint.mqtt.transport.Wire;
import city.wayside.edge.rate.TokenBucket;
import city.wayside.model.client.Grant;
import city.wayside.model.session.SessionState;
import city.wayside.model.session.SessionState.Subscription;
import city.wayside.model.session.SessionState.Unacknowledged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A client that is welcome: what it said of itself, and its side of the session. What an idle
/// vehicle does not need is made when it is first needed. Event loop only.
final class Visit {

  /// Terms of a connection that do not change.
  ///
  /// @param clientId the client's id
  /// @param account where it is counted what becomes of its messages
  /// @param epoch the number of this connection among all of the client
  /// @param keepAliveS how often something must be heard; 0 for never
  /// @param receiver what the client can take
  /// @param wantsReasons whether it wants reasons in words
  /// @param will published when the connection breaks; absent without one
  record Terms(
      String clientId,
      ClientAccount account,
      long epoch,
      int keepAliveS,
      Receiver receiver,
      boolean wantsReasons,
      @Nullable Will will) {}

  /// Whether the grid must hear of the session.
  private enum News {
    NONE,
    SOME
  }

  private final Terms terms;
  private final Wire wire;
  private final DeliveryConfig limits;
  private final String edgeId;
  private Entry.Admitted admitted;
  private long expiryS;
  private long savedMs;
  private News news = News.NONE;
  private int underWayCount;
  private @Nullable Map<String, Subscription> subscriptions;
  private @Nullable Deliveries deliveries;
  private @Nullable Map<Integer, Boolean> unreleased;
  private @Nullable Map<Integer, byte[]> aliases;
  private @Nullable TokenBucket noticeQuota;

  Visit(
      Terms terms,
      Entry.Admitted admitted,
      Wire wire,
      DeliveryConfig limits,
      String edgeId,
      long expiryS,
      long nowMs) {
    this.terms = terms;
    this.admitted = admitted;
    this.wire = wire;
    this.limits = limits;
    this.edgeId = edgeId;
    this.expiryS = expiryS;
    this.savedMs = nowMs;
  }

  String clientId() {
    return terms.clientId();
  }

  Grant grant() {
    return admitted.grant();
  }

  /// How it came in, or what the last review said.
  Entry.Admitted admitted() {
    return admitted;
  }

  /// What it may do has changed.
  void admitted(Entry.Admitted other) {
    admitted = other;
  }

  /// True when what let it in has ended.
  boolean isOver(long nowMs) {
    return nowMs >= admitted.untilMs();
  }

  ClientAccount account() {
    return terms.account();
  }

  long epoch() {
    return terms.epoch();
  }

  @Nullable Will will() {
    return terms.will();
  }

  long expiryS() {
    return expiryS;
  }

  /// Has the session kept for another time after the end (MQTT 5 §3.14.2.2.2).
  void keepFor(long newExpiryS) {
    expiryS = newExpiryS;
  }

  /// After how much silence the client is given up: one and a half times its keep alive.
  long silenceMsMax() {
    return terms.keepAliveS() == 0 ? Long.MAX_VALUE : terms.keepAliveS() * 1500L;
  }

  /// The reason in words, if the client wants words.
  @Nullable String reasonFor(@Nullable String reason) {
    return terms.wantsReasons() ? reason : null;
  }

  /// The longest packet that the client takes.
  int packetBytesMax() {
    return terms.receiver().packetBytesMax();
  }

  // ---- QoS 1 and 2 from the client

  /// How many of its messages are taken and not answered to the end.
  int underWayCount() {
    return underWayCount;
  }

  void underWay() {
    underWayCount++;
  }

  void answered() {
    underWayCount--;
  }

  /// Remembers a QoS 2 message.
  ///
  /// @return false when it is one that was sent before and is not released yet
  boolean isNew(int packetId) {
    if (unreleased == null) {
      unreleased = new HashMap<>(4);
    }
    return unreleased.putIfAbsent(packetId, false) == null;
  }

  /// True when a QoS 2 message has its PUBREC.
  boolean isReceived(int packetId) {
    return unreleased != null && unreleased.getOrDefault(packetId, false);
  }

  /// A QoS 2 message has its PUBREC.
  void received(int packetId) {
    if (unreleased != null) {
      unreleased.replace(packetId, true);
      news = News.SOME;
    }
  }

  /// Forgets a QoS 2 message.
  ///
  /// @return false when there was none
  boolean release(int packetId) {
    news = News.SOME;
    return unreleased != null && unreleased.remove(packetId) != null;
  }

  // ---- topic aliases from the client

  void alias(int alias, byte[] topic) {
    if (aliases == null) {
      aliases = new HashMap<>(4);
    }
    aliases.put(alias, topic);
  }

  byte @Nullable [] topicOf(int alias) {
    return aliases == null ? null : aliases.get(alias);
  }

  // ---- subscriptions

  /// Takes a subscription.
  ///
  /// @return the one before on the same filter; absent for a new one
  @Nullable Subscription subscribe(Subscription subscription) {
    if (subscriptions == null) {
      subscriptions = new LinkedHashMap<>(4);
    }
    news = News.SOME;
    return subscriptions.put(subscription.filter(), subscription);
  }

  /// Ends a subscription.
  ///
  /// @return false when there was none
  boolean unsubscribe(String filter) {
    news = News.SOME;
    return subscriptions != null && subscriptions.remove(filter) != null;
  }

  int subscriptionsCount() {
    return subscriptions == null ? 0 : subscriptions.size();
  }

  boolean isSubscribedTo(String filter) {
    return subscriptions != null && subscriptions.containsKey(filter);
  }

  /// The identifier of a subscription, as a message for it carries it.
  int[] identifiersOf(String filter) {
    Subscription known = subscriptions == null ? null : subscriptions.get(filter);
    return known == null || known.identifier() == 0
        ? Delivery.NO_IDENTIFIERS
        : new int[] {known.identifier()};
  }

  List<Subscription> subscriptions() {
    return subscriptions == null ? List.of() : new ArrayList<>(subscriptions.values());
  }

  // ---- what goes to the client

  /// Sends a message.
  ///
  /// @return false when the client is too slow to be served
  boolean offer(Delivery delivery, long nowMs) {
    return deliveries().offer(delivery, nowMs);
  }

  /// Sends a message of the connection before again, with the same packet id.
  void sendAgain(int packetId, Delivery delivery, long nowMs) {
    deliveries().sendAgain(packetId, delivery, nowMs);
  }

  private Deliveries deliveries() {
    if (deliveries == null) {
      deliveries = new Deliveries(wire, terms.receiver(), limits);
    }
    return deliveries;
  }

  void acknowledged(int packetId, long nowMs) {
    if (deliveries != null && deliveries.acknowledged(packetId, nowMs) != null) {
      news = News.SOME;
    }
  }

  void goOn(long nowMs) {
    if (deliveries != null) {
      deliveries.goOn(nowMs);
    }
  }

  /// May the client be told of one more refusal?
  boolean mayBeTold(int noticesPerS, long nowMs) {
    if (noticeQuota == null) {
      noticeQuota = new TokenBucket(noticesPerS, noticesPerS, nowMs);
    }
    return noticeQuota.take(nowMs);
  }

  // ---- the session

  /// Has waiting messages looked at again.
  void look(long nowMs) {
    goOn(nowMs);
  }

  /// True when the grid should hear of the session: there is news and it is to be kept, or it was
  /// not heard of for long.
  boolean isSaveDue(long nowMs, long newsEveryMs, long anywayEveryMs) {
    long ageMs = nowMs - savedMs;
    return (news == News.SOME && expiryS > 0 && ageMs >= newsEveryMs) || ageMs >= anywayEveryMs;
  }

  /// Something has happened that the session must not forget.
  void hasNews() {
    news = News.SOME;
  }

  /// The session as it is now.
  ///
  /// @param sequence the newest item of the log that was looked at for it
  SessionState state(boolean isConnected, long sequence, long nowMs) {
    savedMs = nowMs;
    news = News.NONE;
    List<Unacknowledged> unacknowledged =
        deliveries == null ? List.of() : deliveries.unacknowledged();
    List<Integer> received = new ArrayList<>();
    if (unreleased != null) {
      unreleased.forEach((id, isReceived) -> {
        if (isReceived) {
          received.add(id);
        }
      });
    }
    return new SessionState(
        clientId(),
        edgeId,
        epoch(),
        isConnected,
        expiryS,
        sequence,
        subscriptions(),
        unacknowledged,
        received);
  }

  /// Takes over which QoS 2 messages of an earlier connection are not released.
  void restoreUnreleased(List<Integer> packetIds) {
    for (int packetId : packetIds) {
      isNew(packetId);
      received(packetId);
      underWay();
    }
  }
}
