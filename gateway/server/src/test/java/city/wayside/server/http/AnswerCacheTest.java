package city.wayside.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {

  private final AtomicLong nowMs = new AtomicLong();
  private final AtomicInteger made = new AtomicInteger();
  private final AnswerCache<String> cache =
      new AnswerCache<>(() -> Instant.ofEpochMilli(nowMs.get()), 1_000, 100);

  @Test
  void anAnswerIsGivenAgainUntilItIsTooOld() {
    cache.get("a", ofBytes(10));
    nowMs.set(999);
    cache.get("a", ofBytes(10));
    assertThat(made).hasValue(1);

    nowMs.set(1_000);
    cache.get("a", ofBytes(10));
    assertThat(made).hasValue(2);
  }

  @Test
  void theOldestGoWhenThereAreTooManyBytes() {
    cache.get("a", ofBytes(60));
    cache.get("b", ofBytes(60));
    cache.get("b", ofBytes(60));
    assertThat(made).hasValue(2);

    cache.get("a", ofBytes(60));
    assertThat(made).hasValue(3);
  }

  @Test
  void aFailureIsNotKept() {
    assertThatThrownBy(() ->
            cache.get(
                "a",
                () -> {
                  throw new IllegalStateException("once");
                }))
        .hasMessage("once");

    assertThat(cache.get("a", ofBytes(3)).body().length()).isEqualTo(3);
  }

  private Supplier<Answer> ofBytes(int count) {
    return () -> {
      made.incrementAndGet();
      return Answer.of(MediaTypes.JSON, new byte[count], false);
    };
  }
}
