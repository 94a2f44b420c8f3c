package city.wayside.edge.access;

import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Grant;
import city.wayside.model.client.SpeaksFor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Lets everybody in, under the name that it gives itself: for trials, and behind what else decides
/// who comes through.
///
/// @param isClientStation true when a client may speak only for the station whose id in decimal is
///   its name
/// @param ratePerS messages a second of each client
record OpenGatekeeper(boolean isClientStation, double ratePerS) implements Gatekeeper {

  @Override
  public CompletionStage<Entry> admit(Presented presented) {
    String name = presented.ownName();
    Grant grant =
        isClientStation
            ? new Grant(name, ClientRole.VEHICLE, ClientRecord.ownStation(name), ratePerS)
            : new Grant(name, ClientRole.RSU, SpeaksFor.EVERYONE, ratePerS);
    return CompletableFuture.completedFuture(
        new Entry.Admitted(grant, Method.OPEN, Entry.Admitted.FOREVER));
  }

  @Override
  public HandshakeDesk handshakes() {
    return OpenDesk.OPEN;
  }

  @Override
  public void watchOver(Guests guests) {
    // Nothing that lets them in can change.
  }

  @Override
  public void close() {
    // Nothing runs.
  }
}
