package city.wayside.edge;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.coap.CoapCaller;
import city.wayside.edge.coap.RawCoap;
import city.wayside.edge.coap.RawCoap.Option;
import city.wayside.edge.coap.RawCoap.Received;
import city.wayside.edge.coap.Soon;
import city.wayside.edge.inbound.topic.BatchReader;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.DownMessage.Kind;
import city.wayside.model.message.MessageKind;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
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

/// What clients ask for over CoAP: the time, what there is, what is retained in a tile; and that no
/// address is sent much more than came from it before somebody there has echoed.
class CoapGetTest {

  private static final AtomicLong IDS = new AtomicLong(1);
  private static final EdgeRig RIG = new EdgeRig();
  private static final CoapCaller CALLER = new CoapCaller(RIG.node.coapPort());

  private final RawCoap raw = new RawCoap(RIG.node.coapPort());

  @AfterEach
  void close() {
    raw.close();
  }

  @AfterAll
  static void stop() {
    CALLER.close();
    RIG.close();
  }

  @Test
  void theTimeIsToldInMilliseconds() {
    long beforeMs = RIG.nowMs();

    Response answer = CALLER.get("v1/time");

    assertThat(answer.getCode()).isEqualTo(ResponseCode.CONTENT);
    assertThat(Long.parseLong(answer.getPayloadString())).isBetween(beforeMs, RIG.nowMs());
    assertThat(answer.getOptions().getMaxAge()).isEqualTo(0);
  }

  @Test
  void theTimeIsToldInJson() {
    Request request = CALLER.request(Code.GET, "v1/time");
    request.getOptions().setAccept(50);

    Response answer = CALLER.ask(request);

    assertThat(answer.getOptions().getContentFormat()).isEqualTo(50);
    assertThat(answer.getPayloadString()).matches("\\{\"ms\":\\d{13}}");
  }

  @Test
  void whatThereIsIsLinkedAndComesInSmallBlocksToWhoIsNotProven() {
    Received first = raw.get(".well-known/core");

    assertThat(first.codeText()).isEqualTo("2.05");
    assertThat(first.number(RawCoap.CONTENT_FORMAT)).isEqualTo(40);
    // Block 0 of 32 bytes, more to come.
    assertThat(first.number(RawCoap.BLOCK2)).isEqualTo(9);
    assertThat(first.payload()).hasSize(32);

    assertThat(CALLER.get(".well-known/core").getPayloadString())
        .startsWith("</v1/up>;rt=\"wayside.up\";ct=\"42 50\",")
        .contains("</v1/geo>;rt=\"wayside.geo\";ct=\"42\";obs");
  }

  @ParameterizedTest
  @CsvSource({
    "rt=wayside.time, </v1/time>",
    "rt=wayside.t*, </v1/time>",
    "href=/v1/up/b*, </v1/up/batch>",
    "obs, </v1/down>"
  })
  void linksCanBeFiltered(String filter, String first) {
    assertThat(CALLER.get(".well-known/core?" + filter).getPayloadString()).startsWith(first);
  }

  @Test
  void aFilterThatMatchesNothingGivesNoLinks() {
    Response answer = CALLER.get(".well-known/core?rt=nothing");

    assertThat(answer.getCode()).isEqualTo(ResponseCode.CONTENT);
    assertThat(answer.getPayloadSize()).isEqualTo(0);
  }

  @Test
  void whatIsRetainedInATileIsListed() {
    long id = IDS.incrementAndGet();
    retain("v1/geo/1/1/1/0/denm", id, new byte[] {1, 2, 3}, 60_000);
    retain("v1/geo/1/1/1/3/ivim", id + 1000, new byte[] {4}, 90_000);
    retain("v1/geo/1/1/2/3/tim", id + 2000, new byte[] {5}, 90_000);

    Response answer = awaitMessages("v1/geo/111", 2);

    assertThat(answer.getOptions().getContentFormat()).isEqualTo(42);
    assertThat(answer.getOptions().getMaxAge()).isBetween(50L, 60L);
    assertThat(messages(answer.getPayload()))
        .containsOnlyKeys(MessageKind.DENM, MessageKind.IVIM)
        .containsEntry(MessageKind.DENM, "010203");
    assertThat(messages(CALLER.get("v1/geo/11").getPayload())).hasSize(3);
  }

  @Test
  void aTileWithoutAnythingIsEmpty() {
    Response answer = CALLER.get("v1/geo/0000000000000000000000");

    assertThat(answer.getCode()).isEqualTo(ResponseCode.CONTENT);
    assertThat(answer.getPayloadSize()).isEqualTo(0);
    assertThat(answer.getOptions().getMaxAge()).isEqualTo(300);
  }

  @Test
  void whatIsEndedIsNotListed() {
    long id = IDS.incrementAndGet();
    retain("v1/geo/2/2/2/denm", id, new byte[] {1}, 60_000);
    awaitMessages("v1/geo/222", 1);

    retain("v1/geo/2/2/2/denm", id + 1000, new byte[0], 60_000);

    awaitMessages("v1/geo/222", 0);
  }

