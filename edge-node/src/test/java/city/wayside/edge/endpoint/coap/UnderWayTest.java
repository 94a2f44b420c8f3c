package city.wayside.edge.endpoint.coap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UnderWayTest {

  private static final long PATIENCE_MS = 20_000;

  private final UnderWay underWay = new UnderWay();

  private CompletableFuture<Boolean> waiting() {
    CompletableFuture<Boolean> waited = new CompletableFuture<>();
    Thread _ =
        Thread.ofVirtual()
            .start(() -> {
              try {
                waited.complete(underWay.awaitNone(PATIENCE_MS));
              } catch (InterruptedException e) {
                waited.completeExceptionally(e);
              }
            });
    return waited;
  }

  @Test
  void whereNothingIsUnderWayNobodyWaits() throws Exception {
    assertThat(underWay.awaitNone(0)).isTrue();
    underWay.begin();
    underWay.end();
    // As a message that was sent and then failed.
    underWay.end();
    underWay.begin();
    assertThat(underWay.awaitNone(0)).isFalse();
  }

  @Test
  void whoWaitsIsToldOnceNothingIs() throws Exception {
    underWay.begin();
    underWay.begin();
    CompletableFuture<Boolean> told = waiting();
    underWay.end();
    assertThat(told).isNotDone();
    underWay.end();

    assertThat(told.get(PATIENCE_MS, TimeUnit.MILLISECONDS)).isTrue();
  }

  /// What work hands in before it ends is behind it.
  @Test
  void whatWorkHandsInIsUnderWayToo() throws Exception {
    CoapThreads threads = new CoapThreads(2);
    CompletableFuture<Void> last = new CompletableFuture<>();
    try {
      threads.execute(() -> threads.execute(() -> threads.execute(() -> last.complete(null))));

      assertThat(threads.underWay().awaitNone(PATIENCE_MS)).isTrue();
      assertThat(last).isDone();
    } finally {
      threads.end();
    }
  }
}
