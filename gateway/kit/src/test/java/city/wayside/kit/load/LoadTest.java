package city.wayside.kit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.kit.broker.ScriptedBroker;
import city.wayside.kit.broker.ScriptedBroker.Answer;
import city.wayside.kit.broker.ScriptedBroker.Heard;
import city.wayside.kit.fleet.DemoTown;
import city.wayside.kit.fleet.PayloadFormat;
import city.wayside.messages.selective.DenmHead;
import city.wayside.messages.selective.DenmState;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoadTest {

  private static final int WAIT_MS = 20_000;

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private ScriptedBroker broker(Function<Heard, Answer> script) {
    return new ScriptedBroker(vertx, script);
  }

  private static Load load(ScriptedBroker broker, int connections, double hazards, double qos1)
      throws Exception {
    LoadOptions options =
        new LoadOptions(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), broker.port()),
            connections,
            9000,
            1,
            PayloadFormat.PROBE,
            hazards,
            qos1);
    Load load = new Load(options, DemoTown.network(), InstantSource.system(), System::nanoTime);
    get(load.connect());
    return load;
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(WAIT_MS, TimeUnit.MILLISECONDS);
  }

  /// Sends until the broker has heard that many, then waits for all answers.
  private static LoadCounts counts(ScriptedBroker broker, Load load, Pace pace, int heard)
      throws Exception {
    get(load.drive(pace));
    Awaitility.await().until(() -> broker.heard.size() >= heard);
    return get(load.drain(WAIT_MS / 2));
  }

  @Test
  void allVehiclesTakeTurns() throws Exception {
    try (ScriptedBroker broker = broker(one -> ScriptedBroker.TAKEN);
        Load load = load(broker, 20, 0, 1)) {
      LoadCounts counts = counts(broker, load, Pace.of(500), 400);

      assertThat(counts.isBalanced()).isTrue();
      assertThat(counts.all().acknowledged()).isEqualTo(counts.all().sent());
      assertThat(counts.all().sent()).isEqualTo(broker.heard.size());
      assertThat(counts.pending()).isZero();
      assertThat(counts.open()).isEqualTo(20);
      assertThat(counts.all().latency().total()).isEqualTo(counts.all().sent());
      assertThat(broker.heard).extracting(Heard::topic).contains("v1/up/9000/probe");
      assertThat(broker.heard.stream().map(Heard::client).distinct()).hasSize(20);
      get(load.leave());
      Awaitility.await().until(() -> broker.disconnected.size() == 20);
    }
  }

  @Test
  void hazardsAreNewEventsEachAndThoseTakenAreKnown() throws Exception {
    try (ScriptedBroker broker = broker(one -> ScriptedBroker.TAKEN);
        Load load = load(broker, 5, 1, 0)) {
      LoadCounts counts = counts(broker, load, new Pace(500, 3), 200);

      Set<Long> keys = broker.heard.stream().map(LoadTest::hazardKey).collect(Collectors.toSet());
      assertThat(keys).hasSize(broker.heard.size());
      assertThat(get(load.hazardsTaken())).isEqualTo(keys);
      assertThat(counts.of(Stream.HAZARD).acknowledged()).isEqualTo(keys.size());
      assertThat(broker.heard).allSatisfy(one -> assertThat(one.qos()).isOne());
    }
  }

  private static long hazardKey(Heard heard) {
    assertThat(heard.topic()).endsWith("/denm");
    byte[] payload = heard.payload();
    DenmHead head = DenmState.read(payload, 0, payload.length, System.currentTimeMillis());
    assertThat(head).isInstanceOf(DenmHead.Hazard.class);
    DenmHead.Hazard hazard = (DenmHead.Hazard) head;
    return Hazards.key(hazard.originId(), hazard.sequence());
  }

  @Test
  void refusalsAreCountedByCode() throws Exception {
    try (ScriptedBroker broker =
            broker(one -> one.number() % 2 == 0 ? ScriptedBroker.TAKEN : new Answer.Code(0x97));
        Load load = load(broker, 1, 0, 1)) {
      LoadCounts counts = counts(broker, load, Pace.of(200), 40);

      assertThat(counts.isBalanced()).isTrue();
      assertThat(counts.all().refusedByCode())
          .containsOnlyKeys(0x97)
          .containsEntry(0x97, (long) broker.heard.size() / 2);
    }
  }

  @Test
  void whatHasNoRoomIsHeldBackAndHazardsHaveMoreRoom() throws Exception {
    try (ScriptedBroker broker = broker(one -> new Answer.Silence());
        Load load = load(broker, 1, 0.5, 1)) {
      get(load.take());
      get(load.drive(Pace.of(2000)));
      Awaitility.await().until(() -> broker.heard.size() == Slots.COUNT);
      Awaitility.await().until(() -> get(load.take()).of(Stream.HAZARD).heldBack() > 0);
      LoadCounts counts = get(load.take());
      get(load.drive(Pace.SILENT));

      assertThat(broker.heard).hasSize(Slots.COUNT);
      assertThat(counts.isBalanced()).isTrue();
      assertThat(counts.pending()).isEqualTo(Slots.COUNT);
      assertThat(counts.waiting()).isEqualTo(16);
      assertThat(broker.heard.stream().filter(one -> one.topic().endsWith("/denm")).count())
          .isGreaterThanOrEqualTo(8);
      LoadCounts end = get(load.leave());
      assertThat(end.of(Stream.BEACON_QOS_1, Stream.HAZARD).lost()).isEqualTo(Slots.COUNT);
      assertThat(end.of(Stream.HAZARD).heldBack()).isGreaterThanOrEqualTo(16);
      assertThat(end.isBalanced()).isTrue();
    }
  }

  @Test
  void aConnectionThatEndsLosesWhatWasUnderWayAndComesBack() throws Exception {
    AtomicBoolean isSilent = new AtomicBoolean(true);
    try (ScriptedBroker broker =
            broker(one -> isSilent.get() ? new Answer.Silence() : ScriptedBroker.TAKEN);
        Load load = load(broker, 2, 0, 1)) {
      get(load.take());
      get(load.drive(Pace.of(100)));
      Awaitility.await().until(() -> broker.heard.size() >= 10);
      get(load.drive(Pace.SILENT));
      LoadCounts before = get(load.take());
      isSilent.set(false);
      broker.hangUp();
      Awaitility.await().until(() -> broker.connected.size() == 4);
      LoadCounts after = before.plus(counts(broker, load, Pace.of(100), broker.heard.size() + 5));

      assertThat(after.open()).isEqualTo(2);
      assertThat(after.all().lost()).isEqualTo(before.all().sent()).isGreaterThanOrEqualTo(10);
      assertThat(after.endedByReason()).containsEntry("closed by the server", 2L);
      assertThat(after.all().acknowledged()).isGreaterThanOrEqualTo(5);
      assertThat(after.isBalanced()).isTrue();
    }
  }

  @Test
  void aBlastSendsAsMuchAsIsAnswered() throws Exception {
    try (ScriptedBroker broker = broker(one -> ScriptedBroker.TAKEN);
        Load load = load(broker, 3, 0, 1)) {
      LoadCounts counts = counts(broker, load, Pace.BLAST, 5000);

      assertThat(counts.isBalanced()).isTrue();
      assertThat(counts.all().acknowledged()).isEqualTo(broker.heard.size());
      assertThat(counts.all().heldBack()).isZero();
    }
  }

  @Test
  void whatIsNoLoadIsRefused() {
    InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1883);
    assertThatThrownBy(() -> new LoadOptions(server, 0, 1, 1, PayloadFormat.CAM, 0, 0))
        .hasMessage("connections 0 is below 1");
    assertThatThrownBy(() -> new LoadOptions(server, 1, 1, 1, PayloadFormat.CAM, 2, 0))
        .hasMessage("hazardShare 2.0 is not 0 to 1");
    assertThatThrownBy(() -> new LoadOptions(server, 1, 1, 1, PayloadFormat.CAM, 0, Double.NaN))
        .hasMessage("qos1Share NaN is not 0 to 1");
  }
}
