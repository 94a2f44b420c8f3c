package city.wayside.edge.endpoint.coap;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.access.Entry;
import city.wayside.edge.access.Method;
import city.wayside.edge.account.AccountConfig;
import city.wayside.edge.account.ClientAccounts;
import city.wayside.edge.coap.RawCoap;
import city.wayside.edge.coap.RawObserver;
import city.wayside.edge.coap.Soon;
import city.wayside.edge.endpoint.coap.observe.Interest;
import city.wayside.kit.fake.RecordingTelemetry;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Grant;
import city.wayside.model.client.SpeaksFor;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.DownMessage.Kind;
import city.wayside.model.downlink.LoggedItem;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.server.MessageDeliverer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is heard of those who observe.
class ObservingTest {

  private static final String TOPIC = "v1/down/a/denm";

  private final InstantSource clock = InstantSource.system();
  private final CoapConfig config = CoapConfig.defaults().withPort(0);
  private final CoapSettings settings = CoapSettings.of(config.limits());
  private final CoapCounts counts = new CoapCounts(new RecordingTelemetry());
  private final CoapThreads threads = new CoapThreads(1);
  private final Queue<Peer> heard = new ConcurrentLinkedQueue<>();
  private final Answers answers = new Answers(new Proofs(1_000, 1, clock), counts, config.limits());
  private final Observing observing =
      new Observing(config, settings, answers, counts, threads, clock, heard::add);
  private final Peer peer = peer();
  private final Door door = door();
  private final CoapEndpoint endpoint =
      LimitedEndpoint.of(door, config.limits(), settings, threads, counts, answers);

  private static Peer peer() {
    Grant grant = new Grant("a", ClientRole.VEHICLE, SpeaksFor.EVERYONE, 1);
    ClientAccounts accounts = new ClientAccounts(AccountConfig.defaults(), "edge");
    return new Peer(
        "key",
        "a",
        new Entry.Admitted(grant, Method.OPEN, Entry.Admitted.FOREVER),
        accounts.connected("a", grant, Peers.PROTOCOL, 0),
        0);
  }

  /// One behind which addresses count as proven.
  private Door door() {
    Door plain = PlainConnector.door(config, settings.ofMessages(), counts);
    return new Door(
        "test",
        plain.connector(),
        plain.matcher(),
        plain.knowing(),
        plain.presenting(),
        true,
        false);
  }

  @BeforeEach
  void start() throws Exception {
    endpoint.setMessageDeliverer(
        new MessageDeliverer() {
          @Override
          public void deliverRequest(Exchange exchange) {
            observing.get(Asked.of(door, exchange), peer, Interest.of(List.of("a")));
          }

          @Override
          public void deliverResponse(Exchange exchange, Response response) {
            // Nothing is asked.
          }
        });
    endpoint.start();
  }

  @AfterEach
  void stop() throws Exception {
    endpoint.destroy();
    threads.end();
  }

  private void tell(long number, Kind kind) {
    DownMessage message =
        new DownMessage(number, TOPIC, new byte[1], "", kind, "", clock.millis() + 60_000);
    observing.deliver(List.of(new LoggedItem(number, message)));
  }

  @Test
  void whoAcknowledgesIsHeard() {
    int port = endpoint.getAddress().getPort();
    try (RawObserver observer = new RawObserver(new RawCoap(port))) {
      observer.observe("v1/down");
      tell(1, Kind.BEACON);
      assertThat(observer.told().type()).isEqualTo(RawCoap.NON);
      assertThat(heard).isEmpty();

      tell(2, Kind.NOTICE);
      assertThat(observer.told().type()).isEqualTo(RawCoap.CON);
      Soon.await().until(() -> List.copyOf(heard).equals(List.of(peer)));
    }
  }
}
