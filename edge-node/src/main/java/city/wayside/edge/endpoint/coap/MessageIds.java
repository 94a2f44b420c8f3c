package city.wayside.edge.endpoint.coap;

import city.wayside.edge.access.bounded.RecentMap;
import java.net.InetSocketAddress;
import org.eclipse.californium.core.network.MessageIdProvider;

/// Gives messages their ids, in a row of its own for each address (RFC 7252 §4.4). As many
/// addresses are remembered as clients may be known, and the one that was used longest ago makes
/// room: a flood of requests from invented addresses must not use up the ids for everybody else, as
/// it would with Californium's own provider, which refuses new addresses then. Any thread.
final class MessageIds implements MessageIdProvider {

  /// Ids from here on are multicast's, in Californium.
  private static final int COUNT = 65_000;

  private final RecentMap<InetSocketAddress, Integer> last;
  private final long seed;

  /// @param addressesMax how many addresses are remembered
  /// @param seed makes the rows of two starts begin in other places
  MessageIds(int addressesMax, long seed) {
    this.last = new RecentMap<>(addressesMax);
    this.seed = seed;
  }

  @Override
  public int getNextMessageId(InetSocketAddress destination) {
    int first = Math.floorMod(seed ^ (31L * destination.hashCode()), COUNT);
    return last.change(destination, first, id -> (id + 1) % COUNT);
  }
}
