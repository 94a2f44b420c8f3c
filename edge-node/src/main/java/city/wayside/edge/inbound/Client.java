package city.wayside.edge.inbound;

/// A connected client, as the stages see it.
public interface Client {

  /// The client's id in its protocol, unique among the connected clients of this node.
  String id();

  /// The name under which it may speak for a station: its user name, or its id without one.
  String name();

  /// Where its receipts are handed back: one and the same for all clients of an event loop.
  Acknowledger acknowledger();
}
