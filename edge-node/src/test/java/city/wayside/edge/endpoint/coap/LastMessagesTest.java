package city.wayside.edge.endpoint.coap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.network.Exchange.Origin;
import org.eclipse.californium.core.network.KeyMID;
import org.junit.jupiter.api.Test;

class LastMessagesTest {

  private final AtomicLong nowNs = new AtomicLong();
  private final LastMessages messages = new LastMessages(3, 100, nowNs::get);

  private static Exchange exchange(Origin origin) {
    return new Exchange(Request.newGet(), "peer", origin, Runnable::run);
  }

  private static KeyMID key(int messageId) {
    return new KeyMID(messageId, "peer");
  }

  @Test
  void whatComesAgainIsKnown() {
    Exchange first = exchange(Origin.REMOTE);

    assertThat(messages.findPrevious(key(1), first)).isNull();
    assertThat(messages.findPrevious(key(1), exchange(Origin.REMOTE))).isSameAs(first);
    assertThat(messages.find(key(1))).isSameAs(first);
    assertThat(messages.findPrevious(key(2), exchange(Origin.REMOTE))).isNull();
    assertThat(messages.findPrevious(new KeyMID(1, "other"), exchange(Origin.REMOTE))).isNull();
  }

  @Test
  void whatIsOldIsForgotten() {
    Exchange first = exchange(Origin.REMOTE);
    assertThat(messages.findPrevious(key(1), first)).isNull();
    nowNs.addAndGet(TimeUnit.MILLISECONDS.toNanos(99));
    assertThat(messages.findPrevious(key(1), exchange(Origin.REMOTE))).isSameAs(first);

    nowNs.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
    assertThat(messages.findPrevious(key(1), exchange(Origin.REMOTE))).isNull();
    assertThat(messages.size()).isEqualTo(1);
  }

  @Test
  void theOldestMakesRoom() {
    for (int messageId = 1; messageId <= 4; messageId++) {
      assertThat(messages.findPrevious(key(messageId), exchange(Origin.REMOTE))).isNull();
    }

    assertThat(messages.size()).isEqualTo(3);
    assertThat(messages.find(key(1))).isNull();
    assertThat(messages.find(key(4))).isNotNull();
  }

  @Test
  void thePeersIdsAreNotThoseOfMessagesFromHere() {
    Exchange own = exchange(Origin.LOCAL);
    assertThat(messages.findPrevious(key(1), own)).isNull();

    assertThat(messages.findPrevious(key(1), exchange(Origin.REMOTE))).isNull();
  }

  @Test
  void anExchangeIsReplacedOnlyIfItIsStillThere() {
    Exchange first = exchange(Origin.REMOTE);
    Exchange second = exchange(Origin.REMOTE);
    assertThat(messages.findPrevious(key(1), first)).isNull();

    assertThat(messages.replacePrevious(key(1), second, exchange(Origin.REMOTE))).isFalse();
    assertThat(messages.replacePrevious(key(1), first, second)).isTrue();
    assertThat(messages.find(key(1))).isSameAs(second);

    messages.clear();
    assertThat(messages.isEmpty()).isTrue();
    assertThat(messages.replacePrevious(key(1), first, second)).isTrue();
  }
}
