package city.wayside.edge.endpoint.coap.dtls;

import static city.wayside.edge.endpoint.coap.dtls.Credentials.key;
import static city.wayside.edge.endpoint.coap.dtls.Credentials.psk;
import static city.wayside.edge.endpoint.coap.dtls.DtlsRig.vehicle;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.net.FreePorts;
import city.wayside.kit.net.UdpLink;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.elements.MessageCallback;
import org.eclipse.californium.elements.RawData;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.junit.jupiter.api.Test;

/// What is sent to a session goes to where its client was heard last, and never to another client.
class FollowingTest {

  /// What becomes of something that is sent.
  private static final class Sent implements MessageCallback {
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    @Override
    public void onConnecting() {
      done.completeExceptionally(new AssertionError("a server begins no handshake"));
    }

    @Override
    public void onDtlsRetransmission(int flight) {}

    @Override
    public void onContextEstablished(EndpointContext context) {}

    @Override
    public void onSent() {
      done.complete(null);
    }

    @Override
    public void onError(Throwable error) {
      done.completeExceptionally(error);
    }
  }

  private static Consumer<DtlsConnectorConfig.Builder> at(
      InetSocketAddress own, Consumer<DtlsConnectorConfig.Builder> credentials) {
    return credentials.andThen(builder -> builder.setAddress(own));
  }

  private static void send(DtlsRig rig, String text, EndpointContext to) {
    Sent sent = new Sent();
    rig.door.connector().send(RawData.outbound(text.getBytes(UTF_8), to, sent, false));
    sent.done.orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Test
  void whatWasMadeForTheAddressBeforeGoesToTheNewOne() throws Exception {
    try (DtlsRig rig = new DtlsRig(Credentials.shared(), vehicle("bus-12", key("bus-12")));
        UdpLink nat = new UdpLink(rig.address());
        TestClient client = new TestClient(psk(key("bus-12")))) {
      client.exchange(nat.address(), "here");
      nat.rebind();
      client.exchange(nat.address(), "there");

      send(rig, "told", rig.heard.getFirst());
      assertThat(client.hear()).isEqualTo("told");
    }
  }

  @Test
  void whoeverHasTakenAnAddressOverIsNotToldWhatIsForTheOneBefore() throws Exception {
    try (DtlsRig rig =
        new DtlsRig(
            Credentials.shared(),
            vehicle("bus-12", key("bus-12")),
            vehicle("bus-13", key("bus-13")))) {
      InetSocketAddress own =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePorts.next());
      try (TestClient first = new TestClient(at(own, psk(key("bus-12"))))) {
        first.exchange(rig.address(), "first");
      }
      try (TestClient second = new TestClient(at(own, psk(key("bus-13"))))) {
        second.exchange(rig.address(), "second");
        assertThat(rig.heard.getLast().getPeerAddress())
            .isEqualTo(rig.heard.getFirst().getPeerAddress());

        // Lost, as its client is nowhere.
        send(rig, "for the first", rig.heard.getFirst());
        send(rig, "for the second", rig.heard.getLast());
        assertThat(second.hear()).isEqualTo("for the second");
      }
    }
  }

  /// With its session's keys in a new connection, which has another connection id.
  @Test
  void whatIsForASessionGoesToTheConnectionInWhichItGoesOn() throws Exception {
    try (DtlsRig rig = new DtlsRig(Credentials.shared(), vehicle("bus-12", key("bus-12")));
        UdpLink nat = new UdpLink(rig.address());
        TestClient client = new TestClient(psk(key("bus-12")))) {
      client.exchange(nat.address(), "here");
      nat.rebind();
      client.resume();
      client.exchange(nat.address(), "there");
      assertThat(rig.handshakes("resumed")).isEqualTo(1);

      send(rig, "told", rig.heard.getFirst());
      assertThat(client.hear()).isEqualTo("told");
    }
  }
}
