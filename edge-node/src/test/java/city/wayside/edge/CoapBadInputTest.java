package city.wayside.edge;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.coap.CoapCaller;
import city.wayside.edge.coap.RawCoap;
import city.wayside.edge.coap.RawCoap.Message;
import city.wayside.edge.coap.RawCoap.Option;
import city.wayside.edge.coap.RawCoap.Received;
import city.wayside.edge.coap.Soon;
import city.wayside.edge.endpoint.coap.CoapConfig;
import city.wayside.edge.endpoint.coap.CoapLimits;
import city.wayside.model.telemetry.Metric;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What no client should send, byte by byte: answered as the standard says or passed over, counted,
/// and nobody else notices.
class CoapBadInputTest {

  private static final int IF_MATCH = 1;
  private static final int URI_HOST = 3;
  private static final int OSCORE = 9;
  private static final int Q_BLOCK_1 = 19;
  private static final int PROXY_URI = 35;
  private static final int PROXY_SCHEME = 39;
  private static final int SIZE1 = 60;
  private static final int UNKNOWN_CRITICAL = 65_001;
  private static final int UNKNOWN_ELECTIVE = 65_000;

  private static final EdgeRig RIG =
      new EdgeRig(EdgeConfig.defaults().withMqtt(EdgeRig.plain()).withCoap(narrow()));

  private final RawCoap raw = new RawCoap(RIG.node.coapPort());
  private final double droppedBefore = RIG.telemetry.total(Metric.EDGE_COAP_DROPPED);

  @AfterEach
  void othersAreUndisturbed() {
    raw.close();
    try (RawCoap other = new RawCoap(RIG.node.coapPort())) {
      assertThat(other.get("v1/time").codeText()).isEqualTo("2.05");
    }
  }

  @AfterAll
  static void stop() {
    RIG.close();
  }

