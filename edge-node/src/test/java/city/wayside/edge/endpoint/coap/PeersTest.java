package city.wayside.edge.endpoint.coap;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.access.Denial;
import city.wayside.edge.access.Entry;
import city.wayside.edge.access.Gatekeeper;
import city.wayside.edge.access.Guests;
import city.wayside.edge.access.HandshakeDesk;
import city.wayside.edge.access.Method;
import city.wayside.edge.access.Presented;
import city.wayside.edge.account.AccountConfig;
import city.wayside.edge.account.ClientAccounts;
import city.wayside.edge.endpoint.coap.Peers.Welcome;
import city.wayside.kit.fake.ManualClock;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Grant;
import city.wayside.model.client.SpeaksFor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.network.Exchange.Origin;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.elements.UDPConnector;
import org.eclipse.californium.elements.UdpEndpointContextMatcher;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.SystemConfig;
import org.eclipse.californium.elements.config.UdpConfig;
import org.junit.jupiter.api.Test;

class PeersTest {

  private record Name(String getName) implements Principal {

    @Override
    public String getName() {
      return getName;
    }
  }

  /// Answers when it is told to.
  private static final class SlowGatekeeper implements Gatekeeper {
    private final List<Presented> asked = new ArrayList<>();
    private final List<CompletableFuture<Entry>> answers = new ArrayList<>();

    @Override
    public CompletionStage<Entry> admit(Presented presented) {
      asked.add(presented);
      answers.add(new CompletableFuture<>());
      return answers.getLast();
    }

    @Override
    public HandshakeDesk handshakes() {
      throw new AssertionError("there are no handshakes here");
    }

    @Override
    public void watchOver(Guests guests) {
      // The test reviews by itself.
    }

    @Override
    public void close() {
      // Nothing runs.
    }
  }

  private static final CoapLimits USUAL = CoapLimits.defaults();

  private final ManualClock clock = new ManualClock(1_000_000);
  private final SlowGatekeeper gatekeeper = new SlowGatekeeper();
  private final ClientAccounts accounts = new ClientAccounts(AccountConfig.defaults(), "edge");
  private final List<Peer> gone = new ArrayList<>();
  private final List<Object> denied = new ArrayList<>();
  private final Peers peers =
      new Peers(gatekeeper, accounts, limits(2), clock, gone::add, denied::add);
  private final Door door =
      new Door(
          "test",
          new UDPConnector(
              null, new Configuration(SystemConfig.DEFINITIONS, UdpConfig.DEFINITIONS)),
          new UdpEndpointContextMatcher(),
          from -> {
            Principal who = from.getPeerIdentity();
            return who == null ? from.getPeerAddress().getAddress() : who;
          },
          from -> {
            Principal who = from.getPeerIdentity();
            String id = who == null ? Asked.text(from.getPeerAddress()) : "";
            return new Presented(
                Peers.PROTOCOL, id, true, null, null, List.of(), List.of(), "10.0.0.1");
          },
          true,
          false);

  private static CoapLimits limits(int peersMax) {
    return new CoapLimits(
        USUAL.payloadBytesMax(),
        USUAL.datagramBytesMax(),
        USUAL.blockBytes(),
        USUAL.assemblyBytesMax(),
        USUAL.assemblyMs(),
        peersMax,
        USUAL.peerIdleMs(),
        USUAL.waitingMax(),
        USUAL.datagramsMax(),
        USUAL.rememberedMax(),
        USUAL.rememberedMs(),
        USUAL.acknowledgeMs(),
        USUAL.answerMs(),
        USUAL.retryAfterS(),
        USUAL.echoMs());
  }

  private Asked from(int lastByte, int port, Principal who) {
    return asked(new AddressEndpointContext(address(lastByte, port), who));
  }

  private Asked from(int lastByte, int port) {
    return asked(new AddressEndpointContext(address(lastByte, port)));
  }

