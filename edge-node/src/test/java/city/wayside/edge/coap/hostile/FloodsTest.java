package city.wayside.edge.coap.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.coap.RawCoap;
import city.wayside.edge.coap.RawCoap.Option;
import city.wayside.edge.coap.RawCoap.Received;
import city.wayside.edge.coap.RawObserver;
import city.wayside.edge.endpoint.coap.CoapConfig;
import city.wayside.edge.endpoint.coap.CoapLimits;
import city.wayside.edge.endpoint.coap.ObserveConfig;
import city.wayside.edge.rig.Server;
import city.wayside.model.telemetry.Metric;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Many of them, from many addresses: what they can take is bounded, and who was there before is
/// served on.
class FloodsTest {

  private static final byte[] NOTHING = {};
  private static final int PEERS_MAX = 20;
  private static final int OBSERVATIONS_MAX = 10;
  private static final int OBSERVATIONS_PER_PEER_MAX = 4;
  private static final int REMEMBERED_MAX = 200;
  private static final int ADDRESSES = 60;
  private static final int ASSEMBLIES_MAX = 16;
  private static final int PAYLOAD_BYTES_MAX = 4096;
  private static final int BLOCK = 1024;

  private static final Server SERVER = Server.start(narrow());

  private final CoapNeighbour neighbour = new CoapNeighbour(SERVER);
  private final List<AutoCloseable> opened = new ArrayList<>();

  private static CoapConfig narrow() {
    CoapLimits usual = CoapLimits.defaults();
    return CoapConfig.defaults()
        .withLimits(
            new CoapLimits(
                PAYLOAD_BYTES_MAX,
                usual.datagramBytesMax(),
                usual.blockBytes(),
                ASSEMBLIES_MAX * PAYLOAD_BYTES_MAX,
                usual.assemblyMs(),
                PEERS_MAX,
                usual.peerIdleMs(),
                usual.waitingMax(),
                usual.datagramsMax(),
                REMEMBERED_MAX,
                usual.rememberedMs(),
                usual.acknowledgeMs(),
                usual.answerMs(),
                usual.retryAfterS(),
                usual.echoMs()))
        .withObserving(
            new ObserveConfig(
                OBSERVATIONS_MAX,
                OBSERVATIONS_PER_PEER_MAX,
                32,
                200,
                262_144,
                1_000,
                16_384,
                300,
                50_000,
                67_108_864));
  }