  /// Payloads of 4,096 bytes, four of them in blocks at a time.
  private static CoapConfig narrow() {
    CoapLimits usual = CoapLimits.defaults();
    return CoapConfig.defaults()
        .withLimits(
            new CoapLimits(
                4096,
                usual.datagramBytesMax(),
                64,
                4 * 4096,
                usual.assemblyMs(),
                usual.peersMax(),
                usual.peerIdleMs(),
                usual.waitingMax(),
                usual.datagramsMax(),
                usual.rememberedMax(),
                usual.rememberedMs(),
                usual.acknowledgeMs(),
                usual.answerMs(),
                usual.retryAfterS(),
                usual.echoMs()));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  /// Confirmable ones are rejected (RFC 7252 §4.2), or told why where only a critical option or the
  /// method is not known.
  @ParameterizedTest
  @CsvSource({
    "40 00 12 34 01, 0.00",
    "41 01 12 34, 0.00",
    "40 01 12 34 ff, 0.00",
    "40 01 12 34 f1 00, 0.00",
    "40 01 12 34 1f 00, 0.00",
    "40 01 12 34 b9 76, 0.00",
    "40 01 12 34 d0, 0.00",
    "40 01 12 34 e0 ff, 0.00",
    "40 01 12 34 ed ff ff 00 00, 0.00",
    "40 01 12 34 ed 00 00 00 31 32 33, 0.00",
    "40 20 12 34, 0.00",
    "40 60 12 34, 0.00",
    "40 c0 12 34, 0.00",
    "40 e1 12 34, 0.00",
    "40 01 12 34 d0 fe 10, 4.02",
    "40 1f 12 34, 4.05"
  })
  void confirmableMessagesThatAreNoneAreRejected(String datagram, String code) {
    raw.send(bytes(datagram));

    Received answer = raw.receive();

    assertThat(answer.codeText()).isEqualTo(code);
    assertThat(answer.messageId()).isEqualTo(0x1234);
    assertThat(answer.type()).isEqualTo(code.equals("0.00") ? RawCoap.RST : RawCoap.ACK);
    awaitDropped(1);
  }

  /// Too short, another version, tokens of 9 to 15 bytes, and what is not confirmable.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "40",
        "40 01 12",
        "00 01 12 34",
        "80 01 12 34",
        "c0 01 12 34",
        "49 01 12 34 01 02 03 04 05 06 07 08 09",
        "4f 01 12 34 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f",
        "50 01 12 34 ff",
        "50 01 12 34 f1 00",
        "16 03 01 00 05 01 00 00 01 00"
      })
  void whatCannotBeAnsweredIsPassedOver(String datagram) {
    raw.send(bytes(datagram));

    awaitDropped(1);
    // Nothing was answered: the next answer is the next question's.
    assertThat(raw.get("v1/time").codeText()).isEqualTo("2.05");
  }

  private void awaitDropped(int count) {
    Soon.await()
        .until(() -> RIG.telemetry.total(Metric.EDGE_COAP_DROPPED) == droppedBefore + count);
  }

  @Test
  void datagramsThatAreTooLongAreDroppedAndCounted() {
    raw.send(new byte[2049]);

    awaitDropped(1);
    assertThat(RIG.telemetry.count(Metric.EDGE_COAP_DROPPED, "too_long")).isEqualTo(1);
  }

  @Test
  void unknownCriticalOptionsAreRefusedAndOthersLeftAside() {
    assertThat(get(new Option(UNKNOWN_CRITICAL, new byte[] {1})).codeText()).isEqualTo("4.02");
    assertThat(get(new Option(UNKNOWN_ELECTIVE, new byte[] {1})).codeText()).isEqualTo("2.05");
  }

  @ParameterizedTest
  @CsvSource({"35, 5.05", "39, 5.05", "9, 4.02", "19, 4.02", "1, 4.02"})
  void optionsForWhatIsNotDoneHereAreRefused(int number, String code) {
    assertThat(List.of(IF_MATCH, OSCORE, Q_BLOCK_1, PROXY_URI, PROXY_SCHEME)).contains(number);
    assertThat(get(Option.of(number, "x")).codeText()).isEqualTo(code);
  }

  private Received get(Option added) {
    List<Option> options = new ArrayList<>(RawCoap.path("v1/time"));
    options.add(added);
    options.sort((one, other) -> Integer.compare(one.number(), other.number()));
    return raw.ask(RawCoap.CON, RawCoap.GET, options, new byte[0]);
  }

  @Test
  void optionsOfTheWrongLengthAreRefused() {
    assertThat(get(new Option(RawCoap.CONTENT_FORMAT, new byte[40])).codeText()).isNotEqualTo("");
    assertThat(get(new Option(URI_HOST, new byte[0])).codeText()).isEqualTo("4.02");
    assertThat(get(new Option(RawCoap.BLOCK2, new byte[] {1, 2, 3, 4})).codeText())
        .isEqualTo("4.02");
    assertThat(get(new Option(RawCoap.BLOCK2, new byte[] {7})).codeText()).isEqualTo("4.00");
  }

  @Test
  void aPartOfAPathWithASlashInItLeadsNowhere() {
    List<Option> options =
        List.of(Option.of(RawCoap.URI_PATH, "v1"), Option.of(RawCoap.URI_PATH, "up/1/probe"));

    assertThat(raw.ask(RawCoap.CON, RawCoap.POST, options, new byte[] {1}).codeText())
        .isEqualTo("4.04");
  }

  @Test
  void aBlockThatDoesNotFollowIsRefused() {
    assertThat(block(0, true, new byte[64]).codeText()).isEqualTo("2.31");
    assertThat(block(2, true, new byte[64]).codeText()).isEqualTo("4.08");
    // The transfer is over; what would have been next is no beginning.
    assertThat(block(1, true, new byte[64]).codeText()).isEqualTo("4.08");
    assertThat(block(0, true, new byte[64]).codeText()).isEqualTo("2.31");
    assertThat(block(5, true, new byte[64]).codeText()).isEqualTo("4.08");
  }

  @Test
  void moreBlocksThanAPayloadMayHaveAreRefused() {
    Received answer = block(0, true, new byte[64]);
    for (int number = 1; answer.codeText().equals("2.31"); number++) {
      answer = block(number, true, new byte[64]);
    }

    assertThat(answer.codeText()).isEqualTo("4.13");
  }

  @Test
  void aSizeThatIsTooLargeIsRefusedAtTheFirstBlock() {
    List<Option> options = new ArrayList<>(RawCoap.path("v1/up/batch"));
    options.add(Option.of(RawCoap.BLOCK1, 2 | 8));
    options.add(Option.of(SIZE1, 1_000_000));

    Received answer = raw.ask(RawCoap.CON, RawCoap.POST, options, new byte[64]);

    assertThat(answer.codeText()).isEqualTo("4.13");
    assertThat(answer.number(SIZE1)).isEqualTo(4096);
  }

  @Test
  void nobodyFillsTheRoomForBlocks() throws Exception {
    List<RawCoap> clients = new ArrayList<>();
    try {
      List<String> first = new ArrayList<>();
      for (int number = 0; number < 8; number++) {
        RawCoap client = new RawCoap(RIG.node.coapPort(), InetAddress.getByName("127.0.4.1"));
        clients.add(client);
        client.send(block(client, 0, true, new byte[64]).bytes());
        first.add(client.receive().codeText());
      }
      // There is room for four, and for one of an address that has proven nothing.
      assertThat(first).startsWith("2.31", "4.01").containsOnly("2.31", "4.01");
      assertThat(first).containsOnlyOnce("2.31");
    } finally {
      // One that does not follow ends each transfer.
      for (RawCoap client : clients) {
        client.send(block(client, 9, true, new byte[64]).bytes());
        assertThat(client.receive().codeText()).isEqualTo("4.08");
        client.close();
      }
    }
  }

  /// A block of 64 bytes of a batch.
  private Received block(int number, boolean hasMore, byte[] payload) {
    raw.send(block(raw, number, hasMore, payload).bytes());
    return raw.receive();
  }

  private static Message block(RawCoap from, int number, boolean hasMore, byte[] payload) {
    List<Option> options = new ArrayList<>(RawCoap.path("v1/up/batch"));
    options.add(Option.of(RawCoap.BLOCK1, number << 4 | (hasMore ? 8 : 0) | 2));
    return from.request(RawCoap.CON, RawCoap.POST, options, payload);
  }

  @Test
  void aPayloadThatIsTooLargeIsRefused() {
    try (CoapCaller caller = new CoapCaller(RIG.node.coapPort()).proven()) {
      Request request = caller.request(Code.POST, "v1/up/batch");
      request.setPayload(new byte[5000]);

      Response answer = caller.askOnce(request);

      assertThat(answer.getCode()).isEqualTo(ResponseCode.REQUEST_ENTITY_TOO_LARGE);
      assertThat(answer.getOptions().getSize1()).isEqualTo(4096);
    }
  }

  @Test
  void pingsAreAnsweredAndAnswersToNothingPassedOver() {
    raw.send(bytes("40 00 00 07"));
    Received pong = raw.receive();
    assertThat(pong.type()).isEqualTo(RawCoap.RST);
    assertThat(pong.messageId()).isEqualTo(7);

    raw.send(bytes("60 00 00 08"));
    raw.send(bytes("70 00 00 09"));
    raw.send(bytes("60 45 00 0a"));
    assertThat(raw.get("v1/time").codeText()).isEqualTo("2.05");
  }

  @Test
  void anythingAtAllIsSurvived() {
    Random random = new Random(5);
    Message good =
        raw.request(RawCoap.CON, RawCoap.POST, RawCoap.path("v1/up/1/probe"), new byte[40]);
    for (int round = 0; round < 3000; round++) {
      byte[] datagram;
      if (round % 2 == 0) {
        datagram = new byte[random.nextInt(64)];
        random.nextBytes(datagram);
      } else {
        datagram = good.bytes();
        for (int flips = random.nextInt(4); flips >= 0; flips--) {
          datagram[random.nextInt(datagram.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      raw.send(datagram);
    }
    try (RawCoap other = new RawCoap(RIG.node.coapPort())) {
      Soon.await().until(() -> other.get("v1/time").codeText().equals("2.05"));
    }
    assertThat(RIG.telemetry.total(Metric.EDGE_COAP_DROPPED)).isGreaterThan(droppedBefore + 100);
    Soon.await().until(() -> RIG.received() == RIG.admitted() + RIG.refused());
  }
}