  private static InetSocketAddress address(int lastByte, int port) {
    try {
      byte[] bytes = {10, 0, 0, (byte) lastByte};
      return new InetSocketAddress(InetAddress.getByAddress(bytes), port);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private Asked asked(EndpointContext context) {
    Request request = Request.newGet();
    request.setSourceContext(context);
    return new Asked(door, new Exchange(request, "key", Origin.REMOTE, Runnable::run), 0);
  }

  private static Entry.Admitted as(String name, long untilMs) {
    Grant grant = new Grant(name, ClientRole.VEHICLE, SpeaksFor.EVERYONE, 1);
    return new Entry.Admitted(grant, Method.OPEN, untilMs);
  }

  private Peer enter(Asked asked, Entry.Admitted as) {
    CompletableFuture<Welcome> welcome = peers.admit(asked).toCompletableFuture();
    gatekeeper.answers.getLast().complete(as);
    if (welcome.join() instanceof Welcome.Known(Peer peer)) {
      return peer;
    }
    throw new AssertionError(welcome);
  }

  @Test
  void theGatekeeperIsAskedOnceForAClientWhateverItsPort() {
    CompletableFuture<Welcome> first = peers.admit(from(1, 1)).toCompletableFuture();
    CompletableFuture<Welcome> second = peers.admit(from(1, 2)).toCompletableFuture();
    gatekeeper.answers.getFirst().complete(as("a", Entry.Admitted.FOREVER));

    assertThat(gatekeeper.asked).hasSize(1);
    assertThat(first.join()).isEqualTo(second.join());
    assertThat(peers.known(from(1, 3))).isNotNull();
    assertThat(peers.known(from(2, 1))).isNull();
    assertThat(peers.names()).containsExactly("a");
  }

  @Test
  void whoShowsSomethingIsKnownByItWhateverItsAddress() {
    Peer peer = enter(from(1, 1, new Name("key-1")), as("bus", Entry.Admitted.FOREVER));

    assertThat(peer.id()).isEqualTo("bus");
    assertThat(peers.known(from(9, 9, new Name("key-1")))).isSameAs(peer);
    assertThat(peers.known(from(1, 1))).isNull();
    assertThat(peers.known(from(1, 1, new Name("key-2")))).isNull();
  }

  @Test
  void whoIsDeniedIsAskedForAgain() {
    CompletableFuture<Welcome> welcome = peers.admit(from(1, 1)).toCompletableFuture();
    Entry.Denied denied = new Entry.Denied(Denial.NOT_AUTHORIZED, "no");
    gatekeeper.answers.getFirst().complete(denied);

    assertThat(welcome.join()).isEqualTo(new Welcome.Unwelcome(denied));
    assertThat(peers.count()).isEqualTo(0);
    CompletionStage<Welcome> _ = peers.admit(from(1, 1));
    assertThat(gatekeeper.asked).hasSize(2);
  }

  /// Its session began with something that holds no longer, and is of no use any more.
  @Test
  void whoHasShownWhatHoldsNoLongerMustShowSomethingElse() {
    Name key = new Name("key-1");
    CompletableFuture<Welcome> _ = peers.admit(from(1, 1, key)).toCompletableFuture();
    gatekeeper.answers.getFirst().complete(new Entry.Denied(Denial.NOT_AUTHORIZED, "no"));
    assertThat(denied).isEmpty();

    CompletableFuture<Welcome> _ = peers.admit(from(1, 1, key)).toCompletableFuture();
    gatekeeper.answers.getLast().complete(new Entry.Denied(Denial.BAD_CREDENTIALS, "no"));
    assertThat(denied).containsExactly(key);
  }

  @Test
  void theOneThatWasSilentLongestMakesRoom() {
    Peer first = enter(from(1, 1), as("a", Entry.Admitted.FOREVER));
    Peer second = enter(from(2, 1), as("b", Entry.Admitted.FOREVER));
    assertThat(peers.known(from(1, 1))).isSameAs(first);

    Peer _ = enter(from(3, 1), as("c", Entry.Admitted.FOREVER));

    assertThat(gone).containsExactly(second);
    assertThat(peers.count()).isEqualTo(2);
    assertThat(peers.known(from(1, 1))).isSameAs(first);
  }

  @Test
  void whoAcknowledgesIsNotSilent() {
    Peer first = enter(from(1, 1), as("a", Entry.Admitted.FOREVER));
    Peer second = enter(from(2, 1), as("b", Entry.Admitted.FOREVER));
    clock.advance(USUAL.peerIdleMs() - 1);
    peers.heard(first);

    Peer third = enter(from(3, 1), as("c", Entry.Admitted.FOREVER));
    assertThat(gone).containsExactly(second);

    clock.advance(1);
    peers.look();
    assertThat(peers.all()).containsExactlyInAnyOrder(first, third);
    // Who is gone does not come back by it.
    peers.heard(second);
    assertThat(peers.count()).isEqualTo(2);
  }

  @Test
  void whatLetsAClientInMayEnd() {
    Peer peer = enter(from(1, 1), as("a", clock.millis() + 100));
    assertThat(peers.known(from(1, 1))).isSameAs(peer);

    clock.advance(100);

    assertThat(peers.known(from(1, 1))).isNull();
    assertThat(gone).containsExactly(peer);
  }

  @Test
  void aReviewChangesWhatAClientMayDoOrSendsItAway() {
    Peer stays = enter(from(1, 1), as("a", Entry.Admitted.FOREVER));
    Peer goes = enter(from(2, 1), as("b", Entry.Admitted.FOREVER));
    Entry.Admitted other = as("a", clock.millis() + 1);

    peers.review(before ->
        before.grant().name().equals("a") ? other : new Entry.Denied(Denial.BANNED, "no"));

    assertThat(stays.admitted()).isSameAs(other);
    assertThat(gone).containsExactly(goes);
    assertThat(denied).containsExactly(goes.key());
    assertThat(peers.known(from(2, 1))).isNull();
  }

  @Test
  void whoIsSilentForLongIsForgotten() {
    Peer silent = enter(from(1, 1), as("a", Entry.Admitted.FOREVER));
    clock.advance(USUAL.peerIdleMs() - 1);
    Peer heard = enter(from(2, 1), as("b", Entry.Admitted.FOREVER));
    peers.look();
    assertThat(gone).isEmpty();

    clock.advance(1);
    peers.look();

    assertThat(gone).containsExactly(silent);
    peers.close();
    assertThat(gone).containsExactly(silent, heard);
  }

  @Test
  void tooManyArrivalsAreTurnedAway() {
    for (int number = 0; number < Peers.ARRIVALS_MAX; number++) {
      CompletionStage<Welcome> _ = peers.admit(from(1, 1, new Name("key-" + number)));
    }

    assertThat(peers.admit(from(2, 1)).toCompletableFuture().join())
        .isInstanceOfSatisfying(
            Welcome.Unwelcome.class,
            unwelcome -> assertThat(unwelcome.denied().code()).isEqualTo(Denial.BUSY));
    assertThat(gatekeeper.asked).hasSize(Peers.ARRIVALS_MAX);
  }
}
