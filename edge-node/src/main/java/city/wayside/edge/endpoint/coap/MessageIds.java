package city.wayside.edge.endpoint.coap;

import city.wayside.edge.access.bounded.RecentMap;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.security.SecureRandom;
import org.eclipse.californium.core.network.MessageIdProvider;
import org.eclipse.californium.elements.EndpointContext;

/// Gives messages their ids, in a row of its own for each client (RFC 7252 §4.4): by what its door
/// has verified of it, for its acknowledgements are found by that whatever address they come from,
/// or by its address where nothing is verified. As many are remembered as clients may be known, and
/// the one that was used longest ago makes room: a flood of requests from invented addresses must
/// not use up the ids for everybody else, as it would with Californium's own provider, which
/// refuses new addresses then. Any thread.
final class MessageIds implements MessageIdProvider {

  /// Ids from here on are multicast's, in Californium.
  private static final int COUNT = 65_000;

  private final RecentMap<Object, Integer> last;

  /// Nobody must guess an id: an answer with it counts as the client's.
  private final SecureRandom dice = new SecureRandom();

  /// @param clientsMax how many clients are remembered
  MessageIds(int clientsMax) {
    this.last = new RecentMap<>(clientsMax);
  }

  @Override
  public int getNextMessageId(InetSocketAddress destination) {
    return next(destination);
  }

  /// The id of the next message to a client.
  int next(EndpointContext destination) {
    Principal verified = destination.getPeerIdentity();
    return next(verified == null ? destination.getPeerAddress() : verified);
  }

  private int next(Object client) {
    // A row begins anywhere. If that of a client that was forgotten began where it has begun
    // before, its client would take what is new for what it has had already.
    int first = dice.nextInt(COUNT);
    return last.change(client, first, id -> (id + 1) % COUNT);
  }
}
