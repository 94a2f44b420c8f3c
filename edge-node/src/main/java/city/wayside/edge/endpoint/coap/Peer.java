package city.wayside.edge.endpoint.coap;

import city.wayside.edge.access.Entry;
import city.wayside.edge.account.ClientAccount;
import city.wayside.model.client.Grant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A client that was let in: by what the door verified of it, or by its address where the door
/// verifies nothing. Any thread.
final class Peer {

  private final Object key;
  private final String id;
  private final ClientAccount account;
  private final Set<Observation> observations = ConcurrentHashMap.newKeySet(1);
  private volatile Entry.Admitted admitted;
  private volatile long heardMs;

  /// @param key what tells it from others
  /// @param id its id, unique among the clients of this node
  Peer(Object key, String id, Entry.Admitted admitted, ClientAccount account, long nowMs) {
    this.key = key;
    this.id = id;
    this.admitted = admitted;
    this.account = account;
    this.heardMs = nowMs;
  }

  Object key() {
    return key;
  }

  String id() {
    return id;
  }

  ClientAccount account() {
    return account;
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

  void heard(long nowMs) {
    heardMs = nowMs;
  }

  /// True when it said nothing for long and observes nothing.
  boolean isIdle(long nowMs, long idleMs) {
    return nowMs - heardMs >= idleMs && observations.isEmpty();
  }

  /// What it observes.
  Set<Observation> observations() {
    return observations;
  }
}
