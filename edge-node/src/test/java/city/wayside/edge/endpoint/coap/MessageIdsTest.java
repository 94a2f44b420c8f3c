package city.wayside.edge.endpoint.coap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.eclipse.californium.elements.auth.PreSharedKeyIdentity;
import org.junit.jupiter.api.Test;

class MessageIdsTest {

  private final MessageIds ids = new MessageIds(2);

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  @Test
  void anAddressHasARowOfItsOwnWhichComesRoundLate() {
    Set<Integer> seen = new HashSet<>();
    int first = ids.getNextMessageId(address(1));
    seen.add(first);
    for (int number = 1; number < 65_000; number++) {
      int id = ids.getNextMessageId(address(1));
      assertThat(id).isBetween(0, 64_999);
      seen.add(id);
    }

    assertThat(seen).hasSize(65_000);
    assertThat(ids.getNextMessageId(address(1))).isEqualTo(first);
  }

  /// Its acknowledgements are told apart by who it is, whatever address they come from.
  @Test
  void aClientThatWasVerifiedHasOneRowWhateverItsAddress() {
    PreSharedKeyIdentity bus = new PreSharedKeyIdentity("bus-12");
    int first = ids.next(new AddressEndpointContext(address(1), bus));

    assertThat(ids.next(new AddressEndpointContext(address(2), bus)))
        .isEqualTo((first + 1) % 65_000);
    assertThat(ids.next(new AddressEndpointContext(address(1), bus)))
        .isEqualTo((first + 2) % 65_000);
    int plain = ids.next(new AddressEndpointContext(address(1)));
    assertThat(ids.getNextMessageId(address(1))).isEqualTo((plain + 1) % 65_000);
  }

  @Test
  void howeverManyAddressesThereAreEachGetsAnId() {
    for (int port = 1; port <= 5000; port++) {
      assertThat(ids.getNextMessageId(address(port))).isBetween(0, 64_999);
    }
  }
}
