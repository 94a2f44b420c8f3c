package city.wayside.edge.endpoint.coap;

import city.wayside.edge.access.bounded.RecentMap;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import org.eclipse.californium.core.network.MessageIdProvider;

/// Gives messages their ids, in a row of its own for each address (RFC 7252 §4.4). As many
/// addresses are remembered as clients may be known, and the one that was used longest ago makes
/// room: a flood of requests from invented addresses must not use up the ids for everybody else, as
/// it would with Californium's own provider, which refuses new addresses then. Any thread.
final class MessageIds implements MessageIdProvider {

  /// Ids from here on are multicast's, in Californium.
  private static final int COUNT = 65_000;

  private final RecentMap<InetSocketAddress, Integer> last;

  /// Nobody must guess an id: an answer with it counts as the client's.
  private final SecureRandom dice = new SecureRandom();

  /// @param addressesMax how many addresses are remembered
  MessageIds(int addressesMax) {
    this.last = new RecentMap<>(addressesMax);
  }

  @Override
  public int getNextMessageId(InetSocketAddress destination) {
    // A row begins anywhere. If that of an address which was forgotten began where it has begun
    // before, its client would take what is new for what it has had already.
    int first = dice.nextInt(COUNT);
    return last.change(destination, first, id -> (id + 1) % COUNT);
  }
}
