package city.wayside.edge.coap.conform;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.coap.RawCoap;
import city.wayside.edge.coap.RawCoap.Message;
import city.wayside.edge.coap.RawCoap.Option;
import city.wayside.edge.coap.RawCoap.Received;
import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests and answers (RFC 7252).
@ExtendWith(Served.class)
class CoreCasesTest {

  private static final byte[] NOTHING = {};
  private static final byte[] PAYLOAD = {1};
  private static final int TEXT = 0;
  private static final int JSON = 50;

  private final Server server;
  private final RawCoap raw;

  CoreCasesTest(Server server) {
    this.server = server;
    this.raw = new RawCoap(server.coapPort());
  }

  @AfterEach
  void close() {
    raw.close();
  }

  private Message request(int type, int code, String uri, byte[] payload, Option... more) {
    return raw.request(type, code, RawCoap.options(uri, more), payload);
  }

  private Received ask(Message request) {
    raw.send(request.bytes());
    return raw.receive();
  }

  /// A confirmable request is answered in its acknowledgement, any other by a message like it.
  private static void assertAnswers(Received answer, Message request) {
    assertThat(answer.token()).isEqualTo(request.token());
    if (request.type() == RawCoap.CON) {
      assertThat(answer.type()).isEqualTo(RawCoap.ACK);
      assertThat(answer.messageId()).isEqualTo(request.messageId());
    } else {
      assertThat(answer.type()).isEqualTo(RawCoap.NON);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {RawCoap.CON, RawCoap.NON})
  @Plugtest({"TD_COAP_CORE_01", "TD_COAP_CORE_05"})
  void whatIsAskedForIsAnswered(int type) {
    Message request = request(type, RawCoap.GET, "v1/time", NOTHING);

    Received answer = ask(request);

    assertAnswers(answer, request);
    assertThat(answer.codeText()).isEqualTo("2.05");
    assertThat(answer.number(RawCoap.CONTENT_FORMAT)).isEqualTo(TEXT);
    assertThat(answer.payload()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {RawCoap.CON, RawCoap.NON})
  @Plugtest({"TD_COAP_CORE_04", "TD_COAP_CORE_08"})
  void whatIsPostedIsTaken(int type) {
    long station = server.freshStation();
    long before = server.receivedCount("probe");
    Message request =
        request(
            type,
            RawCoap.POST,
            Server.topicOf(station),
            server.probe(station),
            Option.of(RawCoap.CONTENT_FORMAT, JSON));

    Received answer = ask(request);

    assertAnswers(answer, request);
    assertThat(answer.codeText()).isEqualTo("2.04");
    assertThat(server.receivedCount("probe")).isEqualTo(before + 1);
  }

  /// Nothing here can be deleted or replaced.
  @ParameterizedTest
  @CsvSource({"0, 3", "0, 4", "1, 3", "1, 4", "0, 5", "0, 6", "0, 7"})
  @Plugtest({"TD_COAP_CORE_02", "TD_COAP_CORE_03", "TD_COAP_CORE_06", "TD_COAP_CORE_07"})
  void otherMethodsAreNotAllowed(int type, int method) {
    Message request = request(type, method, "v1/up/1/probe", PAYLOAD);

    Received answer = ask(request);

    assertAnswers(answer, request);
    assertThat(answer.codeText()).isEqualTo("4.05");
  }

  /// A method that nobody has heard of (RFC 7252 §5.8).
  @ParameterizedTest
  @ValueSource(ints = {8, 29, 30, 31})
  void unknownMethodsAreNotAllowed(int method) {
    assertThat(ask(request(RawCoap.CON, method, "v1/time", NOTHING)).codeText()).isEqualTo("4.05");
  }

  private Message post() {
    long station = server.freshStation();
    return request(RawCoap.CON, RawCoap.POST, Server.topicOf(station), server.probe(station));
  }

  /// What is posted waits for the grid; what is asked for is always there.
  @Test
  @Plugtest({"TD_COAP_CORE_09", "TD_COAP_CORE_11"})
  void whatTakesLongIsAcknowledgedFirst() {
    server.holdGrid();
    Message request = post();
    Received acknowledgement = ask(request);
    assertThat(acknowledgement.type()).isEqualTo(RawCoap.ACK);
    assertThat(acknowledgement.codeText()).isEqualTo("0.00");
    assertThat(acknowledgement.messageId()).isEqualTo(request.messageId());
    assertThat(acknowledgement.length()).isEqualTo(4);

    server.releaseGrid();

    Received answer = raw.receive();
    assertThat(answer.type()).isEqualTo(RawCoap.CON);
    assertThat(answer.codeText()).isEqualTo("2.04");
    assertThat(answer.token()).isEqualTo(request.token());
    raw.sendEmpty(RawCoap.ACK, answer.messageId());
  }

  @Test
  @Plugtest("TD_COAP_CORE_17")
  void whatNeedsNoConfirmationIsNeverAcknowledgedAlone() {
    server.holdGrid();
    long station = server.freshStation();
    Message request =
        request(RawCoap.NON, RawCoap.POST, Server.topicOf(station), server.probe(station));

    Received answer = ask(request);

    assertAnswers(answer, request);
    assertThat(answer.codeText()).isEqualTo("2.04");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 8})
  @Plugtest({"TD_COAP_CORE_10", "TD_COAP_CORE_12"})
  void tokensOfAnyLengthComeBack(int length) {
    byte[] token = new byte[length];
    Arrays.fill(token, (byte) 0xA5);
    Message request =
        new Message(
            RawCoap.CON, RawCoap.GET, raw.nextMessageId(), token, RawCoap.path("v1/time"), NOTHING);

    Received answer = ask(request);

    assertAnswers(answer, request);
    assertThat(answer.codeText()).isEqualTo("2.05");
  }

  @Test
  @Plugtest("TD_COAP_CORE_13")
  void eachPartOfAPathIsAnOption() {
    assertThat(ask(request(RawCoap.CON, RawCoap.GET, "v1/geo/0123", NOTHING)).codeText())
        .isEqualTo("2.05");
    // A slash within a part is not one between parts.
    Option whole = Option.of(RawCoap.URI_PATH, "v1/geo/0123");
    Message request = raw.request(RawCoap.CON, RawCoap.GET, List.of(whole), NOTHING);
    assertThat(ask(request).codeText()).isEqualTo("4.04");
  }

  @Test
  @Plugtest("TD_COAP_CORE_14")
  void eachQueryIsAnOption() {
    String uri = "v1/down?station=1&station=2&station=3";
    assertThat(ask(request(RawCoap.CON, RawCoap.GET, uri, NOTHING)).codeText()).isEqualTo("2.05");
    assertThat(ask(request(RawCoap.CON, RawCoap.GET, uri + "&to=4", NOTHING)).codeText())
        .isEqualTo("4.00");
  }

  /// As when the request or its answer was lost on the way.
  @Test
  @Plugtest("TD_COAP_CORE_15")
  void whatIsSentAgainIsAnsweredTheSameAndCountedOnce() {
    long before = server.receivedCount("probe");
    Message request = post();

    Received first = ask(request);
    Received second = ask(request);
    Received third = ask(request);

    assertThat(first.codeText()).isEqualTo("2.04");
    assertThat(second).usingRecursiveComparison().isEqualTo(first);
    assertThat(third).usingRecursiveComparison().isEqualTo(first);
    assertThat(server.receivedCount("probe")).isEqualTo(before + 1);
  }

  @Test
  @Plugtest("TD_COAP_CORE_16")
  void anAnswerThatTookLongIsSentUntilItIsAcknowledged() {
    long before = server.receivedCount("probe");
    server.holdGrid();
    Message request = post();
    Received acknowledgement = ask(request);
    // As if the acknowledgement was lost.
    assertThat(ask(request)).usingRecursiveComparison().isEqualTo(acknowledgement);

    server.releaseGrid();

    Received answer = raw.receive();
    // As if the answer was lost; it comes again by itself.
    Received again = raw.receive();
    assertThat(answer.codeText()).isEqualTo("2.04");
    assertThat(again).usingRecursiveComparison().isEqualTo(answer);
    raw.sendEmpty(RawCoap.ACK, answer.messageId());
    assertThat(server.receivedCount("probe")).isEqualTo(before + 1);
  }

  @Test
  @Plugtest({"TD_COAP_CORE_18", "TD_COAP_CORE_19"})
  void nothingIsCreatedThatHasAPlace() {
    Received answer = ask(post());

    assertThat(answer.codeText()).isEqualTo("2.04");
    assertThat(answer.option(RawCoap.LOCATION_PATH)).isNull();
    assertThat(answer.option(RawCoap.LOCATION_QUERY)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"0, 2.05", "50, 2.05", "40, 4.06", "41, 4.06", "60, 4.06"})
  @Plugtest("TD_COAP_CORE_20")
  void whatIsAcceptedIsSaidByTheClient(int format, String code) {
    Received answer =
        ask(
            request(
                RawCoap.CON, RawCoap.GET, "v1/time", NOTHING, Option.of(RawCoap.ACCEPT, format)));

    assertThat(answer.codeText()).isEqualTo(code);
    if (code.equals("2.05")) {
      assertThat(answer.number(RawCoap.CONTENT_FORMAT)).isEqualTo(format);
    }
  }

  /// Who has a copy already is told all the same.
  @Test
  @Plugtest("TD_COAP_CORE_21")
  void entityTagsAreLeftAside() {
    Option tag = new Option(RawCoap.ETAG, new byte[] {1, 2, 3, 4});

    Received answer = ask(request(RawCoap.CON, RawCoap.GET, "v1/time", NOTHING, tag));

    assertThat(answer.codeText()).isEqualTo("2.05");
    assertThat(answer.option(RawCoap.ETAG)).isNull();
    assertThat(answer.payload()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {RawCoap.IF_MATCH, RawCoap.IF_NONE_MATCH})
  @Plugtest({"TD_COAP_CORE_22", "TD_COAP_CORE_23"})
  void conditionsAreRefused(int condition) {
    long before = server.receivedCount("probe");
    long station = server.freshStation();

    Received answer =
        ask(
            request(
                RawCoap.CON,
                RawCoap.POST,
                Server.topicOf(station),
                server.probe(station),
                new Option(condition, NOTHING)));

    assertThat(answer.codeText()).isEqualTo("4.02");
    assertThat(server.receivedCount("probe")).isEqualTo(before);
  }

  @Test
  @Plugtest("TD_COAP_CORE_31")
  void aPingIsAnswered() {
    int id = raw.nextMessageId();
    raw.sendEmpty(RawCoap.CON, id);

    Received answer = raw.receive();

    assertThat(answer.type()).isEqualTo(RawCoap.RST);
    assertThat(answer.messageId()).isEqualTo(id);
    assertThat(answer.length()).isEqualTo(4);
  }
}
