package city.wayside.edge.admit;

import city.wayside.edge.inbound.Client;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.client.SpeaksFor;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import org.jspecify.annotations.Nullable;

/// May this client speak of this event? A vehicle only of those that it reported itself, which also
/// keeps it from ending the events of others; a road-side unit of all within its area, whoever
/// reported them.
record SpeakerCheck() {

  @Nullable Refused check(Client client, RoadEvent event) {
    long originId = event.key().originId();
    return switch (client.grant().speaksFor()) {
      case SpeaksFor.Everyone _ -> null;
      case SpeaksFor.Stations stations ->
          stations.stationIds().contains(originId) ? null : notItsOwn(originId);
      case SpeaksFor.Within within -> {
        GeoPoint position = event.place().position();
        yield within.area().contains(position.latDeg(), position.lonDeg())
            ? null
            : new Refused(
                Refusal.NOT_AUTHORIZED, "the event is outside the area that the client speaks for");
      }
    };
  }

  private static Refused notItsOwn(long originId) {
    return new Refused(
        Refusal.NOT_AUTHORIZED,
        "the event is of station "
            + originId
            + ", must be of a station that the client speaks for");
  }
}
