package city.wayside.edge.inbound;

import city.wayside.edge.account.ClientAccount;
import city.wayside.model.client.Grant;

/// A connected client, as the stages see it.
public interface Client {

  /// The client's id in its protocol, unique among the connected clients of this node.
  String id();

  /// What it may do. May change while it is connected.
  Grant grant();

  /// The name by which it is known.
  default String name() {
    return grant().name();
  }

  /// Where its receipts are handed back: one and the same for all clients of an event loop.
  Acknowledger acknowledger();

  /// Where it is counted what becomes of its messages.
  ClientAccount account();
}
