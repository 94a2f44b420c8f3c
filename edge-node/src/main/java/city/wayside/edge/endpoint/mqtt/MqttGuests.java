package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.access.Entry;
import city.wayside.edge.access.Guests;
import city.wayside.edge.access.Review;
import java.util.HashSet;
import java.util.Set;

/// The connected clients, as the gatekeeper judges them anew when its registry has changed.
///
/// @param connected who is connected
record MqttGuests(Connected connected) implements Guests {

  @Override
  public Set<String> names() {
    Set<String> names = new HashSet<>();
    connected.forEach(each -> names.add(each.grant().name()));
    return names;
  }

  @Override
  public void review(Review review) {
    connected.forEach(each ->
        each.loop()
            .run(() -> {
              if (each.isOpen()) {
                judge(each, review);
              }
            }));
  }

  private static void judge(MqttConnection connection, Review review) {
    switch (review.of(connection.visit().admitted())) {
      case Entry.Admitted admitted -> connection.visit().admitted(admitted);
      case Entry.Denied _ -> connection.end(Ending.NO_LONGER_ALLOWED);
    }
  }
}
