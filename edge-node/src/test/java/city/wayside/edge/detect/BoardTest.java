package city.wayside.edge.detect;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.fake.RecordingTelemetry;
import city.wayside.model.message.StationType;
import city.wayside.model.telemetry.Metric;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BoardTest {

  private static final int SEGMENTS = 16;
  private static final int THREADS = 4;
  private static final int VEHICLES = 20_000;
  private static final long NOW = 1_795_404_600_000L;

  private final RecordingTelemetry telemetry = new RecordingTelemetry();

  @Test
  void whoeverComesAndGoesWhileItIsReviewedIsCountedRight() throws Exception {
    Board board = new Board(SEGMENTS, DetectionConfig.defaults(), telemetry);
    List<Future<?>> busy = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread;
        busy.add(threads.submit(() -> comeAndGo(board, first)));
      }
      while (busy.stream().anyMatch(each -> !each.isDone())) {
        sweep(board);
      }
      for (Future<?> each : busy) {
        each.get();
      }
    }
    sweep(board);

    assertThat(telemetry.read(Metric.EDGE_DETECTION_SLOW)).containsEntry("", 0.0);
    assertThat(telemetry.total(Metric.EDGE_DETECTION_DROPPED)).isZero();
    for (int segment = 0; segment < SEGMENTS; segment++) {
      assertThat(board.scene(segment)).isNull();
    }
  }

  @Test
  void whoIsSilentIsTakenOutOnceAndMayComeAgain() {
    Board board = new Board(SEGMENTS, DetectionConfig.defaults(), telemetry);
    SlowVehicle silent = vehicle(3);
    board.enter(silent);

    board.dropSilent(Objects.requireNonNull(board.scene(3)), NOW + 31_000);

    assertThat(board.move(silent, NOW + 32_000, 10, 0)).isFalse();
    board.leave(silent);
    assertThat(telemetry.read(Metric.EDGE_DETECTION_SLOW)).containsEntry("", 0.0);
    assertThat(board.enter(vehicle(3))).isTrue();
    assertThat(telemetry.read(Metric.EDGE_DETECTION_SLOW)).containsEntry("", 1.0);
  }

  @Test
  void moreThanThereIsRoomForAreCounted() {
    SlowConfig small = new SlowConfig(2.5, 50, 50, 30_000, 100, 300);
    Board board = new Board(SEGMENTS, Configs.slow(small), telemetry);

    for (int i = 0; i < 150; i++) {
      board.enter(vehicle(i % SEGMENTS));
    }

    assertThat(telemetry.read(Metric.EDGE_DETECTION_SLOW)).containsEntry("", 100.0);
    assertThat(telemetry.count(Metric.EDGE_DETECTION_DROPPED, "slow_vehicles")).isEqualTo(50);
  }

  private static void comeAndGo(Board board, int thread) {
    for (int i = 0; i < VEHICLES; i++) {
      SlowVehicle vehicle = vehicle((thread + i) % SEGMENTS);
      assertThat(board.enter(vehicle)).isTrue();
      assertThat(board.move(vehicle, NOW + i, i % 100, 0)).isTrue();
      board.leave(vehicle);
    }
  }

  private static void sweep(Board board) {
    for (int slice = 0; slice < Board.SLICES; slice++) {
      Iterator<Scene> each = board.slice(slice).iterator();
      while (each.hasNext()) {
        if (board.closeIfEmpty(each.next())) {
          each.remove();
        }
      }
    }
  }

  private static SlowVehicle vehicle(int segment) {
    SlowVehicle vehicle = new SlowVehicle(segment, StationType.PASSENGER_CAR, NOW, 500, false);
    vehicle.move(NOW, 10, 0);
    return vehicle;
  }
}
