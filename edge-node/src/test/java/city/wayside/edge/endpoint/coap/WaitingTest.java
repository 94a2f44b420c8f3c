package city.wayside.edge.endpoint.coap;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.access.Entry;
import city.wayside.edge.access.Method;
import city.wayside.edge.account.AccountConfig;
import city.wayside.edge.account.ClientAccounts;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Grant;
import city.wayside.model.client.SpeaksFor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.network.Exchange.Origin;
import org.eclipse.californium.elements.UDPConnector;
import org.eclipse.californium.elements.UdpEndpointContextMatcher;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.SystemConfig;
import org.eclipse.californium.elements.config.UdpConfig;
import org.junit.jupiter.api.Test;

class WaitingTest {

  private final List<Posted> acknowledged = new ArrayList<>();
  private final List<Posted> givenUp = new ArrayList<>();
  private final CoapLimits limits = CoapLimits.defaults();
  private final UnderWay underWay = new UnderWay();
  private final Waiting waiting = new Waiting(limits, acknowledged::add, givenUp::add, underWay);

  private static Posted posted(long sinceMs) {
    Grant grant = new Grant("a", ClientRole.VEHICLE, SpeaksFor.EVERYONE, 1);
    Entry.Admitted admitted = new Entry.Admitted(grant, Method.OPEN, Entry.Admitted.FOREVER);
    ClientAccounts accounts = new ClientAccounts(AccountConfig.defaults(), "edge");
    Peer peer =
        new Peer("key", "a", admitted, accounts.connected("a", grant, Peers.PROTOCOL, 0), 0);
    Configuration settings = new Configuration(SystemConfig.DEFINITIONS, UdpConfig.DEFINITIONS);
    Door door =
        new Door(
            "test",
            new UDPConnector(null, settings),
            new UdpEndpointContextMatcher(),
            from -> from.getPeerAddress().getAddress(),
            _ -> {
              throw new AssertionError("nobody comes through");
            },
            true,
            false);
    Exchange exchange = new Exchange(Request.newPost(), "key", Origin.REMOTE, Runnable::run);
    return new Posted(new Asked(door, exchange, 0), peer, _ -> {}, ns(sinceMs));
  }

  private static long ns(long ms) {
    return TimeUnit.MILLISECONDS.toNanos(ms);
  }

  @Test
  void whoWaitsIsAcknowledgedOnceAndThenGivenUp() {
    Posted posted = posted(0);
    waiting.add(posted);

    waiting.look(ns(limits.acknowledgeMs() - 1));
    assertThat(acknowledged).isEmpty();
    waiting.look(ns(limits.acknowledgeMs()));
    waiting.look(ns(limits.answerMs() - 1));
    assertThat(acknowledged).containsExactly(posted);
    assertThat(givenUp).isEmpty();
    assertThat(waiting.count()).isEqualTo(1);

    waiting.look(ns(limits.answerMs()));
    assertThat(givenUp).containsExactly(posted);
    assertThat(waiting.count()).isEqualTo(0);
    assertThat(waiting.end(posted)).isFalse();
  }

  @Test
  void whoIsAnsweredIsLeftAlone() throws Exception {
    Posted soon = posted(0);
    Posted late = posted(0);
    waiting.add(soon);
    waiting.add(late);

    assertThat(waiting.end(soon)).isTrue();
    assertThat(underWay.awaitNone(0)).isFalse();
    waiting.look(ns(limits.acknowledgeMs()));
    assertThat(acknowledged).containsExactly(late);
    assertThat(waiting.end(late)).isTrue();
    assertThat(waiting.end(late)).isFalse();
    waiting.look(ns(limits.answerMs()));

    assertThat(givenUp).isEmpty();
    assertThat(waiting.count()).isEqualTo(0);
    assertThat(underWay.awaitNone(0)).isTrue();
  }

  @Test
  void whenItStopsWhoWasToldToWaitIsAnsweredAndNobodyIsToldAnyMore() {
    Posted told = posted(0);
    Posted answered = posted(0);
    waiting.add(told);
    waiting.add(answered);
    waiting.look(ns(limits.acknowledgeMs()));
    waiting.end(answered);
    acknowledged.clear();
    Posted silent = posted(limits.acknowledgeMs());
    waiting.add(silent);

    waiting.stop();
    waiting.look(ns(2L * limits.acknowledgeMs()));

    assertThat(givenUp).containsExactly(told);
    assertThat(acknowledged).isEmpty();
    assertThat(waiting.count()).isEqualTo(1);
  }
}
