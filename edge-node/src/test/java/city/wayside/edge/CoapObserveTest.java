package city.wayside.edge;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.coap.CoapCaller;
import city.wayside.edge.coap.RawCoap;
import city.wayside.edge.coap.RawCoap.Option;
import city.wayside.edge.coap.RawCoap.Received;
import city.wayside.edge.coap.Soon;
import city.wayside.edge.endpoint.coap.CoapConfig;
import city.wayside.edge.endpoint.coap.ObserveConfig;
import city.wayside.edge.inbound.topic.BatchReader;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.DownMessage.Kind;
import city.wayside.model.telemetry.Metric;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.californium.core.CoapHandler;
import org.eclipse.californium.core.CoapObserveRelation;
import org.eclipse.californium.core.CoapResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What goes down over CoAP to those who observe.
class CoapObserveTest {

  private static final int OBSERVE = 0;
  private static final int CANCEL = 1;
  private static final AtomicLong PLACES = new AtomicLong(1);

  private static final EdgeRig RIG =
      new EdgeRig(
          EdgeConfig.defaults()
              .withMqtt(EdgeRig.plain())
              .withCoap(
                  CoapConfig.defaults()
                      .withObserving(
                          new ObserveConfig(
                              50, 4, 2, 5, 262_144, 50, 16_384, 300, 50_000, 67_108_864))));

  private final RawCoap raw = new RawCoap(RIG.node.coapPort());
  private final String place = freshPlace();
  private final List<Observed> observed = new ArrayList<>();
  private byte[] token = {};

  private record Observed(String path, byte[] token) {}

  @AfterEach
  void close() {
    observed.forEach(this::cancel);
    raw.close();
    Soon.await().until(() -> RIG.telemetry.total(Metric.EDGE_COAP_OBSERVATIONS) == 0);
  }

  /// Ends an observation, and takes its answer; what else comes is passed over.
  private Received cancel(Observed before) {
    RawCoap.Message cancel =
        new RawCoap.Message(
            RawCoap.CON,
            RawCoap.GET,
            raw.nextMessageId(),
            before.token(),
            observing(CANCEL, before.path(), new byte[0]),
            new byte[0]);
    raw.send(cancel.bytes());
    Received answer = raw.receive();
    while (answer.type() != RawCoap.ACK || answer.messageId() != cancel.messageId()) {
      answer = raw.receive();
    }
    return answer;
  }

  @AfterAll
  static void stop() {
    RIG.close();
  }

  /// A tile that no other test tells anything of.
  private static String freshPlace() {
    String digits = Long.toString(PLACES.getAndIncrement(), 4);
    return "3".repeat(10 - digits.length()) + digits;
  }

  private static String levels(String digits) {
    return String.join("/", digits.split(""));
  }

  private static void tell(String digits, Kind kind, String text, String key) {
    tellOn("v1/geo/" + levels(digits) + "/denm", kind, text, key);
  }

