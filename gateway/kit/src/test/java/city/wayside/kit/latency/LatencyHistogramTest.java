package city.wayside.kit.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

  @Test
  void nothingCountedIsZero() {
    assertThat(Latency.of(new LatencyHistogram())).isEqualTo(new Latency(0, 0, 0, 0, 0));
  }

  @Test
  void smallDurationsAreExact() {
    LatencyHistogram histogram = new LatencyHistogram();
    for (int us = 1; us <= 60; us++) {
      histogram.record(us);
    }

    assertThat(histogram.quantileUs(0.5)).isEqualTo(30);
    assertThat(histogram.quantileUs(1)).isEqualTo(60);
  }

  @Test
  void largeDurationsAreWithinThreePercent() {
    LatencyHistogram histogram = new LatencyHistogram();
    SplittableRandom dice = new SplittableRandom(7);
    long[] all = dice.longs(20_000, 0, 5_000_000).map(us -> us * us % 4_000_037).toArray();
    for (long us : all) {
      histogram.record(us);
    }
    Arrays.sort(all);

    for (double share : new double[] {0.01, 0.5, 0.99, 0.999}) {
      long exact = all[(int) Math.ceil(share * all.length) - 1];
      assertThat((double) histogram.quantileUs(share))
          .isCloseTo((double) exact, within(0.032 * exact));
    }
    assertThat(histogram.quantileUs(1)).isEqualTo(all[all.length - 1]);
  }

  @Test
  void theExtremesHaveABucket() {
    LatencyHistogram histogram = new LatencyHistogram();
    histogram.record(-5);
    histogram.record(Long.MAX_VALUE);

    assertThat(histogram.quantileUs(0.5)).isZero();
    assertThat(histogram.maxUs()).isEqualTo(1L << 40);
    assertThat(histogram.quantileUs(1)).isEqualTo(1L << 40);
  }
}
