package city.wayside.edge.access.bounded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.kit.fake.ManualClock;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BoundedWorkTest {

  private final ManualClock clock = new ManualClock(0);
  private final Queue<Runnable> queue = new ArrayDeque<>();
  private final BoundedWork work = BoundedWork.on(queue::add, clock, 100);

  @Test
  void workThatWaitedTooLongIsNotDone() {
    CompletableFuture<String> inTime = work.submit(() -> "done", "busy").toCompletableFuture();
    clock.advance(100);
    queue.remove().run();
    CompletableFuture<String> tooLate =
        work.submit(
                () -> {
                  throw new AssertionError("it must not be done");
                },
                "busy")
            .toCompletableFuture()
            .thenApply(String::valueOf);
    clock.advance(101);
    queue.remove().run();

    assertThat(inTime).isCompletedWithValue("done");
    assertThat(tooLate).isCompletedWithValue("busy");
  }

  @Test
  void aFaultIsTheAnswer() {
    CompletableFuture<String> answer =
        work.submit(
                () -> {
                  throw new IllegalStateException("no");
                },
                "busy")
            .toCompletableFuture()
            .thenApply(String::valueOf);
    queue.remove().run();

    assertThatThrownBy(answer::join).hasRootCauseMessage("no");
  }

  @Test
  void whatFindsNoRoomIsBusyAtOnce() throws Exception {
    CountDownLatch isWorking = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    try (BoundedWork threads = BoundedWork.start(new WorkConfig(1, 1, 60_000), clock)) {
      CompletableFuture<String> first =
          threads
              .submit(
                  () -> {
                    isWorking.countDown();
                    try {
                      return mayEnd.await(30, TimeUnit.SECONDS) ? "first" : "late";
                    } catch (InterruptedException e) {
                      throw new IllegalStateException(e);
                    }
                  },
                  "busy")
              .toCompletableFuture();
      assertThat(isWorking.await(30, TimeUnit.SECONDS)).isTrue();
      CompletableFuture<String> second =
          threads.submit(() -> "second", "busy").toCompletableFuture();
      CompletableFuture<String> third = threads.submit(() -> "third", "busy").toCompletableFuture();

      assertThat(third).isCompletedWithValue("busy");
      mayEnd.countDown();
      assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo("first");
      assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo("second");
    }
  }
}
