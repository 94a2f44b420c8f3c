package city.wayside.edge.access;

import java.util.Set;

/// The clients that an endpoint has let in, as the gatekeeper sees them.
public interface Guests {

  /// The names in the grants of all that are connected now. Any thread.
  Set<String> names();

  /// Has every client that is connected judged anew, soon, on its own event loop: ended when
  /// [Review#of] denies it (MQTT 5: DISCONNECT 0x98, administrative action), given its new grant
  /// when that differs. Any thread; returns at once.
  void review(Review review);
}