  @Test
  void aLongListComesInBlocksAndOnlyToWhoIsProven() {
    for (int place = 0; place < 4; place++) {
      retain("v1/geo/3/3/3/" + place + "/denm", IDS.incrementAndGet(), new byte[700], 60_000);
    }
    awaitMessages("v1/geo/333", 4);

    Received unproven = raw.get("v1/geo/333");

    assertThat(unproven.codeText()).isEqualTo("4.01");
    assertThat(unproven.payload()).isEmpty();
    byte[] echo = unproven.echo();
    List<Option> options = new ArrayList<>(RawCoap.path("v1/geo/333"));
    options.add(new Option(RawCoap.ECHO, echo));
    Received proven = raw.ask(RawCoap.CON, RawCoap.GET, options, new byte[0]);
    assertThat(proven.codeText()).isEqualTo("2.05");
    assertThat(proven.payload()).hasSize(1024);
  }

  @Test
  void whatSomebodyElseWasToEchoProvesNothing() {
    byte[] echo;
    try (RawCoap other = new RawCoap(RIG.node.coapPort())) {
      List<Option> options = new ArrayList<>(List.of(Option.of(RawCoap.OBSERVE, 0)));
      options.addAll(RawCoap.path("v1/geo/0"));
      echo = other.ask(RawCoap.CON, RawCoap.GET, options, new byte[0]).echo();
    }
    List<Option> options = new ArrayList<>(List.of(Option.of(RawCoap.OBSERVE, 0)));
    options.addAll(RawCoap.path("v1/geo/0"));
    options.add(new Option(RawCoap.ECHO, echo));

    assertThat(raw.ask(RawCoap.CON, RawCoap.GET, options, new byte[0]).codeText())
        .isEqualTo("4.01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1/time",
        ".well-known/core",
        "v1/geo/0",
        "v1/down",
        "v1/nothing",
        "v1/geo/4",
        "v1/up/1/cam"
      })
  void nobodyIsSentMoreThanThreeTimesWhatItSent(String path) {
    RawCoap.Message request =
        new RawCoap.Message(
            RawCoap.CON,
            RawCoap.GET,
            raw.nextMessageId(),
            new byte[0],
            RawCoap.path(path),
            new byte[0]);
    raw.send(request.bytes());

    Received answer = raw.receive();

    RawCoap.Message same =
        new RawCoap.Message(
            answer.type(),
            answer.code(),
            answer.messageId(),
            answer.token(),
            answer.options(),
            answer.payload());
    assertThat(same.bytes().length).isLessThanOrEqualTo(3 * request.bytes().length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v1",
        "v2/time",
        "v1/time/now",
        "v1/geo",
        "v1/geo/4",
        "v1/geo/01230123012301230123012",
        "v1/geo/1/2",
        "v1/up",
        "v1/down/1"
      })
  void pathsThatLeadNowhereAreNotFound(String path) {
    assertThat(CALLER.get(path).getCode()).isEqualTo(ResponseCode.NOT_FOUND);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, v1/up/1/cam",
    "GET, v1/up/batch",
    "PUT, v1/up/1/cam",
    "POST, v1/time",
    "DELETE, v1/down"
  })
  void otherMethodsAreNotAllowed(Code method, String path) {
    assertThat(CALLER.ask(CALLER.request(method, path)).getCode())
        .isEqualTo(ResponseCode.METHOD_NOT_ALLOWED);
  }

  @Test
  void whatGoesDownIsNotToldInJson() {
    Request request = CALLER.request(Code.GET, "v1/geo/0");
    request.getOptions().setAccept(50);

    assertThat(CALLER.ask(request).getCode()).isEqualTo(ResponseCode.NOT_ACCEPTABLE);
  }

  private static void retain(String topic, long id, byte[] payload, long validMs) {
    DownMessage message =
        new DownMessage(id, topic, payload, "", Kind.RETAINED, "", RIG.nowMs() + validMs);
    RIG.downlink.send(List.of(message)).toCompletableFuture().join();
  }

  private Response awaitMessages(String path, int count) {
    return Soon.await()
        .until(() -> CALLER.get(path), answer -> messagesOf(answer.getPayload()).size() == count);
  }

  private static Map<MessageKind, String> messages(byte[] frame) {
    Map<MessageKind, String> messages = new TreeMap<>();
    messagesOf(frame).forEach(entry -> messages.put(entry.getKey(), entry.getValue()));
    return messages;
  }

  private static List<Map.Entry<MessageKind, String>> messagesOf(byte[] frame) {
    List<Map.Entry<MessageKind, String>> messages = new ArrayList<>();
    BatchReader reader = new BatchReader();
    reader.start(frame, 0, frame.length);
    while (frame.length > 0 && reader.next()) {
      int end = reader.offset() + reader.length();
      messages.add(Map.entry(reader.kind(), HexFormat.of().formatHex(frame, reader.offset(), end)));
    }
    return messages;
  }
}
