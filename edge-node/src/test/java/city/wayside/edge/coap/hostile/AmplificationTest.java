package city.wayside.edge.coap.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.coap.RawCoap;
import city.wayside.edge.coap.RawCoap.Message;
import city.wayside.edge.coap.RawCoap.Option;
import city.wayside.edge.coap.RawCoap.Received;
import city.wayside.edge.coap.RawObserver;
import city.wayside.edge.coap.Soon;
import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who says that it is somewhere else has little sent there (RFC 7252 §11.3, RFC 9175 §2.6): to an
/// address that has not proven that somebody is there, no answer has more than three times the
/// bytes of its request.
@ExtendWith(Served.class)
class AmplificationTest {

  private static final byte[] NOTHING = {};
  private static final int FACTOR_MAX = 3;
  private static final int PATCH = 6;

  private final Server server;
  private final RawCoap raw;

  AmplificationTest(Server server) {
    this.server = server;
    this.raw = new RawCoap(server.coapPort());
  }

  @AfterEach
  void close() {
    raw.close();
  }

  record Kind(int method, String uri, byte[] payload, Option... more) {
    @Override
    public String toString() {
      return method + " " + uri + " " + payload.length + " " + Arrays.toString(more);
    }
  }

  private static Option option(int number, long value) {
    return Option.of(number, value);
  }

  private static Stream<Kind> kinds() {
    byte[] bad = "{}".getBytes(UTF_8);
    return Stream.of(
        new Kind(RawCoap.GET, "v1/time", NOTHING),
        new Kind(RawCoap.GET, "v1/time", NOTHING, option(RawCoap.ACCEPT, 50)),
        new Kind(RawCoap.GET, "v1/time", NOTHING, option(RawCoap.ACCEPT, 60)),
        new Kind(RawCoap.GET, "v1/time", NOTHING, option(RawCoap.BLOCK2, 0x16)),
        new Kind(RawCoap.GET, ".well-known/core", NOTHING),
        new Kind(RawCoap.GET, ".well-known/core", NOTHING, option(RawCoap.BLOCK2, 6)),
        new Kind(RawCoap.GET, ".well-known/core", NOTHING, option(RawCoap.BLOCK2, 0x12)),
        new Kind(RawCoap.GET, ".well-known/core?rt=*", NOTHING),
        new Kind(RawCoap.GET, "v1/geo/0", NOTHING),
        new Kind(RawCoap.GET, "v1/geo/0", NOTHING, option(RawCoap.OBSERVE, 0)),
        new Kind(RawCoap.GET, "v1/geo/0", NOTHING, option(RawCoap.OBSERVE, 1)),
        new Kind(RawCoap.GET, "v1/geo/0", NOTHING, option(RawCoap.ACCEPT, 50)),
        new Kind(RawCoap.GET, "v1/geo/9", NOTHING),
        new Kind(RawCoap.GET, "v1/down", NOTHING),
        new Kind(RawCoap.GET, "v1/down", NOTHING, option(RawCoap.OBSERVE, 0)),
        new Kind(RawCoap.GET, "v1/down?x", NOTHING),
        new Kind(RawCoap.GET, "x", NOTHING),
        new Kind(RawCoap.PUT, "v1/time", bad),
        new Kind(RawCoap.DELETE, "v1/time", NOTHING),
        new Kind(PATCH, "x", NOTHING),
        new Kind(31, "x", NOTHING),
        new Kind(RawCoap.POST, "v1/up/1/probe", bad),
        new Kind(RawCoap.POST, "v1/up/1/probe", bad, option(RawCoap.CONTENT_FORMAT, 60)),
        new Kind(RawCoap.POST, "v1/up/1/cam", bad),
        new Kind(RawCoap.POST, "v1/up/x/x", bad),
        new Kind(RawCoap.POST, "v1/up/x/batch", bad),
        new Kind(RawCoap.POST, "v1/up/batch", bad),
        new Kind(RawCoap.POST, "v1/up/batch", new byte[16], option(RawCoap.BLOCK1, 0x08)),
        new Kind(RawCoap.POST, "v1/up/batch", new byte[16], option(RawCoap.BLOCK1, 0x58)),
        new Kind(RawCoap.POST, "v1/up/-/status", bad),
        new Kind(RawCoap.GET, "x", NOTHING, option(RawCoap.IF_MATCH, 1)),
        new Kind(RawCoap.GET, "x", NOTHING, option(RawCoap.BLOCK2, 7)),
        new Kind(RawCoap.GET, "x", NOTHING, option(9, 1)),
        new Kind(RawCoap.GET, "x", NOTHING, option(35, 1)),
        new Kind(RawCoap.GET, "x", NOTHING, new Option(RawCoap.ECHO, new byte[12])));
  }

