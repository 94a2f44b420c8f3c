package city.wayside.kit.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.kit.broker.ScriptedBroker;
import city.wayside.kit.broker.ScriptedBroker.Answer;
import city.wayside.kit.broker.ScriptedBroker.Heard;
import city.wayside.kit.fake.ManualClock;
import city.wayside.kit.mqtt.MqttLimits;
import city.wayside.kit.mqtt.MqttTarget;
import city.wayside.kit.mqtt.MqttVersion;
import city.wayside.kit.trace.TraceException;
import city.wayside.kit.trace.TraceReader;
import city.wayside.kit.trace.TraceSource;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServerOptions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class ReplayTest {

  private static final String HEADER = "time_s,vehicle_id,lat,lon,speed_mps,heading_deg,type\n";
  private static final MqttLimits QUICK = new MqttLimits(64, 64, 2000, 400, 60);
  private static final ReplayOptions FAST = new ReplayOptions(100, false, Integer.MAX_VALUE, 0, 10);

  private final Vertx vertx = Vertx.vertx();
  private @Nullable ScriptedBroker broker;

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private static TraceSource trace(int seconds, int vehicles) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int second = 0; second < seconds; second++) {
      for (int vehicle = 1; vehicle <= vehicles; vehicle++) {
        text.append(50 + second).append(",car").append(vehicle).append(",53.5,9.9,10,90,bus\n");
      }
    }
    return source(text.toString());
  }

  private static TraceSource source(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return () -> TraceReader.open("t.csv", new ByteArrayInputStream(bytes), bad -> {});
  }

  private int broker(Function<Heard, Answer> script) {
    broker = new ScriptedBroker(vertx, script);
    return broker.port();
  }

  private ScriptedBroker heard() {
    ScriptedBroker started = broker;
    if (started == null) {
      throw new IllegalStateException("no broker");
    }
    return started;
  }

  private static FleetOptions to(int port, MqttVersion version, boolean watchRefusals) {
    return new FleetOptions(
        List.of(new FleetTarget.Mqtt(MqttTarget.of("127.0.0.1", port, version))),
        1,
        PayloadFormat.PROBE,
        watchRefusals,
        QUICK,
        256);
  }

  private ReplayReport play(FleetOptions fleet, ReplayOptions options, TraceSource source)
      throws Exception {
    Replay replay = new Replay(vertx, fleet, options, InstantSource.system(), System::nanoTime);
    return await(replay.start(source, progress -> {}));
  }

  private static ReplayReport await(CompletionStage<ReplayReport> stage) throws Exception {
    return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @Test
  void everyRowIsSentByAClientOfItsOwnAndAcknowledged() throws Exception {
    int port = broker(message -> ScriptedBroker.TAKEN);

    ReplayReport report = play(to(port, MqttVersion.V5, false), FAST, trace(10, 4));

    assertThat(report.sent()).isEqualTo(40);
    assertThat(report.acknowledged()).isEqualTo(40);
    assertThat(report.lost()).isZero();
    assertThat(report.pending()).isZero();
    assertThat(report.isBalanced()).isTrue();
    assertThat(report.latency().count()).isEqualTo(40);
    assertThat(report.connections()).isEqualTo(new Connections(0, 4, Map.of(), Map.of()));
    assertThat(heard().connected).containsExactlyInAnyOrder("v-1", "v-2", "v-3", "v-4");
    assertThat(heard().disconnected).hasSize(4);
    assertThat(heard().heard).filteredOn(h -> h.client().equals("v-3")).hasSize(10);
    assertThat(heard().heard).extracting(Heard::qos).containsOnly(1);
    assertThat(heard().heard).extracting(Heard::topic).contains("v1/up/3/probe");
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatHasItsTopicAndItsFirstLetters(PayloadFormat format) throws Exception {
    int port = broker(message -> ScriptedBroker.TAKEN);

    ReplayReport report =
        play(to(port, MqttVersion.V5, false).withFormat(format), FAST, trace(2, 2));

    assertThat(report.acknowledged()).isEqualTo(4);
    String kind =
        switch (format) {
          case CAM, CAM_JSON -> "cam";
          case BSM -> "bsm";
          case PROBE -> "probe";
        };
    String begin =
        switch (format) {
          case CAM -> "\u0002\u0002\0\0\0\u0001";
          case CAM_JSON -> "{\"message_type\":\"cam\",\"source_uuid\":\"v-1\"";
          case BSM -> "\0\u0014";
          case PROBE -> "{";
        };
    assertThat(heard().heard)
        .filteredOn(h -> h.client().equals("v-1"))
        .hasSize(2)
        .allSatisfy(h -> assertThat(h.topic()).isEqualTo("v1/up/1/" + kind))
        .allSatisfy(h -> assertThat(h.text()).startsWith(begin));
  }

  @Test
  void whatTheFormatCannotSayIsLost() throws Exception {
    int port = broker(message -> ScriptedBroker.TAKEN);

    ReplayReport report =
        play(
            to(port, MqttVersion.V5, false).withFormat(PayloadFormat.CAM),
            FAST,
            source(HEADER + "50,a,53.5,9.9,10,90,bus\n51,a,95.5,9.9,10,90,bus\n"));

    assertThat(report.acknowledged()).isEqualTo(1);
    assertThat(report.lost()).isEqualTo(1);
    assertThat(report.isBalanced()).isTrue();
  }

  @Test
  void aRefusalIsCountedByTheCodeOfItsAcknowledgement() throws Exception {
    Answer quota = new Answer.Code(0x97);
    Answer format = new Answer.Code(0x99);
    Answer nobody = new Answer.Code(0x10);
    Answer[] answers = {ScriptedBroker.TAKEN, quota, format, quota, nobody};
    int port = broker(message -> answers[message.number() % answers.length]);

    ReplayReport report = play(to(port, MqttVersion.V5, false), FAST, trace(5, 4));

    assertThat(report.refusedByCode()).isEqualTo(Map.of("0x97", 8L, "0x99", 4L));
    assertThat(report.acknowledged()).isEqualTo(8);
    assertThat(report.isBalanced()).isTrue();
  }

  @Test
  void aMessageThatIsNeverAnsweredIsLost() throws Exception {
    int port =
        broker(message -> message.number() < 3 ? new Answer.Silence() : ScriptedBroker.TAKEN);

    ReplayReport report = play(to(port, MqttVersion.V5, false), FAST, trace(10, 2));

    assertThat(report.lost()).isEqualTo(3);
    assertThat(report.acknowledged()).isEqualTo(17);
    assertThat(report.isBalanced()).isTrue();
  }

  @Test
  void aConnectionThatIsClosedIsOpenedAgain() throws Exception {
    int port = broker(message -> message.number() == 2 ? new Answer.Close() : ScriptedBroker.TAKEN);
    // Time for pauses runs twenty times as fast.
    Replay replay =
        new Replay(
            vertx,
            to(port, MqttVersion.V5, false),
            new ReplayOptions(10, false, 1, 0, 10),
            InstantSource.system(),
            () -> 20 * System.nanoTime());

    ReplayReport report = await(replay.start(trace(20, 1), progress -> {}));

    assertThat(report.connections().opened()).isEqualTo(2);
    assertThat(report.connections().dropped()).isEqualTo(Map.of("closed by the server", 1L));
    assertThat(report.lost()).isBetween(1L, 3L);
    assertThat(report.isBalanced()).isTrue();
    assertThat(heard().connected).containsExactly("v-1", "v-1");
  }

  @Test
  void aVehicleThatIsSentElsewhereGoesThereAtOnce() throws Exception {
    try (ScriptedBroker elsewhere = new ScriptedBroker(vertx, message -> ScriptedBroker.TAKEN)) {
      Answer goElsewhere = new Answer.Say(serverMoved("127.0.0.1:" + elsewhere.port()));
      int port = broker(message -> message.number() == 2 ? goElsewhere : ScriptedBroker.TAKEN);

      Replay replay =
          new Replay(
              vertx,
              to(port, MqttVersion.V5, false),
              ReplayOptions.looped(1),
              InstantSource.system(),
              System::nanoTime);

      ReplayReport report =
          await(replay.start(trace(20, 1), progress -> stopOnceHeard(replay, elsewhere)));

      assertThat(report.connections().dropped())
          .isEqualTo(Map.of("disconnected with code 0x9d", 1L));
      assertThat(report.isBalanced()).isTrue();
      assertThat(elsewhere.connected).startsWith("v-1");
    }
  }

  private static void stopOnceHeard(Replay replay, ScriptedBroker broker) {
    if (!broker.heard.isEmpty()) {
      replay.stop();
    }
  }

  /// DISCONNECT with code 0x9D and a server reference (MQTT 5 §3.14).
  private static String serverMoved(String reference) {
    String text = HexFormat.of().formatHex(reference.getBytes(StandardCharsets.UTF_8));
    int length = reference.length();
    return "e0 %02x 9d %02x 1c %04x".formatted(length + 5, length + 3, length) + text;
  }

  @Test
  void refusedConnectionsAreCountedAndTheirMessagesLost() throws Exception {
    broker =
        new ScriptedBroker(
            vertx,
            new NetServerOptions(),
            message -> ScriptedBroker.TAKEN,
            number -> "20 03 00 87 00");

    ReplayReport report = play(to(heard().port(), MqttVersion.V5, false), FAST, trace(3, 2));

    assertThat(report.connections().failed()).isEqualTo(Map.of("refused with code 0x87", 2L));
    assertThat(report.connections().failedCount()).isEqualTo(2);
    assertThat(report.sent()).isEqualTo(6);
    assertThat(report.lost()).isEqualTo(6);
    assertThat(report.isBalanced()).isTrue();
  }

  @Test
  void withoutAServerAllIsLostAndNothingHangs() throws Exception {
    int port = broker(message -> ScriptedBroker.TAKEN);
    heard().close();

    ReplayReport report = play(to(port, MqttVersion.V5, false), FAST, trace(3, 2));

    assertThat(report.connections().failedCount()).isEqualTo(2);
    assertThat(report.connections().failed().keySet())
        .allMatch(reason -> reason.startsWith("no connection: Connection refused"));
    assertThat(report.lost()).isEqualTo(6);
    assertThat(report.isBalanced()).isTrue();
  }

  @Test
  void anOldClientSeesRefusalsAsNotices() throws Exception {
    Answer notice = new Answer.Notice("{\"code\":\"implausible\",\"reason\":\"too fast\"}");
    int port = broker(message -> message.number() == 5 ? notice : ScriptedBroker.TAKEN);

    ReplayReport report = play(to(port, MqttVersion.V3_1_1, true), FAST, trace(20, 1));

    assertThat(report.acknowledged()).isEqualTo(20);
    assertThat(report.noticesByCode()).isEqualTo(Map.of("implausible", 1L));
  }

  @Test
  void qosZeroCountsWhatWasWritten() throws Exception {
    int port = broker(message -> ScriptedBroker.TAKEN);

    ReplayReport report = play(to(port, MqttVersion.V5, false).withQos(0), FAST, trace(5, 2));

    assertThat(report.acknowledged()).isEqualTo(10);
    assertThat(report.latency().count()).isZero();
    assertThat(report.isBalanced()).isTrue();
    // Written is not yet heard: nobody acknowledges.
    Awaitility.await().until(() -> heard().heard.size() == 10);
    assertThat(heard().heard).extracting(Heard::qos).containsOnly(0);
  }

  @Test
  void noMoreVehiclesDriveThanAllowed() throws Exception {
    int port = broker(message -> ScriptedBroker.TAKEN);
    ReplayOptions two = new ReplayOptions(100, false, 2, 0, 10);

    ReplayReport report = play(to(port, MqttVersion.V5, false), two, trace(10, 5));

    assertThat(report.sent()).isEqualTo(20);
    assertThat(heard().connected).containsExactlyInAnyOrder("v-1", "v-2");
  }

  @Test
  void timeStampsAreTheTracesTimesShiftedToTheClock() throws Exception {
    int port = broker(message -> ScriptedBroker.TAKEN);
    ManualClock clock = new ManualClock(1_000_012_345);
    Replay replay =
        new Replay(
            vertx,
            to(port, MqttVersion.V5, false),
            new ReplayOptions(1, true, 9, 60, 10),
            clock,
            System::nanoTime);
    // Times 50 and 51 s; aligned to minutes; a lap is a minute long and has stations of its own.
    CompletionStage<ReplayReport> end = replay.start(trace(2, 1), progress -> {});
    long firstMs = 1_000_070_000; // 50 s past a whole minute of the trace's shift

    long[] dueMs = {firstMs, firstMs + 1000, firstMs + 60_000, firstMs + 61_000};
    for (int i = 0; i < dueMs.length; i++) {
      clock.setMillis(dueMs[i]);
      while (heard().heard.size() <= i) {
        Thread.onSpinWait();
      }
      assertThat(heard().heard.get(i).text())
          .isEqualTo(
              "{\"t\":"
                  + dueMs[i]
                  + ",\"lat\":53.5,\"lon\":9.9,\"speedMps\":10.0,"
                  + "\"headingDeg\":90.0,\"type\":\"bus\"}");
    }
    replay.stop();

    assertThat(await(end).sent()).isEqualTo(4);
    assertThat(heard().heard)
        .extracting(Heard::topic)
        .containsExactly("v1/up/1/probe", "v1/up/1/probe", "v1/up/2/probe", "v1/up/2/probe");
  }

  @Test
  void aTraceThatCannotBeReadFailsTheReplay() {
    int port = broker(message -> ScriptedBroker.TAKEN);

    assertThatThrownBy(() -> play(to(port, MqttVersion.V5, false), FAST, source("nonsense\n")))
        .cause()
        .isInstanceOf(TraceException.class)
        .hasMessageStartingWith("t.csv: the header lacks time_s");
  }

  @Test
  void aTraceWithoutRowsEndsEvenInALoop() throws Exception {
    int port = broker(message -> ScriptedBroker.TAKEN);

    ReplayReport report =
        play(to(port, MqttVersion.V5, false), ReplayOptions.looped(10), source(HEADER));

    assertThat(report.sent()).isZero();
  }
}
