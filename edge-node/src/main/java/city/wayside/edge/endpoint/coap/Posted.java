package city.wayside.edge.endpoint.coap;

import city.wayside.edge.account.ClientAccount;
import city.wayside.edge.inbound.Acknowledger;
import city.wayside.edge.inbound.Client;
import city.wayside.model.client.Grant;
import java.util.concurrent.atomic.AtomicBoolean;

/// A message or batch that was posted, until it is answered. It stands for its client in the
/// pipeline, so that its receipt finds the exchange that waits for it. Any thread.
final class Posted implements Client {

  private final Asked asked;
  private final Peer peer;
  private final Acknowledger acknowledger;
  private final long sinceNs;
  private final AtomicBoolean isAnswered = new AtomicBoolean();

  /// @param acknowledger takes its receipts
  /// @param sinceNs when it came, by the clock that its waiting is measured with
  Posted(Asked asked, Peer peer, Acknowledger acknowledger, long sinceNs) {
    this.asked = asked;
    this.peer = peer;
    this.acknowledger = acknowledger;
    this.sinceNs = sinceNs;
  }

  Asked asked() {
    return asked;
  }

  long sinceNs() {
    return sinceNs;
  }

  /// Marks it as answered.
  ///
  /// @return false when it was answered before
  boolean answer() {
    return isAnswered.compareAndSet(false, true);
  }

  boolean isAnswered() {
    return isAnswered.get();
  }

  @Override
  public String id() {
    return peer.id();
  }

  @Override
  public Grant grant() {
    return peer.grant();
  }

  @Override
  public Acknowledger acknowledger() {
    return acknowledger;
  }

  @Override
  public ClientAccount account() {
    return peer.account();
  }
}
