package city.wayside.edge.endpoint.mqtt.transport;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.endpoint.mqtt.transport.Handshakes.Handshake;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HandshakesTest {

  private static final int TURNS = 200;
  private static final int PLACES = 300;

  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final Queue<Runnable> arithmetic = new ArrayDeque<>();
  private final Handshakes handshakes =
      new Handshakes(PLACES, channel.eventLoop(), arithmetic::add);
  private final List<Handshake> begun = new ArrayList<>();

  private void come(int count) {
    for (int number = 0; number < count; number++) {
      handshakes.whenPermitted(channel, begun::add);
    }
    channel.runPendingTasks();
  }

  private void end(int place, boolean isSuccess) {
    begun.get(place).ended(isSuccess);
    channel.runPendingTasks();
  }

  @Test
  void oneBeginsWhenAnotherIsOver() {
    come(TURNS + 2);
    assertThat(begun).hasSize(TURNS);

    end(0, true);
    assertThat(begun).hasSize(TURNS + 1);
    end(1, false);
    assertThat(begun).hasSize(TURNS + 2);
    assertThat(handshakes.failedCount()).isEqualTo(1);
  }

  @Test
  void whoBeginsAndSaysNoMoreLosesItsTurnAndKeepsItsPlace() {
    come(PLACES + 10);
    channel.advanceTimeBy(2_000, TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();
    channel.runPendingTasks();
    assertThat(begun).as("as many as there are places").hasSize(PLACES);

    end(0, false);
    assertThat(begun).hasSize(PLACES + 1);
  }

  @Test
  void oneThatHasGoneMeanwhileTakesNoTurn() {
    come(TURNS);
    EmbeddedChannel gone = new EmbeddedChannel();
    handshakes.whenPermitted(gone, _ -> begun.clear());
    Future<?> _ = gone.close();
    come(1);
    end(0, true);

    assertThat(begun).hasSize(TURNS + 1);
  }

  @Test
  void noneBeginsWhileMuchArithmeticWaits() {
    for (int task = 0; task < 16; task++) {
      handshakes.workers().execute(() -> {});
    }
    come(2);
    assertThat(begun).isEmpty();

    arithmetic.remove().run();
    channel.runPendingTasks();
    assertThat(begun).hasSize(2);
  }
}
