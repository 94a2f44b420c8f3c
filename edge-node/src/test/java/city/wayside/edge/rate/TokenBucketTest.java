package city.wayside.edge.rate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenBucketTest {

  private final TokenBucket bucket = new TokenBucket(10, 2, 1000);

  @Test
  void itGivesItsBurstAtOnceAndThenItsRate() {
    assertThat(bucket.take(1000)).isTrue();
    assertThat(bucket.take(1000)).isTrue();
    assertThat(bucket.take(1000)).isFalse();
    assertThat(bucket.take(1099)).isFalse();
    assertThat(bucket.take(1100)).isTrue();
    assertThat(bucket.take(1100)).isFalse();
  }

  @Test
  void itNeverHoldsMoreThanItsBurst() {
    assertThat(bucket.isFull(1_000_000)).isTrue();
    assertThat(bucket.take(1_000_000)).isTrue();
    assertThat(bucket.isFull(1_000_000)).isFalse();
    assertThat(bucket.take(1_000_000)).isTrue();
    assertThat(bucket.take(1_000_000)).isFalse();
  }

  @Test
  void aClockThatIsSetBackGivesNothingAndTakesNothing() {
    assertThat(bucket.take(500)).isTrue();
    assertThat(bucket.take(500)).isTrue();
    assertThat(bucket.take(500)).isFalse();
    assertThat(bucket.take(600)).isTrue();
  }
}
