package city.wayside.town.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepSearchTest {

  private static int search(StepSearch search, DoublePredicate passes) {
    int tries = 0;
    while (!search.isDone()) {
      search.told(passes.test(search.next()));
      tries++;
    }
    return tries;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1500, 4000, 12_345, 47_000})
  void theHighestRateIsFoundNearly(double capacity) {
    StepSearch search = new StepSearch(4000, 20);

    int tries = search(search, rate -> rate <= capacity);

    assertThat(search.best()).isBetween(capacity / 1.08, capacity);
    assertThat(tries).isLessThanOrEqualTo(18);
  }

  @Test
  void oneBadMomentDoesNotCount() {
    StepSearch search = new StepSearch(1000, 20);
    int[] tries = new int[1];

    search(search, rate -> tries[0]++ % 2 == 1 && rate <= 1700);

    assertThat(search.best()).isBetween(1600.0, 1700.0);
  }

  @Test
  void theSearchEndsWithTheBestSoFar() {
    StepSearch search = new StepSearch(1000, 4);

    int tries = search(search, rate -> true);

    assertThat(tries).isEqualTo(4);
    assertThat(search.best()).isBetween(4000.0, 4200.0);
  }

  @Test
  void nothingMayBeLowEnough() {
    StepSearch search = new StepSearch(1000, 6);

    search(search, rate -> false);

    assertThat(search.best()).isZero();
  }
}
