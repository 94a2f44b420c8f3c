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
import city.wayside.messages.json.ProbeEncoder;
import city.wayside.model.message.StationState;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.telemetry.Metric;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What clients post over CoAP: kept before it is answered, refused with a reason, counted.
class CoapPostTest {

  private static final AtomicLong STATIONS = new AtomicLong(1);
  private static final EdgeRig RIG =
      new EdgeRig(EdgeConfig.defaults().withMqtt(EdgeRig.plain()).withCoap(impatient()));
  private static final CoapCaller CALLER = new CoapCaller(RIG.node.coapPort()).proven();

  private final RawCoap raw = new RawCoap(RIG.node.coapPort());
  private final long station = STATIONS.addAndGet(1000);
  private final String path = "v1/up/" + station + "/probe";
  private final long receivedBefore = RIG.received();
  private final long admittedBefore = RIG.admitted();

  @AfterEach
  void release() {
    RIG.uplink.release();
    raw.close();
  }

  @AfterAll
  static void stop() {
    CALLER.close();
    RIG.close();
  }

  /// Acknowledges after 100 ms, gives up after 400 ms.
  private static CoapConfig impatient() {
    CoapLimits usual = CoapLimits.defaults();
    return CoapConfig.defaults()
        .withLimits(
            new CoapLimits(
                usual.payloadBytesMax(),
                usual.datagramBytesMax(),
                usual.blockBytes(),
                usual.assemblyBytesMax(),
                usual.assemblyMs(),
                usual.peersMax(),
                usual.peerIdleMs(),
                usual.waitingMax(),
                usual.datagramsMax(),
                usual.rememberedMax(),
                usual.rememberedMs(),
                100,
                400,
                7,
                usual.echoMs()));
  }

  @Test
  void aProbeIsKeptBeforeItIsAnswered() {
    Response answer = CALLER.post(path, probe());

    assertThat(answer.getCode()).isEqualTo(ResponseCode.CHANGED);
    assertThat(answer.getPayloadSize()).isEqualTo(0);
    assertThat(states(station)).isEqualTo(1);
  }

  @Test
  void whoWaitsForTheGridIsAcknowledgedAndAnsweredLater() {
    RIG.uplink.hold();
    Message post = post(RawCoap.CON, path, probe());
    raw.send(post.bytes());

    Received acknowledgement = raw.receive();
    assertThat(acknowledgement.type()).isEqualTo(RawCoap.ACK);
    assertThat(acknowledgement.codeText()).isEqualTo("0.00");
    assertThat(acknowledgement.messageId()).isEqualTo(post.messageId());
    assertThat(RIG.telemetry.read(Metric.EDGE_COAP_WAITING)).containsEntry("", 1.0);

    RIG.uplink.release();
    Received answer = raw.receive();
    assertThat(answer.type()).isEqualTo(RawCoap.CON);
    assertThat(answer.codeText()).isEqualTo("2.04");
    assertThat(answer.token()).isEqualTo(post.token());
    raw.sendEmpty(RawCoap.ACK, answer.messageId());
    assertThat(RIG.telemetry.read(Metric.EDGE_COAP_WAITING)).containsEntry("", 0.0);
  }

  @Test
  void whoWaitsForTooLongIsToldToTryAgain() {
    RIG.uplink.hold();
    raw.send(post(RawCoap.CON, path, probe()).bytes());

    assertThat(raw.receive().codeText()).isEqualTo("0.00");
    Received answer = raw.receive();
    assertThat(answer.codeText()).isEqualTo("5.03");
    assertThat(answer.number(RawCoap.MAX_AGE)).isEqualTo(7);
    assertThat(answer.text()).contains("overloaded");
    raw.sendEmpty(RawCoap.ACK, answer.messageId());
  }

  @Test
  void whatIsSentAgainIsTakenOnceAndAnsweredTheSame() {
    Message post = post(RawCoap.CON, path, probe());

    raw.send(post.bytes());
    Received first = raw.receive();
    raw.send(post.bytes());
    Received again = raw.receive();

    assertThat(first.codeText()).isEqualTo("2.04");
    assertThat(again).usingRecursiveComparison().isEqualTo(first);
    assertThat(RIG.received()).isEqualTo(receivedBefore + 1);
  }

