package city.wayside.edge.coap.conform;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.coap.RawCoap;
import city.wayside.edge.coap.RawCoap.Message;
import city.wayside.edge.coap.RawCoap.Option;
import city.wayside.edge.coap.RawCoap.Received;
import city.wayside.edge.coap.RawObserver;
import city.wayside.edge.endpoint.coap.CoapConfig;
import city.wayside.edge.endpoint.coap.ObserveConfig;
import city.wayside.edge.rig.Server;
import city.wayside.model.telemetry.Metric;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Observing (RFC 7641).
class ObserveCasesTest {

  private static final byte[] NOTHING = {};
  private static final int FRAMES = 42;
  private static final int WAITING_MAX = 5;

  private static final Server SERVER = start();

  private final RawCoap raw = new RawCoap(SERVER.coapPort());
  private final RawObserver observer = new RawObserver(raw);
  private final String place = SERVER.freshPlace();
  private final String uri = "v1/geo/" + place.replace("/", "");

  /// One that gives up who is five messages behind, and tells beacons every 50 ms.
  private static Server start() {
    return Server.start(
        CoapConfig.defaults()
            .withObserving(
                new ObserveConfig(
                    50, 32, 32, WAITING_MAX, 262_144, 50, 16_384, 300, 50_000, 67_108_864)));
  }