  @AfterEach
  void theNeighbourIsServed() throws Exception {
    neighbour.isServed();
    for (AutoCloseable each : opened) {
      each.close();
    }
    neighbour.close();
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  /// A client at one of this machine's many addresses.
  private RawCoap at(int number) {
    try {
      byte[] address = {127, 0, 1, (byte) number};
      RawCoap client = new RawCoap(SERVER.coapPort(), InetAddress.getByAddress(address));
      opened.add(client);
      return client;
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Each is answered, and forgotten when others come; those who observe are not.
  @Test
  void manyAddressesPushOutNobodyWhoObserves() {
    long gone = SERVER.count(Metric.EDGE_COAP_OBSERVATIONS_ENDED, "gone");
    for (int number = 1; number <= ADDRESSES; number++) {
      assertThat(at(number).get("v1/geo/0").codeText()).isEqualTo("2.05");
      assertThat(SERVER.total(Metric.EDGE_COAP_PEERS)).isLessThanOrEqualTo(PEERS_MAX);
      if (number % 10 == 0) {
        neighbour.isServed();
      }
    }

    assertThat(SERVER.count(Metric.EDGE_COAP_OBSERVATIONS_ENDED, "gone")).isEqualTo(gone);
  }

  @Test
  void whoAsksToObserveFromAnInventedAddressTakesNothing() {
    double before = SERVER.total(Metric.EDGE_COAP_OBSERVATIONS);
    for (int number = 1; number <= ADDRESSES; number++) {
      RawCoap client = at(number);
      List<Option> options = RawCoap.options("v1/geo/0");
      options.addFirst(Option.of(RawCoap.OBSERVE, 0));

      assertThat(client.ask(RawCoap.CON, RawCoap.GET, options, NOTHING).codeText())
          .isEqualTo("4.01");
    }

    assertThat(SERVER.total(Metric.EDGE_COAP_OBSERVATIONS)).isEqualTo(before);
  }

  /// Those who are really there may have some each, and some in all; then they are answered once.
  @Test
  void registrationsAreBounded() {
    long refused = SERVER.count(Metric.EDGE_COAP_OBSERVATIONS_REFUSED, "");
    int accepted = 0;
    int asked = 0;
    for (int number = 1; number <= 5; number++) {
      RawObserver observer = new RawObserver(at(number));
      opened.addFirst(observer);
      int own = 0;
      for (int place = 0; place < OBSERVATIONS_PER_PEER_MAX + 2; place++) {
        Received answer = observer.observe("v1/geo/000" + Integer.toString(place, 4));
        assertThat(answer.codeText()).isEqualTo("2.05");
        own += answer.option(RawCoap.OBSERVE) == null ? 0 : 1;
        asked++;
      }
      assertThat(own).isLessThanOrEqualTo(OBSERVATIONS_PER_PEER_MAX);
      accepted += own;
    }

    // The neighbour has one.
    assertThat(accepted).isEqualTo(OBSERVATIONS_MAX - 1);
    assertThat(SERVER.total(Metric.EDGE_COAP_OBSERVATIONS)).isEqualTo(OBSERVATIONS_MAX);
    assertThat(SERVER.count(Metric.EDGE_COAP_OBSERVATIONS_REFUSED, "") - refused)
        .isEqualTo(asked - accepted);
  }

  private static Option block(int number, boolean isMore) {
    return Option.of(RawCoap.BLOCK1, number << 4 | (isMore ? 8 : 0) | 6);
  }

  private static Received part(RawCoap from, String uri, byte[] part, Option... options) {
    return from.ask(RawCoap.CON, RawCoap.POST, RawCoap.options(uri, options), part);
  }

  /// Posts a batch in two blocks, and echoes what it is asked to.
  private static Received batch(RawCoap from) {
    ByteArrayOutputStream batch = new ByteArrayOutputStream();
    while (batch.size() <= BLOCK) {
      long station = SERVER.freshStation();
      byte[] probe =
          new String(SERVER.probe(station), UTF_8)
              .replaceFirst("\\{", "{\"station\":%d,".formatted(station))
              .getBytes(UTF_8);
      batch.writeBytes("\5probe".getBytes(UTF_8));
      batch.write(probe.length >> 8);
      batch.write(probe.length);
      batch.writeBytes(probe);
    }
    byte[] first = Arrays.copyOf(batch.toByteArray(), BLOCK);
    Received answer = part(from, "v1/up/batch", first, block(0, true));
    if (answer.codeText().equals("4.01")) {
      Option echo = new Option(RawCoap.ECHO, answer.echo());
      answer = part(from, "v1/up/batch", first, block(0, true), echo);
    }
    assertThat(answer.codeText()).isEqualTo("2.31");
    byte[] last = Arrays.copyOfRange(batch.toByteArray(), BLOCK, batch.size());
    return part(from, "v1/up/batch", last, block(1, false));
  }

  /// Payloads that begin and never end, more than there is room for, from addresses that echo
  /// nothing: who echoes has its payload taken.
  @Test
  void whoIsThereSendsInBlocksWhateverInventedAddressesBegin() {
    List<String> codes = new ArrayList<>();
    for (int number = 1; number <= ADDRESSES; number++) {
      codes.add(part(at(number), "v1/up/batch", new byte[BLOCK], block(0, true)).codeText());
      if (number % 10 == 0) {
        neighbour.isServed();
      }
    }

    // Some of the first half are taken by what other tests have begun.
    assertThat(codes.getFirst()).isEqualTo("2.31");
    assertThat(codes.subList(ASSEMBLIES_MAX / 2, ADDRESSES)).containsOnly("4.01");
    for (int number = ADDRESSES + 1; number <= ADDRESSES + 3; number++) {
      assertThat(batch(at(number)).codeText()).isEqualTo("2.04");
    }
  }

  /// Somebody who is really there has a small part of the places.
  @Test
  void whoBeginsMoreThanItsPartIsToldToTryAgain() {
    RawCoap greedy = at(200);
    RawCoap other = at(201);
    assertThat(batch(greedy).codeText()).isEqualTo("2.04");
    Received unproven = part(greedy, "v1/up/1/cam", new byte[BLOCK], block(0, true));
    assertThat(unproven.codeText()).isEqualTo("2.31");
    Received challenge = part(greedy, "v1/up/2/cam", new byte[BLOCK], block(0, true));
    assertThat(challenge.codeText()).isEqualTo("4.01");
    Option echo = new Option(RawCoap.ECHO, challenge.echo());
    Received proven = part(greedy, "v1/up/2/cam", new byte[BLOCK], block(0, true), echo);
    assertThat(proven.codeText()).isEqualTo("2.31");

    Received full = part(greedy, "v1/up/3/cam", new byte[BLOCK], block(0, true));

    assertThat(full.codeText()).isEqualTo("5.03");
    assertThat(full.number(RawCoap.MAX_AGE)).isEqualTo(5);
    assertThat(batch(other).codeText()).isEqualTo("2.04");
  }

  /// More than is remembered of what came last, under message ids that come again.
  @Test
  void messagesThatComeAgainAreForgottenInTheEnd() {
    RawCoap client = at(1);
    for (int count = 0; count < 3 * REMEMBERED_MAX; count++) {
      assertThat(client.get("v1/time").codeText()).isEqualTo("2.05");
    }
  }
}
