package city.wayside.model.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MetricTest {

  @Test
  void keysAreDistinctAndWellFormed() {
    assertThat(Arrays.stream(Metric.values()).map(Metric::key))
        .doesNotHaveDuplicates()
        .allMatch(key -> key.matches("wayside(\\.[a-z_]+)+"));
  }

  @Test
  void everyMetricIsExplainedInOneSentence() {
    assertThat(Arrays.stream(Metric.values()).map(Metric::sentence))
        .allMatch(sentence -> sentence.matches("[A-Z][^.]*\\."));
  }
}