  @AfterEach
  void close() {
    observer.close();
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private void tell(String words) {
    SERVER.publishDown("v1/geo/" + place + "/denm", words, 1, false);
  }

  private static void awaitEnded(String reason, long before) {
    Awaitility.await()
        .until(() -> SERVER.count(Metric.EDGE_COAP_OBSERVATIONS_ENDED, reason) > before);
  }

  /// That a message has been offered to all who observe: one beside has it.
  private static void awaitDelivered() {
    try (RawObserver beside = new RawObserver(new RawCoap(SERVER.coapPort()))) {
      String other = SERVER.freshPlace();
      beside.observe("v1/geo/" + other.replace("/", ""));
      SERVER.publishDown("v1/geo/" + other + "/denm", "beside", 1, false);
      assertThat(RawObserver.texts(beside.told())).containsExactly("beside");
    }
  }

  @Test
  @Plugtest({"TD_COAP_OBS_01", "TD_COAP_OBS_09"})
  void hazardsAreToldInConfirmableNotifications() {
    Received first = observer.observe(uri);
    assertThat(first.type()).isEqualTo(RawCoap.ACK);
    assertThat(first.codeText()).isEqualTo("2.05");
    assertThat(first.number(RawCoap.CONTENT_FORMAT)).isEqualTo(FRAMES);
    long last = first.number(RawCoap.OBSERVE);

    for (String words : List.of("one", "two", "three")) {
      tell(words);
      Received told = observer.told();
      assertThat(told.type()).isEqualTo(RawCoap.CON);
      assertThat(told.codeText()).isEqualTo("2.05");
      assertThat(told.token()).isEqualTo(observer.token());
      assertThat(told.number(RawCoap.CONTENT_FORMAT)).isEqualTo(FRAMES);
      assertThat(told.number(RawCoap.OBSERVE)).isGreaterThan(last);
      assertThat(RawObserver.texts(told)).containsExactly(words);
      last = told.number(RawCoap.OBSERVE);
    }
  }

  @Test
  @Plugtest("TD_COAP_OBS_02")
  void beaconsAreToldInOthers() {
    Received first = observer.observe(RawCoap.NON, uri);
    assertThat(first.type()).isEqualTo(RawCoap.NON);
    assertThat(first.codeText()).isEqualTo("2.05");
    long last = first.number(RawCoap.OBSERVE);

    for (String words : List.of("here", "there")) {
      SERVER.publishDown("v1/geo/" + place + "/cam", words, 0, false);
      Received told = observer.told();
      assertThat(told.type()).isEqualTo(RawCoap.NON);
      assertThat(told.token()).isEqualTo(observer.token());
      assertThat(told.number(RawCoap.OBSERVE)).isGreaterThan(last);
      assertThat(RawObserver.texts(told)).containsExactly(words);
      last = told.number(RawCoap.OBSERVE);
    }
  }

  /// As when the first answer was lost, and a beacon came before the request was sent again.
  @Test
  void whoRegistersTwiceUnderOneMessageIdIsToldOfHazards() {
    assertThat(observer.observe(uri).option(RawCoap.OBSERVE)).isNotNull();
    observer.cancel();
    List<Option> options = RawCoap.options(uri);
    options.addFirst(Option.of(RawCoap.OBSERVE, 0));
    Message register = raw.request(RawCoap.CON, RawCoap.GET, options, NOTHING);
    raw.send(register.bytes());
    assertThat(raw.receive().option(RawCoap.OBSERVE)).isNotNull();
    SERVER.publishDown("v1/geo/" + place + "/cam", "here", 0, false);
    assertThat(RawObserver.texts(observer.told())).containsExactly("here");

    raw.send(register.bytes());
    // The acknowledgement, and what was told last.
    assertThat(raw.receive().messageId()).isEqualTo(register.messageId());
    assertThat(RawObserver.texts(observer.told())).containsExactly("here");

    tell("a hazard");
    assertThat(RawObserver.texts(observer.told())).containsExactly("a hazard");
    raw.sendEmpty(RawCoap.RST, toldAgain());
    awaitNone();
  }

  /// The message id of one more hazard.
  private int toldAgain() {
    tell("one more");
    return raw.receive().messageId();
  }

  private static void awaitNone() {
    Awaitility.await().until(() -> SERVER.total(Metric.EDGE_COAP_OBSERVATIONS) == 0);
  }

  /// So a client that hears nothing for longer asks again, under the same token.
  @Test
  @Plugtest("TD_COAP_OBS_04")
  void anAnswerSaysHowLongItHoldsAndTheClientMayAskAgain() {
    Received first = observer.observe(uri);
    assertThat(first.number(RawCoap.MAX_AGE)).isEqualTo(300);
    List<Option> options = RawCoap.options(uri);
    options.addFirst(Option.of(RawCoap.OBSERVE, 0));
    int id = raw.nextMessageId();
    raw.send(new Message(RawCoap.CON, RawCoap.GET, id, observer.token(), options, NOTHING).bytes());
    Received again = raw.receive();
    assertThat(again.option(RawCoap.OBSERVE)).isNotNull();

    tell("once");
    assertThat(RawObserver.texts(observer.told())).containsExactly("once");
    tell("next");
    assertThat(RawObserver.texts(observer.told())).containsExactly("next");
  }

  /// What is not acknowledged is sent again, and nothing else meanwhile.
  @Test
  @Plugtest({"TD_COAP_OBS_05", "TD_COAP_OBS_11"})
  void whoDoesNotAcknowledgeIsToldTheSameAgainAndThenNothingAnyMore() {
    long before = SERVER.count(Metric.EDGE_COAP_OBSERVATIONS_ENDED, "too_slow");
    observer.observe(uri);
    tell("one");
    Received first = raw.receive();
    tell("two");
    awaitDelivered();

    Received again = raw.receive();

    assertThat(again.messageId()).isEqualTo(first.messageId());
    assertThat(RawObserver.texts(again)).containsExactly("one");
    for (int count = 0; count < WAITING_MAX; count++) {
      tell("more " + count);
    }
    awaitEnded("too_slow", before);
    observer.isOver();
    assertThat(raw.get("v1/time").codeText()).isEqualTo("2.05");
  }

  @Test
  @Plugtest("TD_COAP_OBS_06")
  void whoRejectsANotificationIsToldNothingAnyMore() {
    for (int quality : new int[] {0, 1}) {
      long before = SERVER.count(Metric.EDGE_COAP_OBSERVATIONS_ENDED, "cancelled");
      observer.observe(uri);
      SERVER.publishDown("v1/geo/" + place + "/cam", "one", quality, false);

      raw.sendEmpty(RawCoap.RST, raw.receive().messageId());

      awaitEnded("cancelled", before);
      observer.isOver();
      tell("nobody hears this");
      awaitDelivered();
      assertThat(raw.get("v1/time").codeText()).isEqualTo("2.05");
    }
  }

  /// Nothing that is observed is ever deleted, but the edge node may stop.
  @Test
  @Plugtest("TD_COAP_OBS_07")
  void whoObservesIsToldWhenThatEnds() {
    try (Server other = Server.start()) {
      RawCoap client = new RawCoap(other.coapPort());
      RawObserver there = new RawObserver(client);
      there.observe("v1/geo/0");
      byte[] token = there.token();

      other.stop();

      Received last = client.receive();
      assertThat(last.codeText()).isEqualTo("5.03");
      assertThat(last.token()).isEqualTo(token);
      assertThat(last.option(RawCoap.OBSERVE)).isNull();
      client.close();
    }
  }

  /// The content format never changes; another one is refused from the beginning.
  @Test
  @Plugtest("TD_COAP_OBS_08")
  void whoAcceptsOnlyAnotherFormatDoesNotObserve() {
    double before = SERVER.total(Metric.EDGE_COAP_OBSERVATIONS);

    Received refused = observer.observe(uri, Option.of(RawCoap.ACCEPT, 50));

    assertThat(refused.codeText()).isEqualTo("4.06");
    assertThat(refused.option(RawCoap.OBSERVE)).isNull();
    assertThat(SERVER.total(Metric.EDGE_COAP_OBSERVATIONS)).isEqualTo(before);
    assertThat(observer.observe(uri, Option.of(RawCoap.ACCEPT, FRAMES)).codeText())
        .isEqualTo("2.05");
  }

  @Test
  @Plugtest("TD_COAP_OBS_10")
  void askingOnceEndsNothing() {
    observer.observe(uri);

    Received once = raw.get(uri);

    assertThat(once.codeText()).isEqualTo("2.05");
    assertThat(once.option(RawCoap.OBSERVE)).isNull();
    tell("still told");
    assertThat(RawObserver.texts(observer.told())).containsExactly("still told");
  }

  @Test
  @Plugtest("TD_COAP_OBS_12")
  void askingToBeToldNoMoreEndsIt() {
    observer.observe(uri);
    tell("one");
    assertThat(RawObserver.texts(observer.told())).containsExactly("one");

    Received answer = observer.cancel();

    assertThat(answer.codeText()).isEqualTo("2.05");
    assertThat(answer.option(RawCoap.OBSERVE)).isNull();
    tell("two");
    awaitDelivered();
    assertThat(raw.get("v1/time").codeText()).isEqualTo("2.05");
  }

  private String rest(Received first) {
    StringBuilder whole = new StringBuilder(first.text());
    long block = first.number(RawCoap.BLOCK2);
    assertThat(block & 15).as("exponent 6, more to come").isEqualTo(14);
    for (int number = 1; (block & 8) != 0; number++) {
      Option next = Option.of(RawCoap.BLOCK2, (long) number << 4 | 6);
      raw.send(raw.request(RawCoap.CON, RawCoap.GET, RawCoap.options(uri, next), NOTHING).bytes());
      Received part = raw.receive();
      assertThat(part.codeText()).isEqualTo("2.05");
      assertThat(part.option(RawCoap.ETAG)).isEqualTo(first.option(RawCoap.ETAG));
      block = part.number(RawCoap.BLOCK2);
      assertThat(block >> 4).isEqualTo(number);
      whole.append(part.text());
    }
    return whole.toString();
  }

  @Test
  @Plugtest({"TD_COAP_OBS_13", "TD_COAP_OBS_14"})
  void longNotificationsComeInBlocks() {
    observer.observe(uri);
    for (int length : new int[] {3000, 10, 2000, 1500}) {
      String words = Integer.toString(length % 9).repeat(length);
      tell(words);

      Received told = observer.told();

      assertThat(told.option(RawCoap.OBSERVE)).isNotNull();
      if (length > 1024) {
        assertThat(told.option(RawCoap.ETAG)).isNotNull();
        assertThat(rest(told)).endsWith(words).hasSizeGreaterThan(length);
      } else {
        assertThat(told.option(RawCoap.BLOCK2)).isNull();
        assertThat(RawObserver.texts(told)).containsExactly(words);
      }
    }
  }
}