  /// From the shortest request of each kind to one with the longest token.
  @ParameterizedTest
  @MethodSource("kinds")
  void noAnswerIsMuchLargerThanItsRequest(Kind kind) {
    for (int type : new int[] {RawCoap.CON, RawCoap.NON}) {
      for (int tokenLength : new int[] {0, 8}) {
        try (RawCoap client = new RawCoap(server.coapPort())) {
          Message request =
              new Message(
                  type,
                  kind.method(),
                  client.nextMessageId(),
                  new byte[tokenLength],
                  RawCoap.options(kind.uri(), kind.more()),
                  kind.payload());
          client.send(request.bytes());

          assertThat(answerBytes(client, request))
              .isLessThanOrEqualTo(FACTOR_MAX * request.bytes().length);
        }
      }
    }
  }

  /// Whatever is confirmable is answered. Of the rest some is not: what has come when a ping behind
  /// it is answered, was the answer.
  private static int answerBytes(RawCoap client, Message request) {
    if (request.type() == RawCoap.CON) {
      return client.receive().length();
    }
    int ping = client.nextMessageId();
    client.sendEmpty(RawCoap.CON, ping);
    int bytes = 0;
    Received answer = client.receive();
    while (answer.type() != RawCoap.RST || answer.messageId() != ping) {
      bytes += answer.length();
      answer = client.receive();
    }
    return bytes;
  }

  /// A list that would be long is not sent at all, and neither is its second block.
  @Test
  void aLongListIsOnlyForThoseWhoAreThere() {
    String place = server.freshPlace();
    String uri = "v1/geo/" + place.replace("/", "");
    server.publishDown("v1/geo/" + place + "/denm", "long".repeat(400), 1, true);
    Soon.await().until(() -> raw.get(uri).codeText().equals("4.01"));

    Received second =
        raw.ask(
            RawCoap.CON, RawCoap.GET, RawCoap.options(uri, option(RawCoap.BLOCK2, 0x16)), NOTHING);

    assertThat(second.codeText()).isEqualTo("4.01");
    assertThat(second.payload()).isEmpty();
  }

  /// What is answered after its acknowledgement is sent again and again to whoever does not answer:
  /// all of it together stays small.
  @Test
  void whatIsAnsweredLaterIsSmallAlsoWhenItIsSentAgain() {
    server.holdGrid();
    long station = server.freshStation();
    byte[] request =
        raw.request(
                RawCoap.CON,
                RawCoap.POST,
                RawCoap.path(Server.topicOf(station)),
                server.probe(station))
            .bytes();
    raw.send(request);
    Received acknowledgement = raw.receive();
    server.releaseGrid();

    Received answer = raw.receive();

    raw.sendEmpty(RawCoap.ACK, answer.messageId());
    assertThat(acknowledgement.length() + 5 * answer.length())
        .isLessThanOrEqualTo(FACTOR_MAX * request.length);
  }

  private Received observe(byte[] echo) {
    return raw.ask(
        RawCoap.CON,
        RawCoap.GET,
        Stream.concat(
                Stream.of(option(RawCoap.OBSERVE, 0)),
                RawCoap.options("v1/geo/0", new Option(RawCoap.ECHO, echo)).stream())
            .toList(),
        NOTHING);
  }

  /// A made-up value, one that was changed, one of another port, of another address: none proves
  /// anything, and each is answered with one that would.
  @Test
  void onlyWhatWasSentToAnAddressProvesThatSomebodyIsThere() throws Exception {
    byte[] own = Objects.requireNonNull(observe(new byte[12]).option(RawCoap.ECHO));
    assertThat(own).hasSize(12);
    byte[] changed = own.clone();
    changed[changed.length - 1] ^= 1;
    byte[] elsewhere;
    try (RawCoap other = new RawCoap(server.coapPort(), InetAddress.getByName("127.0.0.77"))) {
      List<Option> options =
          Stream.concat(Stream.of(option(RawCoap.OBSERVE, 0)), RawCoap.path("v1/geo/0").stream())
              .toList();
      elsewhere =
          Objects.requireNonNull(
              other.ask(RawCoap.CON, RawCoap.GET, options, NOTHING).option(RawCoap.ECHO));
    }

    for (byte[] echo :
        List.of(changed, elsewhere, new byte[] {1}, new byte[40], Arrays.copyOf(own, 8))) {
      Received answer = observe(echo);
      assertThat(answer.codeText()).isEqualTo("4.01");
      assertThat(answer.option(RawCoap.OBSERVE)).isNull();
      assertThat(answer.option(RawCoap.ECHO)).isNotNull();
    }

    try (RawObserver observer = new RawObserver(new RawCoap(server.coapPort()))) {
      assertThat(observer.observe("v1/geo/0").option(RawCoap.OBSERVE)).isNotNull();
    }
  }
}
