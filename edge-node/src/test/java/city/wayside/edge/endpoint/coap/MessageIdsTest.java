package city.wayside.edge.endpoint.coap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Set;
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

  @Test
  void howeverManyAddressesThereAreEachGetsAnId() {
    for (int port = 1; port <= 5000; port++) {
      assertThat(ids.getNextMessageId(address(port))).isBetween(0, 64_999);
    }
  }
}
