package city.wayside.kit.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.kit.fleet.ScriptedBroker.Heard;
import city.wayside.kit.mqtt.MqttTarget;
import city.wayside.kit.mqtt.MqttVersion;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SyntheticLoadTest {

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void allVehiclesTakeTurnsAtTheWantedRate() throws Exception {
    try (ScriptedBroker broker = new ScriptedBroker(vertx, one -> ScriptedBroker.TAKEN, null)) {
      SyntheticLoad load =
          new SyntheticLoad(
              vertx,
              FleetOptions.of(MqttTarget.of("127.0.0.1", broker.port(), MqttVersion.V5)),
              new LoadOptions(20, 600, 1, 9000, 1),
              DemoTown.network(),
              InstantSource.system(),
              System::nanoTime);

      ReplayReport report =
          load.start(progress -> {}).toCompletableFuture().get(20, TimeUnit.SECONDS);

      assertThat(report.sent()).isEqualTo(600);
      assertThat(report.acknowledged()).isEqualTo(600);
      assertThat(report.isBalanced()).isTrue();
      assertThat(report.connections().opened()).isEqualTo(20);
      assertThat(broker.heard).filteredOn(h -> h.client().equals("v-9019")).hasSize(30);
      assertThat(broker.heard).extracting(Heard::topic).contains("v1/up/9000/probe");
    }
  }

  @Test
  void aLoadCanBeStopped() throws Exception {
    try (ScriptedBroker broker = new ScriptedBroker(vertx, one -> ScriptedBroker.TAKEN, null)) {
      SyntheticLoad load =
          new SyntheticLoad(
              vertx,
              FleetOptions.of(MqttTarget.of("127.0.0.1", broker.port(), MqttVersion.V5)),
              new LoadOptions(2, 50, 3600, 1, 1),
              DemoTown.network(),
              InstantSource.system(),
              System::nanoTime);

      ReplayReport report =
          load.start(progress -> stopOnceSending(load, progress))
              .toCompletableFuture()
              .get(20, TimeUnit.SECONDS);

      assertThat(report.sent()).isBetween(1L, 1000L);
      assertThat(report.acknowledged()).isEqualTo(report.sent());
      assertThat(report.connections().open()).isZero();
    }
  }

  private static void stopOnceSending(SyntheticLoad load, ReplayReport progress) {
    if (progress.sent() > 0) {
      load.stop();
    }
  }

  @Test
  void whatIsNoLoadIsRefused() {
    assertThatThrownBy(() -> new LoadOptions(0, 1, 1, 1, 1)).hasMessage("connections 0 is below 1");
    assertThatThrownBy(() -> new LoadOptions(1, Double.NaN, 1, 1, 1))
        .hasMessage("ratePerS NaN is not above 0, up to 1e6");
    assertThatThrownBy(() -> new LoadOptions(1, 1, 0, 1, 1)).hasMessage("durationS 0 is below 1");
  }
}