  @Test
  void whatIsNotConfirmableIsAnsweredAtOnce() {
    RIG.uplink.hold();

    Received answer = raw.ask(RawCoap.NON, RawCoap.POST, RawCoap.path(path), probe());

    assertThat(answer.type()).isEqualTo(RawCoap.NON);
    assertThat(answer.codeText()).isEqualTo("2.04");
    Soon.await().until(() -> RIG.admitted() == admittedBefore + 1);
  }

  @Test
  void whoWantsNoAnswerGetsNone() {
    List<Option> options = new ArrayList<>(RawCoap.path(path));
    options.add(Option.of(RawCoap.NO_RESPONSE, 0x1A));
    raw.send(raw.request(RawCoap.NON, RawCoap.POST, options, probe()).bytes());

    // What is asked next is answered next: there was no answer before it.
    assertThat(raw.get("v1/time").codeText()).isEqualTo("2.05");
    Soon.await().until(() -> RIG.admitted() == admittedBefore + 1);
  }

  @Test
  void whoWantsNoAnswerToAConfirmableMessageIsAcknowledged() {
    List<Option> options = new ArrayList<>(RawCoap.path(path));
    options.add(Option.of(RawCoap.NO_RESPONSE, 2));

    Received answer = raw.ask(RawCoap.CON, RawCoap.POST, options, probe());

    assertThat(answer.type()).isEqualTo(RawCoap.ACK);
    assertThat(answer.codeText()).isEqualTo("0.00");
  }

  @Test
  void refusalsHaveACodeAndAReason() {
    long malformedBefore =
        RIG.telemetry.count(Metric.EDGE_MESSAGES_REFUSED, Refusal.MALFORMED.word());
    Response answer = CALLER.post(path, "{\"t\":1}".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.getCode()).isEqualTo(ResponseCode.BAD_REQUEST);
    assertThat(answer.getOptions().getContentFormat()).isEqualTo(257);
    assertThat(answer.getPayloadString()).contains("malformed");
    assertThat(RIG.telemetry.count(Metric.EDGE_MESSAGES_REFUSED, Refusal.MALFORMED.word()))
        .isGreaterThan(malformedBefore);
  }