  private static void tellOn(String topic, Kind kind, String text, String key) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    DownMessage message =
        new DownMessage(
            PLACES.incrementAndGet() + 1_000_000, topic, payload, "", kind, key, until());
    RIG.downlink.send(List.of(message)).toCompletableFuture().join();
  }

  private static long until() {
    return RIG.nowMs() + 60_000;
  }

  private static List<Option> observing(int value, String path, byte[] echo) {
    List<Option> options = new ArrayList<>();
    options.add(Option.of(RawCoap.OBSERVE, value));
    for (String part : path.split("[?]")[0].split("/")) {
      options.add(Option.of(RawCoap.URI_PATH, part));
    }
    if (path.contains("?")) {
      options.add(Option.of(RawCoap.URI_QUERY, path.substring(path.indexOf('?') + 1)));
    }
    if (echo.length > 0) {
      options.add(new Option(RawCoap.ECHO, echo));
    }
    return options;
  }

  /// Observes, echoing what is to be echoed.
  private Received observe(String path) {
    Received challenge =
        raw.ask(RawCoap.CON, RawCoap.GET, observing(OBSERVE, path, new byte[0]), new byte[0]);
    if (!challenge.codeText().equals("4.01")) {
      observed.add(new Observed(path, challenge.token()));
      token = challenge.token();
      return challenge;
    }
    byte[] echo = challenge.echo();
    Received first = raw.ask(RawCoap.CON, RawCoap.GET, observing(OBSERVE, path, echo), new byte[0]);
    observed.add(new Observed(path, first.token()));
    token = first.token();
    return first;
  }

  private static List<String> texts(Received notification) {
    List<String> texts = new ArrayList<>();
    byte[] frame = notification.payload();
    BatchReader reader = new BatchReader();
    reader.start(frame, 0, frame.length);
    while (frame.length > 0 && reader.next()) {
      texts.add(new String(frame, reader.offset(), reader.length(), StandardCharsets.UTF_8));
    }
    return texts;
  }

  private Received acknowledged() {
    Received notification = raw.receive();
    raw.sendEmpty(RawCoap.ACK, notification.messageId());
    return notification;
  }

  @Test
  void nobodyObservesWhoHasNotEchoed() {
    Received challenge =
        raw.ask(RawCoap.CON, RawCoap.GET, observing(OBSERVE, "v1/geo/1", new byte[0]), new byte[0]);

    assertThat(challenge.codeText()).isEqualTo("4.01");
    assertThat(challenge.option(RawCoap.ECHO)).hasSize(12);
    assertThat(challenge.option(RawCoap.OBSERVE)).isNull();
    assertThat(RIG.telemetry.read(Metric.EDGE_COAP_OBSERVATIONS)).containsEntry("", 0.0);
  }

  @Test
  void whoObservesIsToldWhatHoldsAndThenWhatIsNew() {
    tell(place, Kind.RETAINED, "old", "");
    Soon.await().until(() -> texts(raw.get("v1/geo/" + place)).contains("old"));

    Received first = observe("v1/geo/" + place);
    assertThat(first.codeText()).isEqualTo("2.05");
    assertThat(first.option(RawCoap.OBSERVE)).isNotNull();
    assertThat(texts(first)).containsExactly("old");

    tell(place + "1", Kind.NOTICE, "new", "");
    Received notification = acknowledged();
    assertThat(notification.type()).isEqualTo(RawCoap.CON);
    assertThat(notification.token()).isEqualTo(token);
    assertThat(notification.number(RawCoap.OBSERVE)).isGreaterThan(first.number(RawCoap.OBSERVE));
    assertThat(notification.number(RawCoap.CONTENT_FORMAT)).isEqualTo(42);
    assertThat(notification.number(RawCoap.MAX_AGE)).isBetween(50L, 60L);
    assertThat(texts(notification)).containsExactly("new");
  }

  @Test
  void hazardsThatComeMeanwhileAreAllTold() {
    observe("v1/geo/" + place);
    tell(place, Kind.NOTICE, "one", "");
    Received first = raw.receive();
    tell(place, Kind.NOTICE, "two", "");
    tell(place, Kind.RETAINED, "three", "");
    tell(place, Kind.NOTICE, "four", "");
    awaitDelivered();

    raw.sendEmpty(RawCoap.ACK, first.messageId());

    assertThat(texts(first)).containsExactly("one");
    assertThat(texts(acknowledged())).containsExactly("two", "three", "four");
  }

  /// All that was sent down has been offered to those who observe: an observer beside has it.
  private static void awaitDelivered() {
    String beside = freshPlace();
    tell(beside, Kind.RETAINED, "x", "");
    try (CoapCaller caller = new CoapCaller(RIG.node.coapPort())) {
      Soon.await().until(() -> caller.get("v1/geo/" + beside).getPayloadSize() > 0);
    }
  }

  @Test
  void beaconsAreNotConfirmableAndOnlyTheNewestIsTold() {
    observe("v1/geo/" + place);
    tell(place, Kind.NOTICE, "hazard", "");
    Received hazard = raw.receive();
    tell(place, Kind.BEACON, "first", "4711 denm");
    tell(place, Kind.BEACON, "second", "4711 denm");
    tell(place, Kind.BEACON, "other", "4712 denm");
    awaitDelivered();

    raw.sendEmpty(RawCoap.ACK, hazard.messageId());

    Received beacons = raw.receive();
    assertThat(beacons.type()).isEqualTo(RawCoap.NON);
    assertThat(texts(beacons)).containsExactly("second", "other");

    tell(place, Kind.BEACON, "third", "4711 denm");
    assertThat(texts(raw.receive())).containsExactly("third");
  }

  @Test
  void whoIsTooSlowIsGivenUp() {
    observe("v1/geo/" + place);
    tell(place, Kind.NOTICE, "hazard", "");
    assertThat(texts(raw.receive())).containsExactly("hazard");
    for (int number = 0; number < 6; number++) {
      tell(place, Kind.NOTICE, "hazard " + number, "");
    }

    Soon.await()
        .until(() -> RIG.telemetry.count(Metric.EDGE_COAP_OBSERVATIONS_ENDED, "too_slow") == 1);
  }

  @Test
  void aRejectionEndsTheObservation() {
    observe("v1/geo/" + place);
    tell(place, Kind.NOTICE, "one", "");

    raw.sendEmpty(RawCoap.RST, raw.receive().messageId());

    Soon.await().until(() -> RIG.telemetry.total(Metric.EDGE_COAP_OBSERVATIONS) == 0);
  }

  @Test
  void aRequestWithTheSameTokenEndsTheObservation() {
    observe("v1/geo/" + place);
    Received answer = cancel(observed.removeFirst());

    assertThat(answer.codeText()).isEqualTo("2.05");
    assertThat(answer.option(RawCoap.OBSERVE)).isNull();
    assertThat(RIG.telemetry.read(Metric.EDGE_COAP_OBSERVATIONS)).containsEntry("", 0.0);
  }

  @Test
  void whoAsksAgainWithTheSameTokenObservesOnce() {
    observe("v1/geo/" + place);
    RawCoap.Message again =
        new RawCoap.Message(
            RawCoap.CON,
            RawCoap.GET,
            raw.nextMessageId(),
            token,
            observing(OBSERVE, "v1/geo/" + place, new byte[0]),
            new byte[0]);
    raw.send(again.bytes());
    assertThat(raw.receive().option(RawCoap.OBSERVE)).isNotNull();

    tell(place, Kind.NOTICE, "once", "");

    assertThat(texts(acknowledged())).containsExactly("once");
    tell(place, Kind.NOTICE, "next", "");
    assertThat(texts(acknowledged())).containsExactly("next");
  }

  @Test
  void whoObservesTooMuchIsAnsweredOnce() {
    for (int number = 0; number < 4; number++) {
      assertThat(observe("v1/geo/" + place + number % 4).option(RawCoap.OBSERVE)).isNotNull();
    }

    Received fifth = observe("v1/geo/" + place);

    assertThat(fifth.codeText()).isEqualTo("2.05");
    assertThat(fifth.option(RawCoap.OBSERVE)).isNull();
    assertThat(RIG.telemetry.count(Metric.EDGE_COAP_OBSERVATIONS_REFUSED)).isEqualTo(1);
  }

  @Test
  void whatIsForTheClientAndItsStationsIsTold() {
    Received first = observe("v1/down?station=4711");
    assertThat(first.codeText()).isEqualTo("2.05");

    tellOn("v1/down/" + raw.host() + "/ssem", Kind.NOTICE, "client", "");
    assertThat(texts(acknowledged())).containsExactly("client");
    tellOn("v1/down/4711/ssem", Kind.NOTICE, "station", "");
    assertThat(texts(acknowledged())).containsExactly("station");
    tellOn("v1/down/4712/ssem", Kind.NOTICE, "another", "");
    tellOn("v1/down/4711/ssem", Kind.NOTICE, "end", "");
    assertThat(texts(acknowledged())).containsExactly("end");
  }

  @Test
  void queriesThatNameNoStationAreRefused() {
    assertThat(raw.ask(RawCoap.CON, RawCoap.GET, down("station=x"), new byte[0]).codeText())
        .isEqualTo("4.00");
    assertThat(raw.ask(RawCoap.CON, RawCoap.GET, down("all"), new byte[0]).codeText())
        .isEqualTo("4.00");
    assertThat(
            raw.ask(
                    RawCoap.CON,
                    RawCoap.GET,
                    down("station=1", "station=2", "station=3"),
                    new byte[0])
                .codeText())
        .isEqualTo("4.00");
  }

  private static List<Option> down(String... queries) {
    List<Option> options = new ArrayList<>(RawCoap.path("v1/down"));
    for (String query : queries) {
      options.add(Option.of(RawCoap.URI_QUERY, query));
    }
    return options;
  }

  @Test
  void aClientOfCaliforniumsObservesALongMessageInBlocks() throws InterruptedException {
    String longText = "x".repeat(3000);
    BlockingQueue<CoapResponse> heard = new LinkedBlockingQueue<>();
    try (CoapCaller caller = new CoapCaller(RIG.node.coapPort()).proven()) {
      CoapObserveRelation relation = caller.client("v1/geo/" + place).observe(collecting(heard));
      assertThat(heard.poll(5, TimeUnit.SECONDS)).isNotNull();

      tell(place, Kind.NOTICE, longText, "");

      CoapResponse notification = heard.poll(5, TimeUnit.SECONDS);
      assertThat(notification).isNotNull();
      assertThat(notification.getResponseText()).endsWith(longText);
      tell(place, Kind.NOTICE, "short", "");
      CoapResponse next = heard.poll(5, TimeUnit.SECONDS);
      assertThat(next).isNotNull();
      assertThat(next.getResponseText()).endsWith("short");
      relation.proactiveCancel();
      Soon.await().until(() -> RIG.telemetry.total(Metric.EDGE_COAP_OBSERVATIONS) == 0);
    }
  }

  private static CoapHandler collecting(BlockingQueue<CoapResponse> heard) {
    return new CoapHandler() {
      @Override
      public void onLoad(CoapResponse response) {
        heard.add(response);
      }

      @Override
      public void onError() {
        throw new AssertionError("the observation has failed");
      }
    };
  }
}
