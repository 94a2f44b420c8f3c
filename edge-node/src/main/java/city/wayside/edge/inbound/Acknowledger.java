package city.wayside.edge.inbound;

/// Tells the clients of one event loop, in bulk, that their messages are kept.
@FunctionalInterface
public interface Acknowledger {

  /// Hands the receipts over; returns at once, whatever the thread.
  void acknowledge(Receipts receipts);
}