  @Test
  void anOldReportIsRefusedByTheClock() {
    Response answer = CALLER.post(path, RIG.probe(RIG.nowMs() - 3_600_000));

    assertThat(answer.getCode()).isEqualTo(ResponseCode.UNPROCESSABLE_ENTITY);
    assertThat(answer.getPayloadString()).contains("clock");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 0, 40, 41, 11542})
  void unknownContentFormatsAreRefused(int format) {
    Response answer = CALLER.post(path, probe(), format);

    assertThat(answer.getCode()).isEqualTo(ResponseCode.UNSUPPORTED_CONTENT_FORMAT);
    assertThat(answer.getPayloadString()).contains("content format is " + format);
    assertThat(RIG.received()).isEqualTo(receivedBefore + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {42, 50})
  void knownContentFormatsAreTaken(int format) {
    assertThat(CALLER.post(path, probe(), format).getCode()).isEqualTo(ResponseCode.CHANGED);
  }

  @Test
  void jsonThatIsNoneIsRefused() {
    Response answer = CALLER.post("v1/up/" + station + "/cam", new byte[] {2, 2, 0}, 50);

    assertThat(answer.getCode()).isEqualTo(ResponseCode.BAD_REQUEST);
    assertThat(answer.getPayloadString()).contains("begins with no {");
  }

  @Test
  void theStationMayBeLeftToThePayload() {
    byte[] probe =
        ("{\"station\":%d,\"t\":%d,\"lat\":%s,\"lon\":%s,\"speedMps\":10,\"headingDeg\":90}")
            .formatted(station, RIG.nowMs(), EdgeRig.ROAD_LAT, EdgeRig.ROAD_LON + 0.001)
            .getBytes(StandardCharsets.UTF_8);

    assertThat(CALLER.post("v1/up/-/probe", probe).getCode()).isEqualTo(ResponseCode.CHANGED);
    assertThat(states(station)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1/up/batch", "v1/up/-/batch", "v1/up/127.0.0.1/batch"})
  void aBatchIsAnsweredWhenTheLastOfItIsKept(String way) {
    Response answer = CALLER.post(way, batch(5), 42);

    assertThat(answer.getCode()).isEqualTo(ResponseCode.CHANGED);
    assertThat(states(station)).isEqualTo(5);
  }

  @Test
  void aLargeBatchComesInBlocks() {
    byte[] batch = batch(200);
    assertThat(batch.length).isGreaterThan(16_000);

    Response answer = CALLER.post("v1/up/batch", batch, 42);

    assertThat(answer.getCode()).isEqualTo(ResponseCode.CHANGED);
    assertThat(states(station)).isEqualTo(200);
    assertThat(RIG.received()).isEqualTo(receivedBefore + 200);
  }

  @Test
  void aBadMessageOfABatchCostsItsNeighboursNothing() {
    ByteArrayOutputStream batch = new ByteArrayOutputStream();
    batch.writeBytes(batch(2));
    append(batch, "probe", new byte[] {'{', '}'});

    Response answer = CALLER.post("v1/up/batch", batch.toByteArray());

    assertThat(answer.getCode()).isEqualTo(ResponseCode.CHANGED);
    assertThat(answer.getPayloadString()).startsWith("1 of 3 messages were refused");
    assertThat(states(station)).isEqualTo(2);
  }

  @Test
  void anotherClientsBatchIsRefused() {
    Response answer = CALLER.post("v1/up/somebody/batch", batch(1));

    assertThat(answer.getCode()).isEqualTo(ResponseCode.FORBIDDEN);
    assertThat(answer.getPayloadString()).contains("not_authorized");
  }

  @Test
  void aBatchThatIsNotConfirmableIsAnsweredAtOnce() {
    RIG.uplink.hold();
    Request request = CALLER.request(Code.POST, "v1/up/batch");
    request.setType(CoAP.Type.NON);
    request.setPayload(batch(3));
    request.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_OCTET_STREAM);

    assertThat(CALLER.askOnce(request).getCode()).isEqualTo(ResponseCode.CHANGED);
    Soon.await().until(() -> RIG.admitted() == admittedBefore + 3);
  }

  @Test
  void pathsThatLeadNowhereAreCounted() {
    Response answer = CALLER.post("v1/up/" + station + "/nonsense", new byte[] {1});

    assertThat(answer.getCode()).isEqualTo(ResponseCode.NOT_FOUND);
    assertThat(answer.getPayloadString()).contains("unknown_topic");
    assertThat(RIG.received()).isEqualTo(receivedBefore + 1);
  }

  @Test
  void aStatusOfTheClientIsTaken() {
    byte[] status = "{\"online\":true}".getBytes(StandardCharsets.UTF_8);

    assertThat(CALLER.post("v1/up/-/status", status).getCode()).isEqualTo(ResponseCode.CHANGED);
  }

  private byte[] probe() {
    return RIG.probe(RIG.nowMs());
  }

  /// Of how many stations of this test the grid has a state.
  private static long states(long first) {
    return RIG.states().stream()
        .filter(state -> state.stationId() >= first && state.stationId() < first + 1000)
        .map(StationState::stationId)
        .distinct()
        .count();
  }

  private Message post(int type, String path, byte[] payload) {
    return raw.request(type, RawCoap.POST, RawCoap.path(path), payload);
  }

  private byte[] batch(int messages) {
    ByteArrayOutputStream batch = new ByteArrayOutputStream();
    for (int place = 0; place < messages; place++) {
      append(
          batch,
          "probe",
          new ProbeEncoder().encodeWithStation(EdgeRig.report(station + place, RIG.nowMs())));
    }
    return batch.toByteArray();
  }

  private static void append(ByteArrayOutputStream batch, String type, byte[] payload) {
    batch.write(type.length());
    batch.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
    batch.write(payload.length >> 8);
    batch.write(payload.length);
    batch.writeBytes(payload);
  }
}
