package city.wayside.kit.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.broker.ScriptedBroker;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServerOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CrowdTest {

  private static final int WAIT_MS = 20_000;
  private static final Crowd.Pace ALL_AT_ONCE = new Crowd.Pace(0, 1000);

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private ScriptedBroker broker(IntFunction<String> welcome) {
    return new ScriptedBroker(vertx, new NetServerOptions(), one -> ScriptedBroker.TAKEN, welcome);
  }

  private static Crowd crowd(ScriptedBroker broker, int count) throws Exception {
    InetSocketAddress server =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), broker.port());
    return new Crowd(
        new CrowdOptions(server, false, count, 0, 60, 10_000, 20), System::nanoTime, 1);
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(WAIT_MS, TimeUnit.MILLISECONDS);
  }

  @Test
  void allComeStayAreCutOffAndComeBack() throws Exception {
    try (ScriptedBroker broker = broker(ScriptedBroker.WELCOME);
        Crowd crowd = crowd(broker, 250)) {
      Arrivals came = get(crowd.gather(new Crowd.Pace(0, 16)));
      assertThat(came.accepted()).isEqualTo(250);
      assertThat(came.tries()).isEqualTo(250);
      assertThat(came.latency().count()).isEqualTo(250);
      assertThat(broker.connected).doesNotHaveDuplicates().hasSize(250).contains("c-0", "c-249");
      assertThat(get(crowd.rollCall(WAIT_MS)).isComplete(250)).isTrue();

      get(crowd.scatter());
      Arrivals back = get(crowd.gather(ALL_AT_ONCE));

      assertThat(back.accepted()).isEqualTo(250);
      assertThat(broker.connected).hasSize(500);
      assertThat(get(crowd.rollCall(WAIT_MS)).isComplete(250)).isTrue();
      assertThat(broker.disconnected).isEmpty();
      get(crowd.leave());
      Awaitility.await().until(() -> broker.disconnected.size() == 250);
    }
  }

  @Test
  void whoIsRefusedComesAgainAndIsCounted() throws Exception {
    try (ScriptedBroker broker = broker(number -> number < 5 ? "20 03 00 9f 00" : "");
        Crowd crowd = crowd(broker, 20)) {
      Arrivals came = get(crowd.gather(ALL_AT_ONCE));

      assertThat(came.accepted()).isEqualTo(20);
      assertThat(came.tries()).isEqualTo(25);
      assertThat(came.refusedByCode()).containsEntry(0x9F, 5L);
      assertThat(came.refusedWrongly()).isZero();
      assertThat(came.failed()).isZero();
    }
  }

  @Test
  void whoIsNotAnsweredFailsAndComesAgain() throws Exception {
    try (ScriptedBroker broker = broker(number -> number == 0 ? "d0 00" : "");
        Crowd crowd = crowd(broker, 3)) {
      Arrivals came = get(crowd.gather(ALL_AT_ONCE));

      assertThat(came.accepted()).isEqualTo(3);
      assertThat(came.failedByReason()).containsEntry("closed by the server", 1L);
    }
  }

  @Test
  void whoIsEndedByTheServerIsMissedInTheRollCall() throws Exception {
    try (ScriptedBroker broker = broker(ScriptedBroker.WELCOME);
        Crowd crowd = crowd(broker, 4)) {
      get(crowd.gather(ALL_AT_ONCE));
      broker.say("e0 01 8b");
      Awaitility.await().until(() -> get(crowd.rollCall(WAIT_MS)).asked() == 0);

      RollCall roll = get(crowd.rollCall(WAIT_MS));
      assertThat(roll.isComplete(4)).isFalse();
      assertThat(roll.endedByReason()).containsEntry("disconnected with code 0x8b", 4L);
    }
  }

  @Test
  void nobodyThereIsAFailureThatIsTold() throws Exception {
    ScriptedBroker broker = broker(ScriptedBroker.WELCOME);
    try (Crowd crowd = crowd(broker, 2)) {
      broker.close();
      CompletionStage<Arrivals> _ = crowd.gather(ALL_AT_ONCE);
      Awaitility.await().until(() -> get(crowd.arrivals()).failed() >= 2);

      assertThat(get(crowd.arrivals()).failedByReason().firstKey()).contains("refused");
    }
  }
}
